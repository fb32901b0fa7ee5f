"""Bytes: what a browser has fetched when the first verdict stands, our models, the landing page."""

import hashlib
import json
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import brotli

from toolchain.bench import pictures
from toolchain.bench.chromium import browser, first_photo, fresh, probed
from toolchain.bench.figures import KB, MB, MILLISECONDS, Figure
from toolchain.bench.sites import DOCUMENT, OURS, Site, ours
from toolchain.bench.speed import everyone
from toolchain.content import ALREADY_COMPRESSED
from toolchain.paths import BUILD, WEB_GRAPHS

KNOWN = BUILD / "bench" / "brotli.json"
"""Sizes by sha256: the strongest compression of 14 MB takes half a minute."""


def before_verdict(_: int) -> list[Figure]:
    """Everything a site was asked for before its first verdict stood, in an empty profile, the photo left out."""
    decoded, packed = {}, {}
    with everyone() as (running, sites):
        for site in sites:
            site.server.timed.clear()
            with fresh(running, site, first=True) as page:
                verdict = first_photo(page)["verdict"]
                moment = (float(page.evaluate("performance.timeOrigin")) + verdict) / 1000
            files = [_file(site, path) for path in site.server.before(moment)]
            decoded[site.name] = sum(file.stat().st_size for file in files) / MB
            packed[site.name] = sum(map(compressed, files)) / MB
    return [_figure("bytes.brotli", packed), _figure("bytes.decoded", decoded)]


def models(_: int) -> list[Figure]:
    """All graphs of the web, structure and weights."""
    files = [file for file in sorted(WEB_GRAPHS.iterdir()) if file.suffix != ".wasm"]  # the runtime lies beside them
    decoded = sum(file.stat().st_size for file in files) / MB
    return [Figure("models.brotli", sum(map(compressed, files)) / MB, "MB", note=f"{decoded:.2f} MB decoded")]


def landing(_: int) -> list[Figure]:
    """A document's page and the home page that nobody touches; the worse of the two."""
    pictures.portrait()
    size, paint, shifts = {}, {}, {}
    site = ours(pictures.FOLDER)
    with site.server, browser() as running:
        for path in ("", f"{DOCUMENT}/", "", f"{DOCUMENT}/"):  # twice: the first time the server compresses
            site.server.timed.clear()
            with fresh(running, site, first=False, path=path) as page:
                page.wait_for_load_state("networkidle")
                paint[path], shifts[path] = float(probed(page, "paint")), float(probed(page, "shifts"))
            files = [_file(site, request.path) for request in site.server.timed]
            size[path] = sum(map(compressed, files)) / KB
    note = f"home {size['']:.1f} KB, document {size[f'{DOCUMENT}/']:.1f} KB"
    return [
        Figure("landing.bytes", max(size.values()), "KB", note=note),
        Figure("landing.lcp", max(paint.values()), MILLISECONDS),
        Figure("landing.cls", max(shifts.values()), ""),
    ]


def compressed(file: Path) -> int:
    """Bytes of a file as a CDN would send it."""
    data = file.read_bytes()
    if file.suffix in ALREADY_COMPRESSED:
        return len(data)
    key = hashlib.sha256(data).hexdigest()
    known = _known()
    if key not in known:
        known[key] = len(brotli.compress(data, quality=11))
        KNOWN.parent.mkdir(parents=True, exist_ok=True)
        KNOWN.write_text(json.dumps(known, indent=0))
    return known[key]


@cache
def _known() -> dict[str, int]:
    try:
        found: dict[str, int] = json.loads(KNOWN.read_text())
    except (OSError, ValueError):
        return {}
    return found


def _file(site: Site, path: str) -> Path:
    found = site.server.find(unquote(urlsplit(path).path))
    if found is None:
        raise FileNotFoundError(f"{site.name} asks for {path}, which is not there")
    return found


def _figure(id: str, sizes: dict[str, float]) -> Figure:
    return Figure(id, sizes[OURS], "MB", {name: size for name, size in sizes.items() if name != OURS})
