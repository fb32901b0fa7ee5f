"""Test pictures made on the spot, in every odd format, and profiles to embed in them."""

import io
import struct
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

Pixels = NDArray[np.uint8]

TURNED_BACK = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera held in each EXIF orientation stores an upright scene."""


def scene(width: int = 64, height: int = 48) -> Image.Image:
    """Every corner another colour, and no symmetry: a wrong turn or swapped channels cannot pass."""
    across, down = np.meshgrid(np.linspace(0, 255, width), np.linspace(0, 255, height))
    pixels = np.stack([across, down, 255 - (across + down) / 2], axis=2).round().astype(np.uint8)
    pixels[2:10, 4:30] = (250, 20, 30)
    return Image.fromarray(pixels)


def pixels(image: Image.Image) -> NDArray[np.int16]:
    return np.asarray(image).astype(np.int16)


def encoded(image: Image.Image, format: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, format, **options)
    return file.getvalue()


def orientation_exif(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


def stored(image: Image.Image, orientation: int) -> Image.Image:
    """The pixels a camera writes together with this EXIF orientation."""
    return image.transpose(TURNED_BACK[orientation]) if orientation in TURNED_BACK else image


def deep_png(values: NDArray[np.uint16]) -> bytes:
    """A 16-bit PNG, grey [h, w] or colour [h, w, 3 or 4]: Pillow writes no colour ones."""
    height, width = values.shape[:2]
    kind = {1: 0, 3: 2, 4: 6}[values.size // (height * width)]
    rows = b"".join(b"\0" + row.astype(">u2").tobytes() for row in values)
    return png(struct.pack(">IIBBBBB", width, height, 16, kind, 0, 0, 0), rows)


def png(header: bytes, rows: bytes) -> bytes:
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in parts
    )


def rgb_profile(primaries: Sequence[tuple[float, float, float]], gamma: float) -> bytes:
    """A minimal ICC v2 matrix profile; `primaries` are the XYZ (D50) of red, green and blue."""

    def xyz(x: float, y: float, z: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(v * 65536)) for v in (x, y, z))

    curve = b"curv\0\0\0\0" + struct.pack(">IHH", 1, round(gamma * 256), 0)
    name = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"test\0" + bytes(78)
    tags = [(b"desc", name), (b"wtpt", xyz(0.9642, 1.0, 0.8249)), (b"cprt", b"text\0\0\0\0none\0")]
    tags += [(tag, xyz(*point)) for tag, point in zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)]
    tags += [(tag, curve) for tag in (b"rTRC", b"gTRC", b"bTRC")]
    table, body, at = struct.pack(">I", len(tags)), b"", 128 + 4 + 12 * len(tags)
    for tag, data in tags:
        data += bytes(-len(data) % 4)
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += data
    head = struct.pack(">I4sI4s4s4s", at + len(body), b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + struct.pack(">iii", 63190, 65536, 54061)
    return head + bytes(128 - len(head)) + table + body


def display_p3() -> bytes:
    """Display P3's primaries adapted to D50 (as in Apple's profile), with sRGB's curve near enough as gamma 2.2."""
    return rgb_profile([(0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407)], 2.2)


def srgb_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
