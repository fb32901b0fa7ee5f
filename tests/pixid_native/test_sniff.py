"""Formats by their first bytes."""

import pytest
from PIL import Image

from pixid_native.sniff import format_of, stranger
from tests.pixid_native.pictures import encoded


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"])
def test_what_pillow_writes(format: str) -> None:
    assert format_of(encoded(Image.new("RGB", (40, 40)), format)) == format.lower()


def box(major: bytes, *compatible: bytes) -> bytes:
    body = b"ftyp" + major + bytes(4) + b"".join(compatible)
    return (len(body) + 4).to_bytes(4, "big") + body + bytes(20)


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (box(b"heic"), "heic"),
        (box(b"avif", b"mif1"), "avif"),
        (box(b"mif1", b"mif1", b"heic"), "heic"),
        (box(b"mif1", b"mif1", b"avif", b"miaf"), "avif"),
        (box(b"isom", b"mp42"), None),  # a film
        (b"RIFF\0\0\0\0WAVE", None),
        (b"II*\0\x10\0\0\0CR\x02\0", None),
        (b"", None),
    ],
)
def test_containers(data: bytes, format: str | None) -> None:
    assert format_of(data) == format


def test_strangers_are_known_by_name() -> None:
    assert stranger(b"II*\0\x10\0\0\0CR\x02\0") == "Canon RAW"
    assert stranger(b"\0\0\0\x18ftypcrx ") == "Canon RAW"
    assert stranger(b"  <SVG width='1'/>") == "SVG"
    assert stranger(b"just words") is None
