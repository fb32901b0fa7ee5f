"""The site as a whole, from rulebook to headers: one step that is left out where nothing has changed.

Its parts depend on one another and on nearly everything in the tree, so they are not told apart. Nothing has changed
where every file that they read is the same, and every file in dist/ the one they wrote.
"""

import hashlib

from toolchain import stamp
from toolchain.paths import DIST, ROOT, WEB_GRAPHS

SOURCES = (
    "LICENSE", "NOTICE", "docs/accuracy.json", "functions", "netlify.toml", "operator.toml", "pixid", "pixid_native",
    "pyproject.toml", "requirements/build.txt", "site", "specs", "toolchain",
)  # fmt: skip
"""Of the tree; what others have built is in `pixid_native/data` and in the names of build/graphs."""
STEP = "whole"


def unchanged() -> bool:
    """Would all of it come out as it is?"""
    return stamp.fresh(STEP, _state(), [])


def done() -> None:
    """Note that it is as it should be."""
    stamp.done(STEP, _state())


def _state() -> str:
    graphs = sorted(path.name for path in WEB_GRAPHS.iterdir()) if WEB_GRAPHS.exists() else []
    return stamp.fingerprint([ROOT / name for name in SOURCES], *graphs, _written())


def _written() -> str:
    """Hash over names, sizes and times of everything in dist/: reading its 200 MB would take longer than is gained."""
    total = hashlib.sha256()
    for path in sorted(DIST.rglob("*")) if DIST.exists() else []:
        state = path.stat()
        total.update(f"{path}\0{state.st_size}\0{state.st_mtime_ns if path.is_file() else 0}\0".encode())
    return total.hexdigest()
