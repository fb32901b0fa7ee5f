"""NumPy and OpenCV say what the measuring graphs should: the same definitions, written a second time.

Reads the working picture, the mesh, the mask and the cut; shares with the graphs only the constants and the mean face.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from models_src import face_map, measure_detail, measure_eyes, measure_places, measure_tone, measure_wall, shading

Numbers = npt.NDArray[Any]
WEIGHTS = np.array([0.2126, 0.7152, 0.0722])


def head_map(picture: Numbers, region: list[float], unit: float) -> tuple[Numbers, Numbers, Numbers]:
    """(map uint8, px of the photo at its corner, map px per photo px) of a photo that is its own working copy."""
    x0, y0 = (int(np.floor(v + 1e-3)) for v in region[:2])
    x1 = min(picture.shape[1], int(np.ceil(region[0] + region[2] - 1e-3)))
    y1 = min(picture.shape[0], int(np.ceil(region[1] + region[3] - 1e-3)))
    size = [int(np.round(side * measure_places.PER_T / unit)) for side in (x1 - x0, y1 - y0)]
    small = Image.fromarray(picture[y0:y1, x0:x1]).resize((size[0], size[1]), Image.Resampling.BILINEAR)
    return np.asarray(small), np.array([x0, y0]), np.array([size[0] / (x1 - x0), size[1] / (y1 - y0)])


def read(picture: Numbers, places: Numbers) -> Numbers:
    """Bilinear colours at continuous places [..., 2]."""
    at = (places - 0.5).astype(np.float32)
    return cv2.remap(
        picture.astype(np.float32), at[..., 0], at[..., 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )


def texels(picture: Numbers, points: Numbers) -> Numbers:
    """[ROWS, COLUMNS, 3]: the face map, knots interpolated by OpenCV."""
    index, weight = face_map.knots()
    knots = (points[index] * weight[:, :, None]).sum(1)
    rows, columns = face_map.ROWS // face_map.KNOT + 1, face_map.COLUMNS // face_map.KNOT + 1
    grid = knots.reshape(rows, columns, 2).astype(np.float32)
    y, x = np.mgrid[0 : face_map.ROWS, 0 : face_map.COLUMNS] + 0.5
    places = cv2.remap(
        grid, (x / face_map.KNOT).astype(np.float32), (y / face_map.KNOT).astype(np.float32), cv2.INTER_LINEAR
    )
    return read(picture, places)


def tone(picture: Numbers, points: Numbers) -> dict[str, float]:
    """Zones, tones, hot spots, shading and OFIQ's photometry."""
    face = texels(picture, points)
    made: dict[str, float] = {}
    for zone, discs in measure_tone.ZONES.items():
        mask = np.logical_or.reduce([face_map.disc(*disc) for disc in discs])
        for c, name in enumerate("rgb"):
            made[f"{zone}.{name}"] = float(face[mask][:, c].mean())
    whole = face[face_map.region(face_map.OVAL, 0.96)]
    for name, part in (("p01", 1), ("p05", 5), ("p50", 50), ("p95", 95), ("p99", 99)):
        made[f"face.{name}"] = float(np.percentile(whole @ WEIGHTS, part))
    made["face.chroma"] = float(np.percentile(np.ptp(whole, axis=1), 90))
    skin = face[measure_tone.skin_mask()]
    made["skin.low50"] = float(np.median(skin.min(1)))
    made["skin.p50"] = float(np.median(skin @ WEIGHTS))
    made["skin.hot"] = float((skin.min(1) >= measure_tone.HOT).mean())
    hull = face[measure_tone.hull_mask()]
    unit = hull / 255
    light = np.where(unit <= 0.04045, unit / 12.92, ((unit + 0.055) / 1.055) ** 2.4) @ WEIGHTS
    code = np.floor(255 * light + 0.5)
    made["ofiq.luminance_mean"] = float(code.mean() / 255)
    made["ofiq.luminance_variance"] = float((code / 255).var())
    made["ofiq.under"] = float((code <= 25).mean())
    parts = np.bincount(code.astype(int), minlength=256) / len(code)
    parts = parts[parts > 0]
    made["ofiq.entropy"] = float(-(parts * np.log2(parts)).sum())
    made["face.shade"] = _shade(face)
    return made


def _shade(face: Numbers) -> float:
    mask = measure_tone.skin_mask().astype(float)
    size = shading.BLOCK
    light = cv2.blur((face @ WEIGHTS) * mask, (size, size))
    area = cv2.blur(mask, (size, size))
    rows = np.arange(size // 2, face_map.ROWS, size)
    columns = np.arange(size // 2, face_map.COLUMNS, size)
    light, area = (grid[np.ix_(rows, columns)].ravel() for grid in (light, area))
    use = shading.blocks()
    logs = np.log(np.maximum(light[use] / area[use], shading.DARK))
    mean, ways = shading._usual()
    rest = logs - logs.mean() - mean
    rest = rest - ways.T @ (ways @ rest)
    low, high = (np.sort(rest)[int(q * len(rest))] for q in shading.SPREAD)
    return float(high - low)


def eye(picture: Numbers, points: Numbers, lids: tuple[int, ...], iris: int) -> dict[str, float]:
    """Colours in one eye's patch; the lids' outline is filled by OpenCV."""
    outline = points[list(lids)]
    middle, across = (outline[0] + outline[8]) / 2, outline[8] - outline[0]
    down = np.array([-across[1], across[0]])
    rows, columns = measure_places.EYE_ROWS, measure_places.EYE_COLUMNS
    step = measure_places.EYE_REACH / columns
    y, x = np.mgrid[0:rows, 0:columns]
    x, y = (x + 0.5 - columns / 2) * step, (y + 0.5 - rows / 2) * step
    colours = read(picture, middle + x[..., None] * across + y[..., None] * down)
    basis = np.stack([across, down]) / (across @ across)

    def own(place: Numbers) -> Numbers:
        return (place - middle) @ basis.T

    fine = 16  # filled sixteen times finer, then the cell's own centre is asked
    mask = np.zeros((rows * fine, columns * fine), np.uint8)
    shape = (own(outline) / step + [columns / 2, rows / 2]) * fine
    cv2.fillPoly(mask, [np.round(shape * 256).astype(np.int32)], 1, cv2.LINE_8, 8)
    opened = mask[fine // 2 :: fine, fine // 2 :: fine].astype(bool)
    centre = own(points[iris])
    radius = np.linalg.norm(own(points[iris + 1 : iris + 5]) - centre, axis=1).mean()
    far = np.hypot(x - centre[0], y - centre[1]) / radius
    pupil = opened & (far < 0.5)
    luma = colours @ WEIGHTS
    around = ~cv2.dilate(opened.astype(np.uint8), np.ones((9, 9), np.uint8)).astype(bool)
    made = {f"pupil.{c}": float(colours[pupil][:, k].mean()) for k, c in enumerate("rgb")}
    made["lens"] = float(luma[around].mean())
    made["contrast"] = float(luma[opened].std())
    made["iris.radius"] = float(radius)
    made["glare"] = float((colours.min(2)[around] >= measure_eyes.GLARE).mean())
    return made


def wall(picture: Numbers, alpha: Numbers, eyes: Numbers) -> dict[str, float]:
    """The wall on its grid; `eyes` in px of the head map."""
    side = measure_wall.SIDE
    small = np.asarray(Image.fromarray(picture).resize((side, side), Image.Resampling.BILINEAR)).astype(float)
    mask = cv2.resize(alpha.astype(np.float32), (side, side), interpolation=cv2.INTER_AREA)
    cells = (np.arange(side) + 0.5) / side
    x = ((cells * picture.shape[1] - eyes[0]) / measure_places.PER_T)[None]
    y = ((cells * picture.shape[0] - eyes[1]) / measure_places.PER_T)[:, None]
    grown = cv2.dilate(mask, np.ones((measure_wall.CLEAR,) * 2, np.uint8))
    free = (grown < 0.1) & (np.abs(x) <= measure_wall.ASIDE) & (-y <= measure_wall.ABOVE) & (y <= measure_wall.BELOW)
    luma = small @ WEIGHTS
    level = luma[free].mean()
    known = np.c_[np.ones(free.sum()), np.broadcast_to(x, free.shape)[free], np.broadcast_to(y, free.shape)[free]]
    fit = np.linalg.lstsq(known, luma[free], rcond=None)[0]
    rest = np.where(free, (luma - fit[0] - fit[1] * x - fit[2] * y) / level, 0)
    window = (measure_wall.SMOOTH,) * 2
    smooth = cv2.blur(rest, window, borderType=cv2.BORDER_CONSTANT) / np.maximum(
        cv2.blur(free.astype(float), window, borderType=cv2.BORDER_CONSTANT), 0.05
    )
    made = {f"wall.{c}": float(small[free][:, k].mean()) for k, c in enumerate("rgb")}
    made["wall.share"] = float(free.mean())
    made["wall.p50"] = float(np.median(luma[free]))
    made["wall.tilt.x"], made["wall.tilt.y"] = float(fit[1] / level), float(fit[2] / level)
    made["wall.fine"] = float(np.sqrt(((rest - smooth)[free] ** 2).mean()))
    made["wall.broad"] = float(np.sqrt((smooth[free] ** 2).mean()))
    return made


def detail(cut: Numbers, per_mm: float, zones: dict[str, list[float]]) -> dict[str, float]:
    """Bands, pixels and tones of a cut [h, w, 3]."""
    factor = measure_detail.PER_MM / per_mm
    size = tuple(int(np.round(side * factor)) for side in cut.shape[1::-1])
    level = np.asarray(Image.fromarray(cut).resize(size, Image.Resampling.BILINEAR)) @ WEIGHTS
    made: dict[str, float] = {}
    for band in range(4):
        after = _binomial(level, 2**band)
        for zone, box in zones.items():
            x0, y0, x1, y1 = (max(0, int(np.ceil(edge * factor - 1e-4))) for edge in box)
            made[f"{zone}.band{band}"] = float(np.sqrt(((level - after)[y0:y1, x0:x1] ** 2).mean()))
        level = after
    top, left = (max(0, side - measure_detail.TILE) // 16 * 8 for side in cut.shape[:2])
    tile = cut[top : top + measure_detail.TILE, left : left + measure_detail.TILE]
    luma = tile @ WEIGHTS
    once = _binomial(luma, 1)
    made["pixels.fine"] = float((luma - once).std() + 0 * luma[0, 0])
    made["pixels.equal.down"] = float((tile[1:] == tile[:-1]).all(2).mean())
    made["pixels.equal.across"] = float((tile[:, 1:] == tile[:, :-1]).all(2).mean())
    made["levels.least"] = float(min(len(np.unique(tile[..., c])) for c in range(3)))
    grain = np.abs(cv2.filter2D(luma, -1, np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], float)))[1:-1, 1:-1]
    rows, columns = (side // measure_detail.BLOCK for side in grain.shape)
    blocks = grain[: rows * measure_detail.BLOCK, : columns * measure_detail.BLOCK]
    blocks = blocks.reshape(rows, measure_detail.BLOCK, columns, measure_detail.BLOCK).mean((1, 3)).ravel()
    made["pixels.noise"] = float(np.sort(blocks)[len(blocks) // 5] * np.sqrt(np.pi / 2) / 6)
    made["comb.8"] = max(_comb(luma, axis, 8, 3) for axis in (0, 1))
    return made


def _comb(luma: Numbers, axis: int, period: int, harmonics: int) -> float:
    """By a Fourier sum over one line of steps, as the graph defines it."""
    steps = np.abs(np.diff(luma, axis=axis)).mean(1 - axis)
    place = np.arange(len(steps))
    window = np.sin((place + 0.5) / len(steps) * np.pi) ** 2
    level = (steps * window).sum() / window.sum()
    moved = (steps - level) * window
    number = np.arange(1, measure_detail.PERIODS // 2 + 1)
    wave = np.exp(-2j * np.pi * number[:, None] * place / measure_detail.PERIODS)
    strength = np.abs(wave @ moved) / (level * window.sum())
    typical = np.sort(strength)[::-1][measure_detail.PERIODS // 4]
    at = [measure_detail.PERIODS * j // period - 1 for j in range(1, harmonics + 1)]
    return float(strength[at].min() / typical)


def _binomial(picture: Numbers, step: int) -> Numbers:
    taps = np.zeros(4 * step + 1)
    taps[::step] = np.array([1, 4, 6, 4, 1]) / 16
    return cv2.sepFilter2D(picture.astype(float), -1, taps, taps, borderType=cv2.BORDER_REPLICATE)
