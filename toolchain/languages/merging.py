"""A catalogue in which two branches met: git marks cut messages in two, but both sides are whole catalogues."""

import subprocess
import tempfile
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog

from toolchain.languages import po
from toolchain.languages.po import Entry, Key

MARK = "<<<<<<< "
SIDES = ("3", "2")
"""git's stages of a conflicted file; the branch that is merged into has the last word."""


def settle(path: Path, locale: Locale) -> bool:
    """Where the file holds conflict marks: write every translation of both sides instead. Did it?"""
    if not path.exists() or MARK not in path.read_text(encoding="utf-8"):
        return False
    known: dict[Key, Entry] = {}
    for side in SIDES:
        known |= {key: entry for key, entry in _side(path, side, locale).items() if any(entry.forms)}
    catalog = Catalog(locale=locale)
    for (context, _), entry in known.items():
        counts = len(entry.english) > 1
        catalog.add(
            entry.english if counts else entry.english[0],
            entry.forms if counts else entry.forms[0],
            context=context,
            flags={"fuzzy"} if entry.stale else set(),
        )
    path.write_bytes(po.packed(catalog))
    return True


def _side(path: Path, side: str, locale: Locale) -> dict[Key, Entry]:
    command = ["git", "show", f":{side}:./{path.name}"]
    found = subprocess.run(command, cwd=path.parent, capture_output=True, check=False)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(found.stdout if found.returncode == 0 else b"")
        return po.read(copy, locale)
