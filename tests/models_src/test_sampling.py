"""Reading crops out of pictures: against plain loops in numpy and against OpenCV's own warp."""

from __future__ import annotations

import functools
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import onnxruntime
import pytest

from models_src import sampling
from models_src.graph import FLOAT, UINT8, Graph
from tests.models_src import pieces

Array = npt.NDArray[Any]
BORDERS = ("edge", "black")


@functools.cache
def sampler(outside: str) -> onnxruntime.InferenceSession:
    return pieces.piece(
        {"image": (UINT8, ["h", "w", 3]), "index": (FLOAT, ["n", 2])},
        lambda g, image, index: {
            "read": (sampling.sample(g, image, g.take(index, 1, 0), g.take(index, 1, 1), outside), FLOAT, [3, "n"])
        },
    )


def read(image: Array, index: Array, outside: str) -> Array:
    return pieces.run(sampler(outside), image=image, index=index)["read"].T


def expected(image: Array, index: Array, outside: str) -> Array:
    """One position after the other, in whole 1/32 px and whole 1/1024 weights."""
    height, width = image.shape[:2]
    out = np.zeros((len(index), 3))
    for number, (x, y) in enumerate(index):
        column, row = int(np.rint(np.float32(x) * 32)), int(np.rint(np.float32(y) * 32))
        total = np.zeros(3, dtype=np.int64)
        for dy in (0, 1):
            for dx in (0, 1):
                weight = (column % 32 if dx else 32 - column % 32) * (row % 32 if dy else 32 - row % 32)
                at_x, at_y = column // 32 + dx, row // 32 + dy
                inside = 0 <= at_x < width and 0 <= at_y < height
                if inside or outside == "edge":
                    total += weight * image[min(max(at_y, 0), height - 1), min(max(at_x, 0), width - 1)].astype(
                        np.int64
                    )
        out[number] = (total + 512) // 1024
    return out


def picture(height: int = 37, width: int = 53) -> Array:
    return np.random.default_rng(5).integers(0, 256, (height, width, 3), dtype=np.uint8)


def positions(count: int = 3000) -> Array:
    """Inside, across every border, and far away."""
    return (np.random.default_rng(6).random((count, 2)) * (61, 45) - 4).astype(np.float32)


@pytest.mark.parametrize("outside", BORDERS)
def test_every_place_to_the_bit(outside: str) -> None:
    assert np.array_equal(read(picture(), positions(), outside), expected(picture(), positions(), outside))


@pytest.mark.parametrize("outside", BORDERS)
def test_as_opencv_warps(outside: str) -> None:
    """OpenCV's fixed-point maps round positions the same way."""
    border = cv2.BORDER_REPLICATE if outside == "edge" else cv2.BORDER_CONSTANT
    x, y = positions()[:, :1], positions()[:, 1:]
    whole, part = cv2.convertMaps(x, y, cv2.CV_16SC2)
    theirs = cv2.remap(picture(), whole, part, cv2.INTER_LINEAR, borderMode=border)[:, 0]
    difference = np.abs(read(picture(), positions(), outside) - theirs)
    assert difference.max() <= 1 and (difference > 0).mean() < 0.01


@pytest.mark.parametrize("outside", BORDERS)
def test_pixel_centres_give_the_pixels(outside: str) -> None:
    rows, columns = np.mgrid[0:37, 0:53]
    index = np.stack([columns.ravel(), rows.ravel()], axis=1)
    assert np.array_equal(read(picture(), index.astype(np.float32), outside), picture().reshape(-1, 3))


def test_far_outside() -> None:
    far = np.array([[-500.0, 20.0], [5000.0, 20.0], [20.0, -77.0], [20.0, 999.0]], dtype=np.float32)
    image = picture()
    assert np.array_equal(read(image, far, "edge"), image[[20, 20, 0, 36], [0, 52, 20, 20]])
    assert not read(image, far, "black").any()


def test_a_picture_of_one_pixel() -> None:
    image = np.array([[[10, 20, 30]]], dtype=np.uint8)
    assert np.array_equal(read(image, positions(50), "edge"), np.tile([10, 20, 30], (50, 1)))


def test_cells_lie_at_centres_or_corners() -> None:
    assert sampling.crop_cells(4, True) == pytest.approx([-0.375, -0.125, 0.125, 0.375])
    assert sampling.crop_cells(4, False) == pytest.approx([-0.5, -0.25, 0.0, 0.25])


def test_a_grid_is_spread_row_by_row() -> None:
    session = pieces.piece(
        {name: (FLOAT, [2]) for name in ("across", "down", "centre")},
        lambda g, *axes: {
            name: (value, FLOAT, [9])
            for name, value in zip("xy", sampling.spread(g, sampling.crop_cells(3, True), *axes), strict=True)
        },
    )
    made = pieces.run(session, across=[3.0, 0.3], down=[-0.6, 6.0], centre=[100.0, 200.0])
    where = np.stack([made["x"], made["y"]], axis=1)
    for row in range(3):
        for column in range(3):
            wanted = np.array([100.0, 200.0]) + (column - 1) * np.array([1.0, 0.1]) + (row - 1) * np.array([-0.2, 2.0])
            assert where[3 * row + column] == pytest.approx(wanted, abs=1e-4)


def test_samples_become_a_map() -> None:
    session = pieces.piece(
        {"samples": (FLOAT, [3, 6])},
        lambda g, samples: {"map": (sampling.to_map(g, samples, 2, 3), FLOAT, [1, 3, 2, 3])},
    )
    values = np.arange(18.0).reshape(3, 6)
    made = pieces.run(session, samples=values)["map"]
    assert made.shape == (1, 3, 2, 3) and np.array_equal(made[0, :, 1, 0], values[:, 3])


def test_the_size_of_a_picture() -> None:
    def write(g: Graph, image: str) -> Any:
        width, height = sampling.picture_size(g, image)
        return {"width": (width, FLOAT, [1]), "height": (height, FLOAT, [1])}

    made = pieces.run(pieces.piece({"image": (UINT8, ["h", "w", 3])}, write), image=picture())
    assert made["width"].tolist() == [53] and made["height"].tolist() == [37]
