"""Colours in and around each eye: red pupils, glare, tinted lenses."""

import numpy as np

from models_src.graph import FLOAT, Graph
from models_src.measure_parts import luma, masked_colour, masked_mean, masked_quantiles, total
from models_src.measure_places import EYE_COLUMNS, EYE_ROWS, Eye
from models_src.measure_values import Values

GLARE = 235.0
"""Codes: where even the darkest channel reaches it beside the eye, a lens reflects a lamp (skin does not get there)."""
COUNT = EYE_ROWS * EYE_COLUMNS


def measure(g: Graph, eye: Eye, name: str, values: Values) -> list[str]:
    """`name`: the prefix of the measures, eye_left or eye_right of the image. Returns the luma of the white of the eye
    and of what surrounds it, [1] each."""
    flat = [EYE_ROWS, EYE_COLUMNS]
    tone = g.reshape(luma(g, eye.colours), flat)
    darkest = g.op("ReduceMin", eye.colours, [2], keepdims=0)
    values.extend([f"{name}.iris.{c}" for c in "rgb"], "codes", masked_colour(g, eye.colours, eye.iris))
    values.extend([f"{name}.pupil.{c}" for c in "rgb"], "codes", masked_colour(g, eye.colours, eye.pupil))
    white = masked_quantiles(g, tone, eye.white, COUNT, [0.8])
    white = g.op("Where", g.op("Less", white, 256.0), white, 0.0)  # no white in sight between the lids
    lens = masked_mean(g, tone, eye.lens)
    values.add(f"{name}.white", "codes", white)
    values.add(f"{name}.lens", "codes", lens)
    bright = g.cast(g.op("GreaterOrEqual", darkest, GLARE), FLOAT)
    around = g.op("Mul", bright, eye.lens)
    values.add(f"{name}.glare", "share", g.op("Div", total(g, around), g.op("Max", total(g, eye.lens), 1.0)))
    middle = masked_mean(g, tone, eye.open_eye)
    moved = g.op("Mul", g.op("Sub", tone, middle), eye.open_eye)
    power = g.op("Div", total(g, g.op("Mul", moved, moved)), g.op("Max", total(g, eye.open_eye), 1.0))
    values.add(f"{name}.contrast", "codes", g.op("Sqrt", power))
    values.add(f"{name}.iris.radius", "eye widths", g.reshape(eye.radius, [1]))
    seen = g.op("Div", total(g, eye.iris), np.array([COUNT], dtype=np.float32))
    values.add(f"{name}.iris.seen", "share", seen)
    return [white, lens]
