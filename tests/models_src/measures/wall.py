"""The wall behind the head and what stands beside it."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from models_src import measure_places, measure_wall
from tests.models_src.measures.face import WEIGHTS, ranked

Numbers = npt.NDArray[Any]


def wall(picture: Numbers, alpha: Numbers, eyes: Numbers) -> dict[str, float]:
    """The measures `wall.*` and `aside.*`; `eyes` in px of the head map."""
    side = measure_wall.SIDE
    small = np.asarray(Image.fromarray(picture).resize((side, side), Image.Resampling.BILINEAR)).astype(float)
    resized = Image.fromarray(alpha.astype(np.float32)).resize((side, side), Image.Resampling.BILINEAR)
    person = np.asarray(resized).astype(float)
    cells = (np.arange(side) + 0.5) / side
    x = ((cells * picture.shape[1] - eyes[0]) / measure_places.PER_T)[None].repeat(side, 0)
    y = ((cells * picture.shape[0] - eyes[1]) / measure_places.PER_T)[:, None].repeat(side, 1)
    window = below(np.abs(x), measure_wall.ASIDE) * below(-y, measure_wall.ABOVE) * below(y, measure_wall.BELOW)
    free = window * ramp(grown(person, measure_wall.CLEAR), *measure_wall.FREE)
    luma = small @ WEIGHTS
    made = {f"wall.{c}": float(np.average(small[..., k], weights=free)) for k, c in enumerate("rgb")}
    made["wall.share"] = float(free.mean())
    for name, part in (("p05", 5), ("p50", 50), ("p95", 95)):
        made[f"wall.{name}"] = ranked(luma[free > 0.5], part)

    level = np.average(luma, weights=free)
    root = np.sqrt(free).ravel()
    known = np.c_[np.ones(side * side), x.ravel(), y.ravel()] * root[:, None]
    fit = np.linalg.lstsq(known, luma.ravel() * root, rcond=None)[0]
    made["wall.tilt.x"], made["wall.tilt.y"] = float(fit[1] / level), float(fit[2] / level)
    rest = (luma - fit[0] - fit[1] * x - fit[2] * y) / level
    smooth = box(rest * free) / np.maximum(box(free), 0.05)
    made["wall.fine"] = float(np.sqrt(np.average((rest - smooth) ** 2, weights=free)))
    made["wall.broad"] = float(np.sqrt(np.average(smooth**2, weights=free)))

    near = free * ramp(grown(person, measure_wall.NEAR), *measure_wall.NEARBY) * below(y, 0.8)
    for name, half in (("left", below(x, 0.0)), ("right", below(-x, 0.0))):
        made[f"wall.shadow.{name}"] = -between(smooth, near * half, *measure_wall.SHADOW)

    down, across = np.gradient(luma)
    pairs = np.zeros_like(free)
    pairs[1:-1, 1:-1] = free[:-2, 1:-1] * free[2:, 1:-1] * free[1:-1, :-2] * free[1:-1, 2:]
    made["wall.edges"] = float((np.hypot(down, across) * pairs).sum() / max(pairs.sum(), 1))
    for name, channel in (("rg", 0), ("bg", 2)):
        cast = small[..., channel] - small[..., 1]
        off = cast - np.average(cast, weights=free)
        made[f"wall.cast.{name}"] = float(np.sqrt(np.average(off**2, weights=free)))

    solid = ramp(person, *measure_wall.SOLID)
    beside = (1 - below(np.abs(x), 1.1)) * below(y, 0.6)
    for name, half in (("left", below(x, 0.0)), ("right", below(-x, 0.0))):
        made[f"aside.{name}"] = float((solid * beside * half).sum() / max((beside * half).sum(), 1))
    return made


def ramp(value: Numbers, none: float, whole: float) -> Numbers:
    """0 up to `none`, 1 from `whole` on."""
    return np.clip((value - none) / (whole - none), 0, 1)


def below(value: Numbers, most: float) -> Numbers:
    return ramp(value, most + measure_wall.RAMP / 2, most - measure_wall.RAMP / 2)


def grown(mask: Numbers, cells: int) -> Numbers:
    return cv2.dilate(mask, np.ones((cells, cells), np.uint8))


def box(grid: Numbers) -> Numbers:
    """Mean over SMOOTH x SMOOTH cells; outside is 0."""
    return cv2.blur(grid, (measure_wall.SMOOTH,) * 2, borderType=cv2.BORDER_CONSTANT)


def between(value: Numbers, weight: Numbers, low: float, high: float) -> float:
    """Mean of `value` between two quantiles, from the integral of its weighted quantile function."""
    order = np.argsort(value, axis=None)
    value, weight = value.ravel()[order], weight.ravel()[order]
    if not weight.sum():
        return 0.0
    part = np.concatenate([[0], np.cumsum(weight) / weight.sum()])
    integral = np.concatenate([[0], np.cumsum(weight * value) / weight.sum()])
    ends = np.interp([low, high], part, integral)
    return float((ends[1] - ends[0]) / (high - low))
