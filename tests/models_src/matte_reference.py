"""The matte in plain numpy and double precision, written from the papers' formulas: what the graph is held against."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from models_src import guided, matte

Numbers = npt.NDArray[np.float64]


def box(planes: Numbers, reach: int) -> Numbers:
    """The mean over each cell's window, over what of the window there is."""
    side = (2 * reach + 1,) * 2
    ones = np.ones(planes.shape[:2])
    border = cv2.BORDER_CONSTANT
    total = cv2.boxFilter(planes, -1, side, normalize=False, borderType=border).reshape(planes.shape)
    count = cv2.boxFilter(ones, -1, side, normalize=False, borderType=border)
    return np.asarray(total / (count[..., None] if planes.ndim == 3 else count), float)


def functions(colours: Numbers, plane: Numbers, reach: int) -> Numbers:
    """[h, w, 4]: the guided filter's averaged slopes and constant; `colours` [h, w, 3] -0.5..0.5."""
    mean, level = box(colours, reach), box(plane, reach)
    pairs = colours[..., :, None] * colours[..., None, :]
    spread = box(pairs.reshape(*plane.shape, 9), reach).reshape(*plane.shape, 3, 3)
    spread = spread - mean[..., :, None] * mean[..., None, :] + guided.LEAST_VARIANCE * np.eye(3)
    shared = box(colours * plane[..., None], reach) - mean * level[..., None]
    slopes = np.linalg.solve(spread, shared[..., None])[..., 0]
    return box(np.concatenate([slopes, (level - (slopes * mean).sum(axis=2))[..., None]], axis=2), reach)


def applied(made: Numbers, colours: Numbers) -> Numbers:
    share: Numbers = (made[..., :3] * colours).sum(axis=2) + made[..., 3]
    return share


def solved(colours: Numbers, mask: Numbers, softness: float, steps: int) -> Numbers:
    """[h, w, 4] of the solution of (1 - G + weight) x = aim after `steps` of preconditioned conjugate gradients."""

    def ramp(value: Numbers, low: float, high: float) -> Numbers:
        return np.clip((value - low) / (high - low), 0, 1)

    def grown(plane: Numbers, cells: int) -> Numbers:
        return np.asarray(cv2.dilate(plane, np.ones((2 * cells + 1,) * 2)), float)

    def smooth(x: Numbers) -> Numbers:
        return applied(functions(colours, x, matte.REACH), colours)

    person = ramp(-grown(-mask, matte.INSIDE), 0.85, 0.97)
    wall = 1 - ramp(grown(mask, matte.OUTSIDE), 0.03, 0.15)
    hold = matte.HOLD * (1 + matte.CLUTTERED * float(ramp(np.array(softness), *matte.CLUTTER)))
    weight, aim = 2 * np.maximum(person, wall) + hold, 2 * person + hold * mask
    x = smooth(mask)
    rest = aim - ((1 + weight) * x - smooth(x))
    way = near = rest / (weight + 0.501)
    for _ in range(steps):
        pushed = (1 + weight) * way - smooth(way)
        length = (rest * near).sum() / (way * pushed).sum()
        x = x + length * way
        after = rest - length * pushed
        eased = after / (weight + 0.501)
        way = eased + way * ((after * eased).sum() / (rest * near).sum())
        rest, near = after, eased
    return functions(colours, x, matte.REACH)
