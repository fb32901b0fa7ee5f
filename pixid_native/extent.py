"""How long a file that ends too early should have been, as its own container says or its picture lets us reckon."""

import struct

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile


def about_total(data: bytes, format: str | None, image: Image.Image | None = None) -> int | None:
    """Bytes the whole file has or had; None where nothing tells.

    Exact for WebP, BMP, AVIF and HEIC; for PNG as far as its last chunk says; for JPEG reckoned from the share of
    rows that were decoded into `image` before the data ended.
    """
    try:
        if format == "webp":
            return int(struct.unpack_from("<I", data, 4)[0]) + 8
        if format == "bmp":
            return int(struct.unpack_from("<I", data, 2)[0])
        if format in ("avif", "heic"):
            return _boxes(data)
        if format == "png":
            return _chunks(data)
        if format == "jpeg" and image is not None:
            return _by_rows(len(data), image)
    except struct.error:
        pass
    return None


def _boxes(data: bytes) -> int:
    """The end of the last top-level box (ISO/IEC 14496-12, 4.2)."""
    at = 0
    while at + 8 <= len(data):
        size = int(struct.unpack_from(">I", data, at)[0])
        if size == 1:
            size = int(struct.unpack_from(">Q", data, at + 8)[0])
        if size < 8:
            return len(data)  # 0: up to the end of the file
        at += size
    return at


def _chunks(data: bytes) -> int:
    """The end of the last chunk that begins within the data, and the 12 bytes of IEND if that is another one."""
    at, kind = 8, b""
    while at + 8 <= len(data):
        kind = data[at + 4 : at + 8]
        at += int(struct.unpack_from(">I", data, at)[0]) + 12
    return at if kind == b"IEND" else max(at, len(data)) + 12


def _by_rows(size: int, image: Image.Image) -> int | None:
    """Rows that were never decoded stay zero. A progressive file is decoded at its end, so it tells nothing."""
    if not isinstance(image, ImageFile.ImageFile):
        return None
    image.tile = []  # what has been decoded is all there is
    try:
        rows: NDArray[np.bool_] = np.asarray(image).reshape(image.height, -1).max(axis=1) > 0
    except (OSError, ValueError):
        return None
    done = image.height - int(np.argmax(rows[::-1])) if rows.any() else 0
    return size * image.height // done if 0 < done < image.height else None
