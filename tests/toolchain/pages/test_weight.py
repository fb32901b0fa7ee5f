"""What a reader of a document's page downloads before touching the tool."""

import re

import brotli

from tests.toolchain.committed import documents
from tests.toolchain.pages.rendered import pages, site
from toolchain.paths import DIST

LIMIT = 60 * 1024
"""budgets: at most 60 KB transferred before the tool is touched."""
OUTPUT = 40_000
"""budgets: bytes of a further page and language; search, countries and sizes have one each, whatever they list."""
IMPORT = re.compile(r"""^import\s[^"']*["']\./([^"']+)["']""", re.MULTILINE)


def modules(folder: str, name: str, seen: set[str]) -> set[str]:
    """A module and all it imports without being asked."""
    path = f"{folder}/{name}"
    if path not in seen:
        seen.add(path)
        for wanted in IMPORT.findall(site()[path].decode()):
            modules(folder, wanted, seen)
    return seen


def test_a_page_weighs_at_most_60_kb() -> None:
    for path, page in pages().items():
        files = {path}
        for element in page.all("link"):
            if element.attributes["rel"] != "expect":  # names a place in the page itself
                files.add(element.attributes["href"].lstrip("/"))
        for use in page.all("use"):
            files.add(use.attributes["href"].partition("#")[0].lstrip("/"))
        for script in page.all("script", src=""):
            folder, _, name = script.attributes["src"].lstrip("/").rpartition("/")
            files |= modules(folder, name, set())
        transferred = sum(len(brotli.compress(site()[file], quality=5)) for file in files)
        assert transferred <= LIMIT, (path, transferred, sorted(files))


def test_reading_loads_neither_python_nor_graphs() -> None:
    (folder,) = {path.rsplit("/", 1)[0] for path in site() if path.startswith("app/")}
    loaded = modules(folder, "start.mjs", set())
    assert not {f"{folder}/{name}" for name in ("boot.mjs", "engine.mjs", "rulebook.mjs")} & loaded


def test_a_page_of_a_document_is_at_most_40_kb_of_output_in_every_language() -> None:
    built = [
        path for id in identities() for path in (DIST / id, *DIST.glob(f"*/{id}")) if (path / "index.html").exists()
    ]
    assert len(built) >= len(identities())
    heavy = {path: size for path in built if (size := (path / "index.html").stat().st_size) > OUTPUT}
    assert not heavy


def identities() -> list[str]:
    """All documents."""
    return [str(document["id"]) for document in documents()]
