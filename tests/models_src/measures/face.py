"""The face on its map, and the eyes.

Reads the working picture, the mesh, the mask and the cut; shares with the graphs only the constants and the mean face.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from models_src import face_map, heads, measure_eyes, measure_patches, measure_places, measure_tone, shading

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


def ranked(values: Numbers, part: float) -> float:
    """The element of the order nearest to `part` %."""
    return float(np.percentile(values, part, method="nearest"))


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
    for zone in measure_tone.ZONES:
        made |= named(f"{zone}.", face[disc_of(zone)].mean(0))
    whole = face[face_map.region(face_map.OVAL, 0.96)]
    for part in (1, 5, 50, 95, 99):
        made[f"face.p{part:02}"] = ranked(whole @ WEIGHTS, part)
    made["face.chroma"] = ranked(np.ptp(whole, axis=1), 90)
    skin = face[measure_tone.skin_mask()]
    darkest, luma = skin.min(1), skin @ WEIGHTS
    made["skin.low50"], made["skin.low99"] = (ranked(darkest, part) for part in (50, 99))
    made["skin.low95"] = light_end(darkest)
    for part in (5, 50, 95):
        made[f"skin.p{part:02}"] = ranked(luma, part)
    made["skin.hot"] = float((darkest >= measure_tone.HOT).mean())
    made["skin.black"] = float((luma <= measure_tone.BLACK).mean())
    made |= named("skin.", skin.mean(0))
    made["face.shade"] = _shade(blocks(face))
    return made | ofiq(face[measure_tone.hull_mask()])


def light_end(darkest: Numbers) -> float:
    """Mean of the elements between two quantiles."""
    low, high = (round(edge * len(darkest)) for edge in measure_tone.LIGHT_SKIN)
    return float(np.sort(darkest)[low:high].mean())


def ofiq(hull: Numbers) -> dict[str, float]:
    """OFIQ's luminance measures of the colours [n, 3] of its landmarked region."""
    unit = hull / 255
    light = np.where(unit <= 0.04045, unit / 12.92, ((unit + 0.055) / 1.055) ** 2.4) @ WEIGHTS
    code = np.floor(255 * light + 0.5)
    parts = np.bincount(code.astype(int), minlength=256) / len(code)
    parts = parts[parts > 0]
    return {
        "ofiq.luminance_mean": float(code.mean() / 255),
        "ofiq.luminance_variance": float((code / 255).var()),
        "ofiq.under": float((code <= 25).mean()),
        "ofiq.over": float((code >= 247).mean()),
        "ofiq.entropy": float(-(parts * np.log2(parts)).sum()),
    }


def named(prefix: str, colour: Numbers) -> dict[str, float]:
    return {prefix + c: float(v) for c, v in zip("rgb", colour, strict=True)}


def disc_of(zone: str) -> Numbers:
    made: Numbers = np.logical_or.reduce([face_map.disc(*disc) for disc in measure_tone.ZONES[zone]])
    return made


def blocks(face: Numbers) -> Numbers:
    """Log luma of the skin in each block that is mostly skin."""
    mask = measure_tone.skin_mask().astype(float)
    size = shading.BLOCK
    light = cv2.blur((face @ WEIGHTS) * mask, (size, size))
    area = cv2.blur(mask, (size, size))
    rows = np.arange(size // 2, face_map.ROWS, size)
    columns = np.arange(size // 2, face_map.COLUMNS, size)
    light, area = (grid[np.ix_(rows, columns)].ravel() for grid in (light, area))
    use = shading.blocks()
    made: Numbers = np.log(np.maximum(light[use] / area[use], shading.DARK))
    return made


def _shade(logs: Numbers) -> float:
    mean, ways = shading._usual()
    rest = logs - logs.mean() - mean
    rest = rest - ways.T @ (ways @ rest)
    low, high = (np.sort(rest)[int(q * len(rest))] for q in shading.SPREAD)
    return float(high - low)


def shading_vector(picture: Numbers, points: Numbers, eyes: list[list[float]]) -> Numbers:
    """[100]: the blocks, the sockets, and seven lumas of each eye, logarithms without the blocks' mean."""
    face = texels(picture, points)
    logs = blocks(face)
    more = [float((face[disc_of(zone)] @ WEIGHTS).mean()) for zone in ("socket_left", "socket_right")]
    more += [luma for made in eyes for luma in made]
    made: Numbers = np.concatenate([logs, np.log(np.maximum(more, shading.DARK))]) - logs.mean()
    return made


def looks(features: dict[str, Numbers]) -> dict[str, float]:
    """Every head's likeness, from the mesh's features and the shading."""
    with np.load(heads.FILE) as stored:
        weights = {name: stored[name].astype(np.float64) for name in stored.files}
    made = {}
    for head, names in heads.HEADS.items():
        given = np.concatenate([features[name].astype(np.float64).ravel() for name in names])
        score = given @ weights[f"{head}.weight"].ravel() + float(weights[f"{head}.bias"])
        made[f"look.{head}"] = float(1 / (1 + np.exp(-heads.STEEP * score)))
    return made


def eye(picture: Numbers, points: Numbers, lids: tuple[int, ...], iris: int) -> tuple[dict[str, float], list[float]]:
    """Colours in one eye's patch, and the seven lumas that heads read; OpenCV tells what lies between the lids."""
    outline = points[list(lids)]
    middle, across = (outline[0] + outline[8]) / 2, outline[8] - outline[0]
    down = np.array([-across[1], across[0]])
    rows, columns = measure_patches.ROWS, measure_patches.COLUMNS
    step = measure_patches.REACH / columns
    y, x = np.mgrid[0:rows, 0:columns]
    x, y = (x + 0.5 - columns / 2) * step, (y + 0.5 - rows / 2) * step
    colours = read(picture, middle + x[..., None] * across + y[..., None] * down)
    basis = np.stack([across, down]) / (across @ across)

    def own(place: Numbers) -> Numbers:
        placed: Numbers = (place - middle) @ basis.T
        return placed

    shape = (own(outline) / step).astype(np.float32)
    opened = np.array(
        [[cv2.pointPolygonTest(shape, (u / step, v / step), False) > 0 for u, v in zip(*row)] for row in zip(x, y)]
    )
    centre = own(points[iris])
    radius = np.linalg.norm(own(points[iris + 1 : iris + 5]) - centre, axis=1).mean()
    far = np.hypot(x - centre[0], y - centre[1]) / radius
    luma = colours @ WEIGHTS
    white = cv2.erode(opened.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool) & (far > 1.15)
    around = ~cv2.dilate(opened.astype(np.uint8), np.ones((9, 9), np.uint8)).astype(bool)
    made = named("iris.", colours[opened & (far < 0.9)].mean(0))
    made |= named("pupil.", colours[opened & (far < 0.5)].mean(0))
    made["iris.seen"] = float((opened & (far < 0.9)).mean())
    made["white"] = ranked(luma[white], 80) if white.any() else 0.0
    made["lens"] = float(luma[around].mean())
    made["contrast"] = float(luma[opened].std())
    made["iris.radius"] = float(radius)
    skin = light_end(texels(picture, points)[measure_tone.skin_mask()].min(1))
    over = (colours.min(2)[around] - skin) / max(255 - skin, measure_eyes.LEAST_ROOM)
    low, high = measure_eyes.GLARE
    made["glare"] = float(np.clip((over - low) / (high - low), 0, 1).mean())
    return made, [made["white"], made["lens"], float(luma[opened].mean()), *_rings(luma, opened)]


def _rings(luma: Numbers, opened: Numbers) -> list[float]:
    grown = [cv2.dilate(opened.astype(np.uint8), np.ones((n, n), np.uint8)).astype(bool) for n in measure_eyes.RINGS]
    above = np.arange(len(luma))[:, None] < len(luma) // 2
    rings = [outer & ~inner for inner, outer in pairwise(grown)]
    return [float(luma[ring & half].mean()) for ring in rings for half in (above, ~above)]
