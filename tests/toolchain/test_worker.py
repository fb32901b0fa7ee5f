"""The list of files in the service worker, and its weight."""

import base64
import hashlib
from pathlib import Path

import brotli
import pytest

from toolchain import worker
from toolchain.pages.language import ENGLISH
from toolchain.paths import DIST

BUDGET = 12_000  # bytes that the service worker may add to the shell
SITE = {
    "app/0123456789ab/start.mjs": b'import "./words.mjs";\n',
    "app/0123456789ab/words.mjs": b"export const say = 1;\n",
    "app/0123456789ab/installed.mjs": b"export const x = 1;\n",
    "app/0123456789ab/home.mjs": b"",
    "app/0123456789ab/your_data.mjs": b"",
    "app/0123456789ab/offline.mjs": b"",
    "app/0123456789ab/engine.mjs": b"engine",
    "assets/site.0123456789ab.css": b"p{}",
    "graphs/find.0123456789ab.onnx": b"graph",
    "rulebook/search.en.0123456789ab.json": b"{}",
    "rulebook/documents.en.0123456789ab.json": b"{}",
    "vendor/NOTICE.txt": b"for people",
    "vendor/thing/1.0/thing.wasm": b"code",
    "index.html": b"a page",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, data in SITE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_tiers(site: Path) -> None:
    made = worker.release(site, [ENGLISH])
    assert made["tool"] == [
        "/app/0123456789ab/engine.mjs",
        "/graphs/find.0123456789ab.onnx",
        "/vendor/thing/1.0/thing.wasm",
    ]
    assert made["spoken"] == {"": [f"/rulebook/{name}.en.0123456789ab.json" for name in ("documents", "search")]}
    assert "/app/0123456789ab/words.mjs" in made["shell"] and "/assets/site.0123456789ab.css" in made["shell"]
    assert "/vendor/NOTICE.txt" not in made["files"] and "/index.html" not in made["files"]


def test_every_file_has_the_hash_of_its_content(site: Path) -> None:
    found = base64.b64decode(worker.release(site, [ENGLISH])["files"]["/graphs/find.0123456789ab.onnx"])
    assert found == hashlib.sha256(b"graph").digest()


def test_a_release_is_named_by_its_files(site: Path) -> None:
    before = worker.release(site, [ENGLISH])["id"]
    (site / "index.html").write_bytes(b"another page")
    assert worker.release(site, [ENGLISH])["id"] == before
    (site / "graphs/find.0123456789ab.onnx").write_bytes(b"another graph")
    assert worker.release(site, [ENGLISH])["id"] != before


def test_it_weighs_little() -> None:
    assert len(brotli.compress((DIST / worker.NAME).read_bytes())) < BUDGET
