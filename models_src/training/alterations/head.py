"""Mouth, brows, coverings, pen strokes, and the camera's place: what happens to the head as a whole."""

from __future__ import annotations

import cv2
import numpy as np

from models_src import face_map
from models_src.training.alterations.subject import Picture, Subject, rounded


def mouth_open(s: Subject, k: int) -> Picture:
    """The lower lip and what is under it move down by 5, 10, 17 % of T; the mouth between the lips is drawn dark."""
    unit = float(np.linalg.norm(s.points[152] - s.eyes))
    drop = (0.05, 0.10, 0.17)[k - 1] * unit
    upper = s.points[[78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308]]
    y, x = s.grid()
    left, right = s.points[61, 0], s.points[291, 0]
    t = np.clip((x[0] - left) / (right - left), 0, 1)
    opening = drop * np.sin(np.pi * t) ** 0.7
    line = np.interp(x[0], upper[:, 0], upper[:, 1])
    jaw = np.exp(-(((x[0] - s.points[152, 0]) / (0.75 * s.ied)) ** 2)) * drop
    shift = np.maximum(opening, jaw)[None]
    end = s.points[152, 1] + 1.2 * drop + 0.2 * unit
    fade = np.clip((end - y) / (0.35 * unit), 0, 1)
    source = np.where(y > line + opening, y - shift * fade, y)
    drawn = cv2.remap(s.picture, x, source.astype(np.float32), cv2.INTER_LINEAR).astype(np.float32)
    hole = ((y > line) & (y < line + opening) & (t > 0) & (t < 1)).astype(np.float32)
    hole = cv2.GaussianBlur(hole, (0, 0), 0.006 * s.ied)[..., None]
    inner = np.broadcast_to(np.array([60, 25, 25], np.float32), drawn.shape).copy()
    teeth = ((y < line + 0.45 * opening) & (s.seed % 2 == 0)).astype(np.float32)[..., None]
    inner = inner * (1 - teeth) + np.array([205, 195, 185], np.float32) * teeth
    return rounded(drawn * (1 - hole) + inner * hole)


def brows_raised(s: Subject, k: int) -> Picture:
    """Brows moved up by 4, 8, 12 % of the inter-eye distance."""
    step = (0.04, 0.08, 0.12)[k - 1] * s.ied
    y, x = s.grid()
    weight = np.zeros(s.picture.shape[:2], np.float32)
    for brow in face_map.BROWS:
        shape = s.points[list(brow)]
        centre = shape.mean(0)
        half = np.abs(shape - centre).max(0)
        far = np.hypot((x - centre[0]) / (half[0] * 1.35), (y - centre[1]) / (half[1] + 0.17 * s.ied))
        weight = np.maximum(weight, np.clip(1.3 - 1.3 * far, 0, 1))
    moved = (y + step * np.minimum(weight, 1)).astype(np.float32)
    return cv2.remap(s.picture, x, moved, cv2.INTER_LINEAR)


def mouth_covered(s: Subject, k: int) -> Picture:
    """A cloth over chin, mouth, and mouth with nose."""
    line = (0.80, 0.55, 0.25)[k - 1]
    unit = s.points[152] - s.eyes
    cut_line = s.eyes + unit * line
    oval = s.face(face_map.OVAL, 1.5, 1.06)
    y, x = s.grid()
    below = ((x - cut_line[0]) * unit[0] + (y - cut_line[1]) * unit[1] > 0).astype(np.float32)
    colour = np.array([[150, 190, 210], [40, 40, 45], [200, 200, 205], [120, 40, 50]][s.seed % 4], np.float32)
    folds = 12 * np.sin(y / (0.09 * s.ied) + np.sin(x / (0.3 * s.ied)))[..., None]
    return s.mixed(np.broadcast_to(colour, s.picture.shape) + folds, oval * below)


def hat(s: Subject, k: int) -> Picture:
    """A cap, a broad hat or a scarf around the head (by person), in one of four colours, growing with the strength."""
    chance = s.chance(12)
    colour = np.array([[35, 40, 70], [110, 35, 40], [60, 60, 55], [190, 180, 160]][int(chance.integers(4))], np.float32)
    top, unit = s.points[10], s.eyes - s.points[152]
    along = np.array([-unit[1], unit[0]]) / np.linalg.norm(unit)
    up = unit / np.linalg.norm(unit)
    reach = np.linalg.norm(unit)
    half = 0.5 * np.linalg.norm(s.points[356] - s.points[127])
    base = top - up * chance.uniform(0.0, 0.12) * reach
    angle = np.linspace(0, np.pi, 40)
    dome = (
        base
        + np.cos(angle)[:, None] * along * half * 1.22
        + np.sin(angle)[:, None] * up * reach * chance.uniform(0.50, 0.62) * (1, 1.2, 1.4)[k - 1]
    )
    mask = s.polygon(dome, 1.5)
    if s.seed % 3 == 1:
        brim = base + np.cos(angle * 2)[:, None] * along * half * 1.9 + np.sin(angle * 2)[:, None] * up * 0.10 * reach
        mask = np.maximum(mask, s.polygon(brim, 1.5))
    if s.seed % 3 == 2:
        around = s.face(face_map.OVAL, 1.5, (1.25, 1.4, 1.55)[k - 1])
        mask = np.maximum(mask, around * (1 - s.face(face_map.OVAL, 2.0, 1.02)))
    y, x = s.grid()
    folds = (10 * np.sin(x / (0.21 * s.ied) + 2 * np.sin(y / (0.4 * s.ied))) + chance.normal(0, 3, x.shape))[..., None]
    return s.mixed(np.broadcast_to(colour, s.picture.shape) + folds, mask)


def ink(s: Subject, k: int) -> Picture:
    """Pen strokes or creases over the face."""
    chance = s.chance(11)
    made = s.picture.copy()
    for _ in range((1, 3, 6)[k - 1]):
        start = s.points[4] + chance.normal(0, 0.7, 2) * s.ied
        steps = np.cumsum(chance.normal(0, 0.05, (25, 2)) + chance.normal(0, 0.04, 2), 0) * s.ied
        paint = [(25, 30, 120), (20, 20, 20), (240, 240, 240)][int(chance.integers(3))]
        cv2.polylines(
            made, [np.round(start + steps).astype(np.int32)], False, paint, max(1, round(0.012 * s.ied)), cv2.LINE_AA
        )
    return made


def perspective(s: Subject, k: int) -> Picture:
    """Taken from about 60, 40, 25 cm: the middle of the face is larger than its edge."""
    distance = (60, 40, 25)[k - 1]
    centre = s.points[4]
    y, x = s.grid()
    r = np.hypot(x - centre[0], y - centre[1]) / (1.0 * s.ied)
    # Points at radius r lie further back by about 6 cm r^2 on a head; nearer parts grow by d / (d - depth).
    depth = 6.0 * np.minimum(r, 1.6) ** 2
    factor = (1 + depth / distance) / (1 + depth / 150)
    across = (centre[0] + (x - centre[0]) * factor).astype(np.float32)
    down = (centre[1] + (y - centre[1]) * factor).astype(np.float32)
    return cv2.remap(s.picture, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def roll(s: Subject, k: int) -> Picture:
    """Turned by 6, 11, 20 degrees in the picture."""
    angle = (6, 11, 20)[k - 1] * (1 if s.seed % 2 else -1)
    matrix = cv2.getRotationMatrix2D((float(s.eyes[0]), float(s.eyes[1])), angle, 1.0)
    return cv2.warpAffine(
        s.picture, matrix, s.picture.shape[1::-1], flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
