"""The mattes that are compared: the segmenter's own mask, ours, and closed-form matting as an oracle."""

from __future__ import annotations

import io
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from models_src.backdrop import crisp
from models_src.matte import INSIDE, OUTSIDE, PER_T, stretched
from models_src.training.mattes import Numbers, Portrait
from pixid import matte, pipeline
from pixid.drive import finish
from pixid.evidence import Evidence
from pixid.face import axis_of
from pixid.surroundings import around
from pixid_native.engine import NativeEngine
from tests.accuracy.matte import composing

GRAIN_VARIANCE = 1e-5
"""Closed form's regularisation: less than the grain of the composed photos (6e-5) makes it fit the grain."""
MOST_UNKNOWN = 0.05
"""T around the truth's soft pixels that closed form may decide when it is given a trimap made from the truth."""


class Composed(NamedTuple):
    """A portrait before another wall, examined: `pixels` uint8 [h, w, 3] as decoded, the raw `mask` [h, w] 0..1."""

    portrait: Portrait
    wall: str
    pixels: npt.NDArray[np.uint8]
    evidence: Evidence
    mask: Numbers


def composed(engine: NativeEngine, portrait: Portrait, wall: str) -> Composed:
    """The photo stays open in the engine: whoever asks lets go of it. Raises PhotoError where no face is found."""
    file = composing.photo(portrait, wall)
    evidence = finish(pipeline.examine(engine, file))
    pixels = np.asarray(Image.open(io.BytesIO(file)).convert("RGB"))
    face = evidence.measured
    left, top, width, height = around(axis_of(face), evidence.picture)
    kept = engine.kept(evidence.picture)  # a doubted mask was replaced by one of the head alone
    mask = read(kept.get("alpha_wide", kept["alpha"]), (left, top, width, height), pixels.shape[:2])
    return Composed(portrait, wall, pixels, evidence, mask)


def ours(engine: NativeEngine, one: Composed) -> Numbers:
    """The shipped matte on every pixel of the photo; the engine holds it afterwards."""
    finish(matte.take(engine, one.evidence.picture, axis_of(one.evidence.measured), one.evidence.measures))
    kept = engine.kept(one.evidence.picture)
    left, top, width, height = kept["matte_area"].tolist()
    planes = np.ascontiguousarray(kept["matte"][0, :4].transpose(1, 2, 0))
    functions = read(planes, (left, top, width, height), one.pixels.shape[:2])
    colours = one.pixels.astype(np.float32) / 255 - 0.5
    return stretched((functions[..., :3] * colours).sum(axis=2) + functions[..., 3])


def steepened(made: Numbers, one: Composed) -> Numbers:
    """The shipped matte as it is shown."""
    return crisp(made, matte.busy(one.evidence.measures))


def closed_form(one: Composed) -> Numbers:
    """Levin's closed form (pymatting's) from the same cleaned mask: what the solver costs against the exact one."""
    t = one.evidence.measured.t
    grid = cv2.resize(one.mask, None, fx=PER_T / t, fy=PER_T / t, interpolation=cv2.INTER_AREA)
    clean = np.clip((grid - 0.15) / 0.75, 0, 1)
    inside = cv2.erode(clean, np.ones((2 * INSIDE + 1,) * 2)) > 0.9
    outside = cv2.dilate(clean, np.ones((2 * OUTSIDE + 1,) * 2)) < 0.1
    trimap = np.where(inside, 1.0, np.where(outside, 0.0, 0.5)).astype(np.float32)
    size = one.mask.shape[1::-1]
    return _solved(one, np.asarray(cv2.resize(trimap, size, interpolation=cv2.INTER_NEAREST), np.float32))


def told(one: Composed) -> Numbers:
    """The same with a trimap that knows the truth but for a narrow band: what better masks could still bring."""
    truth = one.portrait.alpha
    soft = ((truth > 0.01) & (truth < 0.99)).astype(np.uint8)
    near = cv2.distanceTransform(1 - soft, cv2.DIST_L2, 5) < MOST_UNKNOWN * one.portrait.t
    return _solved(one, np.where(near, 0.5, np.round(truth)).astype(np.float32))


def read(planes: Numbers, area: tuple[float, float, float, float], size: tuple[int, ...]) -> Numbers:
    """Cells that cover `area` (x0, y0, width, height, px) read at every pixel of a picture of `size` (height,
    width)."""
    rows, columns = planes.shape[:2]
    x = ((np.arange(size[1]) + 0.5 - area[0]) / area[2] * columns - 0.5).astype(np.float32)
    y = ((np.arange(size[0]) + 0.5 - area[1]) / area[3] * rows - 0.5).astype(np.float32)
    across, down = np.meshgrid(x, y)
    return np.asarray(cv2.remap(planes, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32)


def _solved(one: Composed, trimap: Numbers) -> Numbers:
    from pymatting import estimate_alpha_cf

    solved = estimate_alpha_cf(
        one.pixels / 255,
        trimap.astype(np.float64),
        laplacian_kwargs={"epsilon": GRAIN_VARIANCE},
        cg_kwargs={"maxiter": 300, "rtol": 1e-4},
    )
    made: Numbers = solved.astype(np.float32)
    return made
