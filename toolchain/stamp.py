"""Skips a step whose inputs have not changed: their hash is kept in build/stamps/ once the step has succeeded."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from toolchain.paths import BUILD, ROOT


def fingerprint(paths: Iterable[Path], *extra: str) -> str:
    """Hash over names and contents of files and of all files below folders (no caches), and over `extra` words."""
    total = hashlib.sha256("\0".join(extra).encode())
    for file in sorted({file for path in paths for file in _files(path)}):
        name = file.relative_to(ROOT) if file.is_relative_to(ROOT) else Path(file.name)
        total.update(f"\0{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}".encode())
    return total.hexdigest()


def fresh(step: str, inputs: str, outputs: Iterable[Path]) -> bool:
    """Whether `step` last succeeded with this fingerprint and everything it wrote is still there."""
    kept = _stamp(step)
    return kept.exists() and kept.read_text() == inputs and all(path.exists() for path in outputs)


def done(step: str, inputs: str) -> None:
    """Note that `step` has succeeded with this fingerprint."""
    kept = _stamp(step)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(inputs)


def _stamp(step: str) -> Path:
    return BUILD / "stamps" / step


def _files(path: Path) -> list[Path]:
    if path.is_file():
        return [path]
    return [file for file in path.rglob("*") if file.is_file() and "__pycache__" not in file.parts]
