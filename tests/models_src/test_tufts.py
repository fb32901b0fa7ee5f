"""Other outlines for training: pushed aside smoothly, or with hair that grows behind the head."""

from __future__ import annotations

import cv2
import numpy as np

from models_src.training.cutouts import bent
from models_src.training.tufts import tufted
from tests.models_src.test_covers import CHIN, EYES, SEEDS, T, head


def test_a_bunch_adds_hair_of_the_persons_colour_and_takes_nothing_away() -> None:
    before = head()
    person, alpha = (cv2.GaussianBlur(plane, (0, 0), 2).astype(np.float32) for plane in (before.person, before.alpha))
    before = before._replace(person=person, alpha=np.minimum(alpha, 1))  # a soft outline, on which bunches grow
    for seed in SEEDS:
        made = tufted(before, np.random.default_rng(seed))
        added = made.alpha - before.alpha
        assert added.min() >= -1e-6 and made.alpha.max() <= 1 + 1e-6, seed
        assert 0 < added.sum() < 0.6 * T**2, "an ellipse of 0.32 T at most, part of it behind the head"
        assert np.array_equal(made.person[before.alpha == 1], before.person[before.alpha == 1])
        new = added > 0.9
        if new.any():
            assert np.abs(np.median(made.person[new], axis=0) - (0.1, 0.08, 0.06)).max() < 0.03, seed


def test_a_pushed_outline_is_another_one_and_eyes_and_chin_go_with_it() -> None:
    before = head()
    for seed in SEEDS:
        made = bent(before, np.random.default_rng(seed))
        assert (made.person <= made.alpha[..., None] + 1e-5).all(), seed
        changed = np.abs(made.alpha - before.alpha).mean()
        assert 0 < changed < 0.1, seed
        for place, old in ((made.eyes, EYES), (made.chin, CHIN)):
            assert np.hypot(place[0] - old[0], place[1] - old[1]) < 0.4 * T, seed
            assert made.alpha[round(place[1]), round(place[0])] == 1, "still on the face"


def test_what_is_followed_is_where_the_pixels_went() -> None:
    """A spot at the chin is found again at the new chin."""
    before = head()
    x, y = (round(n) for n in CHIN)
    before.person[y - 3 : y + 4, x - 3 : x + 4] = (0, 1, 0)
    for seed in SEEDS:
        made = bent(before, np.random.default_rng(seed))
        green = made.person[..., 1] - made.person[..., 0]
        rows, columns = np.nonzero(green > 0.5)
        assert np.hypot(columns.mean() - made.chin[0], rows.mean() - made.chin[1]) < 4, seed
