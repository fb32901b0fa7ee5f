"""Faces drawn by code, which the networks take for faces: what the runtime is watched with."""

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Colour = tuple[int, int, int]

WALL: Colour = (200, 205, 210)
PARTS: tuple[tuple[float, float, float, float, Colour, float], ...] = (
    (0, -0.25, 0.95, 1.15, (50, 35, 25), 0.05),
    (0, 1.5, 1.5, 0.7, (60, 70, 110), 0.05),
    (0, 0.9, 0.4, 0.5, (190, 145, 120), 0.05),
    (0, 0, 0.78, 1.0, (215, 170, 145), 0.1),
    (-0.33, -0.1, 0.17, 0.08, (245, 245, 245), 0.05),
    (0.33, -0.1, 0.17, 0.08, (245, 245, 245), 0.05),
    (-0.33, -0.1, 0.075, 0.08, (40, 30, 25), 0.05),
    (0.33, -0.1, 0.075, 0.08, (40, 30, 25), 0.05),
    (-0.33, -0.28, 0.2, 0.04, (60, 40, 30), 0.05),
    (0.33, -0.28, 0.2, 0.04, (60, 40, 30), 0.05),
    (-0.08, 0.28, 0.05, 0.03, (130, 80, 70), 0.05),
    (0.08, 0.28, 0.05, 0.03, (130, 80, 70), 0.05),
    (0, 0.2, 0.1, 0.12, (225, 185, 160), 0.6),
    (0, 0.55, 0.27, 0.07, (170, 70, 75), 0.05),
)
"""Hair, shoulders, neck, face, eyes, irises, brows, nostrils, nose, mouth: ellipses by their middle and half axes in
half heights of the face, their colour, and how soft their edge is."""


def portrait(width: int, height: int, face: float = 0.27, turn: float = 0.0) -> Picture:
    """One face in the middle, `face` of the picture's height from its middle to the chin, turned by `turn` radians,
    before a wall with a little noise."""
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    x, y = (columns - width / 2) / (face * height), (rows - height * 0.45) / (face * height)
    across, down = np.cos(turn) * x + np.sin(turn) * y, np.cos(turn) * y - np.sin(turn) * x
    made = np.full((height, width, 3), WALL, np.float32)
    for u, v, a, b, colour, soft in PARTS:
        inside = 1 - np.hypot((across - u) / a, (down - v) / b)
        share = np.clip(inside / soft, 0, 1)[..., None]
        made = made * (1 - share) + np.array(colour, np.float32) * share
    noise = np.random.default_rng(1).normal(0, 2, made.shape)
    return np.clip(made + noise, 0, 255).astype(np.uint8)


def rooms(height: int, width: int) -> Picture:
    """A picture without a face."""
    return np.random.default_rng(2).integers(0, 256, (height, width, 3), dtype=np.uint8)
