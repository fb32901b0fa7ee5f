"""Glasses drawn over the eyes: thin, heavy, slipped, tinted, reflecting."""

from __future__ import annotations

import cv2
import numpy as np

from models_src.training.alterations.subject import Numbers, Picture, Subject, codes, linear, rounded


def _lenses(s: Subject, drop: float = 0.05, grow: float = 1.0) -> list[Numbers]:
    """Outlines of two lenses [n, 2], px."""
    chance = s.chance(5)
    wide, high = chance.uniform(0.36, 0.43) * grow, chance.uniform(0.22, 0.34) * grow
    power = chance.uniform(2.0, 4.0)
    along = (s.points[473] - s.points[468]) / s.ied
    down = np.array([-along[1], along[0]])
    shapes = []
    for iris, sign in ((468, -1), (473, 1)):
        angle = np.linspace(0, 2 * np.pi, 80, endpoint=False)
        c, si = np.cos(angle), np.sin(angle)
        x = np.sign(c) * np.abs(c) ** (2 / power) * wide * s.ied
        y = np.sign(si) * np.abs(si) ** (2 / power) * high * s.ied
        centre = s.points[iris] + along * 0.02 * sign * s.ied + down * drop * s.ied
        shapes.append(centre + x[:, None] * along + y[:, None] * down)
    return shapes


def _framed(
    s: Subject, picture: Picture, thick: float, drop: float = 0.05, colour: Numbers | None = None, grow: float = 1.0
) -> Picture:
    made = picture.copy()
    chance = s.chance(6)
    if colour is None:
        colour = np.array([[25, 22, 20], [70, 45, 30], [120, 118, 115], [60, 20, 25]][s.seed % 4]) + chance.normal(
            0, 6, 3
        )
    width = max(1, round(thick * s.ied))
    paint = tuple(int(v) for v in np.clip(colour, 0, 255))
    left, right = _lenses(s, drop, grow)
    lines = [np.vstack([left, left[:1]]), np.vstack([right, right[:1]])]
    bridge = np.array([left[0], (left[0] + right[40]) / 2 - [0, 0.04 * s.ied], right[40]])
    lines += [bridge, np.array([left[40], s.points[127]]), np.array([right[0], s.points[356]])]
    for line in lines:
        cv2.polylines(made, [np.round(line * 16).astype(np.int32)], False, paint, width, cv2.LINE_AA, 4)
    return made


def glasses(s: Subject, k: int) -> Picture:
    """Thin, usual and broad frames."""
    return _framed(s, s.picture, (0.012, 0.025, 0.05)[k - 1])


def heavy_frames(s: Subject, k: int) -> Picture:
    """Frames of 5, 8, 11 % of the inter-eye distance."""
    return _framed(s, s.picture, (0.055, 0.08, 0.11)[k - 1], 0.06, np.array([25.0, 22, 20]), 1.05)


def frames_over_eyes(s: Subject, k: int) -> Picture:
    """Glasses that have slipped up or down until the frame cuts the eye."""
    return _framed(s, s.picture, (0.025, 0.04, 0.06)[k - 1], 0.30 if s.seed % 2 else -0.20)


def tinted(s: Subject, k: int) -> Picture:
    """Lenses that let 60, 35, 12 % of the light through."""
    passed = (0.60, 0.35, 0.12)[k - 1]
    light = linear(s.picture)
    for lens in _lenses(s):
        light = light * (1 + (passed - 1) * s.polygon(lens, 1.0))[..., None]
    return _framed(s, codes(light), 0.025)


def lens_glare(s: Subject, k: int) -> Picture:
    """White reflections on both lenses, 12, 25, 45 % of their width."""
    chance = s.chance(7)
    made = _framed(s, s.picture, 0.02).astype(np.float32)
    for lens in _lenses(s):
        middle, size = lens.mean(0), np.ptp(lens, 0)
        centre = middle + chance.uniform(-0.22, 0.22, 2) * size
        radius = (0.06, 0.125, 0.22)[k - 1] * size[0]
        corners = centre + np.array([[-1, -0.7], [1, -0.9], [1.1, 0.7], [-0.9, 0.9]]) * radius
        mask = s.polygon(corners, radius * 0.12)[..., None] * 0.95
        made = made * (1 - mask) + np.array([252, 253, 255]) * mask
    return rounded(made)
