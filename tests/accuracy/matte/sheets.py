"""Contact sheets: composed portraits with their walls replaced, at 100 %, to be looked at. They show people: never
commit one."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image

from models_src.training.mattes import Portrait
from pixid import matte
from pixid.backdrop_choice import backdrop
from pixid.drive import finish
from pixid.face import axis_of
from pixid.making import IDENTITY, NO_CHANGE
from pixid_native.engine import NativeEngine
from tests.accuracy.matte import composing, methods

BEHIND = ("white", "light grey", "blue")
ACROSS, ABOVE, BELOW = 1.3, 1.65, 1.15
"""What a sheet shows around the eyes, T."""


def write(engine: NativeEngine, portrait: Portrait, folder: Path) -> None:
    """One sheet per person: a row per wall, the composed photo and then each colour behind it."""
    folder.mkdir(parents=True, exist_ok=True)
    x, y, t = *portrait.eyes, portrait.t
    height, width = portrait.alpha.shape
    left, right = max(0, round(x - ACROSS * t)), min(width, round(x + ACROSS * t))
    top, bottom = max(0, round(y - ABOVE * t)), min(height, round(y + BELOW * t))
    rows = []
    for wall in composing.WALLS:
        shown = methods.composed(engine, portrait, wall)
        picture = shown.evidence.picture
        trust = matte.trust(shown.evidence.measures)
        finish(matte.take(engine, picture, axis_of(shown.evidence.measured), trust=trust))
        plain = finish(engine.compose(picture, list(IDENTITY), picture.width, picture.height))
        cells = [shown.pixels]
        for name in BEHIND:
            colour = list(backdrop(name))
            raster = finish(engine.backdrop(plain, picture, list(IDENTITY), colour, NO_CHANGE.tables()))
            file = engine.contents(finish(engine.encode_png(raster)).handle)
            cells.append(np.asarray(Image.open(io.BytesIO(file))))
        rows.append(np.hstack([cell[top:bottom, left:right] for cell in cells]))
        engine.clear()
    Image.fromarray(np.vstack(rows)).save(folder / f"{portrait.name}.png")
