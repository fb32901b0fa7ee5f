"""site/locales/<lang>/language.toml: what a language says about itself."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from babel import Locale, UnknownLocaleError

from toolchain.errors import BuildError

KEYS = {"name": str, "alphabet": str, "draft": bool, "same": list, "countries": dict}


class Folder(NamedTuple):
    """One language, before its catalogues are read."""

    id: str
    """BCP 47, the folder's name."""
    path: Path
    name: str
    """The language's own name for itself."""
    alphabet: str
    """Letters in their order, for sorting; accents that are not in it do not count."""
    draft: bool
    """Still being written: it is kept up to date and listed, but not built."""
    same: frozenset[str]
    """English that stays as it is: names, abbreviations."""
    countries: Mapping[str, str]
    """Names that people use instead of the CLDR's."""
    locale: Locale


def folders(locales: Path) -> list[Folder]:
    """Every language below site/locales, in the order of their ids. Raises BuildError."""
    return [read(path.parent) for path in sorted(locales.glob("*/language.toml"))]


def read(path: Path) -> Folder:
    """One folder. Raises BuildError for what is missing, unknown or of the wrong kind."""
    with open(path / "language.toml", "rb") as file:
        data: dict[str, Any] = tomllib.load(file)
    where = f"site/locales/{path.name}/language.toml"
    wrong = [key for key, value in data.items() if key not in KEYS or not isinstance(value, KEYS[key])]
    if wrong or not data.get("name") or not data.get("alphabet"):
        raise BuildError(f"{where}: name and alphabet are needed; unknown or wrong: {', '.join(wrong) or 'nothing'}.")
    try:
        locale = Locale.parse(path.name, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise BuildError(f"{where}: the CLDR knows no language {path.name!r} ({error}).") from None
    return Folder(
        path.name,
        path,
        data["name"],
        data["alphabet"],
        data.get("draft", False),
        frozenset(data.get("same", ())),
        data.get("countries", {}),
        locale,
    )
