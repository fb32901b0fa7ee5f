"""Colours in and around both eyes: red pupils, glare, tinted lenses."""

from itertools import pairwise

import numpy as np

from models_src.graph import INT64, Graph
from models_src.measure_parts import luma, ramp
from models_src.measure_patches import COLUMNS, ROWS, Patches, grown
from models_src.measure_values import Values

GLARE = (0.3, 0.5)
"""How far between the light end of the skin and full the darkest channel must lie beside the eye before a cell begins
to count as a lamp's reflection in a lens, and before it does so wholly. Relative to the skin, so that dark and light
skins, bright and dim pictures are judged alike; the lids' own shine hardly reaches 0.3 on any of 180 portraits."""
LEAST_ROOM = 10.0
"""Codes of that distance: on burnt-out skin nothing stands out."""
RINGS = (5, 13, 21)
"""Cells by which the open eye is grown: between them lie the lids, and the socket around."""
BRIGHT = 0.8
"""Quantile of the white's luma that counts: lashes and vessels are no white."""
COUNT = ROWS * COLUMNS
EYES = ("eye_left", "eye_right")
"""Left and right in the image."""
IRIS, LENS, OPENED, WHITE, MASKS = 0, 2, 3, 8, 9
"""Numbers of masks in their stack, and how many there are: the pupil follows the iris, four parts of rings the open
eye."""


def measure(g: Graph, eyes: Patches, read: str, light_skin: str, values: Values) -> str:
    """`read` [2 * COUNT, 3] codes at the patches' cells; `light_skin` []: skin.low95.

    Returns lumas [14], of each eye: the white of it, what surrounds it, the open eye, and four parts of two rings
    around it (near above and below, far above and below).
    """
    colours = g.reshape(read, [2, COUNT, 3])
    tone = g.reshape(luma(g, colours), [2, 1, COUNT])
    masks = _stacked(g, eyes)
    areas = g.op("ReduceSum", masks, [2], keepdims=1)
    least = g.op("Max", areas, 1.0)

    parts = g.op("Div", g.op("MatMul", _some(g, masks, IRIS, LENS), colours), _some(g, least, IRIS, LENS))
    names = [f"{eye}.{part}.{c}" for eye in EYES for part in ("iris", "pupil") for c in "rgb"]
    values.extend(names, "codes", parts)

    toned, area = _some(g, masks, LENS, WHITE), _some(g, least, LENS, WHITE)
    rough = g.op("Div", g.op("ReduceSum", g.op("Mul", toned, tone), [2], keepdims=1), area)
    # Once more of what is left, as masked_mean does and for its reason.
    rest = g.op("Mul", g.op("Sub", tone, rough), toned)
    means = g.op("Add", rough, g.op("Div", g.op("ReduceSum", rest, [2], keepdims=1), area))
    white = _white(g, tone, _some(g, masks, WHITE, MASKS), _some(g, least, WHITE, MASKS))
    _add(values, "white", "codes", white)
    _add(values, "lens", "codes", _some(g, means, 0, 1))
    opened = OPENED - LENS
    spread = g.op("ReduceSumSquare", _some(g, rest, opened, opened + 1), [2], keepdims=1)
    _add(values, "contrast", "codes", g.op("Sqrt", g.op("Div", spread, _some(g, area, opened, opened + 1))))

    room = g.op("Max", g.op("Sub", 255.0, light_skin), LEAST_ROOM)
    darkest = g.reshape(g.op("ReduceMin", colours, [2], keepdims=0), [2, 1, COUNT])
    bright = ramp(g, g.op("Div", g.op("Sub", darkest, light_skin), room), *GLARE)
    around = g.op("ReduceSum", g.op("Mul", bright, _some(g, masks, LENS, LENS + 1)), [2], keepdims=1)
    _add(values, "glare", "share", g.op("Div", around, _some(g, area, 0, 1)))
    _add(values, "iris.radius", "eye widths", eyes.radius)
    _add(values, "iris.seen", "share", g.op("Mul", _some(g, areas, IRIS, IRIS + 1), 1 / COUNT))
    return g.reshape(g.op("Concat", white, means, axis=1), [-1])


def _stacked(g: Graph, eyes: Patches) -> str:
    """[2, MASKS, COUNT]."""
    above = (np.arange(ROWS)[:, None] < ROWS // 2).astype(np.float32)
    halves = np.broadcast_to(np.stack([above, 1 - above])[:, None], (2, 1, ROWS, COLUMNS)).copy()
    sizes = [grown(g, eyes.opened, cells) for cells in RINGS]
    rings = [g.op("Mul", g.op("Sub", outer, inner), halves) for inner, outer in pairwise(sizes)]
    stack = g.op("Concat", eyes.iris, eyes.pupil, eyes.lens, eyes.opened, *rings, eyes.white, axis=0)
    return g.reshape(g.op("Transpose", stack, perm=[1, 0, 2, 3]), [2, MASKS, COUNT])


def _white(g: Graph, tone: str, mask: str, area: str) -> str:
    """[2, 1, 1]: a bright quantile of the white's luma; 0 where none is in sight between the lids."""
    flat = g.op("Where", g.op("Greater", mask, 0.5), tone, 1e9)
    most = g.cast(g.op("ReduceMax", area, [0, 1], keepdims=0), INT64)
    ordered = g.ops("TopK", flat, most, axis=2, largest=0, outputs=2)[0]
    where = g.cast(g.op("Round", g.op("Mul", g.op("Sub", area, 1.0), BRIGHT)), INT64)
    found = g.op("GatherElements", ordered, where, axis=2)
    return g.op("Where", g.op("Less", found, 256.0), found, 0.0)


def _some(g: Graph, stack: str, first: int, end: int) -> str:
    return g.slice(stack, 1, first, end)


def _add(values: Values, name: str, unit: str, both: str) -> None:
    values.extend([f"{eye}.{name}" for eye in EYES], unit, both)
