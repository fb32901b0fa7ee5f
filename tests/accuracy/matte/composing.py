"""Portraits with known mattes before other walls: what the segmenter and the matte are held against.

A wall is drawn by code from a seed of its own per person, so that no two people stand before the same one and every
machine draws the same. The person's own light is kept: composites carry no shadow on the wall and no colour thrown by
it.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from models_src.training.mattes import Numbers, Portrait
from tests.accuracy import composed

QUALITY = 92
"""JPEG quality of a composed photo, as a phone writes it."""
GRAIN = 2.0
"""Noise over the whole composed photo, codes: without it the wall alone would be without any."""


def plain(height: int, width: int, dice: np.random.Generator) -> Numbers:
    """A light grey wall, lighter to one side."""
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    tilt = dice.uniform(-0.06, 0.06, 2)
    tone = dice.uniform(0.76, 0.86) + tilt[0] * (x - 0.5) + tilt[1] * (y - 0.5)
    return np.asarray(np.repeat(tone[..., None], 3, axis=2), np.float32)


def blue(height: int, width: int, dice: np.random.Generator) -> Numbers:
    """A saturated blue, as some documents want it and some studios have it."""
    y, x = np.mgrid[0 : 1 : height * 1j, 0 : 1 : width * 1j]
    colour = np.array([0.18, 0.36, 0.72]) + dice.uniform(-0.06, 0.06, 3)
    lit = 0.08 * (x - 0.5)[..., None] * dice.uniform(-1, 1) + 0.05 * (0.5 - y)[..., None]
    return np.asarray(np.clip(colour + lit, 0, 1), np.float32)


def bricks(height: int, width: int, dice: np.random.Generator) -> Numbers:
    """Rows of bricks, moved by chance so that joints lie elsewhere behind every head."""
    drawn = composed.bricks(height + 60, width + 140).astype(np.float32) / 255
    top, left = int(dice.integers(60)), int(dice.integers(140))
    return np.asarray(drawn[top : top + height, left : left + width], np.float32)


def clutter(height: int, width: int, dice: np.random.Generator) -> Numbers:
    """A room: shelves of books or a hedge, a window or a poster, a lamp; each in or out of focus."""
    draw = composed.shelves if dice.random() < 0.6 else composed.leaves
    drawn = draw(height + 260, width + 260).astype(np.float32) / 255
    top, left = int(dice.integers(260)), int(dice.integers(260))
    made = drawn[top : top + height, left : left + width].copy()
    for _ in range(int(dice.integers(2, 5))):
        x, y = int(dice.uniform(-0.1, 0.9) * width), int(dice.uniform(-0.1, 0.6) * height)
        u, v = x + int(dice.uniform(0.1, 0.4) * width), y + int(dice.uniform(0.1, 0.4) * height)
        colour = tuple(float(n) for n in dice.uniform(0.05, 0.95, 3))
        if dice.random() < 0.7:
            cv2.rectangle(made, (x, y), (u, v), colour, -1 if dice.random() < 0.6 else 12)
        else:
            cv2.circle(made, ((x + u) // 2, (y + v) // 2), max(8, (u - x) // 2), colour, -1)
    soft = float(dice.choice([0.8, 2.0, 5.0]))
    return np.asarray(np.clip(cv2.GaussianBlur(made, (0, 0), soft), 0, 1), np.float32)


WALLS: Mapping[str, Callable[[int, int, np.random.Generator], Numbers]] = {
    "plain": plain,
    "blue": blue,
    "brick": bricks,
    "clutter": clutter,
}


def before(portrait: Portrait, wall: str) -> npt.NDArray[np.uint8]:
    """The composed photo, as the camera's file is decoded again."""
    file = photo(portrait, wall)
    return np.asarray(Image.open(io.BytesIO(file)))


def photo(portrait: Portrait, wall: str) -> bytes:
    """The composed photo as a JPEG file.

    The old wall's share is taken out and the new one's put in, so no colour of the person has to be known.
    """
    height, width = portrait.alpha.shape
    dice = np.random.default_rng([int(portrait.person), list(WALLS).index(wall)])
    background = WALLS[wall](height, width, dice)
    made = portrait.pixels + (1 - portrait.alpha[..., None]) * (background - portrait.wall)
    made = np.clip(made * 255 + dice.normal(0, GRAIN, made.shape), 0, 255).round().astype(np.uint8)
    file = io.BytesIO()
    Image.fromarray(made).save(file, "JPEG", quality=QUALITY, subsampling=0)
    return file.getvalue()
