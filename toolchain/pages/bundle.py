"""The app as files of the site: what goes into /app/<hash>/.

    start.mjs, ...   the page's modules as they are, and main.py
    boot.mjs         what starts the tool, with those that it alone imports, as one file
    engine.mjs       the engine's worker with its modules, as one file
    modules.bin      pixid/, site/app/app/ and site/app/pyscript/ compiled, as an image that MicroPython imports from

boot.mjs and engine.mjs hold addresses.mjs, which says where the browser runtimes and the graphs are. <hash> covers
every file, so that an app never meets modules or graphs of another build.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from toolchain import esbuild, micropython, pyscript_library, romfs
from toolchain.errors import BuildError
from toolchain.pages.assets import DIGITS
from toolchain.trim import runtime

WORKER = "engine.mjs"
BOOT = "boot.mjs"
START = "start.mjs"
EVERYWHERE = "installed.mjs"
"""The script of every page: what the site does for the time without a network."""
PAGE_SCRIPTS = ("home.mjs", "your_data.mjs", "offline.mjs")
"""What pages without the tool load."""
PAGE_ENTRIES = (START, EVERYWHERE, "rulebook.mjs", "trust.mjs", *PAGE_SCRIPTS)
"""boot.mjs has PyScript import the two before the last by their addresses."""
IMPORT = re.compile(r'^import .*?"\./([\w-]+\.mjs)";', re.MULTILINE | re.DOTALL)


def gather(root: Path, runtimes: Mapping[str, str], sells: bool = False) -> dict[str, bytes]:
    """Name -> bytes of everything in the app's folder. `runtimes` are the addresses of toolchain.vendor; `sells`: with
    what only copies need that sell files or take donations."""
    app = root / "site" / "app"
    modules_there = {path.name: path.read_bytes() for path in sorted(app.glob("*.mjs"))}
    if sells:
        selling = [*(root / "site" / "selling").glob("*.mjs"), root / "functions" / "lib" / "receipt.mjs"]
        modules_there |= {path.name: path.read_bytes() for path in selling}
    modules_there["addresses.mjs"] = addresses(root, runtimes).encode()
    files = {name: modules_there[name] for name in reached(PAGE_ENTRIES, modules_there)}
    files[BOOT] = esbuild.bundle(BOOT, modules_there, list(files))
    files[WORKER] = esbuild.bundle(WORKER, modules_there)
    files["main.py"] = _read(app / "main.py").encode()
    files["modules.bin"] = romfs.image(micropython.compile_all(modules(root)))
    return files


def first_modules(files: Mapping[str, bytes], entry: str = START) -> list[str]:
    """`entry`, then what it imports: all that a page loads before anybody touches the tool."""
    return [entry, *(name for name in reached([entry], files) if name != entry)]


def reached(entries: Iterable[str], modules_there: Mapping[str, bytes]) -> list[str]:
    """The modules that `entries` import, themselves included, in alphabetical order."""
    found: set[str] = set()
    waiting = list(entries)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += IMPORT.findall(modules_there[name].decode())
    return sorted(found)


def version(files: Mapping[str, bytes]) -> str:
    """The hash of a set of files and their names."""
    total = hashlib.sha256()
    for name in sorted(files):
        total.update(f"{name}\0{len(files[name])}\0".encode() + files[name])
    return total.hexdigest()[:DIGITS]


def modules(root: Path) -> dict[str, str]:
    """Path in MicroPython's file system -> source."""
    found = {}
    app = root / "site" / "app"
    for folder, base in ((root / "pixid", root), (app / "app", app), (app / "pyscript", app)):
        for path in sorted(folder.rglob("*.py")):
            found[path.relative_to(base).as_posix()] = _read(path)
    return found


def addresses(root: Path, runtimes: Mapping[str, str]) -> str:
    """The module that tells the app where everything is, manifest of the graphs included."""
    manifest = json.loads(_read(root / "pixid_native" / "data" / "graphs.json"))
    part = runtime.part()
    where = {
        "pyscript": runtimes["pyscript"] + "core.js",
        "pyscript_parts": [runtimes["pyscript"] + name for name in pyscript_library.parts()],
        "micropython": runtimes["micropython"] + "micropython.mjs",
        "onnxruntime": runtimes["onnxruntime-web"],
        "jpeg": runtimes["jsquash-jpeg"],
        "graphs": "/graphs/",
        "runtime": {"file": part.name, "bytes": part.stat().st_size},
    }
    return f"export const addresses = {_json(where)};\nexport const manifest = {_json(manifest)};\n"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise BuildError(f"{path} is missing; an earlier step of the build writes it.") from None


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
