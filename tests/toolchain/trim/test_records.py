"""Records of onnxruntime's objects, on a module written by hand."""

import json
import subprocess

from toolchain import node
from toolchain.trim import records
from toolchain.trim.binary import unsigned
from toolchain.trim.instructions import END, I32_CONST

STRINGS = {64: b"Pad".ljust(11, b"\0") + b"\x03", 128: (256).to_bytes(4, "little") + bytes(7) + b"\x80"}
"""Two objects: a short name within itself, and one that lies elsewhere."""
LONG = b"QLinearGlobalAveragePool2D\0"
MARK = 512


def left() -> bytes:
    """What a function leaves of both: records of 64 + 7 and 128 + 7."""
    code = b""
    for k in (0, 1):
        place = bytes([I32_CONST]) + unsigned(records.RECORD * k)
        named = bytes([I32_CONST]) + (b"\xc0\x00" if k == 0 else b"\x80\x01")
        code += records.kept(place, MARK, named, records.loaded(named, 12))
    body = bytes([0]) + code + bytes([END])
    module = bytes.fromhex("0061736d01000000" + "010401600000" + "03020100" + "0503010001")
    module += bytes.fromhex("0709" + "02" + "016d0200" + "01660000")
    section = unsigned(1) + unsigned(len(body)) + body
    module += bytes([10]) + unsigned(len(section)) + section
    memory = {**STRINGS, 76: (7).to_bytes(4, "little"), 140: (19).to_bytes(4, "little"), 256: LONG}
    script = (
        f"const module = new WebAssembly.Module(Uint8Array.from({list(module)}));"
        "const { exports } = new WebAssembly.Instance(module); const bytes = new Uint8Array(exports.m.buffer);"
        f"for (const [at, given] of {[[at, list(given)] for at, given in memory.items()]}) bytes.set(given, at);"
        f"exports.f(); console.log(JSON.stringify([...bytes.slice({MARK}, {MARK + 2 * records.RECORD})]));"
    )
    done = subprocess.run([node.node(), "-e", script], capture_output=True, text=True, check=True)
    return bytes(json.loads(done.stdout))


def test_names_are_found_within_the_object_and_elsewhere() -> None:
    assert records.read(left()) == [("Pad", 7), ("QLinearGlobalAveragePool", 19)]
