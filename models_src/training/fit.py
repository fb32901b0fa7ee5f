"""Fits the heads: ridge regression to -1 and +1 on standardised features, solved in double precision without chance.

Cross-validation leaves out whole people: a person's own pictures never helped to judge them.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from models_src.heads import HEADS
from models_src.training import labels
from models_src.training.samples import MIDDLE, Sample

Numbers = npt.NDArray[np.float64]
FOLDS = 13
"""Groups of people: 52 London people make 13 of 4."""
FLOOR = 0.05
"""Part of the mean spread added to each feature's own: features that hardly vary must not be blown up."""
ANCHOR = 3.0
"""Value of the constant feature: the bias is held back less than a weight."""


HELD_OUT = "ukho_"
"""The passport guide's pictures, one named defect each, are never fitted on: they are the only such test we have."""


class Task(NamedTuple):
    """`drawn`: alterations that are positive; `real`: portraits that are; `neither`: alterations left out because a
    person might call them that too; `only`: which portraits take part; `ridge`: strength, chosen on the whole."""

    drawn: tuple[str, ...]
    real: Callable[[str], bool]
    neither: tuple[str, ...] = ()
    only: Callable[[Sample], bool] = lambda sample: True
    ridge: float = 0.1


ON_EYES = ("glasses", "heavy_frames", "frames_over_eyes", "tinted", "lens_glare")

TASKS: dict[str, Task] = {
    "glasses": Task(ON_EYES, labels.GLASSES.__contains__),
    "hair_over_eyes": Task(("hair_over_eyes",), labels.HAIR_OVER_EYES.__contains__, ("eye_covered", "ink")),
    "eye_covered": Task(("eye_covered",), lambda photo: False, ("hair_over_eyes", "ink")),
    "tinted": Task(("tinted",), lambda photo: False),
    "heavy_frames": Task(("heavy_frames",), labels.HEAVY_FRAMES.__contains__, ("tinted", "frames_over_eyes")),
    "frames_over_eyes": Task(("frames_over_eyes",), lambda photo: False, ("heavy_frames",)),
    "hat": Task(("hat",), labels.HAT.__contains__, ("roll",)),
    "mouth_covered": Task(("mouth_covered",), labels.MOUTH_COVERED.__contains__),
    "smile": Task((), labels.smiles, only=lambda sample: sample.london and not sample.alteration, ridge=1.0),
    "socket_shadow": Task(
        ("socket_shadow",), lambda photo: False, ("face_shadow", "side_light", *ON_EYES, "dark", "light"),
        only=lambda sample: sample.london, ridge=0.1,
    ),
}  # fmt: skip
"""Head -> what it is fitted on."""


class Problem(NamedTuple):
    """One head's samples as numbers: `features` [n, d], `wanted` [n] bool, `fold` [n], `weight` [n]; `folds`: of each
    person."""

    samples: list[Sample]
    features: Numbers
    wanted: npt.NDArray[np.bool_]
    fold: npt.NDArray[np.int64]
    weight: Numbers
    ridge: float
    folds: dict[str, int]


def problem(head: str, samples: Sequence[Sample]) -> Problem:
    """What `head` is fitted on: of the drawn pictures those of the middle strength, in every use."""
    task = TASKS[head]
    used, wanted = [], []
    for sample in samples:
        if sample.evidence is None or not task.only(sample) or sample.alteration in task.neither:
            continue
        if sample.alteration and sample.strength != MIDDLE:
            continue
        if sample.photo.startswith(HELD_OUT):
            continue
        used.append(sample)
        wanted.append(sample.alteration in task.drawn if sample.alteration else task.real(sample.photo))
    positive = np.array(wanted)
    real = np.array([not sample.alteration for sample in used])
    # Both answers weigh the same together; what was really photographed counts more than what was drawn.
    weight = np.where(positive, 0.5 / max(positive.mean(), 1e-9), 0.5 / max(1 - positive.mean(), 1e-9))
    weight *= np.where(real, np.where(positive, 4.0, 2.0), 1.0)
    features = np.stack([features_of(head, sample) for sample in used])
    people = sorted({sample.person for sample in used})
    folds = {str(person): i % FOLDS for i, person in enumerate(np.random.default_rng(0).permutation(people))}
    fold = np.array([folds[sample.person] for sample in used])
    return Problem(used, features, positive, fold, weight, task.ridge, folds)


def features_of(head: str, sample: Sample) -> Numbers:
    parts = [np.asarray(sample.kept[name], np.float64).ravel() for name in HEADS[head]]
    return np.concatenate(parts)


def fitted(p: Problem) -> dict[str, Any]:
    """`weight` float16 and `bias` float32 for features as they come."""
    middle, spread, rows = _standard(p.features)
    weights = _solved(rows, p.wanted, p.weight, p.ridge)
    slope = weights[:-1] / spread / np.sqrt(p.features.shape[1])
    bias = weights[-1] * ANCHOR - float(slope @ middle)
    return {"weight": slope.astype(np.float16), "bias": np.float32(bias)}


def left_out(p: Problem) -> Numbers:
    """[n] scores, each by a fit that never saw the person."""
    return scored(p, p.features, p.fold)


def judged(head: str, p: Problem, samples: Sequence[Sample]) -> Numbers:
    """[n] scores of any samples with a face, each by a fit that never saw the person."""
    features = np.stack([features_of(head, sample) for sample in samples])
    return scored(p, features, np.array([p.folds.get(sample.person, NOBODY) for sample in samples]))


NOBODY = -1
"""Fold of people that nothing was fitted on."""


def scored(p: Problem, features: Numbers, fold: npt.NDArray[np.int64]) -> Numbers:
    """Scores of `features` [n, d] by the fit without their `fold` [n]."""
    middle, spread, rows = _standard(p.features)
    asked = _rows(features, middle, spread)
    gram, other = rows @ rows.T, asked @ rows.T
    scores = np.zeros(len(features))
    for without in np.unique(fold):
        train, test = np.flatnonzero(p.fold != without), np.flatnonzero(fold == without)
        if p.wanted[train].any():
            dual = _dual(gram[np.ix_(train, train)], p.wanted[train], p.weight[train], p.ridge)
            scores[test] = other[np.ix_(test, train)] @ dual
    return scores


def _standard(features: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    middle = features.mean(0)
    spread = features.std(0)
    spread = spread + FLOOR * spread.mean()
    return middle, spread, _rows(features, middle, spread)


def _rows(features: Numbers, middle: Numbers, spread: Numbers) -> Numbers:
    rows: Numbers = (features - middle) / spread / np.sqrt(features.shape[1])
    return np.c_[rows, np.full(len(rows), ANCHOR)]


def _dual(gram: Numbers, wanted: npt.NDArray[np.bool_], weight: Numbers, ridge: float) -> Numbers:
    """Coefficients of the rows in weighted ridge regression: (K + ridge / w)^-1 t."""
    made: Numbers = np.linalg.solve(gram + np.diag(ridge / weight), np.where(wanted, 1.0, -1.0))
    return made


def _solved(rows: Numbers, wanted: npt.NDArray[np.bool_], weight: Numbers, ridge: float) -> Numbers:
    weights: Numbers = rows.T @ _dual(rows @ rows.T, wanted, weight, ridge)
    return weights
