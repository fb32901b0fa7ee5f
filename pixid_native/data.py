"""Package data that the build writes: graphs, their manifest, the compiled rulebook."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from pixid_native.stop import Stop

FOLDER = Path(__file__).parent / "data"


class MissingData(Stop):
    """The package was installed, or is run, from a tree where graphs and rules are not built yet."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Run python3 build.py first: {path.name} is not built yet.")


def folder_or(folder: Path | None) -> Path:
    """`folder`, or where the package keeps its data."""
    return FOLDER if folder is None else folder


def load(name: str, folder: Path | None = None) -> Any:
    """The JSON file `name` of the package data, read once. Raises MissingData."""
    return _read(folder_or(folder) / name)


@cache
def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise MissingData(path) from None
