"""The head of a PNG we write: density in, everything that is no picture out, labelled padding where a floor asks.

Works on the first bytes of a file up to the first IDAT chunk (PNG specification, third edition, chapter 5).
"""

import binascii
import struct

from pixid.jpeg import LABEL

SIGNATURE = b"\x89PNG\r\n\x1a\n"
PER_INCH = 1 / 0.0254
"""pHYs counts pixels per metre."""
TEXT_KEY = b"Comment\0"
CHUNK = 12
"""Bytes of a chunk besides its data: length, kind and check sum."""


def rewrite_head(head: bytes, dpi: int, pad_to: int = 0) -> tuple[bytes, int]:
    """A clean head for a file one of our encoders wrote: (new head, bytes of the old file it stands for).

    Kept are IHDR, PLTE and tRNS; a pHYs chunk of `dpi` is added, and a labelled text chunk where the new head is
    shorter than `pad_to` bytes. Colours are sRGB, which a file without a profile means.

    Raises ValueError where `head` is no PNG or does not reach the picture's data.
    """
    if head[:8] != SIGNATURE:
        raise ValueError("not a PNG")
    kept, at = b"", 8
    while head[at + 4 : at + 8] != b"IDAT":
        if at + 8 > len(head):
            raise ValueError("the head does not reach the first IDAT")
        stop = at + CHUNK + struct.unpack(">I", head[at : at + 4])[0]
        if head[at + 4 : at + 8] in (b"IHDR", b"PLTE", b"tRNS"):
            kept += head[at:stop]
        at = stop
    density = round(dpi * PER_INCH)
    made = SIGNATURE + kept + chunk(b"pHYs", struct.pack(">IIB", density, density, 1))
    missing = pad_to - len(made)
    if missing > 0:
        text = TEXT_KEY + LABEL
        made += chunk(b"tEXt", text + b" " * max(0, missing - CHUNK - len(text)))
    return made, at


def chunk(kind: bytes, data: bytes) -> bytes:
    """One chunk with its length and check sum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", binascii.crc32(kind + data) & 0xFFFFFFFF)
