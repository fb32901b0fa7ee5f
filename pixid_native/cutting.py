"""Which rectangle of the photo a frame needs, so that a cast to float never touches the rest of it."""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

MARGIN = 4
"""Output px around the frame that the resampling filter may reach into (its support is at most 3)."""


WHOLE = 1e-6
"""Px by which a corner may miss a whole pixel of the photo and still count as on it: double precision's share."""


class Cut(NamedTuple):
    """Rows [top, bottom) and columns [left, right) of the photo.

    `inverse`: float32 [6], output px -> px of the cut; None where the cut is exactly the frame, so that resizing it is
    all there is to do.
    """

    left: int
    top: int
    right: int
    bottom: int
    inverse: NDArray[np.float32] | None


def cut_for(matrix: list[float], width: int, height: int, photo_width: int, photo_height: int) -> Cut:
    """The cut for an output of `width` x `height` px; `matrix` maps photo px to output px (continuous coordinates).

    Raises ValueError for a matrix that cannot be inverted or an output without pixels.
    """
    a, b, c, d, e, f = inverted(matrix)
    across = [a * x + b * y + c for x in (0, width) for y in (0, height)]
    down = [d * x + e * y + f for x in (0, width) for y in (0, height)]
    straight = b == d == 0 and a > 0 and e > 0
    if straight and _covers(across, photo_width) and _covers(down, photo_height):
        left, top, right, bottom = round(min(across)), round(min(down)), round(max(across)), round(max(down))
        return Cut(left, top, right, bottom, None)
    margin = MARGIN * max(1, math.ceil(max(math.hypot(a, d), math.hypot(b, e))))
    left, right = _clamped(min(across) - margin, max(across) + margin, photo_width)
    top, bottom = _clamped(min(down) - margin, max(down) + margin, photo_height)
    return Cut(left, top, right, bottom, np.array([a, b, c - left, d, e, f - top], np.float32))


def inverted(matrix: list[float]) -> tuple[float, float, float, float, float, float]:
    """The map back. Raises ValueError where there is none."""
    a, b, c, d, e, f = matrix
    determinant = a * e - b * d
    if not math.isfinite(determinant) or abs(determinant) < 1e-12:
        raise ValueError(f"this matrix maps the photo to nothing: {matrix}")
    a, b, d, e = e / determinant, -b / determinant, -d / determinant, a / determinant
    return a, b, -(a * c + b * f), d, e, -(d * c + e * f)


def _covers(corners: list[float], size: int) -> bool:
    """Do the corners lie on whole pixels, inside the photo, at least one pixel apart?"""
    low, high = round(min(corners)), round(max(corners))
    return 0 <= low < high <= size and all(abs(corner - round(corner)) <= WHOLE for corner in corners)


def _clamped(low: float, high: float, size: int) -> tuple[int, int]:
    """Whole pixels that cover [low, high] and lie in the photo; at least one, the nearest, if the frame is outside."""
    start = min(max(math.floor(low), 0), size - 1)
    return start, max(min(math.ceil(high), size), start + 1)
