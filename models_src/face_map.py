"""The mean face and its map: a flat picture onto which every face is drawn, so that a cheek is always at the
same place, whatever the pose and the size.

`mean_face.json`: 478 points (x, y) in T with the middle between the eyes at (0, 0) and the chin at (0, 1): the mean
mesh of 52 neutral adult portraits (Face Research Lab London, CC BY 4.0), made symmetric.
"""

import json
from functools import cache
from pathlib import Path

import numpy as np

from models_src.graph import Array

ROWS, COLUMNS = 128, 112
"""Texels of the map."""
PER_T = 71.0
"""Texels per T: half of what the head map has, so that each texel averages about four of its pixels."""
EYE_ROW = 54.0
"""Row of the eyes; the middle column is the face's axis."""
KNOT = 8
"""Texels between the knots at which the map is tied to the mesh (0.11 T): the skin bends no faster."""
NEAREST, SOFT = 12, 0.03
"""Mesh points that place a knot, and the distance in T below which they count alike."""

OVAL = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150,
    136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
BROWS = ((70, 63, 105, 66, 107, 55, 65, 52, 53, 46), (300, 293, 334, 296, 336, 285, 295, 282, 283, 276))
LIDS = (
    (33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7),
    (362, 398, 384, 385, 386, 387, 388, 466, 263, 249, 390, 373, 374, 380, 381, 382),
)
"""Outlines of the eyes, image-left and image-right, each from its left corner over the upper lid and back below."""
OUTER_LIPS = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146)
INNER_LIPS = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95)
"""Mesh points of MediaPipe's face oval, brows, eyes and lips."""


@cache
def mean_face() -> Array:
    """[478, 2] in T."""
    points: Array = np.array(json.loads((Path(__file__).parent / "mean_face.json").read_text()), dtype=np.float64)
    return points


def texel(point: Array) -> Array:
    """A place in T -> (column, row) in texels, continuous: the first texel's centre is (0.5, 0.5)."""
    placed: Array = np.asarray(point) * PER_T + [COLUMNS / 2, EYE_ROW]
    return placed


def knots() -> tuple[Array, Array]:
    """Which mesh points place each knot, and how: (index [k, NEAREST] int32, weight [k, NEAREST] float32), rows first.

    A knot sits where the affine map that best takes its nearest points from the mean face to the photo puts it.
    """
    face = mean_face()[:468]
    rows, columns = np.mgrid[0 : ROWS + 1 : KNOT, 0 : COLUMNS + 1 : KNOT]
    places = (np.stack([columns, rows], -1).reshape(-1, 2) - [COLUMNS / 2, EYE_ROW]) / PER_T
    index, weight = [], []
    for place in places:
        distance = np.linalg.norm(face - place, axis=1)
        near = np.argsort(distance, kind="stable")[:NEAREST]
        trust = 1 / (distance[near] ** 2 + SOFT**2)
        known = np.c_[np.ones(NEAREST), face[near]]
        fit = np.linalg.solve(known.T @ (trust[:, None] * known), (trust[:, None] * known).T)
        index.append(near)
        weight.append(np.array([1.0, *place]) @ fit)
    return np.array(index, dtype=np.int32), np.array(weight, dtype=np.float32)


def between_knots(texels: int) -> Array:
    """[texels, texels / KNOT + 1]: linear interpolation from the knots of one axis to the centres of its texels."""
    at = (np.arange(texels) + 0.5) / KNOT
    count = texels // KNOT + 1
    shares: Array = np.maximum(0.0, 1 - np.abs(at[:, None] - np.arange(count)[None])).astype(np.float32)
    return shares


def inside(outline: Array) -> Array:
    """[ROWS, COLUMNS] bool: texels whose centre lies in a closed outline [n, 2] of (column, row)."""
    y, x = np.mgrid[0:ROWS, 0:COLUMNS] + 0.5
    odd = np.zeros((ROWS, COLUMNS), bool)
    for (ax, ay), (bx, by) in zip(outline, np.roll(outline, -1, axis=0)):
        crosses = (ay > y) != (by > y)
        with np.errstate(divide="ignore", invalid="ignore"):
            odd ^= crosses & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
    return odd


def region(points: tuple[int, ...], grow: float = 1.0) -> Array:
    """The texels inside mesh points of the mean face, the outline scaled by `grow` about its middle."""
    outline = mean_face()[list(points)]
    middle = outline.mean(axis=0)
    return inside(texel(middle + (outline - middle) * grow))


def disc(x: float, y: float, radius: float) -> Array:
    """The texels of a disc, T."""
    rows, columns = np.mgrid[0:ROWS, 0:COLUMNS] + 0.5
    column, row = texel(np.array([x, y]))
    near: Array = np.hypot(columns - column, rows - row) < radius * PER_T
    return near
