"""A headscarf drawn over a portrait with known matte: the set has nobody who wears one.

Drawn cloth covers hair, ears, neck and shoulders and leaves the face; its outline is that of the head, smoothed, and
its matte is known by construction. What is scored on it is drawn, and said to be.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from models_src.training.mattes import Numbers, Portrait

SEED = 41
AROUND = 0.06
"""T by which the cloth lies over the hair."""
OPENING = (0.30, 0.64, 0.80)
"""Of the face that stays: its middle under the eyes, and half its width and height, T."""
DRAPE = ((0.0, 0.55), (0.5, 0.72), (1.0, 0.92), (1.9, 1.5), (4.0, 1.9))
"""Half widths of the cloth below, T: (under the eyes, to each side)."""
SHOULDERS = 1.1
"""Under the eyes, T: from there on the person's own body is seen beside the cloth."""
WEAVE = 0.012
"""Noise of the cloth, of full scale."""


def worn(one: Portrait) -> Portrait:
    """The same person with a headscarf, in a colour of their own."""
    dice = np.random.default_rng([SEED, int(one.person)])
    height, width = one.alpha.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    across, down = (x - one.eyes[0]) / one.t, (y - one.eyes[1]) / one.t
    cloth = np.maximum(_over_hair(one, down), _drape(across, down, one.t))
    middle, wide, tall = OPENING
    face = _soft((1 - np.hypot(across / wide, (down - middle) / tall)) * wide * one.t) * one.alpha
    shape = np.maximum(cloth, face)
    shown = _lit(cloth, across, down, one.t, dice)
    made = shown * (1 - face[..., None]) + one.pixels * face[..., None]
    body = np.where(down > SHOULDERS, one.alpha, 0)[..., None]
    behind = one.pixels * body + one.wall * (1 - body)
    alpha = shape + (1 - shape) * body[..., 0]
    pixels = made * shape[..., None] + behind * (1 - shape[..., None])
    return one._replace(pixels=pixels.astype(np.float32), alpha=alpha.astype(np.float32))


def _over_hair(one: Portrait, down: Numbers) -> Numbers:
    """The head's outline, a little larger and smooth: strands and tufts lie under the cloth."""
    head = ((one.alpha > 0.5) & (down < 0.8)).astype(np.float32)
    side = 2 * round(0.22 * one.t) + 1
    smooth = cv2.GaussianBlur(head, (side, side), 0.11 * one.t)
    inside = (smooth > 0.5).astype(np.uint8)
    far = cv2.distanceTransform(1 - inside, cv2.DIST_L2, 5)
    grown = _soft(AROUND * one.t - far)
    return np.asarray(np.where(down < 0.8, grown, 0), np.float32)


def _drape(across: Numbers, down: Numbers, t: float) -> Numbers:
    """From the jaw over neck and shoulders."""
    heights, sides = zip(*DRAPE, strict=True)
    reach = np.interp(down, heights, sides, left=-1.0)
    return np.asarray(_soft((reach - np.abs(across)) * t), np.float32)


def _soft(px: npt.NDArray[np.floating[Any]]) -> Numbers:
    """An edge as a lens draws it, from the distance inside, px."""
    return np.asarray(np.clip(px / 2 + 0.5, 0, 1), np.float32)


def _lit(cloth: Numbers, across: Numbers, down: Numbers, t: float, dice: np.random.Generator) -> Numbers:
    """Colour, folds around the face, darker where the cloth turns away, weave."""
    colour = np.clip(dice.uniform(0.1, 0.85) + dice.normal(0, 0.15, 3), 0.04, 0.95)
    turn, far = np.arctan2(across, down - 0.2), np.hypot(across, down - 0.2)
    bends = dice.uniform(0, 6.28, 4)
    folds = sum(np.sin((5 + 3 * k) * turn + (4 + 2 * k) * far + bends[k]) / (k + 2) for k in range(4))
    depth = cv2.distanceTransform((cloth > 0.5).astype(np.uint8), cv2.DIST_L2, 5) / t
    light = (1 + 0.07 * folds) * (0.78 + 0.22 * np.clip(depth / 0.25, 0, 1))
    weave = dice.normal(0, WEAVE, cloth.shape)
    return np.asarray(np.clip(colour * light[..., None] + weave[..., None], 0, 1), np.float32)
