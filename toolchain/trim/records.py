"""What a changed function leaves in memory of onnxruntime's objects: 24 letters of a name and a number each."""

import struct

from toolchain.trim.binary import unsigned
from toolchain.trim.instructions import (
    I32_CONST,
    I32_LOAD,
    I32_LOAD8_S,
    I32_LT_S,
    I32_STORE,
    I64_LOAD,
    I64_STORE,
    LOCAL_GET,
    SELECT,
)  # fmt: skip

RECORD = 32
"""Bytes of a record."""
LETTERS = 24
"""Of a name; a shorter one ends with 0."""


def kept(place: bytes, mark: int, named: bytes, number: bytes) -> bytes:
    """Code that keeps a record at address `place` + `mark`. `place`, `named` and `number` are code that puts something
    on the stack: an address, that of an object which begins with its name (a std::string of libc++), and the number."""
    # Up to ten letters lie in the string itself, whose last byte is negative where it is but an address of them.
    letters = named + bytes([I32_LOAD, 2, 0]) + named + named + bytes([I32_LOAD8_S, 0, 11, I32_CONST, 0])
    letters += bytes([I32_LT_S, SELECT])
    made = b""
    for offset in range(0, LETTERS, 8):
        made += place + letters + bytes([I64_LOAD, 0, offset, I64_STORE, 0]) + unsigned(mark + offset)
    return made + place + number + bytes([I32_STORE, 2]) + unsigned(mark + LETTERS)


def read(records: bytes) -> list[tuple[str, int]]:
    """Name, of which LETTERS count, and number of each record in turn."""
    found = struct.iter_unpack(f"<{LETTERS}si4x", records)
    return [(name.partition(b"\0")[0].decode("ascii", "replace"), number) for name, number in found]


def local(number: int) -> bytes:
    """Code for a variable of the function."""
    return bytes([LOCAL_GET]) + unsigned(number)


def loaded(address: bytes, offset: int) -> bytes:
    """Code for the 32-bit number at an address, which is code, and so many bytes further."""
    return address + bytes([I32_LOAD, 2]) + unsigned(offset)
