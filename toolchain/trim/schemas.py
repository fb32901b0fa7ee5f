"""Descriptions of operators that no graph of ours has, left out of what onnxruntime registers when it starts.

One function of 0.9 MB describes all operators of all versions one after another (ONNX calls a description a schema),
each ending in a call that registers it. Compiling and running it takes a browser a tenth of a second of its first
verdict. Here the parts of that function are found, one for each schema, and those that nobody needs taken out.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from toolchain.errors import BuildError
from toolchain.trim.binary import after_locals, signed
from toolchain.trim.instructions import (
    CALL,
    CALL_INDIRECT,
    DROP,
    I32_CONST,
    I32_LOAD,
    LOCAL_GET,
    LOCAL_SET,
    LOCAL_TEE,
    Instruction,
    instructions,
)  # fmt: skip
from toolchain.trim.records import LETTERS, RECORD, kept, loaded, local

REGISTERED = (LOCAL_GET, LOCAL_GET, LOCAL_GET, I32_LOAD, I32_LOAD, CALL_INDIRECT, LOCAL_GET, CALL, DROP)
"""How a part ends: a function object and the schema are put down, the object's function is called with them, and the
schema is destroyed."""
LEAST = 300
"""Schemas that there must be."""
BEGINS = int.from_bytes(b"unkn", "little")
"""A schema's name before it is given one; the second instruction of a part that does nothing but describe."""
VERSION = 152
"""Bytes from a schema's beginning to the number of the opset it came with; its name is the beginning."""
Schema = tuple[str, int]
"""Name, of which LETTERS count, and version."""


class Parts(NamedTuple):
    """The function's `body`, its `instructions`, and of each schema in turn the index of the first instruction of the
    call that registers it."""

    body: bytes
    instructions: Sequence[Instruction]
    calls: Sequence[int]

    def ends(self, k: int) -> int:
        """Index of the first instruction after part `k`."""
        return self.calls[k] + len(REGISTERED)

    def within(self, k: int) -> Sequence[Instruction]:
        """Part `k`, which is not the first."""
        return self.instructions[self.ends(k - 1) : self.ends(k)]


def number(bodies: Sequence[bytes]) -> int:
    """Of the function among all of the module."""
    return max(range(len(bodies)), key=lambda k: len(bodies[k]))


def parts(body: bytes) -> Parts:
    """Raises BuildError where the function is another than expected."""
    found = list(instructions(body, after_locals(body)))
    codes = bytes(one.code for one in found)
    calls, at = [], codes.find(bytes(REGISTERED))
    while at >= 0:
        if found[at].number == found[at + 2].number and found[at + 1].number == found[at + 6].number:
            calls.append(at)
        at = codes.find(bytes(REGISTERED), at + 1)
    if len(calls) < LEAST:
        raise BuildError("This onnxruntime-web describes its operators in another way: see toolchain/trim/schemas.py.")
    return Parts(body, found, calls)


def telling(given: Parts, mark: int) -> bytes:
    """The body, which leaves a record of each schema in memory from `mark` on, its name and version."""
    made, done = bytearray(), 0
    for k, call in enumerate(given.calls):
        start, schema = given.instructions[call].start, local(given.instructions[call + 1].number)
        place = bytes([I32_CONST]) + signed(RECORD * k)
        made += given.body[done:start] + kept(place, mark, schema, loaded(schema, VERSION))
        done = start
    return bytes(made + given.body[done:])


def wanted(schemas: Sequence[Schema], operators: Iterable[tuple[str, str, int]]) -> set[Schema]:
    """The newest schema of each operator, (domain, name, opset), that is not newer than the opset. Raises BuildError
    where there is none."""
    found = set()
    for domain, name, opset in operators:
        versions = [version for known, version in schemas if known == name[:LETTERS] and 1 <= version <= opset]
        if not versions:
            raise BuildError(f"onnxruntime-web describes no operator {domain}:{name}.")
        found.add((name[:LETTERS], max(versions)))
    return found


def without(given: Parts, schemas: Sequence[Schema], needed: set[Schema]) -> bytes:
    """The body without schemas that are not `needed`, as far as what is left does not build upon them."""
    left = {0} | {k for k in range(1, len(schemas)) if schemas[k] in needed or _does_more(given, k)}
    while True:
        ranges = list(_ranges(given, left))
        missed = {_part_of(given, at) for at in _lost(given, ranges)}
        if not missed:
            break
        left |= missed
    made, done = bytearray(), 0
    for first, end in ranges:
        made += given.body[done : given.instructions[first].start]
        done = given.instructions[end].start
    return bytes(made + given.body[done:])


def _does_more(given: Parts, k: int) -> bool:
    """Whether a part also goes on to the next set of operators, or stands in a block of its own."""
    inside, depth = given.within(k), given.instructions[given.calls[k]].depth
    plain = inside[1].code == I32_CONST and inside[1].number == BEGINS
    same = depth == given.instructions[given.calls[k - 1]].depth
    return not plain or not same or min(one.depth for one in inside) < depth


def _ranges(given: Parts, kept: set[int]) -> Iterable[tuple[int, int]]:
    """First instruction and the one after the last of every row of parts that are not kept."""
    k = 1
    while k < len(given.calls):
        first = k
        while k < len(given.calls) and k not in kept:
            k += 1
        if k > first:
            yield given.ends(first - 1), given.ends(k - 1)
        k += 1


def _lost(given: Parts, ranges: Sequence[tuple[int, int]]) -> set[int]:
    """Instructions in `ranges` that set a variable which is read outside before it is set again."""
    gone = bytearray(len(given.instructions))
    for first, end in ranges:
        gone[first:end] = b"\1" * (end - first)
    last: dict[int, int] = {}
    lost = set()
    for at, one in enumerate(given.instructions):
        if one.code in (LOCAL_SET, LOCAL_TEE):
            last[one.number] = at
        elif one.code == LOCAL_GET and not gone[at] and gone[last.get(one.number, 0)]:
            lost.add(last[one.number])
    return lost


def _part_of(given: Parts, at: int) -> int:
    return next(k for k in range(len(given.calls)) if at < given.ends(k))
