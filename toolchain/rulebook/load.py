"""Reads all specs, or says everything that is wrong with them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolchain.rulebook.consistency import check
from toolchain.rulebook.mistakes import Mistake, RulebookError
from toolchain.rulebook.spec import SPEC

NO_COUNTRY = "zz"
"""The folder of documents that belong to no country (generic sizes, student cards); ISO 3166 leaves ZZ to users."""


@dataclass(frozen=True)
class Spec:
    """One spec file as read. `country` is the ISO 3166 code in capitals, SCHENGEN, or ZZ for none."""

    id: str
    country: str
    file: str
    data: dict[str, Any]


def load(folder: Path) -> list[Spec]:
    """Every spec below `folder`, sorted by id. Raises RulebookError with the mistakes of all files at once."""
    specs: list[Spec] = []
    mistakes: list[Mistake] = []
    for path in sorted(folder.glob("*/*.toml")):
        spec, found = read(path, folder)
        mistakes += found
        if spec is not None:
            specs.append(spec)
    if not specs and not mistakes:
        mistakes.append(Mistake(folder.name, "", "holds no spec (<country>/<document>.toml)"))
    if mistakes:
        raise RulebookError(mistakes)
    return sorted(specs, key=lambda spec: spec.id)


def read(path: Path, folder: Path) -> tuple[Spec | None, list[Mistake]]:
    """One spec, and its mistakes; None where the file is no TOML at all."""
    file = path.relative_to(folder).as_posix()
    country, stem = path.parent.name, path.stem
    mistakes: list[Mistake] = []

    def complain(key: str, message: str) -> None:
        mistakes.append(Mistake(file, key, message))

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        complain("", f"is not TOML: {error}")
        return None, mistakes
    if f"{country}{stem}" != f"{country}{stem}".lower() or " " in stem or "_" in stem:
        complain("", "folder and file name are lower case, words joined by hyphens")
    SPEC.check(data, "", complain)
    if not mistakes:  # a table that is itself right can be compared with the others
        check(data, complain)
    return Spec(stem if country == NO_COUNTRY else f"{country}-{stem}", country.upper(), file, data), mistakes
