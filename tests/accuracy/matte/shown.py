"""How far a photo with its wall replaced is from the one that the truth makes, and how much of the old wall is seen.

The truth's picture is mixed in codes, as the composed photo was; ours in linear light, so that a few codes between
them at soft pixels are no error.
"""

from __future__ import annotations

import io
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from models_src.training.mattes import Portrait
from pixid.backdrop_choice import backdrop
from pixid.drive import finish
from pixid.engine import Picture
from pixid.making import IDENTITY, NO_CHANGE
from pixid_native.engine import NativeEngine
from tests.accuracy.matte.scores import BAND

BEHIND = ("white", "light grey", "blue")
NOBODY, SOMEBODY = 0.05, 0.5
"""Truth's shares under which a pixel is wall, and over which it is the person."""
SEEN, LOST = 15, 30
"""Codes by which the largest channel of a pixel is off: from the first on an old wall is seen in a new one, from the
second on a person is see-through."""


class Shown(NamedTuple):
    """`error`: root of the mean squared error over the band, codes, of each pixel's largest channel; `halo`: pixels
    where nobody is and the old wall is seen; `lost`: pixels of the person that are see-through, both in per cent of the
    band's. Means of BEHIND, above the chin."""

    error: float
    halo: float
    lost: float


def replaced(engine: NativeEngine, picture: Picture, name: str) -> npt.NDArray[np.uint8]:
    """The photo, whose matte the engine holds, before a colour of BEHIND: [h, w, 3]."""
    plain = finish(engine.compose(picture, list(IDENTITY), picture.width, picture.height))
    raster = finish(engine.backdrop(plain, picture, list(IDENTITY), list(backdrop(name)), NO_CHANGE.tables()))
    file = engine.contents(finish(engine.encode_png(raster)).handle)
    return np.asarray(Image.open(io.BytesIO(file)))


def shown(engine: NativeEngine, picture: Picture, portrait: Portrait) -> Shown:
    """Of a composed photo of this portrait whose matte the engine holds."""
    chin = min(portrait.alpha.shape[0], round(portrait.chin[1]))
    truth = portrait.alpha[:chin, :, None]
    person = portrait.pixels[:chin] - (1 - truth) * portrait.wall[:chin]
    soft = ((truth[..., 0] > 0.01) & (truth[..., 0] < 0.99)).astype(np.uint8)
    band = cv2.distanceTransform(1 - soft, cv2.DIST_L2, 5) <= BAND * portrait.t
    nobody, somebody = truth[..., 0] < NOBODY, truth[..., 0] > SOMEBODY
    found = []
    for name in BEHIND:
        wanted = 255 * person + (1 - truth) * np.array(backdrop(name), float)
        off = np.abs(replaced(engine, picture, name)[:chin] - np.clip(wanted, 0, 255)).max(axis=2)
        share = 100 / band.sum()
        found.append(
            (np.sqrt((off[band] ** 2).mean()), share * (off[nobody] > SEEN).sum(), share * (off[somebody] > LOST).sum())
        )
    return Shown(*(float(mean) for mean in np.mean(found, axis=0)))
