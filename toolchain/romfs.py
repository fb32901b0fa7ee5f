"""MicroPython's read-only file system (MicroPython's docs, "ROMFS", and extmod/vfs_rom.c): one image with all modules.

What is imported from it is read where it lies. From Emscripten's file system MicroPython reads 16 bytes at a time,
each through JavaScript, and importing takes half as long again.
"""

from collections.abc import Mapping

MAGIC = b"\xd2\xcd\x31"
DATA, FOLDER, FILE = 2, 4, 5
"""Kinds of records: what a file holds, a folder, a file."""


def image(files: Mapping[str, bytes]) -> bytes:
    """{path: bytes} as an image, paths with slashes between their parts. Of even length, as others make it."""
    inside = _folder(files)
    length = _number(len(inside))
    filler = b"\x80" if (len(MAGIC) + len(length) + len(inside)) % 2 else b""  # a leading zero digit
    return MAGIC + filler + length + inside


def _folder(files: Mapping[str, bytes]) -> bytes:
    """The records of what lies in a folder: its files, then its folders."""
    inside = b"".join(_record(FILE, _named(path) + _record(DATA, files[path])) for path in files if "/" not in path)
    for name in dict.fromkeys(path.split("/")[0] for path in files if "/" in path):
        below = {path.removeprefix(f"{name}/"): data for path, data in files.items() if path.startswith(f"{name}/")}
        inside += _record(FOLDER, _named(name) + _folder(below))
    return inside


def _record(kind: int, data: bytes) -> bytes:
    return _number(kind) + _number(len(data)) + data


def _named(name: str) -> bytes:
    encoded = name.encode()
    return _number(len(encoded)) + encoded


def _number(value: int) -> bytes:
    """Seven bits a byte, the highest first; all but the last have their eighth bit set."""
    digits = [value & 0x7F]
    while value := value >> 7:
        digits.append(0x80 | value & 0x7F)
    return bytes(reversed(digits))
