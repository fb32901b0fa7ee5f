"""The working copy against Pillow's antialiased resize."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
import pytest
from PIL import Image

from models_src import reduce
from tests.models_src import networks, pieces
from tests.oracle import picture

Array = npt.NDArray[Any]


@functools.cache
def reducer() -> onnxruntime.InferenceSession:
    return networks.session(reduce.build().SerializeToString())


def reduced(image: Array, height: int, width: int) -> Array:
    return pieces.run(reducer(), image=image, size=np.array([height, width], dtype=np.int64))["working"]


def scene(kind: str) -> Array:
    if kind == "face":
        return picture.astronaut()
    rng = np.random.default_rng(3)
    if kind == "noise":
        return rng.integers(0, 256, (300, 413, 3), dtype=np.uint8)
    checks = np.indices((240, 320)).sum(axis=0) % 2 * 255
    return np.repeat(checks[:, :, None], 3, axis=2).astype(np.uint8)


@pytest.mark.parametrize("kind", ["face", "noise", "checks"])
@pytest.mark.parametrize("share", [0.9, 0.53, 0.25, 0.1])
def test_as_pillow_reduces(kind: str, share: float) -> None:
    image = scene(kind)
    height, width = (max(1, round(n * share)) for n in image.shape[:2])
    mine = reduced(image, height, width).astype(int)
    theirs = np.asarray(Image.fromarray(image).resize((width, height), Image.Resampling.BILINEAR)).astype(int)
    assert mine.shape == (height, width, 3)
    assert np.abs(mine - theirs).max() <= 1


def test_the_mean_stays() -> None:
    """No shift, no change of brightness: a grey ramp keeps its values where they are."""
    ramp = np.repeat(np.repeat(np.arange(0, 250, dtype=np.uint8)[None, :, None], 100, axis=0), 3, axis=2)
    small = reduced(ramp, 20, 50)[10, :, 0].astype(float)
    assert small[3:-3] == pytest.approx(np.arange(50)[3:-3] * 5 + 2, abs=0.51)


def test_the_same_size_is_the_same_picture() -> None:
    image = scene("noise")
    assert np.array_equal(reduced(image, *image.shape[:2]), image)


def test_a_fourth_channel_changes_nothing() -> None:
    image = scene("noise")
    alpha = np.dstack([image, np.random.default_rng(4).integers(0, 256, image.shape[:2], dtype=np.uint8)])
    assert np.array_equal(reduced(alpha, 70, 90), reduced(image, 70, 90))


def test_down_to_a_line() -> None:
    assert reduced(scene("noise"), 1, 7).shape == (1, 7, 3)
