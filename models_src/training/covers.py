"""Heads covered: a cap, a hat, a scarf or a veil drawn over a person cut out, or no hair at all.

The portraits that are learnt from show nobody with anything on the head. The shapes here are drawn by other code than
the headscarves that are scored (tests/accuracy/matte/headscarf.py) and with other proportions.
"""

from __future__ import annotations

import numpy as np

from models_src.training.cutouts import Cutout
from models_src.training.mattes import Numbers

Dice = np.random.Generator

KNOTS = 13
"""Points of an outline around the head, which chance moves."""


def covered(cut: Cutout, dice: Dice) -> Cutout:
    """The person with cloth or bare skin over the hair."""
    across, down = places(cut)
    veiled = dice.random() < 0.6
    shape, seen = _veil(across, down, dice) if veiled else _cap(across, down, dice)
    soft = cut.t / float(dice.uniform(1.2, 3))
    cover, kept = edged(shape * soft), cut.alpha * edged(seen * soft)
    if veiled:  # beside a narrow jaw the cloth goes on
        cover = np.maximum(cover, edged(np.minimum(seen, 0.9 - down) * soft) * (1 - cut.alpha))
    skin = not veiled and dice.random() < 0.4
    colour = _forehead(cut, across, down) if skin else dyed(dice)
    shown = draped(colour, shape, across, down, 0.3 if skin else 1.0, dice)
    alpha = cover + (1 - cover) * kept
    person = cover[..., None] * shown + (1 - cover[..., None]) * _scaled(cut, kept)
    return cut._replace(person=person.astype(np.float32), alpha=alpha.astype(np.float32))


def edged(px: Numbers) -> Numbers:
    """Share of a pixel that is covered, 0..1, by how far inside an outline its middle lies, px."""
    return np.asarray(np.clip(px + 0.5, 0, 1), np.float32)


def places(cut: Cutout) -> tuple[Numbers, Numbers]:
    """Of every pixel, to the right of the axis from eyes to chin and down along it, T."""
    height, width = cut.alpha.shape
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    u, v = ((b - a) / cut.t for a, b in zip(cut.eyes, cut.chin, strict=True))
    x, y = (x - cut.eyes[0]) / cut.t, (y - cut.eyes[1]) / cut.t
    return np.asarray(x * v - y * u, np.float32), np.asarray(x * u + y * v, np.float32)


def outline(across: Numbers, down: Numbers, middle: float, sides: Numbers) -> Numbers:
    """How far inside an outline a place lies, T: `sides` are its distances from the middle, all around."""
    turn = np.arctan2(across, middle - down) / (2 * np.pi) % 1.0
    reach = np.interp(turn, np.linspace(0, 1, len(sides)), sides)
    return np.asarray(reach - np.hypot(across, down - middle), np.float32)


def rounded(wide: float, high: float, low: float, rough: float, dice: Dice) -> Numbers:
    """Distances of an egg's outline, bent by chance, first and last the same; upwards first."""
    turn = np.linspace(0, 2 * np.pi, KNOTS)
    tall = np.where(np.cos(turn) > 0, high, low)
    sides = 1 / np.hypot(np.sin(turn) / wide, np.cos(turn) / tall)
    sides = sides * (1 + rough * dice.normal(size=KNOTS))
    sides[-1] = sides[0]
    fine = np.interp(np.linspace(0, KNOTS - 1, 121), np.arange(KNOTS), sides)
    box = np.ones(9) / 9
    return np.asarray(np.convolve(np.concatenate([fine[-5:-1], fine, fine[1:5]]), box, "valid"), np.float32)


def _veil(across: Numbers, down: Numbers, dice: Dice) -> tuple[Numbers, Numbers]:
    """Around the face, over neck and shoulders: how far inside the cloth a place lies, and how far inside what is seen
    of the person, T."""
    head = outline(across, down, 0.1, rounded(dice.uniform(0.78, 0.98), dice.uniform(1.05, 1.35), 1.2, 0.03, dice))
    heights = (0.0, 0.5, 1.0, float(dice.uniform(1.5, 2.2)), 5.0)
    low = float(dice.uniform(0.55, 0.9))
    spread = float(dice.uniform(0.9, 1.5))
    reach = np.interp(down, heights, (low, low + 0.08, 0.95 * spread, 1.5 * spread, 2.2 * spread), left=-2.0)
    bent = 0.05 * np.sin(down * dice.uniform(2, 6) + dice.uniform(0, 6)) * dice.uniform(0, 1)
    drape = reach + bent - np.abs(across)
    if dice.random() < 0.4:  # a scarf that ends: below it the clothes are seen
        drape = np.minimum(drape, float(dice.uniform(1.2, 2.2)) - down)
    face = outline(across, down, 0.35, rounded(dice.uniform(0.5, 0.66), dice.uniform(0.72, 0.95), 0.8, 0.02, dice))
    shape = np.asarray(np.minimum(np.maximum(head, drape), -face), np.float32)
    # A little more than the opening, so that no wall is seen between cloth and face; the body from the chin on.
    return shape, np.asarray(np.maximum(face + 0.03, down - 0.95), np.float32)


def _cap(across: Numbers, down: Numbers, dice: Dice) -> tuple[Numbers, Numbers]:
    """Over forehead and skull, with a rim at times: as of `_veil`."""
    high, wide = float(dice.uniform(0.95, 1.4)), float(dice.uniform(0.7, 0.9))
    skull = outline(across, down, 0.1, rounded(wide, high, 1.2, 0.03, dice))
    edge = float(dice.uniform(-0.45, -0.2)) + float(dice.normal(0, 0.1)) * across + dice.uniform(-0.3, 0.1) * across**2
    made = np.minimum(skull, edge - down)
    if dice.random() < 0.3:
        brim = np.minimum(
            float(dice.uniform(0.04, 0.14)) - np.abs(down - edge), dice.uniform(0.8, 1.5) - np.abs(across)
        )
        made = np.maximum(made, brim)
    return np.asarray(made, np.float32), np.asarray(down - edge + 0.03, np.float32)


def _scaled(cut: Cutout, kept: Numbers) -> Numbers:
    """The person's colours for other shares of them."""
    return np.asarray(cut.person * (kept / np.maximum(cut.alpha, 1e-3))[..., None], np.float32)


def _forehead(cut: Cutout, across: Numbers, down: Numbers) -> Numbers:
    spot = (np.abs(across) < 0.3) & (down > -0.45) & (down < -0.25)
    shown = cut.person[spot & (cut.alpha > 0.9)]
    return np.asarray(np.median(shown, axis=0) if len(shown) else (0.7, 0.55, 0.48), np.float32)


def dyed(dice: Dice) -> Numbers:
    """A colour of cloth, sRGB 0..1, [3]: mostly muted."""
    grey, strong = dice.uniform(0.03, 0.95), dice.choice([0.02, 0.1, 0.3])
    return np.clip(grey + dice.normal(0, strong, 3), 0.02, 0.98).astype(np.float32)


def draped(colour: Numbers, shape: Numbers, across: Numbers, down: Numbers, folds: float, dice: Dice) -> Numbers:
    """The colour with folds, a pattern at times, darker where the cloth turns away."""
    light = 1 + folds * 0.09 * sum(
        np.sin(across * dice.uniform(-9, 9) + down * dice.uniform(-9, 9) + dice.uniform(0, 6)) for _ in range(4)
    )
    light = light * (1 - dice.uniform(0.05, 0.4) * np.exp(-np.maximum(shape, 0) / 0.12))
    light = light * (1 + dice.normal(0, 0.08) * across)
    made = colour * light[..., None]
    if folds == 1.0 and dice.random() < 0.3:
        stripes = np.sin(across * dice.uniform(-40, 40) + down * dice.uniform(-40, 40)) > dice.uniform(-0.5, 0.9)
        made = np.where(stripes[..., None], made, dyed(dice) * light[..., None])
    return np.clip(made, 0, 1).astype(np.float32)
