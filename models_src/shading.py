"""How light usually falls on a face: its mean over blocks of skin, and the few ways in which people differ.

`shading.json`: from 52 neutral portraits in even studio light (Face Research Lab London, CC BY 4.0; made by
models_src/training): logarithms of the luma of 84 blocks of the face map, each portrait's own mean taken away: their
`mean`, and the first three principal `ways` they vary (forehead against cheeks, beard, side).
"""

import json
from pathlib import Path

import numpy as np

from models_src import face_map
from models_src.graph import Array, Graph
from models_src.measure_parts import ascending, luma
from models_src.measure_tone import skin_mask
from models_src.measure_values import Values

BLOCK = 8
"""Texels a side, 0.11 T."""
LEAST_SKIN = 0.4
"""Share of a block that has to be skin."""
DARK = 3.0
"""Codes below which all is as dark: logarithms of less say more about noise than about light."""
SIZE = 84 + 2 + 2 * 7
"""Numbers of the vector for heads."""
SPREAD = (0.1, 0.9)
"""Quantiles of the residual whose difference is the measure."""


def blocks() -> Array:
    """Index of the blocks that are mostly skin, rows first."""
    mask = skin_mask().reshape(face_map.ROWS // BLOCK, BLOCK, face_map.COLUMNS // BLOCK, BLOCK)
    return np.flatnonzero(mask.mean(axis=(1, 3)) > LEAST_SKIN)


def tones(g: Graph, texels: str) -> str:
    """[blocks]: log luma of each block's skin."""
    mask = skin_mask().astype(np.float32)
    grid = [1, 1, face_map.ROWS, face_map.COLUMNS]
    held = g.op("Mul", g.reshape(luma(g, texels), grid), mask.reshape(grid))
    window = {"kernel_shape": [BLOCK, BLOCK], "strides": [BLOCK, BLOCK]}
    light = g.reshape(g.op("AveragePool", held, **window), [-1])
    area = mask.reshape(face_map.ROWS // BLOCK, BLOCK, face_map.COLUMNS // BLOCK, BLOCK).mean(axis=(1, 3)).ravel()
    index = blocks()
    mean = g.op("Div", g.op("Gather", light, index, axis=0), area[index].astype(np.float32))
    return g.op("Log", g.op("Max", mean, DARK))


def measure(g: Graph, logs: str, values: Values) -> None:
    """How unevenly a face is lit beyond what people differ in: 0.3 is a third between its darker and lighter parts."""
    mean, ways = _usual()
    rest = g.op("Sub", g.op("Sub", logs, g.op("ReduceMean", logs, [0], keepdims=1)), mean)
    row = g.reshape(rest, [1, -1])
    explained = g.op("MatMul", g.op("MatMul", row, ways.T.copy()), ways)
    left = g.reshape(g.op("Sub", row, explained), [-1])
    count = len(mean)
    ordered = ascending(g, left, count)
    low, high = (g.slice(ordered, 0, int(q * count), int(q * count) + 1) for q in SPREAD)
    values.add("face.shade", "log", g.op("Sub", high, low))


def vector(g: Graph, logs: str, more: list[str]) -> str:
    """[SIZE]: the blocks and `more` lumas (of two sockets, seven of each eye), logarithms without the blocks' mean."""
    others = g.op("Log", g.op("Max", g.op("Concat", *more, axis=0), DARK))
    return g.op("Sub", g.op("Concat", logs, others, axis=0), g.op("ReduceMean", logs, [0], keepdims=1))


def _usual() -> tuple[Array, Array]:
    stored = json.loads((Path(__file__).parent / "shading.json").read_text())
    return np.array(stored["mean"], dtype=np.float32), np.array(stored["ways"], dtype=np.float32)
