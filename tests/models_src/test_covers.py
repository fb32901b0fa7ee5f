"""Heads covered for training: the face stays, what is cloth is all there, and hair that stood out beside it is gone."""

from __future__ import annotations

import numpy as np

from models_src.training.covers import covered
from models_src.training.cutouts import Cutout

SIDE, T = 400, 100.0
EYES, CHIN = (200.0, 180.0), (200.0, 280.0)
SEEDS = range(24)


def head() -> Cutout:
    """A light face with dark hair that stands out far, over shoulders."""
    y, x = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    hair = np.hypot((x - 200) / 110, (y - 170) / 130) < 1
    face = np.hypot((x - 200) / 65, (y - 200) / 90) < 1
    body = (y > 260) & (np.abs(x - 200) < (y - 200))
    alpha = (hair | face | body).astype(np.float32)
    colour = np.where(face[..., None], (0.8, 0.6, 0.5), np.where(hair[..., None], (0.1, 0.08, 0.06), (0.3, 0.3, 0.5)))
    return Cutout((colour * alpha[..., None]).astype(np.float32), alpha, EYES, CHIN, T)


def test_the_face_is_seen_and_nothing_is_lost_in_it() -> None:
    before = head()
    for seed in SEEDS:
        made = covered(before, np.random.default_rng(seed))
        middle = (slice(175, 240), slice(180, 221))
        assert (made.alpha[middle] > 0.99).all(), seed
        assert np.abs(made.person[200:230, 190:211] - before.person[200:230, 190:211]).max() < 0.05, seed


def test_shares_and_colours_stay_in_their_range() -> None:
    for seed in SEEDS:
        made = covered(head(), np.random.default_rng(seed))
        assert made.alpha.min() >= 0 and made.alpha.max() <= 1 + 1e-6, seed
        assert made.person.min() >= 0 and (made.person <= made.alpha[..., None] + 1e-5).all(), seed
        assert made[2:] == head()[2:], "the head is where it was"


def test_hair_that_stood_out_is_gone() -> None:
    """This hair reaches further than any cap or veil: from the forehead up there is less of the person."""
    over = slice(0, 130)
    assert all(
        covered(head(), np.random.default_rng(seed)).alpha[over].sum() < 0.95 * head().alpha[over].sum()
        for seed in SEEDS
    )


def test_covers_differ_and_the_same_dice_draw_the_same() -> None:
    first, second, other = (covered(head(), np.random.default_rng(seed)) for seed in (3, 3, 4))
    assert np.array_equal(first.person, second.person) and not np.array_equal(first.person, other.person)
