"""Heads are judged on people they were not fitted on, whatever was drawn on their portraits."""

from __future__ import annotations

import numpy as np

from models_src.training.fit import NOBODY, Problem, left_out, scored

PEOPLE, PICTURES = 12, 4


def problem() -> Problem:
    """Features of chance, and answers that only remembering a person would give."""
    chance = np.random.default_rng(3)
    person = np.repeat(np.arange(PEOPLE), PICTURES)
    own = chance.normal(size=(PEOPLE, 20))
    features = own[person] + 0.05 * chance.normal(size=(len(person), 20))
    wanted = (person % 2).astype(bool)
    folds = {str(k): k % 6 for k in range(PEOPLE)}
    return Problem([], features, wanted, person % 6, np.ones(len(person)), 0.01, folds)


def test_nobody_is_recognised() -> None:
    """With the person among the fitted every answer is right; without, it is chance."""
    p = problem()
    known = scored(p, p.features, np.full(len(p.features), NOBODY))
    assert ((known > 0) == p.wanted).all()
    assert ((left_out(p) > 0) == p.wanted).mean() < 0.8


def test_the_fold_alone_is_left_out() -> None:
    p = problem()
    changed = p._replace(wanted=np.where(p.fold == 2, ~p.wanted, p.wanted))
    first, second = left_out(p), left_out(changed)
    assert np.allclose(first[p.fold == 2], second[p.fold == 2]), "their own answers do not matter to them"
    assert not np.allclose(first[p.fold == 3], second[p.fold == 3]), "but to the others"
