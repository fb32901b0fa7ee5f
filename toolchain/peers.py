"""What the benchmark compares with: published packages, fetched and checked like our own runtimes, never shipped."""

from pathlib import Path

from toolchain import npm
from toolchain.errors import BuildError
from toolchain.paths import BUILD
from toolchain.settings import npm_packages

DONE = ".unpacked"


def folder(name: str) -> Path:
    """The unpacked package of `[tool.pixid.peers.<name>]`, in build/peers/<name>/<version>/."""
    found = [package for package in npm_packages("peers") if package.name == name]
    if not found:
        raise BuildError(f"pyproject.toml names no peer '{name}'.")
    (package,) = found
    target = BUILD / "peers" / name / package.version
    if not (target / DONE).exists():
        for inside, data in npm.contents(package).items():
            file = target / inside
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        (target / DONE).touch()  # last: a folder that was left half full is filled again
    return target
