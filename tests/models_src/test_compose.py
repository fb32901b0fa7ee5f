"""The finished picture's pixels: against Pillow for straight crops, against the exact integral for turned ones."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
import pytest
from PIL import Image

from models_src import compose
from tests.models_src import networks, pieces
from tests.oracle import picture

Array = npt.NDArray[Any]
Pattern = Callable[[Array, Array], Array]
"""Brightness 0..1 at x, y in px of the photo."""


@functools.cache
def graph(name: str) -> onnxruntime.InferenceSession:
    built = {"straight": compose.build_straight, "turned": compose.build_turned}[name]()
    return networks.session(built.SerializeToString())


def straight(image: Array, width: int, height: int) -> Array:
    return pieces.run(graph("straight"), image=image, size=np.array([height, width], dtype=np.int64))["raster"]


def turned(image: Array, inverse: Array, width: int, height: int) -> Array:
    size = np.array([height, width], dtype=np.int64)
    return pieces.run(graph("turned"), image=image, inverse=inverse.ravel(), size=size)["raster"]


def inverse_of(degrees: float, scale: float, centre: tuple[float, float], width: int, height: int) -> Array:
    """[2, 3]: output px -> photo px; `scale` photo px per output px, the output's middle at `centre`."""
    angle = np.radians(degrees)
    linear = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    shift = np.array(centre) - linear @ [width / 2, height / 2]
    return np.hstack([linear, shift[:, None]])


def drawn(pattern: Pattern, width: int, height: int, fine: int = 8) -> Array:
    """A photo: each pixel the pattern's mean over its square."""
    x, y = np.meshgrid((np.arange(width * fine) + 0.5) / fine, (np.arange(height * fine) + 0.5) / fine)
    mean: Array = pattern(x, y).reshape(height, fine, width, fine).mean(axis=(1, 3))
    return np.repeat(np.rint(mean * 255)[:, :, None], 3, axis=2).astype(np.uint8)


def integral(pattern: Pattern, inverse: Array, width: int, height: int, fine: int = 16) -> Array:
    """What each output pixel covers of the pattern itself, 0..255."""
    u, v = np.meshgrid((np.arange(width * fine) + 0.5) / fine, (np.arange(height * fine) + 0.5) / fine)
    x = inverse[0, 0] * u + inverse[0, 1] * v + inverse[0, 2]
    y = inverse[1, 0] * u + inverse[1, 1] * v + inverse[1, 2]
    mean: Array = pattern(x, y).reshape(height, fine, width, fine).mean(axis=(1, 3)) * 255
    return mean


def waves(length: float) -> Pattern:
    """Smooth waves of `length` px in both directions."""
    k = 2 * np.pi / length
    return lambda x, y: np.asarray(0.5 + 0.22 * np.sin(k * x) + 0.22 * np.sin(k * (y + 0.3 * x)))


def zones(x: Array, y: Array) -> Array:
    """Rings that get finer outwards, down to 8 px from ring to ring at 120 px from the middle."""
    return np.asarray(0.5 + 0.45 * np.cos(np.pi * ((x - 150) ** 2 + (y - 150) ** 2) / (8 * 120)))


@functools.cache
def zone_plate() -> Array:
    return drawn(zones, 300, 300)


@pytest.mark.parametrize("share", [0.9, 0.5, 0.21])
def test_straight_as_pillow_reduces(share: float) -> None:
    image = picture.astronaut()
    width, height = round(512 * share), round(512 * share * 0.9)
    theirs = np.asarray(Image.fromarray(image).resize((width, height), Image.Resampling.BICUBIC)).astype(int)
    difference = np.abs(straight(image, width, height).astype(int) - theirs)
    assert difference.max() <= 1 and difference.mean() < 0.1


def test_straight_at_its_own_size_gives_the_photos_pixels() -> None:
    image = np.random.default_rng(1).integers(0, 256, (61, 47, 3), dtype=np.uint8)
    assert np.array_equal(straight(image, 47, 61), image)


def test_straight_enlarges_where_it_has_to() -> None:
    image = picture.astronaut()[:100, 200:300]
    theirs = np.asarray(Image.fromarray(image).resize((150, 150), Image.Resampling.BICUBIC)).astype(int)
    assert np.abs(straight(image, 150, 150).astype(int) - theirs).max() <= 2


@pytest.mark.parametrize("name", ["straight", "turned"])
def test_a_fourth_channel_changes_nothing(name: str) -> None:
    image = picture.astronaut()[100:260, 150:290]
    alpha = np.dstack([image, np.random.default_rng(4).integers(0, 256, image.shape[:2], dtype=np.uint8)])
    if name == "straight":
        assert np.array_equal(straight(alpha, 60, 70), straight(image, 60, 70))
    else:
        inverse = inverse_of(9.0, 1.5, (70.0, 80.0), 60, 70)
        assert np.array_equal(turned(alpha, inverse, 60, 70), turned(image, inverse, 60, 70))


@pytest.mark.parametrize("degrees", [1.6, -7.0, 30.0, 45.0])
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.7, 4.0])
def test_smooth_waves(degrees: float, scale: float) -> None:
    """Waves of six output pixels and more come out as they are: rms under 1.2 levels of 255."""
    length = 8 * max(scale, 1.0)
    photo = drawn(waves(length), 240, 240, fine=4)
    side = int(120 / max(scale, 1.0))
    inverse = inverse_of(degrees, scale, (120.0, 120.0), side, side)
    made = turned(photo, inverse, side, side)[:, :, 0].astype(float)
    error = made - integral(waves(length), inverse, side, side)
    assert np.sqrt((error**2).mean()) < 1.2
    assert abs(error.mean()) < 0.1


@pytest.mark.parametrize("degrees", [2.0, -11.0, 25.0])
def test_a_zone_plate_has_no_ghosts(degrees: float) -> None:
    """Rings finer than an output pixel fade into grey, at every angle, and do not come back as others."""
    photo = zone_plate()
    inverse = inverse_of(degrees, 3.0, (150.0, 150.0), 66, 66)
    made = turned(photo, inverse, 66, 66)[:, :, 0].astype(float)
    error = made - integral(zones, inverse, 66, 66)
    assert np.sqrt((error**2).mean()) < 3
    assert np.abs(error).max() < 9


def blob(x: float, y: float) -> Pattern:
    return lambda across, down: np.exp(-((across - x) ** 2 + (down - y) ** 2) / (2 * 6.0**2))


@pytest.mark.parametrize("degrees", [0.0, 3.0, -20.0])
@pytest.mark.parametrize("scale", [0.7, 1.0, 2.3, 5.0])
def test_nothing_is_shifted(degrees: float, scale: float) -> None:
    """The middle of a soft dot lies where the matrix says, to 0.02 px."""
    at = (163.3, 141.8)
    photo = drawn(blob(*at), 300, 300, fine=4)
    width, height = int(200 / scale), int(150 / scale)
    inverse = inverse_of(degrees, scale, (150.0, 150.0), width, height)
    made = turned(photo, inverse, width, height)[:, :, 0].astype(float)
    u, v = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    found = np.array([(made * u).sum(), (made * v).sum()]) / made.sum()
    wanted = np.linalg.solve(inverse[:, :2], np.array(at) - inverse[:, 2])
    assert found == pytest.approx(wanted, abs=0.02)


def test_nothing_is_shifted_when_straight() -> None:
    photo = drawn(blob(163.3, 141.8), 300, 300, fine=4)
    made = straight(photo, 111, 130)[:, :, 0].astype(float)
    u, v = np.meshgrid(np.arange(111) + 0.5, np.arange(130) + 0.5)
    found = np.array([(made * u).sum(), (made * v).sum()]) / made.sum()
    assert found == pytest.approx([163.3 * 111 / 300, 141.8 * 130 / 300], abs=0.02)


def test_turned_and_straight_agree() -> None:
    """The same crop through both graphs, at half size: the filters differ, the picture does not."""
    image = picture.astronaut()
    crop = straight(image, 256, 256).astype(int)
    other = turned(image, inverse_of(0.0, 2.0, (256.0, 256.0), 256, 256), 256, 256).astype(int)
    difference = np.abs(crop - other)[4:-4, 4:-4]
    assert difference.mean() < 2 and np.quantile(difference, 0.99) < 15


def test_outside_the_photo_its_border_goes_on() -> None:
    image = np.zeros((80, 80, 3), dtype=np.uint8)
    image[:, :40] = 200
    made = turned(image, inverse_of(0.0, 1.0, (40.0, 40.0), 160, 160), 160, 160)
    assert (made[:20, :30] == 200).all() and (made[-20:, -30:] == 0).all()


def test_brightness_ends_at_black_and_white() -> None:
    """Cubic overshoot beside a hard edge is cut, not wrapped."""
    image = np.zeros((60, 60, 3), dtype=np.uint8)
    image[:, 30:] = 255
    for degrees in (0.0, 12.0):
        made = turned(image, inverse_of(degrees, 0.6, (30.0, 30.0), 60, 60), 60, 60)
        assert (made[20:40, :8] <= 2).all() and (made[20:40, -8:] >= 253).all()
