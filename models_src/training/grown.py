"""A network's weights for a wider one of the same layers, which at first gives the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

Weights = dict[str, npt.NDArray[np.float32]]
SPREAD = 4
"""Cells of a block, which share an output's planes where a layer is spread out over the next finer grid."""


def grown(
    kept: Mapping[str, npt.NDArray[np.float32]],
    shapes: Sequence[tuple[int, ...]],
    normalised: Sequence[bool],
    dice: np.random.Generator,
) -> Weights:
    """`kept`: `kernel0` [outputs, inputs, rows, columns], `bias0` [outputs], `kernel1`...; `shapes`: those of the wider
    network's kernels. What is new gets numbers by chance, as strong as those of its layer, and nothing that was there
    listens to it. A layer that is not `normalised` is spread out: of four cells, one after the other."""
    made: Weights = {}
    for k, (shape, plain) in enumerate(zip(shapes, normalised, strict=True)):
        kernel, bias = kept[f"kernel{k}"], kept[f"bias{k}"]
        outputs, inputs = kernel.shape[:2]
        there = np.arange(outputs)
        if not plain and outputs % SPREAD == 0:
            there = there % (outputs // SPREAD) + there // (outputs // SPREAD) * (shape[0] // SPREAD)
        wide = dice.normal(0, np.sqrt((kernel**2).mean()), shape).astype(np.float32)
        wide[there] = 0
        wide[np.ix_(there, np.arange(inputs))] = kernel
        made[f"kernel{k}"], made[f"bias{k}"] = wide, np.zeros(shape[0], np.float32)
        made[f"bias{k}"][there] = bias
    return made
