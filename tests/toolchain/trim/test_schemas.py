"""Schemas and kernels that no graph needs: which those are. That the graphs run without them, each build sees."""

import functools
import subprocess

import pytest

from toolchain import node, runtimes
from toolchain.errors import BuildError
from toolchain.trim import binary, declared, kernels, runtime, schemas
from toolchain.trim.instructions import LOCAL_GET, LOCAL_SET, LOCAL_TEE, instructions
from toolchain.trim.kernels import Kernel

KNOWN = [("Pad", 1), ("Pad", 2), ("Pad", 19), ("Pad", 21), ("Erf", 13)]


@functools.cache
def whole() -> bytes:
    return runtimes.file("onnxruntime-web", "ort-wasm-simd-threaded.wasm").read_bytes()


def test_the_newest_schema_that_the_opset_has_is_wanted() -> None:
    assert schemas.wanted(KNOWN, [("", "Pad", 20)]) == {("Pad", 19)}
    assert schemas.wanted(KNOWN, [("", "Pad", 1), ("", "Erf", 20)]) == {("Pad", 1), ("Erf", 13)}
    with pytest.raises(BuildError, match=":Erf"):
        schemas.wanted(KNOWN, [("", "Erf", 12)])


def test_another_function_stops_the_build() -> None:
    with pytest.raises(BuildError, match="in another way"):
        schemas.parts(bytes.fromhex("00410b1a0b"))
    with pytest.raises(BuildError, match="in another way"):
        kernels.loops([bytes.fromhex("00410b1a0b")], {0})


def test_nothing_is_read_that_is_not_set() -> None:
    """What is left of the function sets every variable that it reads, as the whole does."""
    bodies = binary.bodies(whole())
    parts = schemas.parts(bodies[schemas.number(bodies)])
    few = [(str(k), 1) for k in range(len(parts.calls))]
    slim = schemas.without(parts, few, {("40", 1), ("500", 1)})
    assert 1000 < len(slim) < len(parts.body) / 3
    assert slim[:1000] == parts.body[:1000] and slim[-40:] == parts.body[-40:]
    read, written = set(), set()
    for one in instructions(slim, binary.after_locals(slim)):
        if one.code == LOCAL_GET and one.number not in written:
            read.add(one.number)
        elif one.code in (LOCAL_SET, LOCAL_TEE):
            written.add(one.number)
    assert not read


def test_functions_of_kernels_are_found_in_the_table() -> None:
    script = (
        "const fs = require('fs'); const module = new WebAssembly.Module(fs.readFileSync(process.argv[1]));"
        "console.log(WebAssembly.Module.imports(module).filter(({ kind }) => kind === 'function').length);"
    )
    path = runtimes.file("onnxruntime-web", "ort-wasm-simd-threaded.wasm")
    done = subprocess.run([node.node(), "-e", script, path], capture_output=True, text=True, check=True)
    imports, table = len(declared.imported(whole())), dict(kernels._table(whole()))
    assert imports == int(done.stdout) and len(table) > 1000
    assert max(table.values()) < imports + len(binary.bodies(whole()))
    first, second, third = sorted(table)[:3]
    given = [[Kernel("", first), Kernel("Conv", second), Kernel("Erf", third)]]
    assert kernels.needless(whole(), given, {"Conv"}) == {table[third] - imports: table[first] - imports}
    assert kernels.needless(whole(), given, {"Conv", "Erf"}) == {}


def test_every_operator_of_the_graphs_is_counted() -> None:
    found = runtime._operators()
    assert ("", "Conv", 20) in found and ("com.microsoft", "FusedConv", 1) in found
    assert len(found) > 60
