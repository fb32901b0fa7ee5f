"""Ways that no graph of ours takes, left out of the function of operator Cast.

It holds the code for every pair of types that a number can be turned from and into, of which our graphs need a handful:
3 of its 90 KB run. The first graph that runs waits until all of it is compiled, and a browser soon compiles it again
while the first photo is looked at. Left out is what is chosen by a type alone, which a graph says and no photo can
change.
"""

from collections.abc import Sequence

from toolchain.errors import BuildError
from toolchain.trim.binary import after_locals, signed
from toolchain.trim.dead_ends import FIRST, OUT, Stretches, stopped_at
from toolchain.trim.instructions import (
    BR_IF,
    BR_TABLE,
    ELSE,
    END,
    I32_CONST,
    I32_EQ,
    I32_NE,
    I32_STORE8,
    IF,
    Instruction,
    instructions,
)  # fmt: skip

WAYS = 9
"""From so many on a switch is one over types; those that finish the last numbers of a loop have eight at most."""
TYPES = range(5, 27)
"""Numbers of types that are compared with (TensorProto.DataType of ONNX 1.23), less those that small counts have."""
LEAST = 40
"""Switches over types that there must be."""


class Typed(Stretches):
    """The stretches of a function, which of them end in a choice by type, and how many of these are switches."""

    def __init__(self, body: bytes) -> None:
        self.choices: set[int] = set()
        self.switches = 0
        self._last: list[Instruction] = []
        super().__init__(body, lambda _: False)

    def take(self, instruction: Instruction) -> None:
        is_switch = instruction.code == BR_TABLE and len(self.depths(instruction)) >= WAYS
        self.switches += is_switch
        if is_switch or (instruction.code in (IF, BR_IF) and self._compares()):
            self.choices.add(self.now)
        self._last = [*self._last[-1:], instruction]
        super().take(instruction)

    def _compares(self) -> bool:
        """Whether a number was just compared with that of a type."""
        codes = [one.code for one in self._last]
        return codes in ([I32_CONST, I32_EQ], [I32_CONST, I32_NE]) and self._last[0].number in TYPES


def number(bodies: Sequence[bytes], among: set[int]) -> int:
    """Of the function, one of `among`. Raises BuildError where there is none."""
    switches = {k: Typed(bodies[k]).switches for k in among if bodies[k].count(BR_TABLE) >= LEAST}
    found = max(switches, key=lambda k: switches[k], default=-1)
    if switches.get(found, 0) < LEAST:
        raise BuildError("This onnxruntime-web turns types into each other in another way: see toolchain/trim/ways.py.")
    return found


def telling(body: bytes, mark: int) -> bytes:
    """The body, which stores a 1 at `mark` + k when it comes to its k-th place of `_places`."""
    start = after_locals(body)
    places = {at: mark + k for k, at in enumerate(_places(body))}
    made = bytearray(body[:start])
    for one in instructions(body, start):
        if one.start in places:
            made += bytes([I32_CONST]) + signed(places[one.start]) + bytes([I32_CONST, 1, I32_STORE8, 0, 0])
        made += body[one.start : one.end]
    return bytes(made)


def without(body: bytes, marks: bytes) -> bytes:
    """The body without what a type has to be chosen for that `telling` left no mark of."""
    found = Typed(body)
    needless = {at for at, mark in zip(_places(body), marks, strict=False) if not mark}
    for stretch in found.choices:
        found.after[stretch] = {way for way in found.after[stretch] if found.starts[way] not in needless}
    reached, newest = {FIRST}, [FIRST]
    while newest:
        new = found.after[newest.pop()] - reached
        reached |= new
        newest += new
    return stopped_at(body, set(found.starts) - {found.starts[stretch] for stretch in reached | {OUT}})


def _places(body: bytes) -> list[int]:
    """Where the stretches begin that hold an instruction."""
    starts = set(Typed(body).starts)
    found = instructions(body, after_locals(body))
    return [one.start for one in found if one.start in starts and one.code not in (ELSE, END)]
