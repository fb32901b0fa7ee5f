"""WebAssembly's instructions: how long they are and how they nest (WebAssembly Core Specification 2, section 5.4)."""

from collections.abc import Iterator
from typing import NamedTuple

from toolchain.errors import BuildError
from toolchain.trim.binary import leb

UNREACHABLE, NOP, BLOCK, LOOP, IF, ELSE, END, BR, BR_IF, BR_TABLE, RETURN = 0, 1, 2, 3, 4, 5, 11, 12, 13, 14, 15
CALL, CALL_INDIRECT, DROP, SELECT, SELECT_TYPED = 0x10, 0x11, 0x1A, 0x1B, 0x1C
LOCAL_GET, LOCAL_SET, LOCAL_TEE, GLOBAL_GET, GLOBAL_SET, TABLE_GET, TABLE_SET = range(0x20, 0x27)
I32_LOAD, I64_LOAD, I32_LOAD8_S, I32_STORE, I64_STORE, I32_STORE8 = 0x28, 0x29, 0x2C, 0x36, 0x37, 0x3A
MEMORY = range(0x28, 0x3F)
MEMORY_SIZE, MEMORY_GROW, I32_CONST, I64_CONST, F32_CONST, F64_CONST = range(0x3F, 0x45)
I32_EQZ, I32_EQ, I32_NE, I32_LT_S, I32_MUL = 0x45, 0x46, 0x47, 0x48, 0x6C
REF_NULL, REF_IS_NULL, REF_FUNC = 0xD0, 0xD1, 0xD2
NUMBERS, VECTORS, ATOMICS = 0xFC, 0xFD, 0xFE
"""First bytes of longer codes: bulk memory, SIMD, threads."""
OPENING = (BLOCK, LOOP, IF)
NONE = {UNREACHABLE, NOP, ELSE, END, RETURN, DROP, SELECT, REF_IS_NULL, *range(0x45, 0xC5)}
ONE = {
    *OPENING, BR, BR_IF, CALL, LOCAL_GET, LOCAL_SET, LOCAL_TEE, GLOBAL_GET, GLOBAL_SET, TABLE_GET, TABLE_SET,
    MEMORY_SIZE, MEMORY_GROW, I32_CONST, I64_CONST, REF_NULL, REF_FUNC,
}  # fmt: skip
"""Codes by how many numbers follow them."""
BULK = {8: 2, 9: 1, 10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1, 16: 1, 17: 1}
FENCE = 3


class Instruction(NamedTuple):
    """Bytes `start` to `end` of the body, inside `depth` blocks; `number` is the last that follows the code, 0 where
    there is none."""

    start: int
    end: int
    depth: int
    code: int
    number: int


def instructions(body: bytes, at: int) -> Iterator[Instruction]:
    """All from byte `at` on. Raises BuildError for one that is not known here."""
    depth = 0
    while at < len(body):
        start, code = at, body[at]
        number, at = _given(body, at + 1, code)
        depth -= code in (END, ELSE)
        yield Instruction(start, at, depth, code, number)
        depth += code in (*OPENING, ELSE)


def _given(body: bytes, at: int, code: int) -> tuple[int, int]:
    """The last number that follows a code, and where the next instruction begins."""
    if code in NONE:
        return 0, at
    if code in ONE:
        return leb(body, at)
    if code in MEMORY or code == CALL_INDIRECT:
        return _numbers(body, at, 2)
    if code in (F32_CONST, F64_CONST):
        return 0, at + (4 if code == F32_CONST else 8)
    if code in (BR_TABLE, SELECT_TYPED):
        count, at = leb(body, at)
        return _numbers(body, at, count + (code == BR_TABLE))
    if code not in (NUMBERS, VECTORS, ATOMICS):
        raise BuildError(f"WebAssembly's instruction {code:#x} is not known to toolchain/trim/instructions.py.")
    kind, at = leb(body, at)
    if code == NUMBERS:
        return _numbers(body, at, BULK.get(kind, 0))
    if code == ATOMICS:
        return _numbers(body, at, 1 if kind == FENCE else 2)
    return _vector(body, at, kind)


def _vector(body: bytes, at: int, kind: int) -> tuple[int, int]:
    """After a code of SIMD: 16 bytes, an address, an address and a lane, a lane, or nothing."""
    if kind in (12, 13):
        return 0, at + 16
    if kind <= 11 or kind in (92, 93):
        return _numbers(body, at, 2)
    if 84 <= kind <= 91:
        return _numbers(body, at, 3)
    return _numbers(body, at, 1 if 21 <= kind <= 34 else 0)


def _numbers(body: bytes, at: int, count: int) -> tuple[int, int]:
    number = 0
    for _ in range(count):
        number, at = leb(body, at)
    return number, at
