"""Good content in an odd format is handled: what comes out is the scene, upright, in sRGB."""

import io

import numpy as np
import pytest
from PIL import Image, ImageCms, features

from pixid.errors import PhotoError
from pixid_native.decode import decode
from tests.pixid_native import pictures
from tests.pixid_native.pictures import encoded, orientation_exif, scene, stored

SCENE = pictures.pixels(scene())


def worst(data: bytes, expected: np.ndarray | None = None) -> int:
    """The largest difference from the scene in levels."""
    found = decode(data).pixels
    assert found.dtype == np.uint8
    expected = SCENE if expected is None else expected
    assert found.shape == expected.shape
    return int(np.abs(found.astype(np.int16) - expected).max())


@pytest.mark.parametrize(
    ("format", "options"),
    [("PNG", {}), ("BMP", {}), ("TIFF", {}), ("TIFF", {"compression": "tiff_lzw"}), ("WEBP", {"lossless": True})],
)
def test_lossless_formats_are_exact(format: str, options: dict[str, object]) -> None:
    data = encoded(scene(), format, **options)
    assert worst(data) == 0
    assert decode(data).format == format.lower()


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"subsampling": 2}, {"optimize": True}])
def test_jpeg(options: dict[str, object]) -> None:
    smooth = scene().resize((64, 48)).crop((32, 12, 64, 48))
    data = encoded(smooth, "JPEG", quality=95, **options)
    assert worst(data, pictures.pixels(smooth)) <= 12
    assert decode(data).format == "jpeg"


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation(format: str, orientation: int) -> None:
    best: dict[str, dict[str, object]] = {"WEBP": {"lossless": True}, "JPEG": {"quality": 100, "subsampling": 0}}
    options = best.get(format, {})
    data = encoded(stored(scene(), orientation), format, exif=orientation_exif(orientation), **options)
    assert worst(data) <= (8 if format == "JPEG" else 0)


def test_an_xmp_remark_turns_nothing() -> None:
    """Browsers go by EXIF alone."""
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
    assert worst(encoded(scene(), "WEBP", lossless=True, xmp=xmp)) == 0


def test_damaged_exif_is_passed_over() -> None:
    assert worst(encoded(scene(), "PNG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff")) == 0


def test_grey_and_bilevel() -> None:
    grey = scene().convert("L")
    assert worst(encoded(grey, "PNG"), pictures.pixels(grey.convert("RGB"))) == 0
    line = scene().convert("1")
    assert worst(encoded(line, "PNG"), pictures.pixels(line.convert("RGB"))) == 0


def test_16_bits_are_scaled_not_clipped() -> None:
    grey = np.asarray(scene().convert("L")).astype(np.uint16)
    expected = np.repeat(grey[:, :, None].astype(np.int16), 3, axis=2)
    assert worst(pictures.deep_png(grey * 257), expected) == 0
    assert worst(encoded(Image.fromarray(grey * 257), "TIFF"), expected) == 0
    between = (grey * 257 + 128).clip(0, 65535).astype(np.uint16)
    assert worst(pictures.deep_png(between), expected) <= 1
    colour = SCENE.astype(np.uint16) * 257
    assert worst(pictures.deep_png(colour)) == 0
    opaque = np.full((*colour.shape[:2], 1), 65535, np.uint16)
    assert worst(pictures.deep_png(np.concatenate([colour, opaque], axis=2))) == 0


def test_pixels_without_an_agreed_range() -> None:
    with pytest.raises(PhotoError) as caught:
        decode(encoded(Image.fromarray(np.ones((40, 40), np.float32)), "TIFF"))
    assert caught.value.id == "unsupported"


def test_palette() -> None:
    palette = scene().quantize(64)
    assert worst(encoded(palette, "PNG"), pictures.pixels(palette.convert("RGB"))) == 0


def test_transparency_lies_on_white() -> None:
    half = scene().convert("RGBA")
    half.putalpha(128)
    expected = np.round(SCENE * (128 / 255) + 255 * (127 / 255)).astype(np.int16)
    assert worst(encoded(half, "PNG"), expected) <= 1
    assert worst(encoded(half, "WEBP", lossless=True), expected) <= 1
    palette = scene().quantize(8)
    palette.info["transparency"] = palette.getpixel((5, 5))
    cut = decode(encoded(palette, "PNG", transparency=palette.getpixel((5, 5)))).pixels
    assert cut[5, 5].tolist() == [255, 255, 255]
    grey = Image.merge("LA", [scene().convert("L"), Image.new("L", (64, 48), 0)])
    assert int(decode(encoded(grey, "PNG")).pixels.min()) == 255


def test_the_first_frame_of_an_animation() -> None:
    first, second = scene().quantize(256), Image.new("RGB", (64, 48), "black")
    data = encoded(first, "GIF", save_all=True, append_images=[second], duration=40)
    assert worst(data, pictures.pixels(first.convert("RGB"))) <= 2
    assert worst(encoded(scene(), "WEBP", save_all=True, append_images=[second], lossless=True)) == 0


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow has no AVIF")
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_avif(orientation: int) -> None:
    data = encoded(stored(scene(), orientation), "AVIF", quality=100, subsampling="4:4:4",
                   exif=orientation_exif(orientation))  # fmt: skip
    assert worst(data) <= 12
    assert decode(data).format == "avif"


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_heic(orientation: int) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    file = io.BytesIO()
    picture = pillow_heif.from_pillow(stored(scene(), orientation))
    picture.save(file, quality=100, chroma=444, exif=orientation_exif(orientation).tobytes())
    assert worst(file.getvalue()) <= 12
    assert decode(file.getvalue()).format == "heic"


def test_heic_without_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pillow_heif", None)
    with pytest.raises(PhotoError, match="pillow-heif") as caught:
        decode(b"\0\0\0\x18ftypheic" + bytes(100))
    assert caught.value.id == "heic"


def test_100_megapixels() -> None:
    large = Image.new("RGB", (12_000, 8_400), (200, 100, 50))
    found = decode(encoded(large, "JPEG", quality=80)).pixels
    assert found.shape == (8_400, 12_000, 3)
    assert np.abs(found[::4_000, ::4_000].astype(int) - (200, 100, 50)).max() <= 3


def test_cmyk() -> None:
    grey = Image.merge("CMYK", [Image.new("L", (64, 48), ink) for ink in (0, 128, 255, 0)])
    red = decode(encoded(grey, "JPEG", quality=95)).pixels
    assert np.abs(red[20, 20].astype(int) - (255, 127, 0)).max() <= 3
    assert worst(encoded(scene().convert("CMYK"), "TIFF")) == 0


def test_lab() -> None:
    """Muted colours: near the edge of sRGB one step of 8-bit Lab is worth 30 levels."""
    muted = Image.blend(scene(), Image.new("RGB", (64, 48), (128, 128, 128)), 0.6)
    lab = ImageCms.profileToProfile(
        muted, ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), outputMode="LAB"
    )
    assert lab is not None
    assert worst(encoded(lab, "TIFF"), pictures.pixels(muted)) <= 6
