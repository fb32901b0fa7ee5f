"""What the docs tell other hosts to send is what netlify.toml says, and fits their limits."""

import re

from toolchain import headers
from toolchain.paths import DIST, ROOT

TEXT = (ROOT / "docs" / "deploy.md").read_text()
CLOUDFLARE_RULES, CLOUDFLARE_LINE = 100, 2000
IMMUTABLE = ("/app/", "/assets/", "/graphs/", "/rulebook/", "/vendor/")


def test_nginx_sends_the_same_headers() -> None:
    block = TEXT.split("```nginx\n")[1].split("```")[0]
    sent = dict(re.findall(r'add_header ([\w-]+) "(.*)" always;', block))
    assert sent == headers.of("/", headers.rules())


def test_nginx_caches_what_netlify_caches() -> None:
    block = TEXT.split("```nginx\n")[1].split("```")[0]
    (folders,) = re.findall(r"~\^/\(([a-z|]+)\)/ \"(public.*)\";", block)
    assert sorted(f"/{name}/" for name in folders[0].split("|")) == sorted(IMMUTABLE)
    for folder in IMMUTABLE:
        assert headers.of(f"{folder}x", headers.rules())["Cache-Control"] == folders[1], folder
    assert headers.of("/api/v1/documents.json", headers.rules())["Access-Control-Allow-Origin"] == "*"


def test_the_headers_file_fits_cloudflare() -> None:
    text = (DIST / "_headers").read_text()
    rules = [line for line in text.splitlines() if line.startswith("/")]
    assert len(rules) <= CLOUDFLARE_RULES
    assert max(len(line) for line in text.splitlines()) <= CLOUDFLARE_LINE
