"""PyScript's own Python library, taken out of its JavaScript, so that it can be compiled ahead like the app's modules.

PyScript carries the sources as text, writes them into MicroPython's file system in the page and has them compiled
there, in one step of 40 ms of its only thread; with the modules imported before, it finds them in `sys.modules`.
"""

import json
from pathlib import Path

from toolchain.errors import BuildError

PACKAGE = "pyscript"
BEGINS = '{"__init__.py":'


def modules(core: Path) -> dict[str, str]:
    """Path in MicroPython's file system -> source, from the folder of `@pyscript/core`'s files.

    Raises BuildError where the library does not lie in them as JSON any more.
    """
    texts = [path.read_text(encoding="utf-8") for path in sorted(core.glob("core*.js"))]
    for text in texts:
        at = text.find(BEGINS)
        if at >= 0:
            found, _ = json.JSONDecoder().raw_decode(text, at)
            return {f"{PACKAGE}/{name}": source for name, source in found.items()}
    raise BuildError(f"PyScript's Python library is not in {core} as before; see toolchain/pyscript_library.py.")
