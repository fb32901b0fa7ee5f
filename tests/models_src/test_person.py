"""Hair top and softness, read from masks drawn with known heads."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
import pytest

from models_src import person
from models_src.graph import FLOAT
from tests.models_src import pieces

Array = npt.NDArray[Any]
SIDE = 4.2
"""Side of the mask's region in T, as the pipeline asks for it."""


class Head:
    """A head of T = `t` px with its eyes at `eyes`, `lean` degrees clockwise, in a region that begins at `corner`.

    The mask is drawn at 4 x 4 places per cell, in the head's own axes: `shape(x, y)` with x to the right of the head's
    axis and y over the eyes, both in T, is the person.
    """

    def __init__(
        self, shape: Shape, lean: float = 0.0, eyes: tuple[float, float] = (900.0, 1100.0), t: float = 180.0,
        top: float | None = None,
    ) -> None:  # fmt: skip
        self.t, self.eyes, self.shape = t, np.array(eyes), shape
        angle = np.radians(lean)
        self.up, self.right = np.array([np.sin(angle), -np.cos(angle)]), np.array([np.cos(angle), np.sin(angle)])
        self.corner = self.eyes - SIDE / 2 * t
        self.extent = np.array([SIDE * t, SIDE * t])
        if top is not None:  # the photo's upper edge
            self.extent[1] -= top - self.corner[1]
            self.corner[1] = top

    def mask(self) -> Array:
        cells, fine = person.MASK, person.MASK * 4
        line = (np.arange(fine, dtype=np.float32) + 0.5) / fine
        place = self.corner + np.stack(np.meshgrid(line, line), axis=-1) * self.extent - self.eyes
        inside = self.shape(place @ self.right / self.t, place @ self.up / self.t)
        covered: Array = inside.reshape(cells, 4, cells, 4).mean(axis=(1, 3))
        return covered

    def hair_top(self) -> float:
        chin = self.eyes - self.up * self.t
        made = pieces.run(
            hair(), mask=self.mask()[None, None], corner=self.corner, extent=self.extent, head=[*self.eyes, *chin]
        )
        return float(made["hair_top"][0])


@functools.cache
def hair() -> onnxruntime.InferenceSession:
    return pieces.piece(
        {
            "mask": (FLOAT, [1, 1, person.MASK, person.MASK]),
            "corner": (FLOAT, [2]),
            "extent": (FLOAT, [2]),
            "head": (FLOAT, [4]),
        },
        lambda g, *names: {"hair_top": (person.hair_top(g, *names), FLOAT, [1])},
    )


Shape = Callable[[Array, Array], Array]


def egg(top: float, width: float = 0.75) -> Shape:
    """A head with shoulders: an ellipse from 1.1 T under the eyes up to `top`, on a body."""
    middle, half = (top - 1.1) / 2, (top + 1.1) / 2

    def shape(x: Array, y: Array) -> Array:
        head, body = (x / width) ** 2 + ((y - middle) / half) ** 2 <= 1, (np.abs(x) < 1.6) & (y < -1.3)
        return np.logical_or(head, body)

    return shape


def chord(top: float, width: float = 0.75) -> float:
    """Height at which an `egg` is 0.1 T wide, which is what the graph takes for its top."""
    middle, half = (top - 1.1) / 2, (top + 1.1) / 2
    return float(middle + half * np.sqrt(1 - (0.05 / width) ** 2))


@pytest.mark.parametrize("top", [0.75, 0.9, 1.05, 1.3, 1.6])
@pytest.mark.parametrize("lean", [0.0, 12.0, -25.0])
def test_the_top_of_a_head(top: float, lean: float) -> None:
    """Within half a cell of the mask (0.008 T)."""
    assert Head(egg(top), lean).hair_top() == pytest.approx(chord(top), abs=0.008)


def test_size_and_place_in_the_photo_do_not_matter() -> None:
    for t, eyes in ((40.0, (90.0, 95.0)), (600.0, (1800.0, 2300.0))):
        assert Head(egg(1.1), 5.0, eyes, t).hair_top() == pytest.approx(chord(1.1), abs=0.008)


def test_loose_strands_do_not_count() -> None:
    def strand(x: Array, y: Array) -> Array:
        return np.logical_or(egg(1.0)(x, y), (np.abs(x - 0.2) < 0.03) & (y > 0) & (y < 1.5))

    assert Head(strand).hair_top() == pytest.approx(chord(1.0), abs=0.012)


def test_a_knot_of_hair_counts() -> None:
    def knot(x: Array, y: Array) -> Array:
        return np.logical_or(egg(1.0)(x, y), x**2 + (y - 1.2) ** 2 < 0.25**2)

    assert Head(knot).hair_top() == pytest.approx(1.2 + np.sqrt(0.25**2 - 0.05**2), abs=0.01)


@pytest.mark.parametrize(("gap", "ends"), [(0.10, False), (0.16, True)])
def test_gaps_up_to_0_12_do_not_end_the_hair(gap: float, ends: bool) -> None:
    """A loop over the head, wall showing through between 0.9 and 0.9 + gap."""

    def loop(x: Array, y: Array) -> Array:
        return np.logical_and(egg(1.4)(x, y), (y < 0.9) | (y > 0.9 + gap))

    assert Head(loop).hair_top() == pytest.approx(0.9 if ends else chord(1.4), abs=0.012)


def test_nobody_is_found_as_nothing() -> None:
    """No mask at all: what comes back is under LOWEST_HAIR, so that an average stands in."""
    assert Head(lambda x, y: np.zeros(x.shape, dtype=bool)).hair_top() <= person.SURE_HEAD + 0.01


def test_everything_is_found_as_the_highest() -> None:
    assert Head(lambda x, y: np.ones(x.shape, dtype=bool)).hair_top() == pytest.approx(person.REACH, abs=0.005)


@pytest.mark.parametrize("t", [60.0, 180.0, 700.0])
def test_hair_cut_by_the_photo_ends_at_its_edge(t: float) -> None:
    assert Head(egg(1.2), 0.0, (900.0, 0.8 * t), t, top=0.0).hair_top() == pytest.approx(0.8, abs=0.001)


@pytest.mark.parametrize("lean", [-6.0, 3.0, 8.0])
def test_the_hair_of_a_leaning_head_that_is_cut_does_not_end_below_the_edge(lean: float) -> None:
    """Beside the axis the head is still in the photo where the axis has left it, so the top comes out above."""
    found = Head(egg(1.2), lean, (900.0, 144.0), 180.0, top=0.0).hair_top()
    edge = 0.8 / np.cos(np.radians(lean))
    assert edge - 0.001 < found < edge + 0.75 * np.tan(np.radians(abs(lean)))


@functools.cache
def softness() -> onnxruntime.InferenceSession:
    return pieces.piece(
        {"mask": (FLOAT, [1, 1, person.MASK, person.MASK])},
        lambda g, mask: {"softness": (person._softness(g, mask), FLOAT, [1])},
    )


def ramp(width: float) -> Array:
    """A mask that rises from 0 to 1 over `width` cells across a straight outline from top to bottom."""
    line = np.clip((np.arange(person.MASK) - 128.25) / width + 0.5, 0, 1)
    return np.broadcast_to(line, (1, 1, person.MASK, person.MASK))


@pytest.mark.parametrize("width", [1.0, 4.0, 20.0])
def test_softness_is_the_width_of_the_soft_edge(width: float) -> None:
    """0.1 to 0.9 is 0.8 of the ramp, counted in whole cells."""
    value = float(pieces.run(softness(), mask=ramp(width))["softness"][0])
    assert value == pytest.approx(0.8 * width, abs=1.0)


def test_a_sharp_mask_and_an_empty_one_have_no_softness() -> None:
    for mask in (ramp(0.01), np.zeros((1, 1, 256, 256)), np.ones((1, 1, 256, 256))):
        assert float(pieces.run(softness(), mask=mask)["softness"][0]) == 0
