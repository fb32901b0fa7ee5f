"""PyScript's JavaScript as pages get it: without PyScript's own Python library.

PyScript carries the library's sources as text, has MicroPython write them into its file system, in one step of 18 ms of
the page's only thread, and compile them there, in one of 40 ms. Pages bring the few names that they use themselves, as
a package of the same name (site/app/pyscript/), compiled like the app's modules; PyScript imports that one.
"""

import json

from toolchain import runtimes
from toolchain.errors import BuildError

BEGINS = '{"__init__.py":'
CHANGED = "/* Changed when PixID is built: the Python library is left out, of which pages bring what they use. */\n"


def parts() -> list[str]:
    """Names of the files that core.js imports, in alphabetical order: one after the other, unless pages ask for them
    before.

    Raises BuildError where none of them has the library as it is looked for.
    """
    found = sorted(runtimes.file("pyscript", "core.js").parent.glob("*-*.js"))
    if not any(BEGINS in path.read_text(encoding="utf-8") for path in found):
        raise BuildError(
            "PyScript's Python library is not in its JavaScript as before; see toolchain/pyscript_library.py."
        )
    return [path.name for path in found]


def without(script: str) -> str:
    """One of these files as pages get it: told to be changed and without the library, or as it is where it has none."""
    start = script.find(BEGINS)
    if start < 0:
        return script
    _, end = json.JSONDecoder().raw_decode(script, start)
    return f"{CHANGED}{script[:start]}{{}}{script[end:]}"
