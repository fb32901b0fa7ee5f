"""Real hair that is not the person's own: somebody else's head around the face, or their hair behind it.

Drawn bunches (tufts.py) make outlines that nobody knows; these have strands as hair has them.
"""

from __future__ import annotations

import cv2
import numpy as np

from models_src.training.covers import outline, places, rounded
from models_src.training.cutouts import Cutout, lit

FACE = (0.35, 0.44, 0.62)
"""T below the eyes to the middle of what stays of the face; half its width and height."""
SOFT = 0.06
"""T over which face and other head run into one another."""
NECK = 1.0
"""T below the eyes, where hair behind the head ends."""


def lent(cut: Cutout, other: Cutout, dice: np.random.Generator) -> Cutout:
    """`cut` with the head of `other`, in a light of its own: around the face, or behind the person."""
    other = _laid(lit(other, dice), cut, dice)
    across, down = places(cut)
    if dice.random() < 0.6:
        middle, wide, high = FACE
        face = outline(across, down, middle, rounded(wide, high, high, 0.03, dice))
        # Never where the other has no head: the face's edge would become an outline.
        face = np.clip(face / SOFT + 0.5, 0, 1) * (other.alpha > 0.95)
        person = face[..., None] * cut.person + (1 - face[..., None]) * other.person
        alpha = face * cut.alpha + (1 - face) * other.alpha
    else:
        behind = np.clip((NECK - down) / SOFT, 0, 1) * (1 - cut.alpha)
        person, alpha = cut.person + behind[..., None] * other.person, cut.alpha + behind * other.alpha
    return cut._replace(person=person.astype(np.float32), alpha=alpha.astype(np.float32))


def _laid(other: Cutout, cut: Cutout, dice: np.random.Generator) -> Cutout:
    """Eyes on eyes and chin towards chin, wider or narrower than they are."""
    (ex, ey), (cx, cy) = other.eyes, other.chin
    along = np.array((cx - ex, cy - ey)) / other.t
    aside = np.array((-along[1], along[0])) * other.t * np.exp(dice.normal(0, 0.06)) + other.eyes
    (tx, ty), (hx, hy) = cut.eyes, cut.chin
    beside = (tx - (hy - ty), ty + (hx - tx))
    if dice.random() < 0.5:  # mirrored
        aside = 2 * np.array(other.eyes) - aside
    turn = cv2.getAffineTransform(
        np.array(((ex, ey), (cx, cy), aside), np.float32), np.array(((tx, ty), (hx, hy), beside), np.float32)
    )
    size = cut.alpha.shape[::-1]
    person, alpha = (
        cv2.warpAffine(plane, turn, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        for plane in (other.person, other.alpha)
    )
    return Cutout(np.asarray(person, np.float32), np.asarray(alpha, np.float32), cut.eyes, cut.chin, cut.t)
