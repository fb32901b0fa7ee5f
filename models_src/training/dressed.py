"""Other clothes: the people who are learnt from wear a white shirt or end at a bare neck, and what a network has seen
on nobody it takes for wall."""

from __future__ import annotations

import numpy as np

from models_src.training.covers import draped, dyed, edged, places
from models_src.training.cutouts import Cutout

SIDES, OPENING = (0.95, 1.25), (0.0, 0.8)
"""T below the eyes where cloth begins beside the neck, and how much deeper in the middle."""
DARK = 0.5
"""Part of the clothes that are nearly black."""


def dressed(cut: Cutout, dice: np.random.Generator) -> Cutout:
    """The person in cloth of another colour, with folds, below the neck; the outline stays."""
    across, down = places(cut)
    wide = float(dice.uniform(0.3, 0.6))
    neckline = dice.uniform(*SIDES) + dice.uniform(*OPENING) * np.clip(1 - np.abs(across) / wide, 0, 1)
    shape = np.asarray(down - neckline, np.float32)
    colour = dyed(dice)
    if dice.random() < DARK:
        colour = (0.02 + 0.12 * colour).astype(np.float32)
    cloth = edged(shape * cut.t)[..., None]
    shown = draped(colour, shape, across, down, 1.0, dice) * cut.alpha[..., None]
    return cut._replace(person=(cut.person * (1 - cloth) + shown * cloth).astype(np.float32))
