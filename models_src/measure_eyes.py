"""Colours in and around each eye: red pupils, glare, tinted lenses."""

from itertools import pairwise

import numpy as np

from models_src.graph import Graph
from models_src.measure_parts import luma, masked_colour, masked_mean, masked_quantiles, ramp, total
from models_src.measure_places import EYE_COLUMNS, EYE_ROWS, Eye
from models_src.measure_values import Values

GLARE = (0.3, 0.5)
"""How far between the light end of the skin and full the darkest channel must lie beside the eye before a cell begins
to count as a lamp's reflection in a lens, and before it does so wholly. Relative to the skin, so that dark and light
skins, bright and dim pictures are judged alike; the lids' own shine hardly reaches 0.3 on any of 180 portraits."""
LEAST_ROOM = 10.0
"""Codes of that distance: on burnt-out skin nothing stands out."""
RINGS = (5, 13, 21)
"""Cells by which the open eye is grown: between them lie the lids, and the socket around."""
COUNT = EYE_ROWS * EYE_COLUMNS


def measure(g: Graph, eye: Eye, name: str, light_skin: str, values: Values) -> list[str]:
    """`name`: the prefix of the measures, eye_left or eye_right of the image; `light_skin` [1]: skin.low95.

    Returns lumas, [1] each: the white of the eye, what surrounds it, the open eye, and four parts of two rings around
    it (near above and below, far above and below).
    """
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
    room = g.op("Max", g.op("Sub", 255.0, light_skin), LEAST_ROOM)
    over = g.op("Div", g.op("Sub", darkest, light_skin), room)
    bright = ramp(g, over, *GLARE)
    around = g.op("Mul", bright, eye.lens)
    values.add(f"{name}.glare", "share", g.op("Div", total(g, around), g.op("Max", total(g, eye.lens), 1.0)))
    middle = masked_mean(g, tone, eye.open_eye)
    moved = g.op("Mul", g.op("Sub", tone, middle), eye.open_eye)
    power = g.op("Div", total(g, g.op("Mul", moved, moved)), g.op("Max", total(g, eye.open_eye), 1.0))
    values.add(f"{name}.contrast", "codes", g.op("Sqrt", power))
    values.add(f"{name}.iris.radius", "eye widths", g.reshape(eye.radius, [1]))
    seen = g.op("Div", total(g, eye.iris), np.array([COUNT], dtype=np.float32))
    values.add(f"{name}.iris.seen", "share", seen)
    return [white, lens, middle, *_rings(g, eye, tone)]


def _rings(g: Graph, eye: Eye, tone: str) -> list[str]:
    """Mean luma above and below the eye's line, ring by ring."""
    grown = [_grown(g, eye.open_eye, cells) for cells in RINGS]
    above = (np.arange(EYE_ROWS)[:, None] < EYE_ROWS // 2).astype(np.float32)
    made = []
    for inner, outer in pairwise(grown):
        ring = g.op("Sub", outer, inner)
        made += [masked_mean(g, tone, g.op("Mul", ring, half)) for half in (above, 1 - above)]
    return made


def _grown(g: Graph, mask: str, cells: int) -> str:
    grid = g.reshape(mask, [1, 1, EYE_ROWS, EYE_COLUMNS])
    return g.reshape(g.op("MaxPool", grid, kernel_shape=[cells, cells], pads=[cells // 2] * 4), [EYE_ROWS, EYE_COLUMNS])
