"""netlify.toml is read as Netlify reads it, and what hosts disagree on is refused."""

import tomllib
from pathlib import Path

import pytest

from toolchain import headers
from toolchain.errors import BuildError
from toolchain.headers import Rule
from toolchain.paths import ROOT


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("/*", "/", True),
        ("/*", "/us-passport/index.html", True),
        ("/vendor/*", "/vendor/micropython/1/micropython.mjs", True),
        ("/vendor/*", "/vendors", False),
        ("/sw.js", "/sw.js", True),
        ("/sw.js", "/swxjs", False),
        ("/:lang/:page/", "/de/us-passport/", True),
        ("/:lang/:page/", "/us-passport/", False),
    ],
)
def test_patterns(pattern: str, path: str, matches: bool) -> None:
    assert Rule(pattern, {}).matches(path) is matches


def test_rules_add_up() -> None:
    rules = [Rule("/*", {"A": "1"}), Rule("/vendor/*", {"Cache-Control": "immutable"})]
    assert headers.of("/vendor/x.js", rules) == {"A": "1", "Cache-Control": "immutable"}
    assert headers.of("/", rules) == {"A": "1"}


def test_the_same_header_from_two_rules_is_refused_before_a_host_joins_it(tmp_path: Path) -> None:
    rules = [Rule("/*", {"Cache-Control": "no-cache"}), Rule("/vendor/*", {"cache-control": "immutable"})]
    (tmp_path / "vendor").mkdir()
    (tmp_path / "vendor" / "x.js").touch()
    with pytest.raises(BuildError, match=r"^/vendor/x\.js would get cache-control from two rules"):
        headers.write(tmp_path, rules)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[headers]]\nfor = "vendor/*"\n[headers.values]\nA = "1"', "'vendor/\\*' is no pattern"),
        ('[[headers]]\nfor = "/*.js"\n[headers.values]\nA = "1"', "'/\\*.js' is no pattern"),
        ('[[headers]]\nfor = "/*"\n[headers.values]\nA = 1', "are not all text"),
        ('[[headers]]\nfor = "/*"', "are not all text"),
        ('[[headers]]\nfor = "/*"\n[headers.values]\nA = """1\n2"""', "A of /\\* must be on one line"),
    ],
)
def test_mistakes_are_named(text: str, problem: str, tmp_path: Path) -> None:
    source = tmp_path / "netlify.toml"
    source.write_text(text)
    with pytest.raises(BuildError, match=problem):
        headers.rules(source)


def test_the_file_for_other_hosts_says_the_same(tmp_path: Path) -> None:
    headers.write(tmp_path, [Rule("/*", {"A": "1", "B": "x; y"}), Rule("/v/*", {"C": "2"})])
    assert (tmp_path / "_headers").read_text() == "/*\n  A: 1\n  B: x; y\n\n/v/*\n  C: 2\n"


def test_the_policy_of_this_site() -> None:
    sent = headers.of("/us-passport/", headers.rules())
    policy = dict(directive.split(" ", 1) for directive in sent["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["connect-src"] == "'self'"  # the promise that a photo goes nowhere
    assert policy["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert policy["require-trusted-types-for"] == "'script'"
    assert "unsafe-inline" not in str(policy)
    assert "'unsafe-eval'" not in str(policy)
    assert sent["Cross-Origin-Opener-Policy"] == "same-origin"
    assert sent["Cross-Origin-Embedder-Policy"] == "require-corp"
    allowed = [feature for feature in sent["Permissions-Policy"].split(", ") if not feature.endswith("=()")]
    assert allowed == ["camera=(self)"]
    assert "Cache-Control" not in sent


@pytest.mark.parametrize("folder", ["vendor", "graphs", "app", "assets"])
def test_hashed_addresses_may_be_kept_for_good(folder: str) -> None:
    sent = headers.of(f"/{folder}/x/y.js", headers.rules())
    assert sent["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Content-Security-Policy" in sent  # a worker takes its policy from its own file


def test_the_policy_in_pages_is_the_one_sent_without_what_a_page_cannot_say() -> None:
    sent = headers.of("/", headers.rules())["Content-Security-Policy"].split("; ")
    said = headers.meta_policy(headers.rules()).split("; ")
    assert [directive for directive in sent if directive not in said] == ["frame-ancestors 'none'"]


def test_netlify_runs_the_build_and_publishes_what_it_writes() -> None:
    build = tomllib.loads((ROOT / "netlify.toml").read_text())["build"]
    assert build["command"] == "python3 build.py"
    assert build["publish"] == "dist"
