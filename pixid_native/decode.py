"""A file's bytes become one upright 8-bit sRGB picture, or a `PhotoError` that says why not."""

import io
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from pixid import exif
from pixid.errors import PhotoError
from pixid_native import heif, sniff
from pixid_native.colour import to_srgb
from pixid_native.extent import about_total
from pixid_native.quiet import quiet

LARGEST = 250_000_000
"""Pixels we open: 750 MB as RGB. The largest phone sensors of 2026 have 200 megapixels."""

SMALLEST = 32
"""Px of the shorter side: less cannot hold a face any detector finds (the smallest it was trained for has 20 px)."""

MB = 1_000_000

ZERO_TAIL = 4096
"""Zero bytes at the end that mean a copy was broken off: cards and phones make room for the whole file first."""

UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation -> the turn that puts the picture upright (CIPA DC-008, tag 274)."""

PILLOW = {
    "jpeg": ["JPEG", "MPO"], "png": ["PNG"], "webp": ["WEBP"], "gif": ["GIF"], "bmp": ["BMP"], "tiff": ["TIFF"],
    "avif": ["AVIF"],
}  # fmt: skip


class Decoded(NamedTuple):
    """`pixels` uint8 [height, width, 3], sRGB, upright; `format` as in `pixid.engine.Picture`."""

    pixels: NDArray[np.uint8]
    format: str


def decode(data: bytes, name: str = "") -> Decoded:
    """Decode a whole file; `name` is only for the sentences of errors.

    Raises PhotoError: empty, not-a-picture, unsupported, heic, truncated, too-small, too-large.
    """
    if not data:
        raise PhotoError("empty", name=name)
    format = sniff.format_of(data)
    if format is None:
        stranger = sniff.stranger(data)
        raise PhotoError("unsupported", format=stranger) if stranger else PhotoError("not-a-picture", name=name)
    with quiet():
        image = _opened(data, format, name)
        _check_size(*image.size)
        _load(image, data)
        return Decoded(np.asarray(_upright(to_srgb(image), orientation(image))), format)


def _opened(data: bytes, format: str, name: str) -> Image.Image:
    try:
        if format == "heic":
            return heif.opened(data)
        return Image.open(io.BytesIO(data), formats=PILLOW[format])
    except UnidentifiedImageError as error:
        total = about_total(data, format)
        if total is None or total <= len(data):
            raise PhotoError("not-a-picture", name=name) from error
        raise _truncated(data, total) from error
    except PhotoError:
        raise
    except Exception as error:  # broken files make Pillow's readers raise anything, RuntimeError and IndexError too
        raise _truncated(data, about_total(data, format)) from error


def _check_size(width: int, height: int) -> None:
    if width * height > LARGEST:
        raise PhotoError("too-large", megapixels=round(width * height / 1e6), limit=round(LARGEST / 1e6))
    if min(width, height) < SMALLEST:
        raise PhotoError("too-small", width=width, height=height)


def _load(image: Image.Image, data: bytes) -> None:
    try:
        image.load()
    except MemoryError as error:
        raise PhotoError("too-large", megapixels=round(image.width * image.height / 1e6)) from error
    except Exception as error:
        raise _truncated(data, about_total(data, sniff.format_of(data), image)) from error


def _truncated(data: bytes, total: int | None) -> PhotoError:
    present = len(data.rstrip(b"\0"))
    if len(data) - present > ZERO_TAIL:
        return PhotoError("truncated", readable_mb=present / MB, total_mb=len(data) / MB)
    if total is None or total <= len(data):  # everything is there, so it is damaged inside
        return PhotoError("truncated")
    return PhotoError("truncated", readable_mb=len(data) / MB, total_mb=total / MB)


def orientation(image: Image.Image) -> int:
    """EXIF orientation, 1 where there is none.

    Read from the EXIF block itself: Pillow's `getexif` also believes an XMP remark, which browsers ignore.
    """
    if image.format == "TIFF":
        return 1  # Pillow has turned it while loading
    block = image.info.get("exif", b"")
    if not isinstance(block, bytes):
        return 1
    return exif.read(block[6:] if block.startswith(b"Exif\0\0") else block).orientation


def _upright(image: Image.Image, turned: int) -> Image.Image:
    return image.transpose(UPRIGHT[turned]) if turned in UPRIGHT else image
