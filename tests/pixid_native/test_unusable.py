"""What cannot be used is told by id and sentence, never by a traceback or a warning."""

import struct

import pytest
from PIL import Image

from pixid.errors import PhotoError
from pixid_native.decode import decode
from tests.pixid_native import pictures
from tests.pixid_native.pictures import encoded, scene


def error(data: bytes, name: str = "") -> PhotoError:
    with pytest.raises(PhotoError) as caught:
        decode(data, name)
    return caught.value


def test_empty() -> None:
    assert error(b"", "a.jpg").id == "empty"
    assert "a.jpg" in error(b"", "a.jpg").message


@pytest.mark.parametrize("data", [b"hello, world\n" * 50, b"%PDF-1.7\n" + bytes(500), bytes(5000), b"\xff", b"BM"])
def test_not_a_picture(data: bytes) -> None:
    assert error(data, "report.pdf").id in ("not-a-picture", "truncated" if data == b"BM" else "")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xff\x0a" + bytes(50), "JPEG XL"),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
        (b"8BPS" + bytes(50), "Photoshop"),
        (b"II*\0\x10\0\0\0CR\2\0" + bytes(50), "Canon RAW"),
    ],
)
def test_pictures_of_kinds_we_do_not_open(data: bytes, name: str) -> None:
    assert error(data).id == "unsupported"
    assert name in error(data).message


def test_too_small() -> None:
    found = error(encoded(Image.new("RGB", (1, 1)), "PNG"))
    assert found.id == "too-small"
    assert "1 x 1 px" in found.message
    assert error(encoded(Image.new("RGB", (400, 31)), "JPEG")).id == "too-small"
    assert decode(encoded(Image.new("RGB", (32, 32)), "PNG")).pixels.shape == (32, 32, 3)


def test_a_bomb_is_told_before_it_is_unpacked() -> None:
    """3600 megapixels announced in a file of 100 bytes."""
    found = error(pictures.png(struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0), bytes(100)))
    assert found.id == "too-large"
    assert "3600 megapixels" in found.message


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_truncated(format: str, share: float) -> None:
    noise = Image.effect_noise((200, 160), 60).convert("RGB")
    data = encoded(noise, format)
    found = error(data[: int(len(data) * share)], "cut.jpg")
    assert found.id == "truncated", found.message
    if format in ("WEBP", "BMP", "AVIF"):
        assert found.gaps["total_mb"] == pytest.approx(len(data) / 1e6)
        assert found.gaps["readable_mb"] == pytest.approx(len(data) * share / 1e6, abs=1e-6)


def test_a_truncated_jpeg_is_measured_by_its_rows() -> None:
    noise = Image.effect_noise((800, 1200), 60).convert("RGB")
    data = encoded(noise, "JPEG", quality=90)
    gaps = error(data[: len(data) * 4 // 10]).gaps
    assert gaps["readable_mb"] == pytest.approx(0.4 * len(data) / 1e6, rel=0.001)
    assert gaps["total_mb"] == pytest.approx(len(data) / 1e6, rel=0.1)


def test_a_broken_off_copy_with_room_made_for_all() -> None:
    noise = Image.effect_noise((800, 1200), 60).convert("RGB")
    data = encoded(noise, "PNG")
    found = error(data[:30_000] + bytes(len(data) - 30_000))
    assert found.id == "truncated"
    assert found.gaps["readable_mb"] == pytest.approx(0.03, abs=0.001)
    assert found.gaps["total_mb"] == pytest.approx(len(data) / 1e6)


def outcome(data: bytes) -> str:
    """The id of the error, or "picture"; anything else that is raised fails the test."""
    try:
        decode(data)
    except PhotoError as found:
        return found.id
    return "picture"


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"])
def test_every_cut_of_a_small_file(format: str) -> None:
    """No length of any format ends in anything but a picture or an error with words."""
    data = encoded(scene(), format)
    outcomes = {outcome(data[:length]) for length in range(0, len(data), max(1, len(data) // 100))}
    assert outcomes <= {"empty", "not-a-picture", "truncated", "picture"}
    assert "truncated" in outcomes


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"])
def test_flipped_bytes(format: str) -> None:
    """Damage inside: whatever Pillow thinks of it, nothing but a PhotoError gets out."""
    data = encoded(scene(), format)
    places = range(0, len(data), max(1, len(data) // 200))
    outcomes = {outcome(data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]) for at in places}
    assert outcomes - {"picture"}
