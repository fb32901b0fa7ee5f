"""What the benchmark compares with: published packages, fetched and checked like our own runtimes, never shipped."""

from pathlib import Path

from toolchain import npm


def folder(name: str) -> Path:
    """The unpacked package of `[tool.pixid.peers.<name>]`."""
    return npm.folder("peers", name)
