"""The wall behind the head: its colour, evenness, gradient and shadows, and what else stands in front of it."""

import numpy as np

from models_src.graph import FLOAT, Graph
from models_src.measure_parts import luma, masked_bands, masked_colour, masked_mean, masked_quantiles, mean, ramp, total
from models_src.measure_places import PER_T, Head
from models_src.measure_values import Values
from models_src.reduce import resize

SIDE = 128
"""Cells of the wall's grid per side; 0.033 T where the photo leaves room for the whole region."""
COUNT = SIDE * SIDE
GRID = [1, 1, SIDE, SIDE]
CLEAR = 5
"""Cells by which the person's mask is grown before the rest counts as wall: half of it on each side, 0.07 T."""
NEAR = 25
"""The same for what counts as near the head, 0.4 T: a shadow that reaches no further is not seen as one."""
ASIDE, ABOVE, BELOW = 1.35, 1.75, 0.95
"""The part of the wall a picture shows, T from the eyes: frames of ISO's head sizes are not wider or higher."""
SMOOTH = 5
"""Cells over which a shadow is averaged, 0.16 T: single hairs are no shadow."""
FREE, NEARBY, SOLID = (0.15, 0.05), (0.4, 0.6), (0.4, 0.6)
"""Alpha at which a cell begins to count as wall, near the head, as a person, and at which it does so wholly. Weights
and no thresholds: two engines' alpha differs by 1e-4, and a cell that is in for one and out for the other moves the
whole measure (0.7 % of the shadow on one portrait)."""
RAMP = 0.03
"""T, about a cell: the same for the borders of the areas."""
SHADOW = (0.05, 0.11)
"""The part of the wall beside the head, darkest first, whose mean is the shadow: a quantile, smoothed."""


def measure(g: Graph, head: Head, alpha: str, eyes: str, values: Values) -> None:
    """`alpha` [256, 256] of the region, `eyes` [2] px of the head map."""
    colours = g.cast(resize(g, head.picture, g.constant(np.array([SIDE, SIDE])), "linear"), FLOAT)
    mask = g.op("Resize", g.reshape(alpha, [1, 1, 256, 256]), None, None, np.array(GRID), mode="linear", antialias=1)
    x, y = _places(g, head, eyes)
    window = g.op(
        "Mul", _under(g, g.op("Abs", x), ASIDE), g.op("Mul", _under(g, g.op("Neg", y), ABOVE), _under(g, y, BELOW))
    )
    grown = _flat(g, g.op("MaxPool", mask, kernel_shape=[CLEAR, CLEAR], pads=[CLEAR // 2] * 4))
    wall = g.op("Mul", window, ramp(g, grown, *FREE))
    values.add("wall.share", "share", mean(g, wall))
    values.extend([f"wall.{c}" for c in "rgb"], "codes", masked_colour(g, colours, wall))

    tone = g.reshape(luma(g, colours), [SIDE, SIDE])
    values.extend(
        ["wall.p05", "wall.p50", "wall.p95"], "codes", masked_quantiles(g, tone, wall, COUNT, [0.05, 0.5, 0.95])
    )
    middle = masked_mean(g, tone, wall)
    level = g.op("Max", middle, 1.0)
    tilt, flat = _plane(g, tone, wall, x, y, middle)
    # The wall's luma rises by this part of itself over 1 T, along x and y.
    values.extend(["wall.tilt.x", "wall.tilt.y"], "1/T", g.op("Div", tilt, level))
    rest = g.op("Div", g.op("Sub", tone, flat), level)
    smooth = g.op("Div", _averaged(g, g.op("Mul", rest, wall)), g.op("Max", _averaged(g, wall), 0.05))
    body = g.op("MaxPool", mask, kernel_shape=[NEAR, NEAR], pads=[NEAR // 2] * 4)
    near = g.op("Mul", wall, ramp(g, _flat(g, body), *NEARBY))
    beside = g.op("Mul", near, _under(g, y, 0.8))
    sides = _under(g, g.op("Mul", x, np.array([1, -1], np.float32).reshape(2, 1, 1)), 0.0)
    there = g.reshape(g.op("Mul", beside, sides), [2, COUNT])
    shadows = masked_bands(g, g.reshape(smooth, [1, COUNT]), there, SHADOW)
    values.extend(["wall.shadow.left", "wall.shadow.right"], "share", g.op("Neg", shadows))
    _roughness(g, colours, wall, g.op("Sub", rest, smooth), smooth, values)
    values.add("wall.edges", "codes", _edges(g, tone, wall))
    _others(g, _flat(g, mask), x, y, sides, values)


def _roughness(g: Graph, colours: str, wall: str, fine: str, broad: str, values: Values) -> None:
    """Root mean squares on the wall: texture, what is broader than that, and how red and how blue it is by places."""
    casts = np.array([[1, 0], [-1, -1], [0, 1]], dtype=np.float32)
    cast = g.reshape(g.op("Transpose", g.op("MatMul", colours, casts), perm=[2, 0, 1]), [2, COUNT])
    weight = g.reshape(wall, [COUNT, 1])
    area = g.op("Max", total(g, wall), 1.0)
    cast = g.op("Sub", cast, g.op("Div", g.op("MatMul", cast, weight), area))
    rows = g.op("Concat", *(g.reshape(grid, [1, COUNT]) for grid in (fine, broad)), cast, axis=0)
    found = g.op("Sqrt", g.op("Div", g.op("MatMul", g.op("Mul", rows, rows), weight), area))
    values.extend(["wall.fine", "wall.broad"], "share", g.slice(found, 0, 0, 2))
    values.extend(["wall.cast.rg", "wall.cast.bg"], "codes", g.slice(found, 0, 2, 4))


def _others(g: Graph, mask: str, x: str, y: str, sides: str, values: Values) -> None:
    """Parts of the mask that no single head and its shoulders reach, on both `sides` [2, 1, SIDE]."""
    solid = ramp(g, mask, *SOLID)
    beside = g.op("Mul", g.op("Sub", 1.0, _under(g, g.op("Abs", x), 1.1)), _under(g, y, 0.6))
    areas = g.op("Mul", beside, sides)
    sums = [g.op("ReduceSum", grids, [1, 2], keepdims=0) for grids in (g.op("Mul", solid, areas), areas)]
    values.extend(["aside.left", "aside.right"], "share", g.op("Div", sums[0], g.op("Max", sums[1], 1.0)))


def _places(g: Graph, head: Head, eyes: str) -> tuple[str, str]:
    """x [1, SIDE] and y [SIDE, 1] of the cells from the eyes, T."""
    centres = ((np.arange(SIDE) + 0.5) / SIDE).astype(np.float32)

    def axis(k: int) -> str:
        px = g.op("Mul", centres, g.slice(head.size, 0, k, k + 1))
        return g.op("Div", g.op("Sub", px, g.slice(eyes, 0, k, k + 1)), float(PER_T))

    return g.reshape(axis(0), [1, SIDE]), g.reshape(axis(1), [SIDE, 1])


def _plane(g: Graph, tone: str, wall: str, x: str, y: str, middle: str) -> tuple[str, str]:
    """The plane a + b x + c y that fits `tone`, in the mean `middle`, on the wall best: ([1, 2] b and c, [SIDE, SIDE]
    its values)."""
    area = g.op("Max", total(g, wall), 1.0)
    dx, dy = (g.op("Sub", axis, g.op("Div", total(g, g.op("Mul", axis, wall)), area)) for axis in (x, y))
    weighed = [g.op("Mul", value, wall) for value in (dx, dy, g.op("Sub", tone, middle))]
    grids = g.reshape(g.op("Concat", *weighed, axis=0), [3, SIDE, SIDE])
    # Each of the three times dx and times dy, summed: along an axis first, along which the factor is the same.
    by_x = g.op("MatMul", g.op("ReduceSum", grids, [1], keepdims=0), g.reshape(dx, [SIDE, 1]))
    by_y = g.op("MatMul", g.op("ReduceSum", grids, [2], keepdims=0), dy)
    squares = g.op("Div", g.op("Concat", by_x, by_y, axis=1), area)
    matrix, aim = g.slice(squares, 0, 0, 2), g.slice(squares, 0, 2, 3)
    # The inverse of [[a, b], [b, c]] is [[c, -b], [-b, a]] over a c - b b, which is the first row times the first row.
    turned = g.op("Gather", g.reshape(matrix, [4]), np.array([[3, 1], [2, 0]]), axis=0)
    adjugate = g.op("Mul", turned, np.array([[1, -1], [-1, 1]], np.float32))
    whole = total(g, g.op("Mul", g.slice(matrix, 0, 0, 1), g.slice(adjugate, 0, 0, 1)))
    slopes = g.op("Div", g.op("MatMul", aim, adjugate), g.op("Max", whole, 1e-6))
    rise = g.op("Add", g.op("Mul", dx, g.slice(slopes, 1, 0, 1)), g.op("Mul", dy, g.slice(slopes, 1, 1, 2)))
    return slopes, g.op("Add", rise, middle)


def _edges(g: Graph, tone: str, wall: str) -> str:
    """Mean gradient of the luma on the wall, codes per cell, both neighbours on the wall."""
    kernels = np.zeros((2, 1, 3, 3), np.float32)
    kernels[0, 0, 1, [0, 2]] = kernels[1, 0, [0, 2], 1] = -0.5, 0.5
    rise = g.op("ReduceL2", g.op("Conv", g.reshape(tone, GRID), kernels, pads=[0] * 4), [1], keepdims=0)
    around = [
        g.op("Slice", wall, list(start), [n + SIDE - 2 for n in start], [0, 1])
        for start in ((0, 1), (2, 1), (1, 0), (1, 2))
    ]
    known = g.op("Mul", g.op("Mul", around[0], around[1]), g.op("Mul", around[2], around[3]))
    return masked_mean(g, rise, known)


def _under(g: Graph, value: str, most: float) -> str:
    """1 below `most`, 0 above, over a ramp of about one cell."""
    return ramp(g, value, most + RAMP / 2, most - RAMP / 2)


def _averaged(g: Graph, grid: str) -> str:
    """Over SMOOTH x SMOOTH cells, 0 outside."""
    window = {"kernel_shape": [SMOOTH] * 2, "pads": [SMOOTH // 2] * 4, "count_include_pad": 1}
    return _flat(g, g.op("AveragePool", g.reshape(grid, GRID), **window))


def _flat(g: Graph, grid: str) -> str:
    return g.reshape(grid, [SIDE, SIDE])
