"""A portrait to be altered, and the small tools of drawing on it."""

from __future__ import annotations

from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]
Numbers = npt.NDArray[Any]


class Subject(NamedTuple):
    """A portrait: `picture` uint8 [h, w, 3]; `points` [478, 2] px; `alpha` [h, w] the person 0..1; `seed` of its
    person."""

    picture: Picture
    points: Numbers
    alpha: Numbers
    seed: int

    @property
    def ied(self) -> float:
        return float(np.linalg.norm(self.points[473] - self.points[468]))

    @property
    def mm(self) -> float:
        """Px per mm, 63 mm between the pupils."""
        return self.ied / 63

    @property
    def eyes(self) -> Numbers:
        return (self.points[468] + self.points[473]) / 2

    def grid(self) -> tuple[Numbers, Numbers]:
        """Rows and columns of every pixel, float32 [h, w] each."""
        height, width = self.picture.shape[:2]
        x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
        return y, x

    def chance(self, salt: int) -> np.random.Generator:
        return np.random.default_rng([self.seed, salt])

    def face(self, outline: tuple[int, ...], soft: float = 0.0, grow: float = 1.0) -> Numbers:
        """[h, w] 0..1 inside mesh points, its edge softened by `soft` px."""
        shape = self.points[list(outline)]
        return self.polygon(shape.mean(0) + (shape - shape.mean(0)) * grow, soft)

    def polygon(self, shape: Numbers, soft: float = 0.0) -> Numbers:
        mask = np.zeros(self.picture.shape[:2], np.float32)
        cv2.fillPoly(mask, [np.round(shape * 16).astype(np.int32)], 1.0, cv2.LINE_AA, 4)
        return cv2.GaussianBlur(mask, (0, 0), soft) if soft > 0 else mask

    def mixed(self, other: Numbers, mask: Numbers) -> Picture:
        """`other` where the mask is 1."""
        mask = mask[..., None]
        return rounded(self.picture * (1 - mask) + other * mask)


def rounded(picture: Numbers) -> Picture:
    return np.clip(np.round(picture), 0, 255).astype(np.uint8)


def linear(picture: Numbers) -> Numbers:
    """sRGB codes -> linear light 0..1."""
    return _LIGHT[picture]


def codes(light: Numbers) -> Picture:
    """Linear light 0..1 -> sRGB codes; a table of 65,536 steps is exact to a fifth of a code in the darkest tones."""
    return _CODES[(np.clip(light, 0, 1) * 65535 + 0.5).astype(np.uint16)]


def _tables() -> tuple[Numbers, Numbers]:
    unit = np.arange(256) / 255
    light = np.where(unit <= 0.04045, unit / 12.92, ((unit + 0.055) / 1.055) ** 2.4)
    back = np.arange(65536) / 65535
    codes = 255 * np.where(back <= 0.0031308, back * 12.92, 1.055 * back ** (1 / 2.4) - 0.055)
    return light.astype(np.float32), np.round(codes).astype(np.uint8)


_LIGHT, _CODES = _tables()
