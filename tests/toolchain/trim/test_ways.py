"""What is left of a choice by type: the ways that were taken, and all that no type decides."""

import json
import subprocess
from collections.abc import Sequence

import pytest

from toolchain import node, runtimes
from toolchain.errors import BuildError
from toolchain.trim import binary, ways

# Local 0 is what the program is given. A switch over nine ways, each followed by what it gives, the last for the rest.
SWITCH = "0240" * 9 + "2000 0e08 00 01 02 03 04 05 06 07 08 0b" + "".join(f"41{10 + way:02x} 0f 0b" for way in range(8))
PROGRAMS = {
    "a switch over types": f"{SWITCH} 4112",
    "a type compared with": "2000 410a 46 047f 4101 05 4102 0b",
    "left for a type": "0240 2000 410a 47 0d00 4103 0f 0b 4104",
    "a choice within a way": "2000 410a 46 047f 2000 4107 46 047f 4101 05 4102 0b 05 4103 0b",
    "nothing but an end for a type": "0240 2000 410a 46 0440 05 0b 0b 4105",
    "round and round": "0340 2000 4101 6b 2200 410a 4a 0d00 0b 2000 410a 46 047f 4101 05 4102 0b",
}
SMALL = {
    "a switch with four ways": "0240 0240 0240 0240 2000 0e03 00 01 02 03 0b 4101 0f 0b 4102 0f 0b 4103 0f 0b 4104",
    "a small number compared with": "2000 4102 46 047f 4101 05 4102 0b",
    "whether there is anything": "2000 45 047f 4101 05 4102 0b",
}
"""What is decided by counts as well: nothing of it goes."""
GIVEN = range(12)
MARKS = 64
"""Where the program leaves its marks; nothing else is in its memory."""


def module(body: bytes) -> bytes:
    """One function i32 -> i32, called f, and a memory of one page, called m."""
    section = bytes([1]) + binary.unsigned(len(body)) + body
    return bytes.fromhex(
        "0061736d01000000" + "0106 01 60017f017f" + "03020100" + "0503010001" + "0709 02 0166 0000 016d 0200"
    ) + bytes([binary.CODE]) + binary.unsigned(len(section)) + section  # fmt: skip


def run(body: bytes, given: Sequence[int]) -> tuple[list[object], bytes]:
    """What the program gives for each, or the name of what it throws, and its marks."""
    script = (
        f"const {{ f, m }} = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from({list(module(body))})))"
        ".exports; const one = (n) => { try { return f(n); } catch (error) { return error.constructor.name; } };"
        f"const made = {list(given)}.map(one);"
        f"console.log(JSON.stringify([made, [...new Uint8Array(m.buffer, {MARKS}, 256)]]));"
    )
    done = subprocess.run([node.node(), "-e", script], capture_output=True, text=True, check=True)
    made, marks = json.loads(done.stdout)
    return made, bytes(marks)


def program(text: str) -> bytes:
    return b"\0" + bytes.fromhex(text) + b"\x0b"


@pytest.mark.parametrize("name", PROGRAMS)
@pytest.mark.parametrize("watched", [(10,), (3, 7), (10, 11)])
def test_what_was_taken_gives_what_it_gave(name: str, watched: tuple[int, ...]) -> None:
    body = program(PROGRAMS[name])
    before, _ = run(body, GIVEN)
    told, marks = run(ways.telling(body, MARKS), watched)
    assert told == [before[one] for one in watched], "marks change nothing"
    after, _ = run(ways.without(body, marks), GIVEN)
    assert all(after[one] == before[one] for one in watched)
    assert all(now in (then, "RuntimeError") for then, now in zip(before, after, strict=True))


@pytest.mark.parametrize("name", list(PROGRAMS)[:4])
def test_what_was_not_taken_stops(name: str) -> None:
    body = program(PROGRAMS[name])
    _, marks = run(ways.telling(body, MARKS), [10])
    less = ways.without(body, marks)
    assert len(less) < len(body) and "RuntimeError" in run(less, GIVEN)[0]


@pytest.mark.parametrize("name", SMALL)
def test_counts_decide_as_before(name: str) -> None:
    body = program(SMALL[name])
    _, marks = run(ways.telling(body, MARKS), [1])
    assert ways.without(body, marks) == body


def test_the_function_is_found_in_the_runtime() -> None:
    bodies = binary.bodies(runtimes.file("onnxruntime-web", "ort-wasm-simd-threaded.wasm").read_bytes())
    found = ways.number(bodies, set(range(len(bodies))))
    assert len(bodies[found]) > 50_000
    with pytest.raises(BuildError, match=r"ways\.py"):
        ways.number(bodies, set(range(len(bodies))) - {found})
