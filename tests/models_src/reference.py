"""The attention mesh's custom operators and selfie's upsampling in plain numpy, written from their description.

Nothing here is shared with the converter; the lists of points are typed in, not read from the model.
Matrices map cells of a 16 x 16 region (x, y continuous, 0..16) to the 48 x 48 feature map (0..48).
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]

CELLS, MAP = 16, 48
GROWTH = 1.5

LIPS = [
    *(61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291), *(185, 40, 39, 37, 0, 267, 269, 270, 409),
    *(78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308), *(191, 80, 81, 82, 13, 312, 311, 310, 415),
    *(76, 77, 90, 180, 85, 16, 315, 404, 320, 307, 306), *(184, 74, 73, 72, 11, 302, 303, 304, 408),
    *(62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292), *(183, 42, 41, 38, 12, 268, 271, 272, 407),
]  # fmt: skip
LEFT_EYE = [
    *(33, 7, 163, 144, 145, 153, 154, 155, 133), *(246, 161, 160, 159, 158, 157, 173),
    *(130, 25, 110, 24, 23, 22, 26, 112, 243), *(247, 30, 29, 27, 28, 56, 190),
    *(226, 31, 228, 229, 230, 231, 232, 233, 244), *(113, 225, 224, 223, 222, 221, 189),
    *(35, 124, 46, 53, 52, 65), *(143, 111, 117, 118, 119, 120, 121, 128, 245), *(156, 70, 63, 105, 66, 107, 55, 193),
]  # fmt: skip
RIGHT_EYE = [
    *(263, 249, 390, 373, 374, 380, 381, 382, 362), *(466, 388, 387, 386, 385, 384, 398),
    *(359, 255, 339, 254, 253, 252, 256, 341, 463), *(467, 260, 259, 257, 258, 286, 414),
    *(446, 261, 448, 449, 450, 451, 452, 453, 464), *(342, 445, 444, 443, 442, 441, 413),
    *(265, 353, 276, 283, 282, 295), *(372, 340, 346, 347, 348, 349, 350, 357, 465),
    *(383, 300, 293, 334, 296, 336, 285, 417),
]  # fmt: skip
REGIONS = {"lips": (LIPS, 61, 291), "left eye": (LEFT_EYE, 33, 133), "right eye": (RIGHT_EYE, 362, 263)}
"""Region -> its points (image-left is left) and the two that are turned level."""


def region_matrix(landmarks: Array, region: str) -> Array:
    """Landmarks [468, 3] in feature-map px -> matrix [4, 4]."""
    subset, first, second = REGIONS[region]
    angle = np.arctan2(*(landmarks[second, :2] - landmarks[first, :2])[::-1])
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    level = landmarks[subset, :2].astype(np.float64) @ turn
    low, high = level.min(axis=0), level.max(axis=0)
    matrix = np.eye(4)
    matrix[:2, :2] = turn * (GROWTH * (high - low) / CELLS)
    matrix[:2, 3] = turn @ ((low + high) / 2) - matrix[:2, :2] @ (CELLS / 2, CELLS / 2)
    return matrix


def sampled_region(features: Array, matrix: Array) -> tuple[Array, int]:
    """Feature map [48, 48, C] read at the region's cell centres -> [16, 16, C], and how many cells lie outside."""
    out = np.zeros((CELLS, CELLS, features.shape[2]))
    outside = 0
    for row in range(CELLS):
        for column in range(CELLS):
            x, y = matrix[:2, :2] @ (column + 0.5, row + 0.5) + matrix[:2, 3] - 0.5
            if not (0 <= x <= MAP - 1 and 0 <= y <= MAP - 1):
                outside += 1
                continue
            left, top = min(int(x), MAP - 2), min(int(y), MAP - 2)
            u, v = x - left, y - top
            upper = (1 - u) * features[top, left] + u * features[top, left + 1]
            lower = (1 - u) * features[top + 1, left] + u * features[top + 1, left + 1]
            out[row, column] = (1 - v) * upper + v * lower
    return out, outside


def moved_landmarks(points: Array, matrix: Array) -> Array:
    """Points [N, 2] in cells -> [N, 2]; the shift is the matrix's own, no half pixel."""
    moved: Array = points.astype(np.float64) @ matrix[:2, :2].T + matrix[:2, 3]
    return moved


def doubled(features: Array, weights: Array, bias: Array) -> Array:
    """Transposed convolution 2 x 2, stride 2: features [h, w, C], weights [1, 2, 2, C] -> [2 h, 2 w, 1]."""
    height, width, _ = features.shape
    out = np.zeros((2 * height, 2 * width, 1))
    for dy in range(2):
        for dx in range(2):
            out[dy::2, dx::2, 0] = features.astype(np.float64) @ weights[0, dy, dx] + bias[0]
    return out
