"""Embedded profiles, against numbers worked out from the primaries."""

import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from pixid_native.decode import decode
from tests.pixid_native import pictures
from tests.pixid_native.pictures import encoded, scene


def flat(colour: tuple[int, ...], mode: str = "RGB") -> Image.Image:
    return Image.new(mode, (40, 40), colour)


def middle(data: bytes) -> list[int]:
    return [int(value) for value in decode(data).pixels[20, 20]]


def expected_srgb(colour: tuple[int, int, int]) -> list[float]:
    """Display P3 (gamma 2.2) to sRGB through XYZ, both relative to D50; out of range is cut off."""
    p3 = np.array([[0.51512, 0.29198, 0.1571], [0.2412, 0.69225, 0.06657], [-0.00105, 0.04189, 0.78407]])
    srgb = np.array([[0.43607, 0.38515, 0.14307], [0.22249, 0.71687, 0.06061], [0.01392, 0.09708, 0.7141]])
    linear = np.clip(np.linalg.inv(srgb) @ p3 @ (np.array(colour) / 255) ** 2.2, 0, 1)
    return list(255 * np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055))


@pytest.mark.parametrize("colour", [(180, 140, 120), (90, 60, 50), (230, 200, 180), (200, 30, 40), (128, 128, 128)])
@pytest.mark.parametrize("format", ["PNG", "TIFF", "WEBP"])
def test_display_p3(colour: tuple[int, int, int], format: str) -> None:
    options = {"lossless": True} if format == "WEBP" else {}
    found = middle(encoded(flat(colour), format, icc_profile=pictures.display_p3(), **options))
    assert np.abs(np.array(found) - expected_srgb(colour)).max() <= 1.5


def test_the_conversion_is_needed() -> None:
    assert abs(middle(encoded(flat((200, 30, 40)), "PNG", icc_profile=pictures.display_p3()))[0] - 200) > 10


def test_an_srgb_profile_changes_no_bit() -> None:
    data = encoded(scene(), "PNG", icc_profile=pictures.srgb_profile())
    assert np.array_equal(decode(data).pixels, np.asarray(scene()))


@pytest.mark.parametrize("profile", [b"no profile at all", bytes(3000), pictures.display_p3()[:200]])
def test_a_damaged_profile_is_passed_over(profile: bytes) -> None:
    assert np.array_equal(decode(encoded(scene(), "PNG", icc_profile=profile)).pixels, np.asarray(scene()))


def test_a_profile_for_other_channels_is_passed_over() -> None:
    grey = scene().convert("L")
    data = encoded(grey, "PNG", icc_profile=pictures.display_p3())
    assert np.array_equal(decode(data).pixels, np.asarray(grey.convert("RGB")))


def test_colour_first_then_white_behind_it() -> None:
    colour = flat((200, 30, 40, 128), "RGBA")
    found = middle(encoded(colour, "PNG", icc_profile=pictures.display_p3()))
    opaque = np.array(expected_srgb((200, 30, 40)))
    assert np.abs(np.array(found) - (opaque * 128 + 255 * 127) / 255).max() <= 1.5


def test_palette_with_a_profile() -> None:
    palette = flat((200, 30, 40)).quantize(4)
    found = middle(encoded(palette, "PNG", icc_profile=pictures.display_p3()))
    assert np.abs(np.array(found) - expected_srgb((200, 30, 40))).max() <= 2


def test_lab_profile_is_not_needed() -> None:
    """L* = 50, a* = b* = 0 is sRGB 119."""
    data = encoded(Image.new("LAB", (40, 40), (128, 128, 128)), "TIFF")
    assert all(abs(value - 119) <= 2 for value in middle(data))


def test_profiles_are_readable_by_littlecms() -> None:
    """Guards the guard: a profile LittleCMS refuses would be passed over in silence by every test here."""
    profile = ImageCms.ImageCmsProfile(io.BytesIO(pictures.display_p3()))
    assert profile.profile.xcolor_space == "RGB "
