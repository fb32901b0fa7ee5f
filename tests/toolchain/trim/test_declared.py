"""What modules declare, read as an engine reads it."""

import json
import subprocess

import pytest

from toolchain import node, runtimes
from toolchain.trim import declared

FILES = [("onnxruntime-web", "ort-wasm-simd-threaded.wasm"), ("micropython", "micropython-ulab.wasm")]
SCRIPT = """
const module = new WebAssembly.Module(require("fs").readFileSync(process.argv[1]));
const functions = (list) => list.filter(({ kind }) => kind === "function").map(({ name }) => name);
const { imports, exports } = WebAssembly.Module;
console.log(JSON.stringify([functions(imports(module)), functions(exports(module))]));
"""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file[0])
def test_imports_and_exports_are_the_engines(file: tuple[str, str]) -> None:
    path = runtimes.file(*file)
    said = subprocess.run([node.node(), "-e", SCRIPT, str(path)], capture_output=True, text=True, check=True).stdout
    module = path.read_bytes()
    taken = declared.imported(module)
    assert [[one.name for one in taken], list(declared.exported(module))] == json.loads(said)
    assert all(one.type < len(declared.types(module)) for one in taken)


def test_types_are_bytes_of_parameters_and_results() -> None:
    module = bytes.fromhex("0061736d01000000" + "0109" + "02" + "60017f017e" + "600000")
    assert declared.types(module) == [(b"\x7f", b"\x7e"), (b"", b"")]
    assert declared.imported(module) == [] and declared.exported(module) == {}
