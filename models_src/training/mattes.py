"""How much of each pixel is person, in portraits shot before a plain wall: the truth that mattes are held against.

The wall is a smooth surface fitted outside the person. What equals it is wall, what lies deep inside the mask is
person, and between them closed-form matting (Levin, Lischinski, Weiss 2008; pymatting's) decides, kept above what the
wall's colour proves: no strand can be darker than black or lighter than white, so a pixel far from the wall has a
least share.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from models_src.training.samples import CACHE
from pixid import face as faces
from pixid import pipeline
from pixid.drive import finish
from pixid.surroundings import around
from pixid_native.engine import NativeEngine

Numbers = npt.NDArray[np.float32]

SIDE = 900
"""Px of the longer side: about 250 per T in these portraits, a finished picture's 35 mm at 600 dpi."""
WALL_DEGREE = 3
WALL, STRAND = 0.022, 0.05
"""Difference from the fitted wall, of full scale after a blur of 1 px, that is nothing but noise, and that is a
strand."""
DEEP, AWAY = 0.07, 0.45
"""T inside the mask where everything is person, and outside it where nothing is."""


class Portrait(NamedTuple):
    """`pixels` [h, w, 3] and the `wall` behind the person, sRGB 0..1; `alpha` [h, w]; `eyes` and `chin` px; `t` px."""

    name: str
    pixels: Numbers
    wall: Numbers
    alpha: Numbers
    eyes: tuple[float, float]
    chin: tuple[float, float]
    t: float

    @property
    def person(self) -> str:
        """The number of the person: two portraits may show the same one."""
        return self.name.split("_")[1]


def portrait(engine: NativeEngine, photo: Path) -> Portrait:
    """Truth for one photo, from the cache where it has been found before."""
    path = CACHE / f"matte-{_digest()}" / f"{photo.stem}.npz"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = _found(engine, photo)
        place = np.array([*made.eyes, *made.chin, made.t])
        np.savez_compressed(path, wall=made.wall.astype(np.float16), alpha=_bytes(made.alpha), place=place)
    kept = np.load(path)
    x, y, u, v, t = kept["place"].tolist()
    alpha = kept["alpha"].astype(np.float32) / 255
    return Portrait(photo.stem, _read(photo), kept["wall"].astype(np.float32), alpha, (x, y), (u, v), t)


def _read(photo: Path) -> Numbers:
    """sRGB 0..1 with the longer side SIDE px."""
    image = Image.open(photo).convert("RGB")
    image.thumbnail((SIDE, SIDE), Image.Resampling.BICUBIC)
    pixels: Numbers = np.asarray(image, np.float32) / 255
    return pixels


def _found(engine: NativeEngine, photo: Path) -> Portrait:
    pixels = _read(photo)
    evidence = finish(pipeline.examine(engine, photo))
    scale = pixels.shape[1] / evidence.picture.width
    head = faces.axis(evidence.points)
    left, top, width, height = (round(side * scale) for side in around(head, evidence.picture))
    mask = np.zeros(pixels.shape[:2], np.float32)
    looks = engine.kept(evidence.picture)  # a doubted mask was replaced by one of the head alone
    kept = cv2.resize(looks.get("alpha_wide", looks["alpha"]), (width, height))
    rows, columns = pixels.shape[0] - top, pixels.shape[1] - left
    mask[top : top + height, left : left + width] = kept[:rows, :columns]
    engine.clear()
    t = head.t * scale
    wall = fitted(pixels, mask, t)
    eyes, chin = ((point[0] * scale, point[1] * scale) for point in (head.eyes, head.chin))
    return Portrait(photo.stem, pixels, wall, _alpha(pixels, wall, mask, t), eyes, chin, t)


def fitted(pixels: Numbers, mask: Numbers, t: float) -> Numbers:
    """The wall everywhere: a polynomial per channel through what lies well outside the person."""
    height, width = mask.shape
    step = 6
    free = ~_grown(mask > 0.05, 0.25 * t)[::step, ::step]
    y, x = np.mgrid[0:height:step, 0:width:step]
    known, seen = _terms(x[free] / width, y[free] / height), pixels[::step, ::step][free].astype(np.float64)
    for _ in range(3):  # dust and strands are no wall
        factors = np.linalg.lstsq(known, seen, rcond=None)[0]
        off = np.abs(seen - known @ factors).max(axis=1)
        keep = off < max(0.01, 3 * float(np.median(off)))
        known, seen = known[keep], seen[keep]
    y, x = np.mgrid[0:height, 0:width]
    surface: Numbers = np.clip(_terms(x / width, y / height) @ factors, 0, 1).astype(np.float32)
    return surface


def _alpha(pixels: Numbers, wall: Numbers, mask: Numbers, t: float) -> Numbers:
    from pymatting import estimate_alpha_cf

    off = np.abs(cv2.GaussianBlur(pixels - wall, (0, 0), 1)).max(axis=2)
    inside = ~_grown(mask < 0.9, DEEP * t)
    reached = _grown(mask > 0.5, AWAY * t)
    unlike = _grown(off > STRAND, 2) & reached
    trimap = np.full(mask.shape, 0.5)
    trimap[inside] = 1
    trimap[~inside & (~reached | ((off < WALL) & ~unlike & ~_filled(unlike)))] = 0
    alpha = estimate_alpha_cf(
        pixels.astype(np.float64), trimap, laplacian_kwargs={"epsilon": 1e-6}, cg_kwargs={"maxiter": 400, "rtol": 1e-5}
    )
    least = _proved(pixels, wall, off)
    sure: Numbers = np.clip(np.maximum(alpha, np.where(trimap == 0.5, least, trimap)), 0, 1).astype(np.float32)
    return sure


def _proved(pixels: Numbers, wall: Numbers, off: Numbers) -> Numbers:
    """The least share of person that explains a pixel, with colours between black and white in front of the wall."""
    darker = (wall - pixels) / np.maximum(wall, 0.05)
    lighter = (pixels - wall) / np.maximum(1 - wall, 0.05)
    share: Numbers = np.maximum(darker, lighter).max(axis=2)
    return np.where(off > WALL, share, 0).astype(np.float32)


def _filled(area: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """The area with what it encloses."""
    outside = np.pad(area.astype(np.uint8), 1)
    outside[-1, 1:-1] = outside[-2, 1:-1] | 1  # the body goes on below the picture
    cv2.floodFill(outside, None, (0, 0), 2)
    closed: npt.NDArray[np.bool_] = outside[1:-1, 1:-1] != 2
    return closed


def _grown(area: npt.NDArray[np.bool_], px: float) -> npt.NDArray[np.bool_]:
    far = cv2.distanceTransform((~area).astype(np.uint8), cv2.DIST_L2, 5)
    grown: npt.NDArray[np.bool_] = (far <= px) | area
    return grown


def _terms(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    powers = [(i, j) for i in range(WALL_DEGREE + 1) for j in range(WALL_DEGREE + 1 - i)]
    return np.stack([x**i * y**j for i, j in powers], axis=-1)


def _bytes(alpha: Numbers) -> npt.NDArray[np.uint8]:
    whole: npt.NDArray[np.uint8] = (alpha * 255).round().astype(np.uint8)
    return whole


def _digest() -> str:
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:10]
