"""Hair where these people have none: a bunch behind the head, of their own colour, wherever its outline runs.

What a network sees of few people it takes for the shape of heads, and cuts off what lies beside it.
"""

from __future__ import annotations

import cv2
import numpy as np

from models_src.training.covers import outline, places, rounded
from models_src.training.cutouts import Cutout
from models_src.training.mattes import Numbers

LOWEST = 1.1
"""T below the eyes, down to which the outline has its middle."""
SIZES = (0.07, 0.32)
"""Half its width and height, T."""
STREAKS = 0.12
"""Difference of strands, as a part of their brightness."""


def tufted(cut: Cutout, dice: np.random.Generator) -> Cutout:
    """The person with one more bunch of hair, behind everything else."""
    across, down = places(cut)
    edge = np.argwhere((cut.alpha > 0.3) & (cut.alpha < 0.7) & (down < LOWEST))
    if not len(edge):
        return cut
    at = tuple(edge[int(dice.integers(len(edge)))])
    x, y = float(across[at]), float(down[at])
    least, most = (float(np.log(size)) for size in SIZES)
    wide, tall = np.exp(dice.uniform(least, most, 2)).tolist()
    shape = outline(across - x, down, y, rounded(wide, tall, tall, float(dice.uniform(0.03, 0.2)), dice))
    strands = _strands(cut, dice)
    soft = cut.t / float(np.exp(dice.uniform(0.2, 2.8)))
    ragged = float(dice.uniform(0, 0.06)) * strands
    behind = np.clip((shape + ragged) * soft + 0.5, 0, 1) * (1 - cut.alpha)
    shown = np.clip(_hair(cut, across, down)[None, None] * (1 + STREAKS * strands[..., None]), 0, 1)
    person = cut.person + behind[..., None] * shown
    return cut._replace(person=person.astype(np.float32), alpha=(cut.alpha + behind).astype(np.float32))


def _hair(cut: Cutout, across: Numbers, down: Numbers) -> Numbers:
    """[3]: the colour of the crown."""
    crown = (np.abs(across) < 0.35) & (down > -1.1) & (down < -0.75) & (cut.alpha > 0.95)
    shown = cut.person[crown]
    return np.median(shown, axis=0) if len(shown) else np.full(3, 0.2)


def _strands(cut: Cutout, dice: np.random.Generator) -> Numbers:
    """Noise drawn out along one direction, about -2..2."""
    height, width = cut.alpha.shape
    noise = dice.normal(0, 1, (height, width)).astype(np.float32)
    length = int(dice.integers(9, 41))
    kernel = np.zeros((length, length), np.float32)
    turn = dice.uniform(0, np.pi)
    ends = [tuple(round(length / 2 + k * length / 2 * n) for n in (np.cos(turn), np.sin(turn))) for k in (-1, 1)]
    cv2.line(kernel, ends[0], ends[1], 1.0)
    drawn = cv2.filter2D(noise, -1, kernel)
    return drawn / max(float(drawn.std()), 1e-6)
