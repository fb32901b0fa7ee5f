"""Kernels of operators that no graph of ours has, left out of what onnxruntime registers with its first session.

Four tables hold the functions that describe a kernel each. A loop per table calls them and registers what they give,
unless it is nothing, as the first of each table does: those that nobody needs get that one's body.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from toolchain.errors import BuildError
from toolchain.trim.binary import after_locals, leb, sections
from toolchain.trim.declared import imported
from toolchain.trim.instructions import (
    BLOCK,
    BR_IF,
    CALL_INDIRECT,
    I32_CONST,
    I32_EQZ,
    I32_LOAD,
    I32_MUL,
    LOCAL_GET,
    LOCAL_TEE,
    Instruction,
    instructions,
)  # fmt: skip
from toolchain.trim.records import LETTERS, RECORD, kept, loaded, local, read

CALLED = (LOCAL_TEE, LOCAL_GET, I32_LOAD, CALL_INDIRECT, BLOCK, LOCAL_GET, I32_LOAD, I32_EQZ, BR_IF)
"""In a loop: where the kernel is to be put, which function of the table, its call, and whether a kernel was put there.
The kernel's operator is its beginning."""
AREA = 0x1_0000
"""Bytes for the records of a loop."""
LOOPS = 4
LONGEST = 100_000
"""Bytes of a function among which it is looked for."""
ELEMENTS = 9
"""Number of the section that fills the table."""


class Loops(NamedTuple):
    """Of the function: its number and `body`, and of each loop the instructions CALLED."""

    number: int
    body: bytes
    calls: Sequence[Sequence[Instruction]]


class Kernel(NamedTuple):
    """LETTERS of an operator's name, "" for none, and the number in WebAssembly's table of what describes it."""

    operator: str
    place: int


def loops(bodies: Sequence[bytes], among: set[int]) -> Loops:
    """The function with the loops, one of `among`. Raises BuildError where there is none."""
    for number in sorted(among):
        body = bodies[number]
        if bytes([CALL_INDIRECT]) not in body or len(body) > LONGEST:
            continue
        found = list(instructions(body, after_locals(body)))
        codes, calls = bytes(one.code for one in found), []
        at = codes.find(bytes(CALLED))
        while at >= 0:
            calls.append(found[at : at + len(CALLED)])
            at = codes.find(bytes(CALLED), at + 1)
        if len(calls) == LOOPS:
            return Loops(number, body, calls)
    raise BuildError("This onnxruntime-web registers its kernels in another way: see toolchain/trim/kernels.py.")


def telling(given: Loops, mark: int) -> bytes:
    """The body, which leaves a record of each kernel in memory from `mark` on: the name of its operator and the number
    in WebAssembly's table of what describes it. A loop's records begin AREA bytes after those of the one before."""
    made, done = bytearray(), 0
    for k, call in enumerate(given.calls):
        _, which, table, _, behind, where, kernel, *_ = call
        place = local(which.number) + bytes(
            [I32_CONST, RECORD // 4, I32_MUL]
        )  # its offset in the table of 4 bytes each
        named, index = loaded(local(where.number), kernel.number), loaded(local(which.number), table.number)
        made += given.body[done : behind.start] + kept(place, mark + AREA * k, named, index)
        done = behind.start
    return bytes(made + given.body[done:])


def told(records: bytes) -> list[list[Kernel]]:
    """What `telling` has left, by loop; the first of each is none."""
    found = []
    for loop in range(LOOPS):
        first, *others = (Kernel(*record) for record in read(records[AREA * loop : AREA * (loop + 1)]))
        found.append([Kernel("", first.place), *(one for one in others if one.place)])
    return found


def needless(module: bytes, kernels: Sequence[Sequence[Kernel]], operators: set[str]) -> dict[int, int]:
    """Number of each function that describes a kernel of no operator among `operators` -> number of one that describes
    none."""
    table, before = dict(_table(module)), len(imported(module))
    names = {name[:LETTERS] for name in operators}
    needed = {table[one.place] for loop in kernels for one in loop[1:] if one.operator in names}
    found: dict[int, int] = {}
    for loop in kernels:
        nothing = table[loop[0].place]
        found |= {table[one.place] - before: nothing - before for one in loop[1:] if table[one.place] not in needed}
    return found


def _table(module: bytes) -> Iterator[tuple[int, int]]:
    """(place in the table, number of the function, imports counted), of segments that are put there at the start."""
    content = dict(sections(module))[ELEMENTS]
    count, at = leb(content, 0)
    for _ in range(count):
        if content[at] != 0 or content[at + 1] != I32_CONST:
            raise BuildError("This onnxruntime-web fills its table in another way: see toolchain/trim/kernels.py.")
        first, at = leb(content, at + 2)
        size, at = leb(content, at + 1)  # past `end`
        for place in range(size):
            number, at = leb(content, at)
            yield first + place, number
