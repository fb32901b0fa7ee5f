"""The three facts we want from an EXIF block: which way is up, whether it tells the place, and the density.

EXIF is a TIFF file inside a JPEG segment (CIPA DC-008); tags are read from the first directory and the GPS directory
only. Damaged or cut blocks are common in the wild, so nothing here raises: what cannot be read counts as absent,
except a GPS directory that lies beyond the bytes at hand, which counts as present.
"""

import struct
from collections import namedtuple

ORIENTATION, X_RESOLUTION, RESOLUTION_UNIT, GPS = 0x0112, 0x011A, 0x0128, 0x8825
LATITUDE, LONGITUDE = 2, 4  # in the GPS directory
BYTE_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}


class Exif(namedtuple("Exif", "orientation has_gps dpi")):
    """`orientation` 1..8 (1 = upright); `dpi` pixels per inch or None."""

    __slots__ = ()
    orientation: int
    has_gps: bool
    dpi: float | None


def read(block: bytes) -> Exif:
    """`block` begins with the TIFF header; its end may be cut off."""
    order = BYTE_ORDERS.get(bytes(block[:4]))
    if order is None or len(block) < 8:
        return Exif(1, False, None)
    first = directory(block, struct.unpack_from(order + "I", block, 4)[0], order)
    orientation = first.get(ORIENTATION, 1)
    return Exif(orientation if 1 <= orientation <= 8 else 1, _has_gps(block, first, order), _dpi(block, first, order))


def directory(block: bytes, at: int, order: str) -> dict[int, int]:
    """Tag -> value of one directory: the number itself where it fits, else the offset of the value."""
    tags: dict[int, int] = {}
    if at + 2 > len(block):
        return tags
    for entry in range(struct.unpack_from(order + "H", block, at)[0]):
        place = at + 2 + 12 * entry
        if place + 12 > len(block):
            break
        tag, kind, count = struct.unpack_from(order + "HHI", block, place)
        short = kind == 3 and count <= 2  # two bytes, left-aligned in the field
        tags[tag] = struct.unpack_from(order + ("H" if short else "I"), block, place + 8)[0]
    return tags


def _has_gps(block: bytes, first: dict[int, int], order: str) -> bool:
    """A place is told where latitude or longitude is: phones with location off still write an empty directory."""
    if GPS not in first:
        return False
    if first[GPS] + 2 > len(block):
        return True
    place = directory(block, first[GPS], order)
    return LATITUDE in place or LONGITUDE in place


def _dpi(block: bytes, first: dict[int, int], order: str) -> float | None:
    at = first.get(X_RESOLUTION, len(block))
    if at + 8 > len(block):
        return None
    over, under = struct.unpack_from(order + "II", block, at)
    if not over or not under:
        return None
    unit = first.get(RESOLUTION_UNIT, 2)  # 2 inch (the default), 3 centimetre, 1 none
    return {2: over / under, 3: 2.54 * over / under}.get(unit)
