"""Everything the build makes of the specs, in one step; and what pages and app fetch of it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from toolchain.pages.assets import digest
from toolchain.rulebook import api, compile, pack, search_index

SEARCH = "search.en.json"
FOLDER = "rulebook"


def write(specs: Path, native: Path, dist: Path) -> list[dict[str, Any]]:
    """The compiled rulebook and the search index as package data in `native`, the open data in `dist`.

    Returns the compiled documents. Raises RulebookError with every mistake of every file.
    """
    documents = compile.write(specs, native / "documents.json")
    (native / SEARCH).write_bytes(search_index.index(documents))
    api.write(documents, dist)
    return documents


def published(documents: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, bytes]]:
    """Name -> (address, content) of the site's two data files, named by their content:

    documents    /rulebook/documents.<hash>.json, read by pixid.packed
    search.en    /rulebook/search.en.<hash>.json, read by pixid.search; one for each language
    """
    made = {"documents": pack.packed(documents), "search.en": search_index.index(documents)}
    return {name: (f"/{FOLDER}/{name}.{digest(data)}.json", data) for name, data in made.items()}
