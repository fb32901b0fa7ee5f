"""Other clothes for training: from the neck down alone, without a change of outline; holes in white shirts closed."""

from __future__ import annotations

import numpy as np

from models_src.training.cutouts import whole
from models_src.training.dressed import dressed
from tests.models_src.test_covers import CHIN, SEEDS, T, head


def test_the_head_stays_and_the_clothes_are_others() -> None:
    before, colours = head(), []
    neck = round(CHIN[1] - 0.1 * T)
    for seed in SEEDS:
        made = dressed(before, np.random.default_rng(seed))
        assert np.array_equal(made.alpha, before.alpha) and made[2:] == before[2:]
        assert np.array_equal(made.person[:neck], before.person[:neck]), "nothing above the neck"
        assert made.person.min() >= 0 and (made.person <= made.alpha[..., None] + 1e-6).all(), seed
        colours.append(made.person[-20:, 150:250].mean(axis=(0, 1)))
        assert np.abs(colours[-1] - (0.3, 0.3, 0.5)).max() > 0.02, "not the old shirt's"
    assert sum(float(colour.mean()) < 0.2 for colour in colours) > len(colours) / 4, "dark ones among them"


def test_holes_in_clothes_are_closed_and_nothing_above() -> None:
    before = head()
    person, alpha = before.person.copy(), before.alpha.copy()
    rows = slice(round(CHIN[1] + 0.6 * T), None, 3)
    person[rows, 180:220], alpha[rows, 180:220] = 0, 0
    mended = whole(before._replace(person=person, alpha=alpha))
    assert (mended.alpha[-60:, 180:220] == 1).all()
    assert np.allclose(mended.person[-60:, 180:220], (0.3, 0.3, 0.5))
    assert np.array_equal(mended.alpha[: round(CHIN[1])], before.alpha[: round(CHIN[1])])
    assert alpha[rows, 180:220].max() == 0, "what was given is left as it was"
