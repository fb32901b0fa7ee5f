"""WebAssembly's instructions on onnxruntime's own, and by hand."""

from itertools import pairwise

import pytest

from toolchain import runtimes
from toolchain.errors import BuildError
from toolchain.trim import binary
from toolchain.trim.instructions import BLOCK, END, I32_CONST, LOCAL_GET, instructions


def test_every_body_ends_where_its_last_instruction_does() -> None:
    """Of the longest functions but one, which hold every kind of instruction, and of one in 400."""
    bodies = binary.bodies(runtimes.file("onnxruntime-web", "ort-wasm-simd-threaded.wasm").read_bytes())
    for body in sorted(bodies, key=len)[-40:-1] + bodies[::400]:
        found = list(instructions(body, binary.after_locals(body)))
        assert found[0].start == binary.after_locals(body) and found[-1].end == len(body)
        assert found[-1].code == END and found[-1].depth == -1 and min(one.depth for one in found[:-1]) == 0
        assert all(one.end == following.start for one, following in pairwise(found))


def test_nesting_and_numbers() -> None:
    body = bytes.fromhex("00" + "0240" + "20c001" + "41e400" + "0b" + "fd0c" + "00" * 16 + "1a" + "0b")
    found = [(one.code, one.depth, one.number) for one in instructions(body, binary.after_locals(body))]
    assert found[:4] == [(BLOCK, 0, 64), (LOCAL_GET, 1, 192), (I32_CONST, 1, 100), (END, 0, 0)]
    assert len(found) == 7 and found[-1] == (END, -1, 0)


def test_an_unknown_instruction_stops_the_build() -> None:
    with pytest.raises(BuildError, match="0x6 is not known"):
        list(instructions(bytes.fromhex("000640"), 1))
