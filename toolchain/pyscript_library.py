"""PyScript's own Python library, taken out of its JavaScript, so that it can be compiled ahead like the app's modules.

PyScript carries the sources as text, has MicroPython write them into its file system, in one step of 18 ms of the
page's only thread, and compile them there, in one of 40 ms. Pages get its JavaScript without the texts, and the modules
that they use are imported before: then it finds them in `sys.modules`. What no module of ours imports (display, fetch,
storage, sockets, events, workers) is left out, and the package does not import it either.
"""

import ast
import json
from pathlib import Path
from typing import NamedTuple

from toolchain import runtimes
from toolchain.errors import BuildError

PACKAGE = "pyscript"
USED = ("util", "ffi", "context")
"""Modules that pages import, each after those it imports itself."""
BEGINS = '{"__init__.py":'
CHANGED = "/* Changed when PixID is built: the Python library is left out, which its pages bring compiled. */\n"


class _Used(ast.NodeTransformer):
    """Leaves out imports of the package's modules that pages do not use, and branches that held nothing else."""

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.ImportFrom | None:
        package, _, name = (node.module or "").partition(".")
        return node if package != PACKAGE or name in USED else None

    def visit_If(self, node: ast.If) -> ast.If | None:
        self.generic_visit(node)
        return node if node.body else None


class Place(NamedTuple):
    """Where the library stands in a text, and what it holds: name -> source."""

    start: int
    end: int
    sources: dict[str, str]


def modules(core: Path) -> dict[str, str]:
    """Path in MicroPython's file system -> source, from the folder of `@pyscript/core`'s files: the package and USED.

    Raises BuildError where the library does not lie in them as JSON any more, or has not got them.
    """
    for path in sorted(core.glob("core*.js")):
        if place := _place(path.read_text(encoding="utf-8")):
            if lost := {f"{name}.py" for name in USED} - place.sources.keys():
                raise BuildError(f"PyScript's Python library has no {', '.join(sorted(lost))} any more.")
            package = ast.unparse(_Used().visit(ast.parse(place.sources["__init__.py"])))
            kept = {f"{PACKAGE}/{name}.py": place.sources[f"{name}.py"] for name in USED}
            return {f"{PACKAGE}/__init__.py": package} | kept
    raise BuildError(f"PyScript's Python library is not in {core} as before; see toolchain/pyscript_library.py.")


def parts() -> list[str]:
    """Names of the files that core.js imports, in alphabetical order: one after the other, unless pages ask for them
    before."""
    core = runtimes.file("pyscript", "core.js").parent
    return sorted(path.name for path in core.glob("*-*.js"))


def without(script: str) -> str:
    """One of these files as pages get it: told to be changed and without the library, or as it is where it has none."""
    place = _place(script)
    return script if place is None else f"{CHANGED}{script[: place.start]}{{}}{script[place.end :]}"


def _place(script: str) -> Place | None:
    start = script.find(BEGINS)
    if start < 0:
        return None
    sources, end = json.JSONDecoder().raw_decode(script, start)
    return Place(start, end, sources)
