"""The head of a JPEG: what it says about the picture, and the head we write instead.

Only markers before the first scan are read and written (ITU-T T.81 annex B, JFIF 1.02); the picture's own tables and
data pass through untouched. Works on the first bytes of a file, so that a page never copies a photo into Python.
"""

import struct
from collections import namedtuple

from pixid import exif

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from collections.abc import Generator

    from pixid.engine import Engine

SOI, SOS, EOI, DQT = 0xD8, 0xDA, 0xD9, 0xDB
APP0, APP1, APP2, APP14, APP15, COM = 0xE0, 0xE1, 0xE2, 0xEE, 0xEF, 0xFE
NOT_FRAMES = (0xC4, 0xC8, 0xCC)  # DHT, JPG and DAC share the range of the frame headers
PROGRESSIVE = (0xC2, 0xC6, 0xCA, 0xCE)
LONGEST = 65533
"""Bytes one segment can carry: its length field has 16 bits and counts itself."""

FIRST, NEXT = 6144, 2048
"""Bytes read at once and later: a page waits for each answer while its engine is busy, and most heads fit the first."""

SHOWN = 16384
"""Bytes of one segment that are looked into: cameras put the EXIF directories first, thumbnails after."""

LABEL = b"PixID: padding up to the smallest file the portal accepts. The picture is unchanged. "


class Header(
    namedtuple("Header", "width height components precision progressive orientation dpi has_exif has_gps has_icc step")
):
    """What a JPEG says about itself. `width` and `height` are those of the stored pixels, before `orientation`."""

    __slots__ = ()
    width: int
    height: int
    components: int
    """1 grey, 3 colour, 4 CMYK."""
    precision: int
    """Bits per sample, 8 or 12."""
    progressive: bool
    orientation: int
    """EXIF: 1 upright .. 8."""
    dpi: float | None
    """JFIF density, else that of EXIF; None where there is only a ratio or nothing."""
    has_exif: bool
    has_gps: bool
    """Latitude or longitude in EXIF, or in an XMP block."""
    has_icc: bool
    step: float | None
    """Mean quantisation step of the brightness (table 0): about 6 at quality 95, 29 at 75, 58 at 50, 96 at 30 of the
    tables in T.81 annex K; None where no table stands before the frame."""


def parse(data: bytes) -> Header:
    """The header of a JPEG of which the beginning is at hand.

    Raises ValueError where it is no JPEG or ends before the frame header.
    """
    steps = _walk()
    wanted = next(steps)
    while True:
        try:
            wanted = steps.send(data[wanted[0] : wanted[1]])
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


async def inspect(engine: "Engine", handle: int) -> Header:
    """`parse` for a file an engine holds; reads a few KiB at once, skips what lies between (thumbnails, profiles)."""
    steps = _walk()
    wanted = next(steps)
    start, window = 0, b""
    while True:
        if not start <= wanted[0] <= wanted[1] <= start + len(window):
            start = wanted[0]
            window = await engine.read(handle, start, max(wanted[1], start + (NEXT if start else FIRST)))
        try:
            wanted = steps.send(window[wanted[0] - start : wanted[1] - start])
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def _walk() -> "Generator[tuple[int, int], bytes, Header]":
    """Yields the ranges it wants to see, is sent their bytes, returns the Header: one reader for near and far files."""
    if (yield (0, 2)) != b"\xff\xd8":
        raise ValueError("not a JPEG")
    tags = exif.Exif(1, False, None)
    density, has_exif, has_icc, place = None, False, False, False
    step = None
    at = 2
    while True:
        lead = yield (at, at + 4)
        if len(lead) < 4 or lead[0] != 0xFF or lead[1] in (SOS, EOI):
            raise ValueError("no frame header in the JPEG")
        marker, length = lead[1], struct.unpack(">H", lead[2:])[0]
        if marker == 0xFF:  # a fill byte before the marker
            at += 1
            continue
        payload = (at + 4, at + 2 + length)
        if 0xC0 <= marker <= 0xCF and marker not in NOT_FRAMES:
            frame = yield (payload[0], payload[0] + 6)
            if len(frame) < 6:
                raise ValueError("no frame header in the JPEG")
            precision, height, width, components = struct.unpack(">BHHB", frame)
            dpi = tags.dpi if density is None else density
            place = place or tags.has_gps
            progressive = marker in PROGRESSIVE
            return Header(
                width, height, components, precision, progressive, tags.orientation, dpi, has_exif, place, has_icc, step
            )
        if marker == DQT:
            tables = yield (payload[0], payload[1])
            found = _mean_step(tables)
            step = found if found is not None else step
        if marker in (APP0, APP1, APP2):
            data = yield (payload[0], min(payload[1], payload[0] + (SHOWN if marker == APP1 else 12)))
            if marker == APP0 and data[:5] == b"JFIF\0" and len(data) >= 12:
                unit, across = struct.unpack(">BH", data[7:10])
                density = {1: float(across), 2: 2.54 * across}.get(unit)
            elif marker == APP1 and data[:6] == b"Exif\0\0" and not has_exif:
                tags, has_exif = exif.read(data[6:]), True
            elif marker == APP1 and data[:28] == b"http://ns.adobe.com/xap/1.0/":
                place = place or data.find(b"GPSLatitude") >= 0
            elif marker == APP2 and data[:12] == b"ICC_PROFILE\0":
                has_icc = True
        at = payload[1]


def _mean_step(tables: bytes) -> float | None:
    """Mean of table 0 in a DQT segment (T.81 B.2.4.1); None where the segment holds only others."""
    at = 0
    while at < len(tables):
        wide, number = tables[at] >> 4, tables[at] & 15
        size = 128 if wide else 64
        values = tables[at + 1 : at + 1 + size]
        if number == 0 and len(values) == size:
            steps = struct.unpack(">64H", values) if wide else tuple(values)
            return sum(steps) / 64
        at += 1 + size
    return None


def rewrite_head(head: bytes, dpi: int, pad_to: int = 0) -> tuple[bytes, int]:
    """A clean head for a file one of our encoders wrote: (new head, bytes of the old file it stands for).

    The new file is `new head + old file[skip:]`. It begins with JFIF and the density `dpi`. Every other APPn and COM
    segment goes: EXIF, GPS, XMP, maker notes, and the colour profile too, because the pixels are sRGB, which a file
    without a profile means, and portals with a ceiling of 20 KB have no 3 KB to spare for one. Where the new head is
    shorter than `pad_to` bytes, labelled comments fill it up (a portal's smallest file size); it can then come out
    longer by less than one label.

    Raises ValueError where `head` is no JPEG, does not reach the first scan, or holds colours JFIF cannot say (CMYK,
    or Adobe's plain RGB), which our encoders never write.
    """
    kept, skip = _kept(head)
    jfif = b"\xff\xe0" + struct.pack(">H5sHBHHBB", 16, b"JFIF\0", 0x0102, 1, dpi, dpi, 0, 0)
    room = pad_to - len(head[:2] + jfif + kept)
    return head[:2] + jfif + padding(room) + kept, skip


def padding(room: int) -> bytes:
    """Comment segments of at least `room` bytes together, none where there is no room to fill."""
    filled = b""
    while room > len(filled):
        size = min(max(room - len(filled) - 4, len(LABEL)), LONGEST)
        filled += b"\xff\xfe" + struct.pack(">H", size + 2) + LABEL + b" " * (size - len(LABEL))
    return filled


def _kept(head: bytes) -> tuple[bytes, int]:
    """The segments between the start and the first scan that make the picture, and where that scan begins."""
    if head[:2] != b"\xff\xd8":
        raise ValueError("not a JPEG")
    kept, at = b"", 2
    while head[at : at + 2] != b"\xff\xda":
        if at + 4 > len(head) or head[at] != 0xFF:
            raise ValueError("the head does not reach the first scan")
        marker = head[at + 1]
        stop = at + 2 + struct.unpack(">H", head[at + 2 : at + 4])[0]
        if marker == APP14 and head[at + 4 : at + 9] == b"Adobe" and head[at + 15] != 1:
            raise ValueError("Adobe colours that JFIF cannot say")
        if 0xC0 <= marker <= 0xCF and marker not in NOT_FRAMES and head[at + 9] == 4:
            raise ValueError("CMYK, which JFIF cannot say")
        if not (APP0 <= marker <= APP15 or marker == COM):
            kept += head[at:stop]
        at = stop
    return kept, at
