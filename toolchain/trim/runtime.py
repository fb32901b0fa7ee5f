"""build/graphs/runtime.<hash>.wasm: onnxruntime's WebAssembly with the functions that nothing of ours calls left empty.

14 MB become 5.6, and 2.7 MB on the way 0.9. Should a graph ever call an empty one, WebAssembly stops there for
certain, and the page starts again with the whole runtime (site/app/runtime.mjs).
"""

import hashlib
import json
from pathlib import Path

from toolchain import runtimes, stamp
from toolchain.errors import BuildError
from toolchain.paths import NATIVE_DATA, WEB_GRAPHS

HERE = Path(__file__).parent
THREADS = HERE / "threads.json"
"""What only several threads call, which Node cannot watch: numbers as read in Chromium with two and four threads."""
DIGITS = 12
STEP = "runtime"


def build() -> None:
    """Bring the part in line with the graphs and the runtime. Raises BuildError for a runtime of another version than
    the one whose threads were watched."""
    graphs = sorted(path.name for path in WEB_GRAPHS.iterdir() if path.suffix != ".wasm")  # names carry hashes
    wasm = _file("ort-wasm-simd-threaded.wasm")
    inputs = stamp.fingerprint([HERE, wasm], *graphs)
    if stamp.fresh(STEP, inputs, [WEB_GRAPHS]) and _parts():
        return
    from toolchain.trim import binary, watched

    print("Leaving out what the graphs do not need of onnxruntime ...", flush=True)
    manifest = json.loads((NATIVE_DATA / "graphs.json").read_text(encoding="utf-8"))["graphs"]
    glue, module = _file("ort-wasm-simd-threaded.mjs"), _file("ort.wasm.min.mjs")
    kept = watched.functions(wasm, glue, module, WEB_GRAPHS, manifest) | _threads(wasm.read_bytes())
    part = binary.with_bodies(wasm.read_bytes(), lambda number, body: body if number in kept else binary.EMPTY)
    for old in _parts():
        old.unlink()
    (WEB_GRAPHS / f"runtime.{hashlib.sha256(part).hexdigest()[:DIGITS]}.wasm").write_bytes(part)
    stamp.done(STEP, inputs)


def part() -> Path:
    """The file that `build` has written. Raises BuildError where it has not."""
    found = _parts()
    if len(found) != 1:
        raise BuildError("The runtime's part is missing from build/graphs/: run python3 build.py.")
    return found[0]


def _parts() -> list[Path]:
    return list(WEB_GRAPHS.glob("runtime.*.wasm"))


def _file(name: str) -> Path:
    return runtimes.file("onnxruntime-web", name)


def _threads(wasm: bytes) -> set[int]:
    seen = json.loads(THREADS.read_text(encoding="utf-8"))
    if seen["sha256"] != hashlib.sha256(wasm).hexdigest():
        raise BuildError(f"{THREADS.name} belongs to another onnxruntime-web: docs/maintain.md says how to renew it.")
    return set(seen["functions"])
