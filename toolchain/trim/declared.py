"""What a WebAssembly module declares before its bodies: types, imports, exports (Core Specification 2, section 5.5)."""

from collections.abc import Iterator
from typing import NamedTuple

from toolchain.trim.binary import leb, sections

TYPES, IMPORTS, FUNCTIONS, EXPORTS = 1, 2, 3, 7
"""Numbers of sections."""
FUNCTION, TABLE, MEMORY = 0, 1, 2
"""Kinds of imports and exports."""


class Type(NamedTuple):
    """Of a function: a byte for each parameter and each result."""

    parameters: bytes
    results: bytes


class Import(NamedTuple):
    """An imported function; `type` is its number among the types."""

    name: str
    type: int


def types(module: bytes) -> list[Type]:
    """Of functions, in order; a module that declares others (groups, structures) cannot be read."""
    count, content, at = _list(module, TYPES)
    found = []
    for _ in range(count):
        given, at = _bytes(content, at + 1)  # after the byte that says it is a function's
        back, at = _bytes(content, at)
        found.append(Type(given, back))
    return found


def imported(module: bytes) -> list[Import]:
    """The imported functions, in order."""
    return list(_imported(module))


def exported(module: bytes) -> dict[str, int]:
    """Exported functions' numbers, imported ones counted."""
    count, content, at = _list(module, EXPORTS)
    found = {}
    for _ in range(count):
        name, at = _bytes(content, at)
        kind = content[at]
        number, at = leb(content, at + 1)
        if kind == FUNCTION:
            found[name.decode()] = number
    return found


def _imported(module: bytes) -> Iterator[Import]:
    count, content, at = _list(module, IMPORTS)
    for _ in range(count):
        _, at = _bytes(content, at)
        name, at = _bytes(content, at)
        kind, at = content[at], at + 1
        if kind == FUNCTION:
            number, at = leb(content, at)
            yield Import(name.decode(), number)
        elif kind in (TABLE, MEMORY):
            at += kind == TABLE  # its type comes first
            flags, at = leb(content, at)
            for _ in range(1 + (flags & 1)):
                _, at = leb(content, at)
        else:
            at += 2


def _list(module: bytes, number: int) -> tuple[int, bytes, int]:
    """How many a section lists, its content, and where the first begins."""
    content = dict(sections(module)).get(number, b"\0")
    count, at = leb(content, 0)
    return count, content, at


def _bytes(content: bytes, at: int) -> tuple[bytes, int]:
    """Bytes after their number, and where they end."""
    size, at = leb(content, at)
    return content[at : at + size], at + size
