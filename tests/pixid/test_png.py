"""The head of a PNG: density, no metadata, padding that is labelled."""

import binascii
import struct

from pixid.png import chunk, rewrite_head
from tests.pixid.fake_engine import png_of

META = chunk(b"tEXt", b"Comment\0GPS 51.5 N") + chunk(b"eXIf", bytes(40)) + chunk(b"pHYs", bytes(9))


def chunks(data):
    """(kind, content) of every chunk; check sums are held to what the format asks."""
    at, found = 8, []
    while at < len(data):
        length = struct.unpack(">I", data[at : at + 4])[0]
        kind, content = data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length : at + 12 + length])[0] == binascii.crc32(kind + content)
        found.append((kind, content))
        at += 12 + length
    return found


def spliced(data, dpi, pad_to=0):
    head, skip = rewrite_head(data[:4096], dpi, pad_to)
    return head + data[skip:]


def test_density():
    kinds = dict(chunks(spliced(png_of(35, 45, 90), 300)))
    assert struct.unpack(">IIB", kinds[b"pHYs"]) == (11811, 11811, 1)
    assert struct.unpack(">II", kinds[b"IHDR"][:8]) == (35, 45)


def test_metadata_goes():
    plain = png_of(35, 45, 90)
    dirty = plain[:33] + META + plain[33:]
    assert [kind for kind, _ in chunks(spliced(dirty, 300))] == [b"IHDR", b"pHYs", b"IDAT", b"IEND"]
    assert b"GPS" not in spliced(dirty, 300)


def test_padding_is_labelled_and_long_enough():
    for pad_to in (200, 1000, 20000):
        head, _ = rewrite_head(png_of(35, 45, 90), 300, pad_to)
        assert pad_to <= len(head) <= pad_to + 120
        assert b"PixID: padding" in head


def test_what_is_no_png():
    for data in (b"", b"\xff\xd8\xff", png_of(5, 5, 10)[:30]):
        try:
            rewrite_head(data, 300)
        except ValueError:
            continue
        raise AssertionError(data)
