"""build/graphs/runtime.<hash>.wasm: onnxruntime's WebAssembly with the functions that nothing of ours calls left empty,
and without the operators that no graph of ours has.

14 MB become 3.5, and 2.7 MB on the way 0.65. Should a graph ever call an empty one, WebAssembly stops there for
certain, and the page starts again with the whole runtime (site/app/runtime.mjs).
"""

import hashlib
import json
from collections.abc import Callable
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
    from toolchain.trim import watched

    print("Leaving out what the graphs do not need of onnxruntime ...", flush=True)
    manifest = json.loads((NATIVE_DATA / "graphs.json").read_text(encoding="utf-8"))["graphs"]
    with watched.stage(wasm.name, glue, module, WEB_GRAPHS, manifest) as run:
        part = _cut(wasm.read_bytes(), run)
        run(part)  # every graph opens and runs on it
    for old in _parts():
        old.unlink()
    (WEB_GRAPHS / f"runtime.{hashlib.sha256(part).hexdigest()[:DIGITS]}.wasm").write_bytes(part)
    stamp.done(STEP, inputs)


def _cut(whole: bytes, run: Callable[[bytes], bytes]) -> bytes:
    """The module without what the graphs do not need, which `run` runs."""
    from toolchain.trim import binary, dead_ends, kernels, records, schemas, watched, ways

    bodies = binary.bodies(whole)
    describing = schemas.number(bodies)
    parts = schemas.parts(bodies[describing])
    ran = watched.functions(run(binary.with_bodies(whole, watched.marked)))
    loops = kernels.loops(bodies, ran)
    at = watched.MARKS + watched.TOLD
    telling = {describing: schemas.telling(parts, at), loops.number: kernels.telling(loops, at + kernels.AREA)}
    casting = ways.number(bodies, ran)
    behind = kernels.AREA * (1 + kernels.LOOPS)  # the records of schemas and kernels
    telling[casting] = ways.telling(bodies[casting], at + behind)
    marks = run(binary.with_bodies(whole, lambda number, body: telling.get(number, body)))[watched.TOLD :]
    told = records.read(marks[: records.RECORD * len(parts.calls)])
    operators = _operators()
    cast = ways.without(bodies[casting], marks[behind:])
    changed = {casting: cast, describing: schemas.without(parts, told, schemas.wanted(told, operators))}
    registered = kernels.told(marks[kernels.AREA :])
    for number, nothing in kernels.needless(whole, registered, {name for _, name, _ in operators}).items():
        changed[number] = bodies[nothing]
    kept = ran | _threads(whole)
    return dead_ends.left_out(
        binary.with_bodies(whole, lambda number, body: changed.get(number, body) if number in kept else binary.EMPTY)
    )


def _operators() -> set[tuple[str, str, int]]:
    """(domain, name, opset) of every node of the graphs."""
    import onnx

    found = set()
    for path in WEB_GRAPHS.glob("*.onnx"):
        model = onnx.load(path, load_external_data=False)
        opsets = {opset.domain: opset.version for opset in model.opset_import}
        found |= {(node.domain, node.op_type, opsets[node.domain]) for node in model.graph.node}
    return found


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
