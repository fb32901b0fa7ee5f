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
"""What several threads call, which Node cannot watch: `python -m toolchain.trim.threads` writes it."""
FILES = ("ort-wasm-simd-threaded.wasm", "ort-wasm-simd-threaded.mjs", "ort.wasm.min.mjs")
"""onnxruntime-web's WebAssembly, its glue, and the module that pages import."""
DIGITS = 12
STEP = "runtime"


def build() -> None:
    """Bring the part in line with the graphs and the runtime. Raises BuildError for a runtime of another version than
    the one whose threads were watched."""
    graphs = sorted(path.name for path in WEB_GRAPHS.iterdir() if path.suffix != ".wasm")  # names carry hashes
    wasm, glue, module = (runtimes.file("onnxruntime-web", name) for name in FILES)
    inputs = stamp.fingerprint([HERE, wasm], *graphs)
    if stamp.fresh(STEP, inputs, [WEB_GRAPHS]) and _parts():
        return
    from toolchain.trim import binary, watched

    print("Leaving out what the graphs do not need of onnxruntime ...", flush=True)
    manifest = json.loads((NATIVE_DATA / "graphs.json").read_text(encoding="utf-8"))["graphs"]
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


def _threads(wasm: bytes) -> set[int]:
    seen = json.loads(THREADS.read_text(encoding="utf-8"))
    if seen["sha256"] != hashlib.sha256(wasm).hexdigest():
        raise BuildError("threads.json knows another onnxruntime-web: run python -m toolchain.trim.threads.")
    return set(seen["functions"])
