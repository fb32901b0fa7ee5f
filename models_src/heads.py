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
    for head, names in HEADS.items():
        parts = [features[name] for name in names]
        together = parts[0] if len(parts) == 1 else g.op("Concat", *parts, axis=0)
        score = g.op("MatMul", g.reshape(together, [1, -1]), stored[f"{head}.weight"].astype(np.float32).reshape(-1, 1))
        moved = g.op("Add", g.reshape(score, [1]), stored[f"{head}.bias"].astype(np.float32).reshape(1))
        values.add(f"look.{head}", "", g.op("Sigmoid", g.op("Mul", moved, STEEP)))


def likeness(score: Array) -> Array:
    """The same curve for NumPy."""
    made: Array = 1 / (1 + np.exp(-STEEP * score))
    return made


@cache
def _stored() -> dict[str, Array]:
    with np.load(FILE) as file:
        return {name: file[name] for name in file.files}
