"""What a reader of a document's page downloads before touching the tool."""

import re

import brotli

from tests.toolchain.pages.rendered import pages, site

LIMIT = 60 * 1024
"""budgets: at most 60 KB transferred before the tool is touched."""
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
    assert f"{folder}/boot.mjs" not in loaded
    assert f"{folder}/addresses.mjs" not in loaded
