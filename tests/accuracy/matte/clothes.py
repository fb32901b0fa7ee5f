"""Holes in people: real portraits in clothes that the network has not learnt from, whose truth nobody knows. What both
looks of the segmenter are sure of, well inside their outline, is taken to be the person."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np

from models_src.matte import stretched
from pixid import matte, pipeline
from pixid.drive import finish
from pixid.face import axis_of
from pixid_native.engine import NativeEngine

SURE, INSIDE = 0.9, 3
"""Mask that counts as sure, and cells inside its outline, 0.05 T."""
SEE_THROUGH = 0.5
"""Share of the person under which a cell is a hole."""
HOLED = 0.5
"""Per cent of the sure cells: more, and the portrait has a hole."""


class Holes(NamedTuple):
    """Per cent of the sure cells that are holes, in what the `network` says and in what is `shown`."""

    network: float
    shown: float


def holes(engine: NativeEngine, photo: Path) -> Holes:
    """Of one portrait. Raises PhotoError where no face is found."""
    evidence = finish(pipeline.examine(engine, photo.read_bytes()))
    finish(matte.take(engine, evidence.picture, axis_of(evidence.measured), evidence.measures))
    kept = engine.kept(evidence.picture)
    engine.clear()
    grid, functions = kept["matte_grid"][0], kept["matte"][0, :4]
    sure = (np.minimum(grid[3], grid[4]) > SURE).astype(np.uint8)
    inner = cv2.erode(sure, np.ones((2 * INSIDE + 1,) * 2)) > 0
    shown = stretched((functions[:3] * (grid[:3] - 0.5)).sum(axis=0) + functions[3])
    return Holes(*(float(100 * (share[inner] < SEE_THROUGH).mean()) for share in (kept["matte_share"][0, 0], shown)))


def sentence(found: list[Holes]) -> str:
    """For docs/matting.md."""
    counts = [sum(one[k] > HOLED for one in found) for k in range(2)]
    return (
        f"Holes in clothes (over {HOLED} % of what both looks of the segmenter are sure of), real portraits in clothes "
        f"of their own: {counts[0]} of {len(found)} as the network says, {counts[1]} as they are shown."
    )
