"""What cameras, files and retouching do to single pixels: blur, noise, missing and made-up detail."""

from __future__ import annotations

import cv2
import numpy as np

from models_src import face_map
from models_src.training.alterations.subject import Picture, Subject, rounded


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
    return rounded(s.picture + grain)


def posterised(s: Subject, k: int) -> Picture:
    """32, 16, 8 levels per channel."""
    step = 256 / (32, 16, 8)[k - 1]
    return rounded((np.floor(s.picture / step) + 0.5) * step)


def moire(s: Subject, k: int) -> Picture:
    """A picture of a screen: its grid of 2 to 4 px, turned a little, 4, 9, 18 % deep."""
    chance = s.chance(10)
    y, x = s.grid()
    angle, period = chance.uniform(-0.12, 0.12), chance.uniform(2.3, 4.5)
    u = (x * np.cos(angle) + y * np.sin(angle)) * 2 * np.pi / period
    v = (y * np.cos(angle) - x * np.sin(angle)) * 2 * np.pi / period
    deep = (0.04, 0.09, 0.18)[k - 1]
    return rounded(s.picture * (1 + deep * (np.sin(u) + np.sin(v)) / 1.4)[..., None])


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
