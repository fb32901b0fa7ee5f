"""People cut out of portraits shot before a plain wall, and they elsewhere in the picture, in other light."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from models_src.training.mattes import Numbers, Portrait

SIDE = 600
"""Px of the longer side: about 165 per T, 2.6 times as fine as the matte's grid."""
FAINT = 0.05
"""Least share of person whose colour is known."""


class Cutout(NamedTuple):
    """`person` [h, w, 3], sRGB 0..1 times `alpha` [h, w]; `eyes` and `chin` px; `t` px."""

    person: Numbers
    alpha: Numbers
    eyes: tuple[float, float]
    chin: tuple[float, float]
    t: float


def cutout(portrait: Portrait) -> Cutout:
    person = portrait.pixels - (1 - portrait.alpha[..., None]) * portrait.wall
    scale = SIDE / max(portrait.alpha.shape)
    size = tuple(round(side * scale) for side in portrait.alpha.shape[::-1])
    small = [cv2.resize(plane, size, interpolation=cv2.INTER_AREA) for plane in (person, portrait.alpha)]
    eyes, chin = ((x * scale, y * scale) for x, y in (portrait.eyes, portrait.chin))
    return Cutout(small[0], small[1], eyes, chin, portrait.t * scale)


def whole(cut: Cutout) -> Cutout:
    """Without holes in the clothes: from half a T under the chin on, what is somebody stays so downwards. White shirts
    before a light wall have a truth with holes."""
    person, alpha = cut.person.copy(), cut.alpha.copy()
    for row in range(max(1, round(cut.chin[1] + 0.5 * cut.t)), len(alpha)):
        gone = alpha[row] < alpha[row - 1]
        alpha[row, gone], person[row, gone] = alpha[row - 1, gone], person[row - 1, gone]
    return cut._replace(person=person, alpha=alpha)


def moved(cut: Cutout, dice: np.random.Generator) -> Cutout:
    """Mirrored half the time, turned by some degrees, nearer or further, elsewhere; clothes go on below."""
    height, width = cut.alpha.shape
    (x, y), size = cut.eyes, float(np.exp(dice.normal(-0.05, 0.15)))
    turn = cv2.getRotationMatrix2D((x, y), float(dice.normal(0, 5)), size)
    turn[:, 2] += dice.normal(0, 0.08 * cut.t, 2)
    if dice.random() < 0.5:
        turn[0] = -turn[0]
        turn[0, 2] += width - 1
    planes = [
        cv2.warpAffine(plane, turn, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        for plane in (cut.person, cut.alpha)
    ]
    eyes, chin = (tuple((turn @ (*place, 1)).tolist()) for place in (cut.eyes, cut.chin))
    return Cutout(planes[0], planes[1], eyes, chin, cut.t * size)


def bent(cut: Cutout, dice: np.random.Generator) -> Cutout:
    """Another outline: everything pushed aside smoothly, by a few hundredths of T and up to a tenth."""
    height, width = cut.alpha.shape
    push = sum(
        strength
        * cut.t
        * cv2.resize(dice.normal(0, 1, (n, n, 2)).astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
        for n, strength in ((5, dice.uniform(0, 0.06)), (12, dice.uniform(0, 0.025)))
    )
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    planes = [
        cv2.remap(plane, x + push[..., 0], y + push[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        for plane in (cut.person, cut.alpha)
    ]

    def followed(place: tuple[float, float]) -> tuple[float, float]:
        column, row = (int(min(max(at, 0), side - 1)) for at, side in zip(place, (width, height), strict=True))
        return place[0] - float(push[row, column, 0]), place[1] - float(push[row, column, 1])

    return Cutout(planes[0], planes[1], followed(cut.eyes), followed(cut.chin), cut.t)


def lit(cut: Cutout, dice: np.random.Generator) -> Cutout:
    """In light of another colour and strength, with more or less contrast: on the person alone."""
    gain = np.exp(dice.normal(0, 0.2)) * np.exp(dice.normal(0, 0.07, 3))
    person = cut.person
    if dice.random() < 0.7:
        alpha = np.maximum(cut.alpha, FAINT)[..., None]
        colour = np.clip(person / alpha, 0, 1)
        grey = colour.mean(axis=2, keepdims=True)
        colour = grey + (colour - grey) * np.float32(np.exp(dice.normal(0, 0.3)))
        person = np.clip(colour, 0, 1) ** np.float32(np.exp(dice.normal(0, 0.25))) * cut.alpha[..., None]
    return cut._replace(person=(person * gain).astype(np.float32))


def shaded(cut: Cutout, dice: np.random.Generator) -> Cutout:
    """In light that differs from place to place."""
    height, width = cut.alpha.shape
    coarse = dice.normal(0, float(dice.uniform(0.05, 0.3)), (4, 4)).astype(np.float32)
    light = np.exp(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC))[..., None]
    return cut._replace(person=np.minimum(cut.person * light, cut.alpha[..., None]).astype(np.float32))
