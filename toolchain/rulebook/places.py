"""Where a spec lies, and how long it is: what the maintainer's command checks beyond the values."""

from collections.abc import Sequence
from pathlib import Path

from toolchain.pages.words.countries import COUNTRIES
from toolchain.rulebook.load import Spec
from toolchain.rulebook.mistakes import Mistake

MOST_LINES = 40
"""A spec stays a page that one person can check against its source."""


def misplaced(specs: Sequence[Spec], countries: Sequence[str] = tuple(COUNTRIES)) -> list[Mistake]:
    """Folders that stand for no country we have a name for."""
    return [
        Mistake(spec.file, "", f"lies in {spec.country.lower()}/, which no name is known for (words/countries.py)")
        for spec in specs
        if spec.country not in countries
    ]


def too_long(folder: Path) -> list[Mistake]:
    """Specs with MOST_LINES lines or more."""
    found = []
    for path in sorted(folder.glob("*/*.toml")):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines >= MOST_LINES:
            found.append(
                Mistake(path.relative_to(folder).as_posix(), "", f"has {lines} lines; {MOST_LINES - 1} at most")
            )
    return found
