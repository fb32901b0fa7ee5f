"""The stock of composed portraits that the matte's network learns from, a part of which is drawn anew all the time, and
the pieces it is shown of them."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models_src.training.cutouts import Cutout
from models_src.training.matte_pool import sample
from pixid_native.sessions import Sessions

Bytes = npt.NDArray[np.uint8]

BATCH, PATCH = 8, 144
STOCK = 600
"""Samples held at a time: each is seen some thirty times until a new one takes its place."""
WRONG = 40
"""Difference in codes that counts as wrong."""
HEAD = 0.7
"""Part of the grid, from above, that shows the head in these portraits."""


class Stock:
    """`cuts`: the people; `dice` decides everything."""

    def __init__(self, cuts: list[Cutout], dice: np.random.Generator, size: int = STOCK) -> None:
        self._cuts, self._dice, self._oldest = cuts, dice, 0
        self._looks = Sessions(None, 1)
        self.held: list[Bytes] = []
        for k in range(size):
            self.held.append(self._drawn(k))

    def renew(self) -> None:
        """Put a new sample in the place of the oldest."""
        self.held[self._oldest] = self._drawn(int(self._dice.integers(len(self._cuts))))
        self._oldest = (self._oldest + 1) % len(self.held)

    def batch(self) -> npt.NDArray[np.float32]:
        """[BATCH, CHANNELS, PATCH, PATCH] 0..1: mostly around the outline, mirrored and in another light at random."""
        dice = self._dice
        return np.stack([patch(self.held[int(dice.integers(len(self.held)))], dice) for _ in range(BATCH)])

    def _drawn(self, k: int) -> Bytes:
        return sample(self._looks, self._cuts[k % len(self._cuts)], self._dice)


def patch(one: Bytes, dice: np.random.Generator) -> npt.NDArray[np.float32]:
    """[CHANNELS, PATCH, PATCH]; what lies beyond the grid goes on as its edge does."""
    rows, columns = _wanted(one, dice)
    k = int(dice.integers(len(rows)))
    y, x = (int(n) - PATCH // 2 + int(dice.integers(-PATCH // 3, PATCH // 3)) for n in (rows[k], columns[k]))
    y, x = (max(0, min(n, side - PATCH)) for n, side in zip((y, x), one.shape, strict=False))
    cut = one[y : y + PATCH, x : x + PATCH].astype(np.float32) / 255
    short = PATCH - np.array(cut.shape[:2])
    if short.any():
        cut = np.pad(cut, ((0, short[0]), (0, short[1]), (0, 0)), mode="edge")
    if dice.random() < 0.5:
        cut = cut[:, ::-1]
    light = np.exp(dice.normal(0, 0.1)) * np.exp(dice.normal(0, 0.04, 3)).astype(np.float32)
    colours = np.clip(cut[..., :3] * light + np.float32(0.03 * dice.normal()), 0, 1)
    return np.ascontiguousarray(np.concatenate([colours, cut[..., 3:]], 2).transpose(2, 0, 1), np.float32)


def _wanted(one: Bytes, dice: np.random.Generator) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Places to look at: where the classic matte is wrong about the head, where the mask is soft, anywhere."""
    mask, classic, truth = (one[..., k].astype(np.int16) for k in (3, 5, 6))
    wrong = np.abs(classic - truth) > WRONG
    wrong[int(HEAD * len(wrong)) :] = False
    soft, chance = np.abs(mask - 127) < 117, dice.random()
    places = wrong if chance < 0.6 and wrong.any() else soft if chance < 0.92 and soft.any() else mask >= 0
    found: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]] = np.nonzero(places)
    return found
