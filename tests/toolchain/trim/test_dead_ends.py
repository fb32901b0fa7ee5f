"""What leads to a left-out function: gone, and nothing else; programs give what they gave, or stop as they stopped."""

import json
import subprocess

import pytest

from toolchain import node, runtimes
from toolchain.trim import binary, dead_ends
from toolchain.trim.instructions import CALL, UNREACHABLE, instructions

# Written by hand, function 0 is left out: local 0 is what the function is given, local 1 its own.
GIVEN, OWN, SET, OUT, RESULT = "2000", "2001", "2101", "1000", "1001"
"""Get either, set the own one, call the left-out function, call one that gives 5."""
PROGRAMS = {
    "a way to it": f"{GIVEN} 0440 {OUT} 0b {GIVEN}",
    "the other way": f"{GIVEN} 047f {RESULT} 05 {OUT} 4107 0b",
    "both ways": f"{GIVEN} 0440 {OUT} 05 {OUT} 0b 4101",
    "past it": f"0240 {GIVEN} 0d00 {OUT} 0b 4103",
    "out of two blocks": f"0240 0240 {GIVEN} 0d01 {RESULT} {SET} {OUT} 0b 4109 {SET} 0b {OWN}",
    "after a block that is left early": f"0240 {GIVEN} 4101 46 0d00 4102 {SET} {GIVEN} 0d00 410b 0f 0b {OUT} 4101",
    "one way of many": f"0240 0240 0240 {GIVEN} 0e020001 02 0b 4107 0f 0b {OUT} 0b 4108",
    "all ways of many": f"0240 0240 {GIVEN} 0e0100 01 0b {OUT} 0b {OUT} 4101",
    "round and round": f"0340 {GIVEN} 4101 6b 2200 0d00 {OUT} 0b 4101",
    "out of a loop": f"0240 0340 {OWN} 4101 6a 2201 {GIVEN} 46 0d01 {OWN} 410a 48 0d00 {OUT} 0b 0b {OWN}",
    "before it comes": f"{RESULT} {SET} {GIVEN} 0440 {OWN} 0f 0b {OUT} {OWN}",
    "a loop without end but for it": f"{GIVEN} 0440 0340 {OUT} 0c00 0b 0b 4106",
    "with something on the stack": f"4105 {GIVEN} 047f {OUT} 4101 05 4102 0b 6a",
    "stops by itself": f"{GIVEN} 0440 {RESULT} {SET} 00 0b {OWN}",
}


def module(program: str) -> bytes:
    """Types () -> (), () -> i32 and i32 -> i32; functions: the left-out one, one that gives 5, and the program."""
    code = bytes([1, 1, 0x7F]) + bytes.fromhex(program) + b"\x0b"
    bodies = [binary.EMPTY, bytes.fromhex("0041050b"), code]
    section = bytes([3]) + b"".join(binary.unsigned(len(body)) + body for body in bodies)
    return bytes.fromhex(
        "0061736d01000000" + "010d03 600000 6000017f 60017f017f" + "030403000102" + "0705010166 0002"
    ) + bytes([binary.CODE]) + binary.unsigned(len(section)) + section  # fmt: skip


def results(wasm: bytes) -> list[object]:
    """What the program gives for 0 to 6, or the name of what it throws."""
    script = (
        f"const {{ f }} = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from({list(wasm)}))).exports;"
        "const one = (n) => { try { return f(n); } catch (error) { return error.constructor.name; } };"
        "console.log(JSON.stringify([0, 1, 2, 3, 4, 5, 6].map(one)));"
    )
    done = subprocess.run([node.node(), "-e", script], capture_output=True, text=True, check=True)
    made: list[object] = json.loads(done.stdout)
    return made


@pytest.mark.parametrize("name", PROGRAMS)
def test_programs_give_what_they_gave(name: str) -> None:
    before = module(PROGRAMS[name])
    after = dead_ends.left_out(before)
    assert results(after) == results(before)
    assert CALL not in calls_to(after, 0), "no way leads there any more"
    assert dead_ends.left_out(after) == after


def calls_to(wasm: bytes, number: int) -> list[int]:
    body = binary.bodies(wasm)[2]
    found = instructions(body, binary.after_locals(body))
    return [one.code for one in found if one.code == CALL and one.number == number]


def test_some_stop_and_some_do_not() -> None:
    """The programs above are of use: of one and the same some answers are numbers and some are stops."""
    given = [results(module(program)) for program in PROGRAMS.values()]
    mixed = [row for row in given if "RuntimeError" in row and any(isinstance(one, int) for one in row)]
    assert len(mixed) >= 8


def test_what_leads_nowhere_else_stays() -> None:
    """With nothing left out only what stands before a stop of onnxruntime's own goes."""
    bodies = binary.bodies(runtimes.file("onnxruntime-web", "ort-wasm-simd-threaded.wasm").read_bytes())
    for body in bodies[::300]:
        start = binary.after_locals(body)
        if UNREACHABLE not in {one.code for one in instructions(body, start)}:
            assert dead_ends.without(body, lambda number: False) == body
