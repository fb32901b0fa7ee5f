"""The stock of composed portraits that the matte's network learns from, a part of which is drawn anew all the time, and
the pieces it is shown of them. Another process draws while the network learns."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from models_src.training.cutouts import Cutout
from models_src.training.matte_pool import CHANNELS, CLASSIC, TRUTH, WIDE, Style, sample
from pixid_native.sessions import Sessions

Bytes = npt.NDArray[np.uint8]

BATCH, PATCH = 8, 144
STOCK = 600
"""Samples held at a time: each is seen some thirty times until a new one takes its place."""
PLACES, NOWHERE = slice(3, 5), 128
"""Planes that tell where on the head a cell lies, and what stands there where nothing does."""
WRONG = 40
"""Difference in codes that counts as wrong."""
ELSEWHERE = 33
"""Of 255: what a cell counts where nothing is soft or wrong."""
HEAD = 0.7
"""Part of the grid, from above, that shows the head in these portraits."""


class Drawing(NamedTuple):
    """What a course is shown; `renewed`: batches between one new sample and the next."""

    seed: int
    style: Style
    renewed: int = 3
    placeless: float = 0.0


class Held(NamedTuple):
    """A sample with what it counts per cell (`weight`) as its last plane, and the places on it (rows first) where the
    classic matte is wrong about the head, and where the mask is soft."""

    planes: Bytes
    wrong: npt.NDArray[np.int32]
    soft: npt.NDArray[np.int32]


class Stock:
    """`cuts`: the people; `dice` decides everything. Of the pieces, `placeless` do not tell where on the head they are:
    outlines are to be seen, not known."""

    def __init__(
        self, cuts: list[Cutout], style: Style, placeless: float, dice: np.random.Generator, size: int = STOCK
    ) -> None:
        self._cuts, self._style, self._placeless, self._dice, self._oldest = cuts, style, placeless, dice, 0
        self._looks = Sessions(None, 1)
        self.held = [self._drawn(k) for k in range(size)]

    def renew(self) -> None:
        """Put a new sample in the place of the oldest."""
        self.held[self._oldest] = self._drawn(int(self._dice.integers(len(self._cuts))))
        self._oldest = (self._oldest + 1) % len(self.held)

    def batch(self) -> Bytes:
        """[BATCH, PATCH, PATCH, CHANNELS + 1]: mostly around the outline, mirrored and in another light at random."""
        return np.stack([self._piece() for _ in range(BATCH)])

    def _piece(self) -> Bytes:
        return patch(self.held[int(self._dice.integers(len(self.held)))], self._placeless, self._dice)

    def _drawn(self, k: int) -> Held:
        planes = sample(self._looks, self._cuts[k % len(self._cuts)], self._cuts, self._style, self._dice)
        mask, classic, truth = (planes[..., k].astype(np.int16) for k in (WIDE, CLASSIC, TRUTH))
        wrong = np.abs(classic - truth) > WRONG
        wrong[int(HEAD * len(wrong)) :] = False
        whole = np.concatenate([planes, weight(planes)[..., None]], axis=2)
        return Held(whole, _places(wrong), _places(np.abs(mask - 127) < 117))


def weight(planes: Bytes) -> Bytes:
    """255 where the truth is soft nearby or a mask or the classic matte is wrong, a fraction elsewhere."""
    truth = planes[..., TRUTH].astype(np.int16)
    soft = cv2.dilate(((truth > 5) & (truth < 250)).astype(np.uint8), np.ones((13, 13)))
    wrong = np.abs(planes[..., WIDE : CLASSIC + 1].astype(np.int16) - truth[..., None]).max(axis=2) > 25
    return np.where((soft > 0) | wrong, 255, ELSEWHERE).astype(np.uint8)


def batches(cuts: list[Cutout], course: Drawing, count: int) -> Iterator[Bytes]:
    """`count` batches, drawn by another process in the order that the seed says."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    painter = multiprocessing.Process(target=_draw, args=(theirs, cuts, course, count), daemon=True)
    painter.start()
    theirs.close()
    shape = (BATCH, PATCH, PATCH, CHANNELS + 1)
    for _ in range(count):
        yield np.frombuffer(bytearray(ours.recv_bytes()), np.uint8).reshape(shape)
    painter.join()


def _draw(way: Connection, cuts: list[Cutout], course: Drawing, count: int) -> None:
    stock = Stock(cuts, course.style, course.placeless, np.random.default_rng(course.seed))
    for k in range(count):
        if k % course.renewed == 0:
            stock.renew()
        way.send_bytes(stock.batch().tobytes())


def patch(one: Held, placeless: float, dice: np.random.Generator) -> Bytes:
    """[PATCH, PATCH, CHANNELS + 1]; what lies beyond the grid goes on as its edge does."""
    chance = dice.random()
    places = one.wrong if chance < 0.6 and len(one.wrong) else one.soft if chance < 0.92 else one.soft[:0]
    shape = one.planes.shape
    centre = places[int(dice.integers(len(places)))] if len(places) else dice.integers(shape[:2])
    y, x = (int(n) - PATCH // 2 + int(dice.integers(-PATCH // 3, PATCH // 3)) for n in centre)
    y, x = (max(0, min(n, side - PATCH)) for n, side in zip((y, x), shape, strict=False))
    cut = one.planes[y : y + PATCH, x : x + PATCH]
    short = PATCH - np.array(cut.shape[:2])
    if short.any():
        cut = np.pad(cut, ((0, short[0]), (0, short[1]), (0, 0)), mode="edge")
    if dice.random() < 0.5:
        cut = cut[:, ::-1]
    if placeless and dice.random() < placeless:
        cut = cut.copy()
        cut[..., PLACES] = NOWHERE
    light = np.exp(dice.normal(0, 0.1)) * np.exp(dice.normal(0, 0.04, 3)).astype(np.float32)
    colours = np.clip(cut[..., :3] * light + np.float32(8 * dice.normal()), 0, 255).astype(np.uint8)
    return np.ascontiguousarray(np.concatenate([colours, cut[..., 3:]], 2))


def _places(where: npt.NDArray[np.bool_]) -> npt.NDArray[np.int32]:
    return np.argwhere(where).astype(np.int32)
