"""JPEG heads made by hand, segment by segment. Also used on MicroPython."""

import struct

TABLES = b"\xff\xdb\x00\x43\x00" + bytes(64)
SCAN = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00"
END = b"\xff\xd9"


def segment(marker: int, payload: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload


def frame(width: int, height: int, components: int = 3, marker: int = 0xC0) -> bytes:
    parts = b"".join([bytes([i + 1, 0x11, 0]) for i in range(components)])
    return segment(marker, struct.pack(">BHHB", 8, height, width, components) + parts)


def jfif(unit: int = 1, across: int = 72) -> bytes:
    return segment(0xE0, b"JFIF\0" + struct.pack(">HBHHBB", 0x0102, unit, across, across, 0, 0))


def tiff(entries: list[tuple[int, int, int]], order: str = "<", gps: list[tuple[int, int, int]] | None = None) -> bytes:
    """A TIFF block: entries are (tag, kind 3 or 4 or 5, value); `gps` becomes the GPS directory (tag 0x8825).

    Kind 5 takes (numerator << 16 | denominator) and is stored after the directories.
    """
    entries = list(entries)
    first = 8
    second = first + 2 + 12 * (len(entries) + (1 if gps is not None else 0)) + 4
    after = second + (2 + 12 * len(gps) + 4 if gps is not None else 0)
    if gps is not None:
        entries.append((0x8825, 4, second))
    block = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "I", first)
    rationals = b""
    for directory in [entries] + ([gps] if gps is not None else []):
        block += struct.pack(order + "H", len(directory))
        for tag, kind, value in directory:
            if kind == 3:
                block += struct.pack(order + "HHIHH", tag, 3, 1, value, 0)
            elif kind == 4:
                block += struct.pack(order + "HHII", tag, 4, 1, value)
            else:
                block += struct.pack(order + "HHII", tag, 5, 1, after + len(rationals))
                rationals += struct.pack(order + "II", value >> 16, value & 0xFFFF)
        block += struct.pack(order + "I", 0)
    return block + rationals


def exif(block: bytes) -> bytes:
    return segment(0xE1, b"Exif\0\0" + block)


def jpeg(*segments: bytes) -> bytes:
    """SOI, the segments, quantisation table, a scan of a few bytes."""
    return b"\xff\xd8" + b"".join(segments) + SCAN + b"\x12\x34\x56" + END
