"""Whatever a picture's pixels mean, as 8-bit sRGB: the browser does the same when it draws a photo.

Profile first (LittleCMS, perceptual, which for camera profiles equals the browser's conversion), alpha after it, on
white. A profile that is damaged or belongs to other channels is passed over, as browsers do.
"""

import io
from functools import cache

import numpy as np
from PIL import Image, ImageCms

from pixid.errors import PhotoError

SPACES = {"RGB": "RGB ", "L": "GRAY", "CMYK": "CMYK", "LAB": "Lab "}
"""Pillow's modes and the colour space an ICC profile must be made for to fit them (ICC.1:2022, 7.2.6)."""

SAME = 1
"""Levels of 255: a profile that moves no colour by more than that is sRGB under another name."""


def to_srgb(image: Image.Image) -> Image.Image:
    """RGB, 8 bit, sRGB, opaque. Raises PhotoError("unsupported") for pixels without an agreed range (float, 32 bit)."""
    profile = _profile(image.info.get("icc_profile"))
    opaque, alpha = split_alpha(image)
    colours = _converted(opaque, profile)
    if alpha is None:
        return colours
    white = Image.new("RGB", image.size, "white")
    white.paste(colours, mask=alpha)
    return white


def split_alpha(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Colour channels as 8-bit RGB, L, CMYK or LAB, and the alpha channel as L where there is one."""
    if image.mode.startswith("I") or image.mode == "F":
        return from_deep(image), None
    if image.mode == "P":
        image = image.convert("RGBA" if "transparency" in image.info else "RGB")
    elif image.mode in ("RGB", "L", "1") and "transparency" in image.info:
        image = image.convert("RGBA")  # PNG's colour key
    elif image.mode in ("PA", "RGBa"):
        image = image.convert("RGBA")
    elif image.mode == "La":
        image = image.convert("LA")
    elif image.mode == "1":
        image = image.convert("L")
    if image.mode in ("RGBA", "LA"):
        alpha = image.getchannel("A")
        return image.convert(image.mode[:-1]), None if alpha.getextrema() == (255, 255) else alpha
    return (image if image.mode in SPACES else image.convert("RGB")), None


def from_deep(image: Image.Image) -> Image.Image:
    """16-bit grey scaled to 8 bit; Pillow's own conversion would clip all but the darkest 256 of 65536 levels.

    (16-bit colour it scales itself while reading, by its high byte: at most one level under the rounded value.)
    """
    values = np.asarray(image)
    if image.mode == "F" or values.size == 0 or values.min() < 0 or values.max() > 65535:
        raise PhotoError("unsupported", format="32-bit")
    return Image.fromarray(((values.astype(np.uint32) * 255 + 32767) // 65535).astype(np.uint8))


def _profile(embedded: bytes | None) -> ImageCms.ImageCmsProfile | None:
    if not embedded:
        return None
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(embedded))
    except (OSError, ImageCms.PyCMSError):
        return None


def _converted(image: Image.Image, profile: ImageCms.ImageCmsProfile | None) -> Image.Image:
    if image.mode == "LAB":
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    if profile is None or profile.profile.xcolor_space != SPACES[image.mode]:
        return image.convert("RGB")
    try:
        transform = ImageCms.buildTransform(profile, _srgb(), image.mode, "RGB")
    except ImageCms.PyCMSError:
        return image.convert("RGB")
    if image.mode in ("RGB", "L") and _changes_nothing(transform, image.mode):
        return image.convert("RGB")
    converted = transform.apply(image)
    converted.info.pop("icc_profile", None)
    return converted


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Most profiles found in photos say sRGB in many bytes; leaving those pixels alone keeps them to the bit."""
    ramp = Image.frombytes("RGB", (17 * 17, 17), bytes(v for i in range(17**3) for v in _rgb(i)))
    patches = ramp if mode == "RGB" else Image.frombytes("L", (256, 1), bytes(range(256)))
    before = np.asarray(patches.convert("RGB")).astype(np.int16)
    return int(np.abs(np.asarray(transform.apply(patches)).astype(np.int16) - before).max()) <= SAME


def _rgb(i: int) -> tuple[int, int, int]:
    return i % 17 * 255 // 16, i // 17 % 17 * 255 // 16, i // 289 * 255 // 16


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
