"""WebAssembly's binary format, as far as function bodies go (WebAssembly Core Specification 2, section 5)."""

from collections.abc import Callable, Iterator

HEADER = 8
"""Bytes of magic number and version."""
CODE = 10
"""Number of the section that holds the bodies."""
NULLABLE_REFERENCE, REFERENCE = 0x63, 0x64
"""Types of locals that are followed by one more number."""
EMPTY = bytes([0, 0, 0x0B])
"""No locals, `unreachable`, `end`: a body that stops the program."""


def with_bodies(module: bytes, change: Callable[[int, bytes], bytes]) -> bytes:
    """The module with each function's body replaced by `change(number, body)`; numbers leave imports out."""
    made = bytearray(module[:HEADER])
    for kind, content in sections(module):
        if kind == CODE:
            bodies = [change(number, body) for number, body in enumerate(_bodies(content))]
            content = unsigned(len(bodies)) + b"".join(unsigned(len(body)) + body for body in bodies)
        made += bytes([kind]) + unsigned(len(content)) + content
    return bytes(made)


def bodies(module: bytes) -> list[bytes]:
    """Every function's body, in order."""
    return [body for kind, content in sections(module) if kind == CODE for body in _bodies(content)]


def after_locals(body: bytes) -> int:
    """Where the instructions begin."""
    groups, at = leb(body, 0)
    for _ in range(groups):
        _, at = leb(body, at)
        kind = body[at]
        at += 1
        if kind in (NULLABLE_REFERENCE, REFERENCE):
            _, at = leb(body, at)
    return at


def leb(data: bytes, at: int) -> tuple[int, int]:
    """A LEB128 number, read as unsigned, and where it ends."""
    number = shift = 0
    while True:
        byte = data[at]
        at += 1
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return number, at


def unsigned(number: int) -> bytes:
    """LEB128."""
    made = bytearray()
    while True:
        low, number = number & 127, number >> 7
        made.append(low | (128 if number else 0))
        if not number:
            return bytes(made)


def signed(number: int) -> bytes:
    """LEB128 of a number from 0 on, as instructions hold their constants."""
    made = bytearray()
    while True:
        low, number = number & 127, number >> 7
        if not number and not low & 64:
            made.append(low)
            return bytes(made)
        made.append(low | 128)


def sections(module: bytes) -> Iterator[tuple[int, bytes]]:
    """(number, content) of each, in order."""
    at = HEADER
    while at < len(module):
        size, start = leb(module, at + 1)
        yield module[at], module[start : start + size]
        at = start + size


def _bodies(code: bytes) -> Iterator[bytes]:
    count, at = leb(code, 0)
    for _ in range(count):
        size, start = leb(code, at)
        yield code[start : start + size]
        at = start + size
