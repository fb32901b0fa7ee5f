"""A wider network gives at first what the narrow one gave."""

import numpy as np

from models_src.training.grown import Weights, grown

NARROW = ((6, 4), (4 * 2, 6), (1, 2))
WIDE = ((9, 4), (4 * 3, 9), (1, 3))
"""Outputs and inputs of a layer with a normalisation, of one that is spread out over four cells, and of the last."""
NORMALISED = (True, False, False)


def weights(shapes: tuple[tuple[int, int], ...], dice: np.random.Generator) -> Weights:
    made: Weights = {}
    for k, (outputs, inputs) in enumerate(shapes):
        made[f"kernel{k}"] = dice.normal(size=(outputs, inputs, 1, 1)).astype(np.float32)
        made[f"bias{k}"] = dice.normal(size=outputs).astype(np.float32)
    return made


def run(of: Weights, given: np.ndarray) -> np.ndarray:
    """[4 cells] for [inputs]."""
    first, spread, last = (of[f"kernel{k}"][:, :, 0, 0] for k in range(3))
    seen = np.maximum(first @ given + of["bias0"], 0)
    cells = (spread @ seen + of["bias1"]).reshape(4, -1)  # cells one after the other, as DepthToSpace has them
    return np.ravel(cells @ last.T + of["bias2"])


def test_nothing_changes_at_first() -> None:
    dice = np.random.default_rng(1)
    narrow = weights(NARROW, dice)
    wide = grown(narrow, [(*shape, 1, 1) for shape in WIDE], NORMALISED, dice)
    assert all(wide[f"kernel{k}"].shape == (*shape, 1, 1) for k, shape in enumerate(WIDE))
    for _ in range(5):
        given = dice.normal(size=4).astype(np.float32)
        assert np.allclose(run(wide, given), run(narrow, given), atol=1e-5)


def test_what_is_new_is_there_to_learn() -> None:
    narrow = weights(NARROW, np.random.default_rng(1))
    wide = grown(narrow, [(*shape, 1, 1) for shape in WIDE], NORMALISED, np.random.default_rng(2))
    assert (wide["kernel0"][6:] != 0).all() and (wide["kernel1"][:2, 6:] == 0).all()


def test_the_same_width_is_the_same() -> None:
    narrow = weights(NARROW, np.random.default_rng(1))
    again = grown(narrow, [(*shape, 1, 1) for shape in NARROW], NORMALISED, np.random.default_rng(2))
    assert all(np.array_equal(again[name], value) for name, value in narrow.items())
