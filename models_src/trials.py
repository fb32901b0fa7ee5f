"""Trial pictures and numbers for graphs whose inner sizes follow the photo: every size differs from every other."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Feed = dict[str, Array]

LONGEST = 900
"""Px of a trial picture's sides at most; measure_detail cuts tiles of 480, so both sides of that must occur."""


def detail(random: np.random.Generator) -> Feed:
    """A cut of the photo for graph detail, from 0.4 to 3 times as fine as it is measured at."""
    height, width = (int(side) for side in random.integers(60, LONGEST, 2))
    x0, y0 = random.uniform(0, 0.4, 2) * (width, height)
    x1, y1 = random.uniform(0.5, 1, 2) * (width, height)
    box = np.array([x0, y0, x1, y1], np.float32)
    per_mm = np.array([random.uniform(1, 7.5)], np.float32)
    return {"image": _picture(random, height, width), "per_mm": per_mm, "eyes": box, "skin": box}


def matte(random: np.random.Generator) -> Feed:
    """A head somewhere in a working copy, for graph matte; the masks are noise."""
    height, width = (int(side) for side in random.integers(240, LONGEST, 2))
    region = _inside(random, (0.0, 0.0, float(width), float(height)), 0.4)
    x, y, across, down = _inside(random, region, 0.3)
    eyes = (x + across / 2, y + down / 2)
    unit = max(across, down) / random.uniform(1.5, 4)
    masks = random.random((2, 256, 256), np.float32)
    return {
        "image": _picture(random, height, width),
        "scale": np.ones(2, np.float32),
        "window": np.array(_inside(random, region, 0.5), np.float32),
        "region": np.array(region, np.float32),
        "close_region": np.array([x, y, across, down], np.float32),
        "head": np.array([*eyes, eyes[0] + unit / 9, eyes[1] + unit], np.float32),
        "softness": np.array([random.uniform(1, 8)], np.float32),
        "alpha_wide": masks[0],
        "alpha": masks[1],
    }


def corrected(random: np.random.Generator) -> Feed:
    """A grid for graph corrected, of noise; its sides are multiples of 16."""
    rows, columns = (16 * int(side) for side in random.integers(4, 20, 2))
    head = np.array([500, 500, 505, 600], np.float32)
    area = np.array([*random.uniform(0, 400, 2), *random.uniform(300, 900, 2)], np.float32)
    grid = random.random((1, 6, rows, columns), np.float32)
    return {"matte_grid": grid, "matte_area": area, "head": head, "trust": np.ones(1, np.float32)}


def parted(random: np.random.Generator) -> Feed:
    """The same for graph parted, with shares of noise."""
    given = corrected(random)
    share = random.random((1, 1, *given["matte_grid"].shape[2:]), np.float32)
    same = {name: given[name] for name in ("matte_grid", "matte_area", "head")}
    return {**same, "matte_share": share, "busy": random.random(1, np.float32)}


def _picture(random: np.random.Generator, height: int, width: int) -> Array:
    return random.integers(0, 256, (height, width, 3), dtype=np.uint8)


def _inside(
    random: np.random.Generator, area: tuple[float, float, float, float], least: float
) -> tuple[float, float, float, float]:
    """x0, y0, width, height of a part of an area given likewise, at least `least` of its sides."""
    x, y, width, height = area
    across, down = (float(share) for share in random.uniform(least, 1, 2))
    return (
        x + random.uniform(0, 1 - across) * width,
        y + random.uniform(0, 1 - down) * height,
        across * width,
        down * height,
    )
