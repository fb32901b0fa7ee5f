"""Downloads, kept outside the work tree and believed only when their hash is the pinned one."""

import base64
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from toolchain.errors import BuildError


def root() -> Path:
    """`$PIXID_CACHE`, or `~/.cache/pixid`."""
    return Path(os.environ.get("PIXID_CACHE") or Path.home() / ".cache" / "pixid")


def digest(path: Path, pinned: str) -> str:
    """Hash of a file, written like `pinned`: `sha512-<base64>` as npm does, or `sha256:<hexadecimal>` as pip does."""
    algorithm = pinned[:6]
    if algorithm not in ("sha256", "sha384", "sha512") or pinned[6:7] not in ("-", ":"):
        raise BuildError(f"'{pinned}' is no hash: write sha512-<base64> or sha256:<hexadecimal>.")
    with open(path, "rb") as handle:
        value = hashlib.file_digest(handle, algorithm).digest()
    text = value.hex() if pinned[6] == ":" else base64.b64encode(value).decode()
    return f"{algorithm}{pinned[6]}{text}"


def verify(path: Path, pinned: str, pinned_in: str = "pyproject.toml") -> None:
    """Raise BuildError unless the file has the pinned hash."""
    found = digest(path, pinned)
    if found != pinned:
        raise BuildError(f"{path.name} is not the file that {pinned_in} names: expected {pinned}, got {found}.")


def fetch(name: str, pinned: str, download: Callable[[Path], Path]) -> Path:
    """The cached file `name` (slashes make folders) with the pinned hash.

    `download(folder)` is called when it is missing or damaged; it puts the file into the empty folder and returns its
    path. A download with a wrong hash raises BuildError and is thrown away.
    """
    kept = root() / name
    if kept.exists() and digest(kept, pinned) == pinned:
        return kept
    kept.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=kept.parent, prefix=".fetch-") as folder:
        fresh = download(Path(folder))
        verify(fresh, pinned)
        shutil.move(fresh, kept)  # same file system: the cache never holds half a file
    return kept
