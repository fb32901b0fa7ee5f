"""Photos in odd formats, and files that are no photos: all made on the spot from the portrait."""

import io
import struct
import zlib
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageCms

from tests.browser.portrait import encoded, image, jpeg, several
from tests.pixid_native.pictures import deep_png, orientation_exif, stored
from tests.pixid_native.pictures import display_p3 as display_p3_profile

JPEG = jpeg()


def display_p3() -> bytes:
    """The portrait's colours expressed in Display P3, as newer phones do."""
    return jpeg(_in_p3(image()), icc_profile=_p3().tobytes())


def animation() -> bytes:
    """The portrait first, then something else."""
    frames = [image(2).convert("P"), Image.new("P", image(2).size)]
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100, loop=0)


def deep() -> bytes:
    values = np.asarray(image(2)).astype(np.uint16) * 257
    return deep_png(values)


def turned(orientation: int) -> bytes:
    """As a camera held another way stores it."""
    return jpeg(stored(image(), orientation), exif=orientation_exif(orientation))


def grey() -> bytes:
    return jpeg(image().convert("L"))


def huge() -> bytes:
    """A JPEG that says it has 300 megapixels: the size is read from the header, nothing is unpacked."""
    frame = JPEG.index(b"\xff\xc0")
    return JPEG[: frame + 5] + struct.pack(">HH", 15000, 20000) + JPEG[frame + 9 :]


def heic() -> bytes:
    """The start of a HEIC file, which Chromium cannot open."""
    return struct.pack(">I", 24) + b"ftypheic\0\0\0\0mif1heic" + struct.pack(">I", 600) + b"mdat" + bytes(592)


def empty_room() -> bytes:
    """A wall with a window: nobody in it."""
    wall = np.full((600, 800, 3), 205, np.uint8)
    wall[100:300, 500:700] = (120, 160, 220)
    return jpeg(Image.fromarray(wall))


def crowd() -> bytes:
    return jpeg(several(5))


def damaged_png() -> bytes:
    """A PNG whose end is there, but whose pixels do not unpack."""
    data = encoded(image(1), "PNG")
    start = data.index(b"IDAT")
    length = struct.unpack(">I", data[start - 4 : start])[0]
    broken = b"IDAT" + bytes(length)
    return data[:start] + broken + struct.pack(">I", zlib.crc32(broken)) + data[start + 8 + length :]


GOOD: dict[str, Callable[[], bytes]] = {
    "cmyk.jpg": lambda: jpeg(image().convert("CMYK")),
    "grey.jpg": grey,
    "progressive.jpg": lambda: jpeg(progressive=True),
    "trailer.jpg": lambda: JPEG + b"a motion photo's film" * 1000,
    "turned-90.jpg": lambda: turned(6),
    "turned-180.jpg": lambda: turned(3),
    "mirrored.jpg": lambda: turned(5),
    "display-p3.jpg": display_p3,
    "deep.png": deep,
    "palette.png": lambda: encoded(image(2).convert("P"), "PNG"),
    "transparent.png": lambda: encoded(_with_hole(), "PNG"),
    "photo.webp": lambda: encoded(image(), "WEBP", quality=90),
    "animation.gif": animation,
    "photo.bmp": lambda: encoded(image(2), "BMP"),
    "photo.avif": lambda: encoded(image(2), "AVIF", quality=80),
    "really-a.png": lambda: JPEG,
}
"""Each gives the portrait's face."""

MB = f"{len(JPEG) * 6 // 10 / 1e6:.2g}"

BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "letter.pdf": (lambda: b"%PDF-1.7\n" + bytes(2000), "This is not a picture: letter.pdf. Choose a JPEG, PNG"),
    "empty.jpg": (lambda: b"", "The file is empty: empty.jpg."),
    "cut.jpg": (lambda: JPEG[: len(JPEG) * 6 // 10], f"The file ends too early: only {MB} MB are there."),
    "cut.webp": (lambda: encoded(image(), "WEBP")[:20000], "The file ends too early: 0.02 of about"),
    "zeros.jpg": (lambda: JPEG[:30000] + bytes(len(JPEG) - 30000), "The file ends too early: 0.03 of about"),
    "cut.png": (lambda: encoded(image(1), "PNG")[:40000], "The file ends too early: 0.04 of about"),
    "damaged.png": (damaged_png, "The file ends too early or is damaged."),
    "stub.jpg": (lambda: JPEG[:20], "The file ends too early"),
    "dot.png": (lambda: encoded(Image.new("RGB", (1, 1)), "PNG"), "The picture is only 1 x 1 px."),
    "huge.jpg": (huge, "The picture has 300 megapixels; up to 250 can be opened."),
    "phone.heic": (heic, "This browser cannot open HEIC. On the iPhone: Settings"),
    "scan.tif": (lambda: encoded(image(1), "TIFF"), "TIFF pictures cannot be opened here."),
    "drawing.svg": (
        lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>' + b" " * 40,
        "SVG pictures cannot be opened here.",
    ),
    "room.jpg": (empty_room, "No face found in this picture."),
}
"""Each with the beginning of what is said about it."""


def _with_hole() -> Image.Image:
    """The portrait with its lower left corner cut out."""
    picture = image(2).convert("RGBA")
    picture.paste((0, 0, 0, 0), (0, 500, 100, 640))
    return picture


def _p3() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(io.BytesIO(display_p3_profile()))


def _in_p3(picture: Image.Image) -> Image.Image:
    converted = ImageCms.profileToProfile(picture, ImageCms.createProfile("sRGB"), _p3())
    assert converted is not None
    return converted
