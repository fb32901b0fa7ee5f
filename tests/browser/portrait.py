"""A portrait that is always at hand: scikit-image's astronaut (NASA, public domain), enlarged enough for a document."""

import io
from functools import cache

from PIL import Image
from skimage import data

CROP = (70, 0, 390, 320)
"""The astronaut's head and shoulders, without the flag and most of the shuttle."""


@cache
def image(scale: int = 4) -> Image.Image:
    """The portrait, `scale` times as large as the original: at 4 the eyes are 180 px apart."""
    whole = Image.fromarray(data.astronaut()).crop(CROP)  # type: ignore[no-untyped-call]
    return whole.resize((whole.width * scale, whole.height * scale), Image.Resampling.LANCZOS)


def jpeg(picture: Image.Image | None = None, **options: object) -> bytes:
    return encoded(picture or image(), "JPEG", **({"quality": 92} | options))


def encoded(picture: Image.Image, format: str, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, format, **options)
    return file.getvalue()


def several(count: int) -> Image.Image:
    """The same person `count` times, in rows of three."""
    one = image(2)
    group = Image.new("RGB", (3 * one.width, -(-count // 3) * one.height), (205, 205, 205))
    for k in range(count):
        group.paste(one, (k % 3 * one.width, k // 3 * one.height))
    return group
