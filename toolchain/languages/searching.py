"""site/locales/<lang>/search.toml: words by which speakers of a language mean a country or a kind of document."""

import tomllib
from pathlib import Path

from toolchain.errors import BuildError
from toolchain.rulebook.search_words import SearchWords

TABLES = ("countries", "kinds", "documents")


def read(folder: Path) -> SearchWords:
    """The words of a language's folder; none where it has no search.toml. Raises BuildError for unknown keys."""
    path = folder / "search.toml"
    if not path.exists():
        return SearchWords("", {}, {}, {})
    with open(path, "rb") as file:
        data = tomllib.load(file)
    if unknown := sorted(set(data) - {"idle", *TABLES}):
        raise BuildError(f"site/locales/{folder.name}/search.toml: unknown {', '.join(unknown)}.")
    countries, kinds, documents = (data.get(name, {}) for name in TABLES)
    return SearchWords(data.get("idle", ""), countries, kinds, documents)
