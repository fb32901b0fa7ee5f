"""Everything the build makes of the specs, in one step."""

from pathlib import Path
from typing import Any

from toolchain.rulebook import api, compile, search_index

SEARCH = "search.en.json"


def write(specs: Path, native: Path, dist: Path) -> list[dict[str, Any]]:
    """The compiled rulebook and the search index as package data in `native`, the open data in `dist`.

    Returns the compiled documents. Raises RulebookError with every mistake of every file.
    """
    documents = compile.write(specs, native / "documents.json")
    (native / SEARCH).write_bytes(search_index.index(documents))
    api.write(documents, dist)
    return documents
