"""Defects put into compliant portraits, each in three strengths: 1 is just visible to us, 2 is plain, 3 is gross.

Every function takes a `Subject` and a strength and gives the altered picture. The drawing follows the mesh of the
unaltered portrait; chance is seeded by the person's number, so that a run can be repeated.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from models_src import face_map

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
        return _bytes(self.picture * (1 - mask) + other * mask)


def _bytes(picture: Numbers) -> Picture:
    return np.clip(np.round(picture), 0, 255).astype(np.uint8)


def _linear(picture: Numbers) -> Numbers:
    """sRGB codes -> linear light 0..1."""
    return _LIGHT[picture]


def _codes(light: Numbers) -> Picture:
    """Linear light 0..1 -> sRGB codes; a table of 65,536 steps is exact to a fifth of a code in the darkest tones."""
    return _CODES[(np.clip(light, 0, 1) * 65535 + 0.5).astype(np.uint16)]


def _tables() -> tuple[Numbers, Numbers]:
    unit = np.arange(256) / 255
    light = np.where(unit <= 0.04045, unit / 12.92, ((unit + 0.055) / 1.055) ** 2.4)
    back = np.arange(65536) / 65535
    codes = 255 * np.where(back <= 0.0031308, back * 12.92, 1.055 * back ** (1 / 2.4) - 0.055)
    return light.astype(np.float32), np.round(codes).astype(np.uint8)


_LIGHT, _CODES = _tables()


def blur(s: Subject, k: int) -> Picture:
    """Out of focus: Gaussian of 0.4, 0.8, 1.4 mm."""
    return cv2.GaussianBlur(s.picture, (0, 0), (0.4, 0.8, 1.4)[k - 1] * s.mm)


def motion(s: Subject, k: int) -> Picture:
    """Moved by 1.2, 2.5, 4.5 mm in a direction of chance."""
    length = (1.2, 2.5, 4.5)[k - 1] * s.mm
    angle = s.chance(1).uniform(0, np.pi)
    size = int(length) // 2 * 2 + 5
    kernel = np.zeros((size, size), np.float32)
    for t in np.linspace(-length / 2, length / 2, 200):
        x, y = size // 2 + t * np.cos(angle), size // 2 + t * np.sin(angle)
        x0, y0 = int(x), int(y)
        for dy in (0, 1):
            for dx in (0, 1):
                kernel[y0 + dy, x0 + dx] += (1 - abs(x - x0 - dx)) * (1 - abs(y - y0 - dy))
    return cv2.filter2D(s.picture, -1, kernel / kernel.sum(), borderType=cv2.BORDER_REPLICATE)


def pixelation(s: Subject, k: int) -> Picture:
    """Squares of 1, 2, 4 mm."""
    step = max(2, round((1.0, 2.0, 4.0)[k - 1] * s.mm))
    height, width = s.picture.shape[:2]
    small = cv2.resize(s.picture, (-(-width // step), -(-height // step)), interpolation=cv2.INTER_AREA)
    return np.repeat(np.repeat(small, step, 0), step, 1)[:height, :width].copy()


def enlarged(s: Subject, k: int) -> Picture:
    """Shrunk to 80, 55, 35 px between the eyes and enlarged again."""
    factor = (80, 55, 35)[k - 1] / s.ied
    height, width = s.picture.shape[:2]
    small = cv2.resize(s.picture, (round(width * factor), round(height * factor)), interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)


def compression(s: Subject, k: int) -> Picture:
    """JPEG at quality 30, 15, 7 and saved again at 95."""
    _, data = cv2.imencode(".jpg", s.picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, (30, 15, 7)[k - 1]])
    return np.ascontiguousarray(cv2.imdecode(data, cv2.IMREAD_COLOR)[..., ::-1])


def noise(s: Subject, k: int) -> Picture:
    """Grain of 6, 14, 28 codes, half of it in common to the channels."""
    chance, size = s.chance(2), (6, 14, 28)[k - 1]
    shape = s.picture.shape
    grain = chance.normal(0, size, (*shape[:2], 1)) * 0.7 + chance.normal(0, size, shape) * 0.7
    return _bytes(s.picture + grain)


def dark(s: Subject, k: int) -> Picture:
    """1.5, 2.5, 3.5 stops less light."""
    return _codes(_linear(s.picture) * 0.5 ** (1.5, 2.5, 3.5)[k - 1])


def light(s: Subject, k: int) -> Picture:
    """0.8, 1.6, 2.4 stops more light."""
    return _codes(_linear(s.picture) * 2 ** (0.8, 1.6, 2.4)[k - 1])


def washed_out(s: Subject, k: int) -> Picture:
    """Contrast reduced to 70, 45, 25 % around a light grey."""
    return _bytes(185 + (s.picture.astype(np.float32) - 185) * (0.70, 0.45, 0.25)[k - 1])


def posterised(s: Subject, k: int) -> Picture:
    """32, 16, 8 levels per channel."""
    step = 256 / (32, 16, 8)[k - 1]
    return _bytes((np.floor(s.picture / step) + 0.5) * step)


def colour_cast(s: Subject, k: int) -> Picture:
    """Light of a wrong colour: red, blue, green or yellow by chance."""
    casts = ((1.0, 0.62, 0.62), (0.62, 0.72, 1.0), (0.68, 1.0, 0.68), (1.0, 0.92, 0.45))
    cast = np.array(casts[s.seed % 4]) ** (0.8, 1.7, 2.8)[k - 1]
    return _codes(_linear(s.picture) * (cast / cast.mean()))


def grey(s: Subject, k: int) -> Picture:
    """Black and white; the strengths are the same."""
    tone = s.picture @ np.array([0.299, 0.587, 0.114])
    return _bytes(np.repeat(tone[..., None], 3, 2))


def side_light(s: Subject, k: int) -> Picture:
    """One side of the person in 65, 40, 20 % of the light, soft over the nose."""
    least = (0.65, 0.40, 0.20)[k - 1]
    sign = 1 if s.seed % 2 else -1
    x = (np.arange(s.picture.shape[1]) - s.eyes[0]) / s.ied * sign
    ramp = least + (1 - least) / (1 + np.exp(-4 * x))
    light = 1 + (ramp[None] - 1) * s.alpha
    return _codes(_linear(s.picture) * light[..., None])


def face_shadow(s: Subject, k: int) -> Picture:
    """A shadow with an edge across the face, at an angle of chance, in 65, 45, 25 % of the light."""
    chance = s.chance(3)
    angle, shift = chance.uniform(0, 2 * np.pi), chance.uniform(-0.2, 0.3) * s.ied
    y, x = s.grid()
    centre = s.points[4]
    side = (x - centre[0]) * np.cos(angle) + (y - centre[1]) * np.sin(angle) - shift
    mask = s.alpha / (1 + np.exp(-side / (0.06 * s.ied)))
    least = (0.65, 0.45, 0.25)[k - 1]
    return _codes(_linear(s.picture) * (1 + (least - 1) * mask)[..., None])


def socket_shadow(s: Subject, k: int) -> Picture:
    """Light from above: the sockets in 60, 40, 22 % of the light."""
    mask = np.zeros(s.picture.shape[:2], np.float32)
    for iris in (468, 473):
        centre = s.points[iris] + [0, -0.02 * s.ied]
        axes = (int(0.30 * s.ied), int(0.20 * s.ied))
        cv2.ellipse(mask, (int(centre[0]), int(centre[1])), axes, 0, 0, 360, 1.0, -1)
    mask = cv2.GaussianBlur(mask, (0, 0), 0.08 * s.ied)
    least = (0.60, 0.40, 0.22)[k - 1]
    return _codes(_linear(s.picture) * (1 + (least - 1) * mask)[..., None])


def hot_spots(s: Subject, k: int) -> Picture:
    """Flash on forehead, nose and a cheek: 2 to 3 clipped spots of radius 0.05, 0.09, 0.15 inter-eye distances."""
    chance = s.chance(4)
    radius = (0.05, 0.09, 0.15)[k - 1] * s.ied
    y, x = s.grid()
    glow = np.zeros(s.picture.shape[:2], np.float32)
    for point in chance.permutation([151, 4, 50 if s.seed % 2 else 280])[: 2 + s.seed % 2]:
        centre = s.points[point] + chance.normal(0, 0.04, 2) * s.ied
        far = np.hypot((x - centre[0]) / chance.uniform(0.8, 1.4), y - centre[1]) / radius
        glow = np.maximum(glow, 1.6 * np.exp(-(far**2) * 0.7))
    return _codes(_linear(s.picture) * (1 - np.clip(glow, 0, 1)[..., None]) + np.clip(glow, 0, 1)[..., None] * 1.0)


def red_eyes(s: Subject, k: int) -> Picture:
    """Pupils lit red: 45, 60, 80 % of the iris' radius, weak to strong."""
    made = s.picture.astype(np.float32)
    for iris, lids in ((468, face_map.LIDS[0]), (473, face_map.LIDS[1])):
        radius = np.linalg.norm(s.points[iris + 1 : iris + 5] - s.points[iris], axis=1).mean()
        mask = np.zeros(s.picture.shape[:2], np.float32)
        centre = np.round(s.points[iris] * 16).astype(int)
        cv2.circle(
            mask, (int(centre[0]), int(centre[1])), int(radius * 16 * (0.45, 0.6, 0.8)[k - 1]), 1.0, -1, cv2.LINE_AA, 4
        )
        mask = cv2.GaussianBlur(mask, (0, 0), radius * 0.12) * s.face(lids)
        red = np.array(((130, 40, 35), (175, 40, 40), (225, 60, 60))[k - 1], np.float32)
        made = made * (1 - 0.85 * mask[..., None]) + red * 0.85 * mask[..., None]
    return _bytes(made)


def eyes_closed(s: Subject, k: int) -> Picture:
    """The lids come down over 55, 80, 100 % of the opening: skin from above the eye is drawn over it."""
    part = (0.55, 0.80, 1.0)[k - 1]
    y, x = s.grid()
    made = s.picture.copy()
    for lids in face_map.LIDS:
        outline = s.points[list(lids)]
        upper, lower = outline[:9], np.concatenate([outline[8:], outline[:1]])[::-1]
        left, right = outline[0, 0], outline[8, 0]
        inside = (x[0] > left) & (x[0] < right)
        top = np.interp(x[0], upper[:, 0], upper[:, 1])
        base = np.interp(x[0], lower[:, 0], lower[:, 1])
        opening = np.where(inside, base - top, 0)
        lid = top - 0.55 * s.ied * 0.28  # skin up to under the brow is stretched
        reach = top + opening * part
        stretch = (reach - lid) / np.maximum(top - lid, 1)
        source = lid + (y - lid) / stretch
        use = inside & (y > lid) & (y < reach) & (opening > 0)
        drawn = cv2.remap(s.picture, x, np.where(use, source, y).astype(np.float32), cv2.INTER_LINEAR)
        soft = cv2.GaussianBlur(use.astype(np.float32), (0, 0), 0.006 * s.ied)[..., None]
        made = _bytes(made * (1 - soft) + drawn * soft)
        if part == 1.0:  # the lashes of a closed eye
            line = np.stack([x[0][inside], (base - 0.01 * s.ied)[inside]], 1)
            cv2.polylines(
                made, [np.round(line).astype(np.int32)], False, (45, 35, 30), max(2, int(0.02 * s.ied)), cv2.LINE_AA
            )
    return made


def gaze(s: Subject, k: int) -> Picture:
    """Irises moved aside by 4, 7, 10 % of the inter-eye distance, lids left as they are."""
    step = (0.04, 0.07, 0.10)[k - 1] * s.ied * (1 if s.seed % 2 else -1)
    y, x = s.grid()
    made = s.picture.copy()
    for iris, lids in ((468, face_map.LIDS[0]), (473, face_map.LIDS[1])):
        outline = s.points[list(lids)]
        half = np.linalg.norm(outline[8] - outline[0]) / 2
        # The shift is full at the iris and dies away towards the corners.
        far = np.clip(np.abs(x - s.points[iris][0] - step) / half, 0, 1)
        moved = (x - step * np.cos(far * np.pi / 2)).astype(np.float32)
        drawn = cv2.remap(s.picture, moved, y, cv2.INTER_LINEAR)
        mask = s.face(lids, 0.008 * s.ied)[..., None]
        made = _bytes(made * (1 - mask) + drawn * mask)
    return made


def mouth_open(s: Subject, k: int) -> Picture:
    """The lower lip and what is under it move down by 5, 10, 17 % of T; the mouth between the lips is drawn dark."""
    unit = float(np.linalg.norm(s.points[152] - s.eyes))
    drop = (0.05, 0.10, 0.17)[k - 1] * unit
    upper = s.points[[78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308]]
    y, x = s.grid()
    left, right = s.points[61, 0], s.points[291, 0]
    t = np.clip((x[0] - left) / (right - left), 0, 1)
    opening = drop * np.sin(np.pi * t) ** 0.7
    line = np.interp(x[0], upper[:, 0], upper[:, 1])
    jaw = np.exp(-(((x[0] - s.points[152, 0]) / (0.75 * s.ied)) ** 2)) * drop
    shift = np.maximum(opening, jaw)[None]
    end = s.points[152, 1] + 1.2 * drop + 0.2 * unit
    fade = np.clip((end - y) / (0.35 * unit), 0, 1)
    source = np.where(y > line + opening, y - shift * fade, y)
    drawn = cv2.remap(s.picture, x, source.astype(np.float32), cv2.INTER_LINEAR).astype(np.float32)
    hole = ((y > line) & (y < line + opening) & (t > 0) & (t < 1)).astype(np.float32)
    hole = cv2.GaussianBlur(hole, (0, 0), 0.006 * s.ied)[..., None]
    inner = np.broadcast_to(np.array([60, 25, 25], np.float32), drawn.shape).copy()
    teeth = ((y < line + 0.45 * opening) & (s.seed % 2 == 0)).astype(np.float32)[..., None]
    inner = inner * (1 - teeth) + np.array([205, 195, 185], np.float32) * teeth
    return _bytes(drawn * (1 - hole) + inner * hole)


def brows_raised(s: Subject, k: int) -> Picture:
    """Brows moved up by 4, 8, 12 % of the inter-eye distance."""
    step = (0.04, 0.08, 0.12)[k - 1] * s.ied
    y, x = s.grid()
    weight = np.zeros(s.picture.shape[:2], np.float32)
    for brow in face_map.BROWS:
        shape = s.points[list(brow)]
        centre = shape.mean(0)
        half = np.abs(shape - centre).max(0)
        far = np.hypot((x - centre[0]) / (half[0] * 1.35), (y - centre[1]) / (half[1] + 0.17 * s.ied))
        weight = np.maximum(weight, np.clip(1.3 - 1.3 * far, 0, 1))
    moved = (y + step * np.minimum(weight, 1)).astype(np.float32)
    return cv2.remap(s.picture, x, moved, cv2.INTER_LINEAR)


def _lenses(s: Subject, drop: float = 0.05, grow: float = 1.0) -> list[Numbers]:
    """Outlines of two lenses [n, 2], px."""
    chance = s.chance(5)
    wide, high = chance.uniform(0.36, 0.43) * grow, chance.uniform(0.22, 0.34) * grow
    power = chance.uniform(2.0, 4.0)
    along = (s.points[473] - s.points[468]) / s.ied
    down = np.array([-along[1], along[0]])
    shapes = []
    for iris, sign in ((468, -1), (473, 1)):
        angle = np.linspace(0, 2 * np.pi, 80, endpoint=False)
        c, si = np.cos(angle), np.sin(angle)
        x = np.sign(c) * np.abs(c) ** (2 / power) * wide * s.ied
        y = np.sign(si) * np.abs(si) ** (2 / power) * high * s.ied
        centre = s.points[iris] + along * 0.02 * sign * s.ied + down * drop * s.ied
        shapes.append(centre + x[:, None] * along + y[:, None] * down)
    return shapes


def _framed(
    s: Subject, picture: Picture, thick: float, drop: float = 0.05, colour: Numbers | None = None, grow: float = 1.0
) -> Picture:
    made = picture.copy()
    chance = s.chance(6)
    if colour is None:
        colour = np.array([[25, 22, 20], [70, 45, 30], [120, 118, 115], [60, 20, 25]][s.seed % 4]) + chance.normal(
            0, 6, 3
        )
    width = max(1, round(thick * s.ied))
    paint = tuple(int(v) for v in np.clip(colour, 0, 255))
    left, right = _lenses(s, drop, grow)
    lines = [np.vstack([left, left[:1]]), np.vstack([right, right[:1]])]
    bridge = np.array([left[0], (left[0] + right[40]) / 2 - [0, 0.04 * s.ied], right[40]])
    lines += [bridge, np.array([left[40], s.points[127]]), np.array([right[0], s.points[356]])]
    for line in lines:
        cv2.polylines(made, [np.round(line * 16).astype(np.int32)], False, paint, width, cv2.LINE_AA, 4)
    return made


def glasses(s: Subject, k: int) -> Picture:
    """Thin, usual and broad frames."""
    return _framed(s, s.picture, (0.012, 0.025, 0.05)[k - 1])


def heavy_frames(s: Subject, k: int) -> Picture:
    """Frames of 5, 8, 11 % of the inter-eye distance."""
    return _framed(s, s.picture, (0.055, 0.08, 0.11)[k - 1], 0.06, np.array([25.0, 22, 20]), 1.05)


def frames_over_eyes(s: Subject, k: int) -> Picture:
    """Glasses that have slipped up or down until the frame cuts the eye."""
    return _framed(s, s.picture, (0.025, 0.04, 0.06)[k - 1], 0.30 if s.seed % 2 else -0.20)


def tinted(s: Subject, k: int) -> Picture:
    """Lenses that let 60, 35, 12 % of the light through."""
    passed = (0.60, 0.35, 0.12)[k - 1]
    light = _linear(s.picture)
    for lens in _lenses(s):
        light = light * (1 + (passed - 1) * s.polygon(lens, 1.0))[..., None]
    return _framed(s, _codes(light), 0.025)


def lens_glare(s: Subject, k: int) -> Picture:
    """White reflections on both lenses, 12, 25, 45 % of their width."""
    chance = s.chance(7)
    made = _framed(s, s.picture, 0.02).astype(np.float32)
    for lens in _lenses(s):
        middle, size = lens.mean(0), np.ptp(lens, 0)
        centre = middle + chance.uniform(-0.22, 0.22, 2) * size
        radius = (0.06, 0.125, 0.22)[k - 1] * size[0]
        corners = centre + np.array([[-1, -0.7], [1, -0.9], [1.1, 0.7], [-0.9, 0.9]]) * radius
        mask = s.polygon(corners, radius * 0.12)[..., None] * 0.95
        made = made * (1 - mask) + np.array([252, 253, 255]) * mask
    return _bytes(made)


def hair_over_eyes(s: Subject, k: int) -> Picture:
    """Strands in the colour of the person's hair fall over one eye: 6, 16, 40 of them; for two of three people a solid
    lock from the parting to the cheek instead, over a third, two thirds, all of the eye."""
    chance = s.chance(8)
    eye = s.points[468 if s.seed % 2 else 473]
    over = s.points[10] + [0, -0.25 * s.ied]
    height, width = s.picture.shape[:2]
    sample_at = np.clip(np.round(over - [0, 0.25 * s.ied]).astype(int), 0, [width - 1, height - 1])
    patch = s.picture[max(0, sample_at[1] - 12) : sample_at[1] + 12, max(0, sample_at[0] - 12) : sample_at[0] + 12]
    tone = np.median(patch.reshape(-1, 3), 0)
    tone = tone if tone.mean() < 150 else np.array([95.0, 70, 50])
    made = s.picture.copy()
    if s.seed % 3:
        side = -1 if s.seed % 2 else 1
        reach = (0.10, 0.0, -0.13)[k - 1] * side * s.ied  # where the inner edge of the lock crosses the eye
        for _ in range(260):
            t = np.linspace(0, 1, 40)[:, None]
            inner = chance.uniform(0, 1) ** 0.7
            start = over + np.array([chance.normal(0, 0.12) * s.ied, chance.normal(0, 0.05) * s.ied])
            middle = eye + np.array([reach + inner * 0.42 * side * s.ied, -0.15 * s.ied])
            end = eye + np.array([reach * 0.6 + side * (0.30 + 0.25 * inner) * s.ied, chance.uniform(0.5, 0.9) * s.ied])
            line = (1 - t) ** 2 * start + 2 * t * (1 - t) * (2 * middle - (start + end) / 2) + t**2 * end
            paint = tuple(int(v) for v in np.clip(tone + chance.normal(0, 14), 0, 255))
            cv2.polylines(
                made, [np.round(line * 16).astype(np.int32)], False, paint, max(1, round(0.014 * s.ied)), cv2.LINE_AA, 4
            )
        return made
    for _ in range((6, 16, 40)[k - 1]):
        start = over + np.array([chance.normal(0, 0.25), chance.normal(0, 0.06)]) * s.ied
        end = eye + np.array([chance.normal(0, 0.13), chance.uniform(0.1, 0.55)]) * s.ied
        bend = (start + end) / 2 + chance.normal(0, 0.1, 2) * s.ied
        t = np.linspace(0, 1, 40)[:, None]
        line = (1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end
        paint = tuple(int(v) for v in np.clip(tone + chance.normal(0, 12, 3), 0, 255))
        cv2.polylines(
            made,
            [np.round(line * 16).astype(np.int32)],
            False,
            paint,
            max(1, round(chance.uniform(0.008, 0.022) * s.ied)),
            cv2.LINE_AA,
            4,
        )
    return made


def mouth_covered(s: Subject, k: int) -> Picture:
    """A cloth over chin, mouth, and mouth with nose."""
    line = (0.80, 0.55, 0.25)[k - 1]
    unit = s.points[152] - s.eyes
    cut_line = s.eyes + unit * line
    oval = s.face(face_map.OVAL, 1.5, 1.06)
    y, x = s.grid()
    below = ((x - cut_line[0]) * unit[0] + (y - cut_line[1]) * unit[1] > 0).astype(np.float32)
    colour = np.array([[150, 190, 210], [40, 40, 45], [200, 200, 205], [120, 40, 50]][s.seed % 4], np.float32)
    folds = 12 * np.sin(y / (0.09 * s.ied) + np.sin(x / (0.3 * s.ied)))[..., None]
    return s.mixed(np.broadcast_to(colour, s.picture.shape) + folds, oval * below)


def eye_covered(s: Subject, k: int) -> Picture:
    """A patch over half an eye, an eye, or both."""
    made = s.picture
    for iris in (468, 473)[: 1 if k < 3 else 2]:
        centre = s.points[iris] + [0, -0.09 * s.ied if k == 1 else 0]
        mask = np.zeros(s.picture.shape[:2], np.float32)
        cv2.ellipse(
            mask,
            (int(centre[0]), int(centre[1])),
            (int(0.26 * s.ied), int((0.09 if k == 1 else 0.17) * s.ied)),
            0,
            0,
            360,
            1.0,
            -1,
            cv2.LINE_AA,
        )
        colour = np.array([[30, 28, 28], [190, 150, 120], [215, 215, 215], [90, 60, 45]][s.seed % 4], np.float32)
        made = s._replace(picture=made).mixed(np.broadcast_to(colour, made.shape), mask)
    return made


def wall_shadow(s: Subject, k: int) -> Picture:
    """The head's shadow on the wall, 8, 16, 35 % darker, beside and below."""
    shift = np.array([0.28 if s.seed % 2 else -0.28, 0.10]) * s.ied
    matrix = np.array([[1, 0, shift[0]], [0, 1, shift[1]]], np.float32)
    cast = cv2.GaussianBlur(
        cv2.warpAffine(s.alpha.astype(np.float32), matrix, s.alpha.shape[::-1]), (0, 0), 0.05 * s.ied
    )
    deep = (0.08, 0.16, 0.35)[k - 1]
    return _bytes(s.picture * (1 - deep * (cast * (1 - s.alpha)))[..., None])


def wall_texture(s: Subject, k: int) -> Picture:
    """Bricks, panels, stripes or blots on the wall, 4, 9, 20 % of its light."""
    chance = s.chance(9)
    y, x = s.grid()
    step = chance.uniform(0.35, 0.8) * s.ied
    kinds = (
        lambda: np.where(
            ((x + (y // (step / 2) % 2) * step / 2) % step < 0.07 * step) | (y % (step / 2) < 0.05 * step), -1.0, 0.3
        ),
        lambda: np.where(x % step < 0.12 * step, -1.0, 0.2),
        lambda: np.sin(x / step * 6.3) * np.sin(y / step * 4),
        lambda: (
            cv2.GaussianBlur(chance.normal(0, 1, x.shape).astype(np.float32), (0, 0), 0.12 * s.ied) * 0.12 * s.ied * 2.5
        ),
    )
    deep = (0.04, 0.09, 0.20)[k - 1]
    return _bytes(s.picture * (1 + deep * kinds[s.seed % 4]() * (1 - s.alpha))[..., None])


def wall_gradient(s: Subject, k: int) -> Picture:
    """The wall grows darker by 20, 40, 65 % across the picture."""
    x = np.linspace(0, 1, s.picture.shape[1])[None]
    ramp = 1 - (0.20, 0.40, 0.65)[k - 1] * (x if s.seed % 2 else 1 - x)
    return _bytes(s.picture * (s.alpha + (1 - s.alpha) * ramp)[..., None])


def wall_colour(s: Subject, k: int) -> Picture:
    """A wall in a colour no document asks for, pale to strong."""
    colour = np.array([[190, 120, 110], [110, 160, 110], [120, 100, 170], [200, 170, 80]][s.seed % 4], np.float32)
    part = (0.25, 0.5, 0.9)[k - 1]
    wall = s.picture * (1 - part) + colour * part * (s.picture.mean(2, keepdims=True) / 205)
    return s.mixed(wall, 1 - s.alpha)


def perspective(s: Subject, k: int) -> Picture:
    """Taken from about 60, 40, 25 cm: the middle of the face is larger than its edge."""
    distance = (60, 40, 25)[k - 1]
    centre = s.points[4]
    y, x = s.grid()
    r = np.hypot(x - centre[0], y - centre[1]) / (1.0 * s.ied)
    # Points at radius r lie further back by about 6 cm r^2 on a head; nearer parts grow by d / (d - depth).
    depth = 6.0 * np.minimum(r, 1.6) ** 2
    factor = (1 + depth / distance) / (1 + depth / 150)
    across = (centre[0] + (x - centre[0]) * factor).astype(np.float32)
    down = (centre[1] + (y - centre[1]) * factor).astype(np.float32)
    return cv2.remap(s.picture, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def roll(s: Subject, k: int) -> Picture:
    """Turned by 6, 11, 20 degrees in the picture."""
    angle = (6, 11, 20)[k - 1] * (1 if s.seed % 2 else -1)
    matrix = cv2.getRotationMatrix2D((float(s.eyes[0]), float(s.eyes[1])), angle, 1.0)
    return cv2.warpAffine(
        s.picture, matrix, s.picture.shape[1::-1], flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )


def moire(s: Subject, k: int) -> Picture:
    """A picture of a screen: its grid of 2 to 4 px, turned a little, 4, 9, 18 % deep."""
    chance = s.chance(10)
    y, x = s.grid()
    angle, period = chance.uniform(-0.12, 0.12), chance.uniform(2.3, 4.5)
    u = (x * np.cos(angle) + y * np.sin(angle)) * 2 * np.pi / period
    v = (y * np.cos(angle) - x * np.sin(angle)) * 2 * np.pi / period
    deep = (0.04, 0.09, 0.18)[k - 1]
    return _bytes(s.picture * (1 + deep * (np.sin(u) + np.sin(v)) / 1.4)[..., None])


def smoothed(s: Subject, k: int) -> Picture:
    """Beautified: skin smoothed where it has no edges, once, more, thrice."""
    made = s.picture
    for _ in range(k):
        made = cv2.bilateralFilter(made, 0, (18, 30, 45)[k - 1], (0.9, 1.4, 2.0)[k - 1] * s.mm)
    mask = s.face(face_map.OVAL, 0.03 * s.ied)
    for part, grow in (
        (face_map.LIDS[0], 1.7),
        (face_map.LIDS[1], 1.7),
        (face_map.BROWS[0], 1.3),
        (face_map.BROWS[1], 1.3),
        (face_map.OUTER_LIPS, 1.1),
    ):
        mask = mask * (1 - s.face(part, 0.02 * s.ied, grow))
    return s.mixed(made.astype(np.float32), mask)


def ink(s: Subject, k: int) -> Picture:
    """Pen strokes or creases over the face."""
    chance = s.chance(11)
    made = s.picture.copy()
    for _ in range((1, 3, 6)[k - 1]):
        start = s.points[4] + chance.normal(0, 0.7, 2) * s.ied
        steps = np.cumsum(chance.normal(0, 0.05, (25, 2)) + chance.normal(0, 0.04, 2), 0) * s.ied
        paint = [(25, 30, 120), (20, 20, 20), (240, 240, 240)][int(chance.integers(3))]
        cv2.polylines(
            made, [np.round(start + steps).astype(np.int32)], False, paint, max(1, round(0.012 * s.ied)), cv2.LINE_AA
        )
    return made


def second_face(s: Subject, k: int) -> Picture:
    """The same head again beside it, at 30, 45, 60 % of its size."""
    part = (0.30, 0.45, 0.60)[k - 1]
    oval = s.points[list(face_map.OVAL)]
    x0, y0 = np.maximum(0, (oval.min(0) - 0.3 * s.ied).astype(int))
    x1, y1 = (oval.max(0) + 0.3 * s.ied).astype(int)
    head = cv2.resize(s.picture[y0:y1, x0:x1], None, fx=part, fy=part, interpolation=cv2.INTER_AREA)
    mask = cv2.resize(s.alpha[y0:y1, x0:x1].astype(np.float32), head.shape[1::-1])[..., None]
    made = s.picture.copy()
    height, width = head.shape[:2]
    top = int(s.points[10, 1])
    left = 4 if s.seed % 2 else made.shape[1] - width - 4
    place = made[top : top + height, left : left + width]
    place[:] = _bytes(place * (1 - mask) + head * mask)
    return made


def hat(s: Subject, k: int) -> Picture:
    """A cap, a broad hat or a scarf around the head (by person), in one of four colours, growing with the strength."""
    chance = s.chance(12)
    colour = np.array([[35, 40, 70], [110, 35, 40], [60, 60, 55], [190, 180, 160]][int(chance.integers(4))], np.float32)
    top, unit = s.points[10], s.eyes - s.points[152]
    along = np.array([-unit[1], unit[0]]) / np.linalg.norm(unit)
    up = unit / np.linalg.norm(unit)
    reach = np.linalg.norm(unit)
    half = 0.5 * np.linalg.norm(s.points[356] - s.points[127])
    base = top - up * chance.uniform(0.0, 0.12) * reach
    angle = np.linspace(0, np.pi, 40)
    dome = (
        base
        + np.cos(angle)[:, None] * along * half * 1.22
        + np.sin(angle)[:, None] * up * reach * chance.uniform(0.50, 0.62) * (1, 1.2, 1.4)[k - 1]
    )
    mask = s.polygon(dome, 1.5)
    if s.seed % 3 == 1:
        brim = base + np.cos(angle * 2)[:, None] * along * half * 1.9 + np.sin(angle * 2)[:, None] * up * 0.10 * reach
        mask = np.maximum(mask, s.polygon(brim, 1.5))
    if s.seed % 3 == 2:
        around = s.face(face_map.OVAL, 1.5, (1.25, 1.4, 1.55)[k - 1])
        mask = np.maximum(mask, around * (1 - s.face(face_map.OVAL, 2.0, 1.02)))
    y, x = s.grid()
    folds = (10 * np.sin(x / (0.21 * s.ied) + 2 * np.sin(y / (0.4 * s.ied))) + chance.normal(0, 3, x.shape))[..., None]
    return s.mixed(np.broadcast_to(colour, s.picture.shape) + folds, mask)


ALTERATIONS: dict[str, Callable[[Subject, int], Picture]] = {
    made.__name__: made
    for made in (
        blur, motion, pixelation, enlarged, compression, noise, dark, light, washed_out, posterised, colour_cast, grey,
        side_light, face_shadow, socket_shadow, hot_spots, red_eyes, eyes_closed, gaze, mouth_open, brows_raised,
        glasses, heavy_frames, frames_over_eyes, tinted, lens_glare, hair_over_eyes, mouth_covered, eye_covered,
        wall_shadow, wall_texture, wall_gradient, wall_colour, perspective, roll, moire, smoothed, ink, second_face,
        hat,
    )
}  # fmt: skip
"""By name; three strengths each."""
