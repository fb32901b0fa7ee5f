"""Small linear heads on what other parts of the graphs already compute: likenesses from 0 to 1.

Weights: `heads.npz`, fitted by `python -m models_src.training`; what they were fitted on, and how far to trust them, is
in heads.md. A likeness is no probability: it is a fitted score s (-1 without, +1 with) as 1 / (1 + exp(-3 s)).
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from models_src.graph import Array, Graph
from models_src.measure_values import Values

EYES = ("eye_left_look", "eye_right_look")
HEADS: Mapping[str, tuple[str, ...]] = {
    "glasses": EYES,
    "hair_over_eyes": EYES,
    "eye_covered": EYES,
    "tinted": EYES,
    "heavy_frames": EYES,
    "frames_over_eyes": EYES,
    "hat": ("face_look",),
    "mouth_covered": ("face_look", "lips_look"),
    "smile": ("lips_look",),
    "socket_shadow": ("shading",),
}
"""Head -> the features it reads: outputs of graph mesh (models_src.mesh.LOOKS) and `shading` of graph measure."""
STEEP = 3.0
FILE = Path(__file__).parent / "heads.npz"


def measure(g: Graph, features: Mapping[str, str], values: Values) -> None:
    """Adds `look.<head>` for every head; `features`: name -> tensor [n]."""
    stored = _stored()
    together, scores = {}, []
    for head, names in HEADS.items():
        if names not in together:
            row = features[names[0]] if len(names) == 1 else g.op("Concat", *(features[name] for name in names), axis=0)
            together[names] = g.reshape(row, [1, -1])
        weights = stored[f"{head}.weight"].astype(np.float32).reshape(-1, 1)
        scores.append(g.op("MatMul", together[names], weights))
    biases = np.array([stored[f"{head}.bias"] for head in HEADS], dtype=np.float32)
    moved = g.op("Mul", g.op("Add", g.op("Concat", *scores, axis=1), biases), STEEP)
    values.extend([f"look.{head}" for head in HEADS], "", g.op("Sigmoid", moved))


def likeness(score: Array) -> Array:
    """The same curve for NumPy."""
    made: Array = 1 / (1 + np.exp(-STEEP * score))
    return made


@cache
def _stored() -> dict[str, Array]:
    with np.load(FILE) as file:
        return {name: file[name] for name in file.files}
