"""Somebody else's hair for training: the face stays the person's, the outline becomes the other's, and all in range."""

from __future__ import annotations

import numpy as np

from models_src.training.cutouts import Cutout, shaded
from models_src.training.lent import lent
from tests.models_src.test_covers import EYES, SEEDS, SIDE, T, head


def shorn() -> Cutout:
    """The same head without its hair, so that what the other lends is seen."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    face = np.hypot((x - 200) / 65, (y - 200) / 90) < 1
    body = (y > 260) & (np.abs(x - 200) < (y - 200))
    alpha = (face | body).astype(np.float32)
    colour = np.where(face[..., None], (0.5, 0.7, 0.9), (0.3, 0.3, 0.5))
    return Cutout((colour * alpha[..., None]).astype(np.float32), alpha, *head()[2:])


def test_the_other_ones_outline_around_the_persons_face() -> None:
    before, kinds = shorn(), set()
    for seed in SEEDS:
        made = lent(before, head(), np.random.default_rng(seed))
        assert np.abs(made.person[200:230, 190:211] - before.person[200:230, 190:211]).max() < 1e-5, seed
        added = (made.alpha - before.alpha) > 0.9
        assert added.sum() > 0.3 * T**2, "hair where there was none"
        kinds.add(bool(np.abs(made.person[180:220, 145:150] - before.person[180:220, 145:150]).max() > 0.1))
    assert kinds == {True, False}, "at times around the face, at times behind the whole head"


def test_shares_and_colours_stay_in_their_range() -> None:
    for seed in SEEDS:
        made = lent(shorn(), head(), np.random.default_rng(seed))
        assert made.alpha.min() >= 0 and made.alpha.max() <= 1 + 1e-6, seed
        assert made.person.min() >= 0 and made.person.dtype == made.alpha.dtype == np.float32, seed
        assert made[2:] == head()[2:], "the head is where it was"


def test_eyes_are_laid_on_eyes() -> None:
    """Another head, smaller and elsewhere in its picture, comes to the same place."""
    small = head()
    half = Cutout(small.person[::2, ::2], small.alpha[::2, ::2], (100.0, 90.0), (100.0, 140.0), T / 2)
    for seed in SEEDS:
        made = lent(shorn(), half, np.random.default_rng(seed))
        rows = np.nonzero(made.alpha[:, round(EYES[0])] > 0.5)[0]
        assert abs(rows[0] - 40) < 6, "the top of the hair, as in the large picture"


def test_uneven_light_changes_colours_alone() -> None:
    for seed in SEEDS:
        made = shaded(head(), np.random.default_rng(seed))
        assert np.array_equal(made.alpha, head().alpha) and (made.person <= made.alpha[..., None]).all()
        assert np.abs(made.person - head().person).max() > 0.01, seed
