"""The smile head on the London pairs, each person judged by a fit that left them out."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from models_src.training import labels
from models_src.training.fit import left_out, problem
from models_src.training.samples import Sample
from tests.accuracy.figures import equal_error_rate

ALARMS = 2
"""Neutral portraits of 52 that may be taken for smiles."""


def figures(samples: Sequence[Sample]) -> dict[str, float]:
    """`all_pairs`: equal error rate of all "smiling" pictures against the neutral ones; `missed_at_2`: share of visible
    smiles below the threshold that two neutral pictures pass; the counts behind both."""
    p = problem("smile", samples)
    scores = left_out(p)
    visible = np.array([labels.visibly_smiles(sample.photo) for sample in p.samples])
    neutral = np.sort(scores[~p.wanted])
    threshold = neutral[-ALARMS - 1]
    return {
        "all_pairs": equal_error_rate(scores[p.wanted], scores[~p.wanted]),
        "missed_at_2": float(np.mean(scores[visible] <= threshold)),
        "visible": int(visible.sum()),
        "pairs": int(p.wanted.sum()),
    }
