"""The annotated portraits before busy backgrounds: the same people at the same place, so the same truth. The top of the
hair is read off what was composed, since not every strand is.

The wall of a portrait is a smooth surface, fitted outside the person; what differs from it is the person. Backgrounds
are drawn from a seed, so that the figures are the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Numbers = npt.NDArray[np.float64]

WALL_DEGREE = 3
SURE, NOTHING = 0.12, 0.04
"""Difference from the wall (of full scale) that is person for certain, and that is none."""
SEED = 20


def before(pixels: Pixels, alpha: Numbers, background: Pixels) -> Pixels:
    """The person of `pixels` before `background`; `alpha` 0..1 of the same size says where."""
    alpha = alpha[..., None]
    made: Pixels = (alpha * pixels + (1 - alpha) * background).round().astype(np.uint8)
    noise = np.random.default_rng(SEED).normal(0, 2, made.shape)
    return np.clip(made + noise, 0, 255).astype(np.uint8)


def matte(pixels: Pixels, mask: Numbers) -> Numbers:
    """How much of each pixel is person: strands by their difference from the studio's wall, the rest by `mask`, 0..1 of
    the same size."""
    difference = np.abs(pixels - wall(pixels, mask)).max(axis=2) / 255
    strands = np.clip((difference - NOTHING) / (SURE - NOTHING), 0, 1)
    near = cv2.dilate((mask > 0.2).astype(np.uint8), np.ones((61, 61)))  # dust on the wall is no hair
    inside = cv2.erode((mask > 0.9).astype(np.uint8), np.ones((15, 15)))
    alpha: Numbers = np.maximum(np.where(near > 0, strands, 0.0), inside)
    return alpha


def top(alpha: npt.NDArray[np.floating], t: float) -> float:
    """The row where 0.10 T begin to be half covered, px: by this rule hair_tops.csv was measured. It may lie lower than
    in the portrait: a loop of hair far from the mask is not told from dust."""
    strand = max(1, round(0.1 * t))
    covered = np.partition(alpha, -strand, axis=1)[:, -strand] > 0.5
    return float(np.argmax(covered))


def wall(pixels: Pixels, mask: Numbers) -> Numbers:
    """The wall's colour everywhere: a polynomial per channel, fitted to what lies outside the person."""
    height, width = mask.shape
    step = 8
    free = cv2.dilate((mask > 0.05).astype(np.uint8), np.ones((81, 81)))[::step, ::step] == 0
    y, x = np.mgrid[0:height:step, 0:width:step]
    known = _terms(x[free] / width, y[free] / height)
    factors = np.linalg.lstsq(known, pixels[::step, ::step][free].astype(np.float64), rcond=None)[0]
    y, x = np.mgrid[0:height, 0:width]
    fitted: Numbers = _terms(x / width, y / height) @ factors
    return fitted


def _terms(x: Numbers, y: Numbers) -> Numbers:
    """The products of powers of x and y up to WALL_DEGREE."""
    powers = [(i, j) for i in range(WALL_DEGREE + 1) for j in range(WALL_DEGREE + 1 - i)]
    return np.stack([x**i * y**j for i, j in powers], axis=-1)


def bricks(height: int, width: int) -> Pixels:
    """A brick wall: rows of 60 px, joints, every brick a little different."""
    dice = np.random.default_rng(SEED)
    made = np.full((height, width, 3), (170, 165, 158), np.float64)
    for row, top in enumerate(range(0, height, 60)):
        for left in range(-(row % 2) * 70, width, 140):
            shade = np.array((140, 72, 55)) * dice.uniform(0.75, 1.15)
            made[top : top + 52, max(0, left) : max(0, left + 132)] = shade
    return _grained(made, dice, 8)


def shelves(height: int, width: int) -> Pixels:
    """Books on shelves: upright bars of every colour, dark gaps, boards across."""
    dice = np.random.default_rng(SEED + 1)
    made = np.full((height, width, 3), 35.0)
    for top in range(0, height, 260):
        left = 0
        while left < width:
            thick, tall = int(dice.uniform(18, 60)), int(dice.uniform(150, 225))
            made[top + 235 - tall : top + 235, left : left + thick] = dice.uniform(30, 220, 3)
            left += thick + int(dice.uniform(0, 5))
        made[top + 235 : top + 260] = (120, 84, 52)
    return _grained(made, dice, 5)


def leaves(height: int, width: int) -> Pixels:
    """A hedge out of focus: green blots of all sizes."""
    dice = np.random.default_rng(SEED + 2)
    made = np.zeros((height, width, 3))
    for size in (12, 30, 80):
        blots = dice.normal(0, 1, (height // size + 2, width // size + 2))
        made += cv2.resize(blots, (width, height), interpolation=cv2.INTER_CUBIC)[..., None] * np.array((28, 38, 20))
    return _grained(made + np.array((70, 95, 50)), dice, 4)


BACKGROUNDS: Mapping[str, Callable[[int, int], Pixels]] = {"bricks": bricks, "shelves": shelves, "leaves": leaves}


def _grained(made: Numbers, dice: np.random.Generator, sd: float) -> Pixels:
    return np.clip(made + dice.normal(0, sd, made.shape), 0, 255).astype(np.uint8)
