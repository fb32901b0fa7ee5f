"""Contact sheets: composed portraits with their walls replaced, at 100 %, to be looked at. They show people: never
commit one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from PIL import Image

from models_src.training.mattes import Portrait
from pixid_native.engine import NativeEngine
from tests.accuracy.matte import composing, methods, shown

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
        one = methods.composed(engine, portrait, wall)
        methods.ours(engine, one)
        cells = [one.pixels, *(shown.replaced(engine, one.evidence.picture, name) for name in shown.BEHIND)]
        rows.append(np.hstack([cell[top:bottom, left:right] for cell in cells]))
        engine.clear()
    Image.fromarray(np.vstack(rows)).save(folder / f"{portrait.name}.png")
