"""Scenes to train the matte on, and samples of people before them: every kind of both in every style."""

from __future__ import annotations

import numpy as np
import pytest

from models_src.training import scenes
from models_src.training.matte_pool import CHANNELS, TRUTH, Style, sample
from pixid_native.sessions import Sessions
from tests.models_src.test_covers import head

KINDS = sorted({*scenes.BUSY, *scenes.MIXED, *scenes.ALIKE}, key=lambda kind: kind.__name__)
OWN = np.array([[0.9, 0.1, 0.5]], np.float32)
HEIGHT, WIDTH = 150, 120


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_fills_the_picture(kind: scenes.Kind) -> None:
    for seed in range(4):
        made = scenes.scene(HEIGHT, WIDTH, np.random.default_rng(seed), OWN, (kind,), 0.3, 0.5)
        assert made.shape == (HEIGHT, WIDTH, 3) and made.dtype == np.float32
        assert np.isfinite(made).all() and made.min() >= 0 and made.max() <= 1


def like_own(alike: float) -> float:
    """Part of the pixels of stone walls, in their own light, that are near the person's hue."""
    found = []
    for seed in range(30):
        made = scenes.scene(HEIGHT, WIDTH, np.random.default_rng(seed), OWN, (scenes.ALIKE[-3],), 0.0, alike)
        sums = np.maximum(made.sum(axis=2, keepdims=True), 1e-3)
        found.append(float((np.abs(made / sums - OWN / OWN.sum()).max(axis=2) < 0.08).mean()))
    return float(np.mean(found))


def test_walls_take_up_the_persons_colours() -> None:
    assert like_own(1.0) > 0.3 > 0.1 > like_own(0.0)


def steepest(blurred: float) -> float:
    """The greatest step from one pixel to the next, mean of twenty scenes."""
    made = (
        scenes.scene(HEIGHT, WIDTH, np.random.default_rng(seed), OWN, scenes.ALIKE, blurred, 0.5) for seed in range(20)
    )
    return float(np.mean([np.abs(np.diff(one, axis=1)).max() for one in made]))


def test_walls_are_sharp_where_they_are_not_blurred() -> None:
    assert steepest(0.0) > 1.3 * steepest(1.0)


def test_a_sample_in_every_style() -> None:
    """Everything at once: the grid's planes as bytes, and a truth that holds somebody and nobody."""
    style = Style(scenes.ALIKE, bent=1, tufted=1, lent=1, shaded=1, blurred=0.5, alike=1, dressed=1, whole=True)
    looks = Sessions(None, 1)
    for seed in range(3):
        made = sample(looks, head(), [head()], style, np.random.default_rng(seed))
        assert made.ndim == 3 and made.shape[2] == CHANNELS and made.dtype == np.uint8
        truth = made[..., TRUTH]
        assert (truth > 250).mean() > 0.1 and (truth < 5).mean() > 0.1
