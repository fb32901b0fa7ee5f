"""The wall: shadows, patterns, gradients, colours, and a second head before it."""

from __future__ import annotations

import cv2
import numpy as np

from models_src import face_map
from models_src.training.alterations.subject import Picture, Subject, rounded


def wall_shadow(s: Subject, k: int) -> Picture:
    """The head's shadow on the wall, 8, 16, 35 % darker, beside and below."""
    shift = np.array([0.28 if s.seed % 2 else -0.28, 0.10]) * s.ied
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]]], np.float32)
    cast = cv2.GaussianBlur(
        cv2.warpAffine(s.alpha.astype(np.float32), matrix, s.alpha.shape[::-1]), (0, 0), 0.05 * s.ied
    )
    deep = (0.08, 0.16, 0.35)[k - 1]
    return rounded(s.picture * (1 - deep * (cast * (1 - s.alpha)))[..., None])


def wall_texture(s: Subject, k: int) -> Picture:
    """Bricks, panels, stripes or blots on the wall, 4, 9, 20 % of its light."""
    chance = s.chance(9)
    y, x = s.grid()
    step = chance.uniform(0.35, 0.8) * s.ied
    kinds = (
        lambda: np.where(
            ((x + (y // (step / 2) % 2) * step / 2) % step < 0.07 * step) | (y % (step / 2) < 0.05 * step), -1.0, 0.3
        ),
        lambda: np.where(x % step < 0.12 * step, -1.0, 0.2),
        lambda: np.sin(x / step * 6.3) * np.sin(y / step * 4),
        lambda: (
            cv2.GaussianBlur(chance.normal(0, 1, x.shape).astype(np.float32), (0, 0), 0.12 * s.ied) * 0.12 * s.ied * 2.5
        ),
    )
    deep = (0.04, 0.09, 0.20)[k - 1]
    return rounded(s.picture * (1 + deep * kinds[s.seed % 4]() * (1 - s.alpha))[..., None])


def wall_gradient(s: Subject, k: int) -> Picture:
    """The wall grows darker by 20, 40, 65 % across the picture."""
    x = np.linspace(0, 1, s.picture.shape[1])[None]
    ramp = 1 - (0.20, 0.40, 0.65)[k - 1] * (x if s.seed % 2 else 1 - x)
    return rounded(s.picture * (s.alpha + (1 - s.alpha) * ramp)[..., None])


def wall_colour(s: Subject, k: int) -> Picture:
    """A wall in a colour no document asks for, pale to strong."""
    colour = np.array([[190, 120, 110], [110, 160, 110], [120, 100, 170], [200, 170, 80]][s.seed % 4], np.float32)
    part = (0.25, 0.5, 0.9)[k - 1]
    wall = s.picture * (1 - part) + colour * part * (s.picture.mean(2, keepdims=True) / 205)
    return s.mixed(wall, 1 - s.alpha)


def second_face(s: Subject, k: int) -> Picture:
    """The same head again beside it, at 30, 45, 60 % of its size."""
    part = (0.30, 0.45, 0.60)[k - 1]
    oval = s.points[list(face_map.OVAL)]
    x0, y0 = np.maximum(0, (oval.min(0) - 0.3 * s.ied).astype(int))
    x1, y1 = (oval.max(0) + 0.3 * s.ied).astype(int)
    head = cv2.resize(s.picture[y0:y1, x0:x1], None, fx=part, fy=part, interpolation=cv2.INTER_AREA)
    mask = cv2.resize(s.alpha[y0:y1, x0:x1].astype(np.float32), head.shape[1::-1])[..., None]
    made = s.picture.copy()
    height, width = head.shape[:2]
    top = int(s.points[10, 1])
    left = 4 if s.seed % 2 else made.shape[1] - width - 4
    place = made[top : top + height, left : left + width]
    place[:] = rounded(place * (1 - mask) + head * mask)
    return made
