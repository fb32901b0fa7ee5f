"""The wall behind the head: its colour, evenness, gradient and shadows, and what else stands in front of it."""

import numpy as np

from models_src.graph import FLOAT, Graph
from models_src.measure_parts import luma, masked_band, masked_colour, masked_mean, masked_quantiles, mean, ramp, total
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
    tilt, flat = _plane(g, tone, wall, x, y)
    level = g.op("Max", masked_mean(g, tone, wall), 1.0)
    # The wall's luma rises by this part of itself over 1 T, along x and y.
    values.extend(["wall.tilt.x", "wall.tilt.y"], "1/T", g.op("Div", tilt, level))
    rest = g.op("Div", g.op("Sub", tone, flat), level)
    smooth = g.op("Div", _averaged(g, g.op("Mul", rest, wall)), g.op("Max", _averaged(g, wall), 0.05))
    body = g.op("MaxPool", mask, kernel_shape=[NEAR, NEAR], pads=[NEAR // 2] * 4)
    near = g.op("Mul", wall, ramp(g, _flat(g, body), *NEARBY))
    beside = g.op("Mul", near, _under(g, y, 0.8))
    for side, half in (("left", _under(g, x, 0.0)), ("right", _under(g, g.op("Neg", x), 0.0))):
        there = g.op("Mul", beside, half)
        values.add(f"wall.shadow.{side}", "share", g.op("Neg", masked_band(g, smooth, there, COUNT, SHADOW)))
    fine = g.op("Sub", rest, smooth)
    values.add("wall.fine", "share", g.op("Sqrt", masked_mean(g, g.op("Mul", fine, fine), wall)))
    values.add("wall.broad", "share", g.op("Sqrt", masked_mean(g, g.op("Mul", smooth, smooth), wall)))
    values.add("wall.edges", "codes", _edges(g, tone, wall))
    for name, a, b in (("rg", 0, 1), ("bg", 2, 1)):
        cast = g.op("Sub", g.take(colours, 2, a), g.take(colours, 2, b))
        off = g.op("Sub", cast, masked_mean(g, cast, wall))
        values.add(f"wall.cast.{name}", "codes", g.op("Sqrt", masked_mean(g, g.op("Mul", off, off), wall)))
    _others(g, _flat(g, mask), x, y, values)


def _others(g: Graph, mask: str, x: str, y: str, values: Values) -> None:
    """Parts of the mask that no single head and its shoulders reach."""
    solid = ramp(g, mask, *SOLID)
    beside = g.op("Mul", g.op("Sub", 1.0, _under(g, g.op("Abs", x), 1.1)), _under(g, y, 0.6))
    values.add("aside.left", "share", _part(g, solid, g.op("Mul", beside, _under(g, x, 0.0))))
    values.add("aside.right", "share", _part(g, solid, g.op("Mul", beside, _under(g, g.op("Neg", x), 0.0))))


def _part(g: Graph, mask: str, area: str) -> str:
    return g.op("Div", total(g, g.op("Mul", mask, area)), g.op("Max", total(g, area), 1.0))


def _places(g: Graph, head: Head, eyes: str) -> tuple[str, str]:
    """x [1, SIDE] and y [SIDE, 1] of the cells from the eyes, T."""
    centres = ((np.arange(SIDE) + 0.5) / SIDE).astype(np.float32)

    def axis(k: int) -> str:
        px = g.op("Mul", centres, g.slice(head.size, 0, k, k + 1))
        return g.op("Div", g.op("Sub", px, g.slice(eyes, 0, k, k + 1)), float(PER_T))

    return g.reshape(axis(0), [1, SIDE]), g.reshape(axis(1), [SIDE, 1])


def _plane(g: Graph, tone: str, wall: str, x: str, y: str) -> tuple[str, str]:
    """The plane a + b x + c y that fits `tone` on the wall best: ([2] b and c, [SIDE, SIDE] its values)."""
    weight = g.op("Max", total(g, wall), 1.0)

    def average(value: str) -> str:
        return g.op("Div", total(g, g.op("Mul", value, wall)), weight)

    mx, my, mt = average(x), average(y), masked_mean(g, tone, wall)
    dx, dy, dt = g.op("Sub", x, mx), g.op("Sub", y, my), g.op("Sub", tone, mt)
    xx, yy, xy = average(g.op("Mul", dx, dx)), average(g.op("Mul", dy, dy)), average(g.op("Mul", dx, dy))
    xt, yt = average(g.op("Mul", dx, dt)), average(g.op("Mul", dy, dt))
    whole = g.op("Max", g.op("Sub", g.op("Mul", xx, yy), g.op("Mul", xy, xy)), 1e-6)
    b = g.op("Div", g.op("Sub", g.op("Mul", xt, yy), g.op("Mul", yt, xy)), whole)
    c = g.op("Div", g.op("Sub", g.op("Mul", yt, xx), g.op("Mul", xt, xy)), whole)
    flat = g.op("Add", g.op("Add", g.op("Mul", dx, b), g.op("Mul", dy, c)), mt)
    return g.op("Concat", b, c, axis=0), flat


def _edges(g: Graph, tone: str, wall: str) -> str:
    """Mean gradient of the luma on the wall, codes per cell, both neighbours on the wall."""
    squares, held = None, None
    for axis in (0, 1):
        low, high = g.slice(tone, axis, 0, SIDE - 2), g.slice(tone, axis, 2, SIDE)
        rise = g.op("Mul", g.op("Sub", high, low), 0.5)
        known = g.op("Mul", g.slice(wall, axis, 0, SIDE - 2), g.slice(wall, axis, 2, SIDE))
        rise, known = (g.slice(value, 1 - axis, 1, SIDE - 1) for value in (rise, known))
        square = g.op("Mul", rise, rise)
        squares = square if squares is None else g.op("Add", squares, square)
        held = known if held is None else g.op("Mul", held, known)
    return masked_mean(g, g.op("Sqrt", squares), str(held))


def _under(g: Graph, value: str, most: float) -> str:
    """1 below `most`, 0 above, over a ramp of about one cell."""
    return ramp(g, value, most + RAMP / 2, most - RAMP / 2)


def _averaged(g: Graph, grid: str) -> str:
    """Over SMOOTH x SMOOTH cells, 0 outside."""
    window = {"kernel_shape": [SMOOTH] * 2, "pads": [SMOOTH // 2] * 4, "count_include_pad": 1}
    return _flat(g, g.op("AveragePool", g.reshape(grid, GRID), **window))


def _flat(g: Graph, grid: str) -> str:
    return g.reshape(grid, [SIDE, SIDE])
