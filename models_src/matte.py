"""The matte: the segmenter's coarse mask, refined on the photo's own colours around the head.

A large-kernel matting Laplacian (He, Sun, Tang, Fast matting using large kernel matting Laplacian matrices, CVPR 2010),
solved by a few conjugate-gradient steps on a small grid. What comes out are not shares but functions of colour:
applied to the pixels of any copy of the photo they give its matte in full detail, at the cost of one multiplication.
"""

from typing import NamedTuple

import numpy as np
import onnx

from models_src.graph import FLOAT, INT64, UINT8, Array, Graph
from models_src.guided import Guide, applied
from models_src.reduce import resize
from models_src.sampling import picture_size
from models_src.solver import solved

PER_T = 64
"""Cells of the grid per T (eye midpoint to chin): finer ones gain nothing (docs/matting.md)."""
BLOCK = 16
"""The grid's sides are multiples of this, so that a network can halve them four times."""
REACH = 3
"""Cells from the middle of a window to its edge, 0.05 T."""
STEPS = 6
INSIDE, OUTSIDE = 3, 6
"""Cells by which sure person lies inside the mask (0.05 T) and sure wall outside it (0.10 T)."""
FACE = (0.40, 0.35, 0.55)
"""Middle under the eyes and half axes of an ellipse that is face for certain, T."""
JOINED = 72
"""Steps of two cells by which the person is followed from there; 2.2 T, past the shoulders."""
HOLD, CLUTTERED, CLUTTER = 0.05, 20.0, (3.5, 7.0)
"""Weight of the mask where nothing is sure; how many times more before clutter; softness of the mask that means it,
px."""

GIVEN = {
    "scale": [2], "window": [4], "region": [4], "close_region": [4], "head": [4], "softness": [1],
    "alpha_wide": [256, 256], "alpha": [256, 256],
}  # fmt: skip
"""What the graph is given besides the picture, and its shapes."""
SURE = 0.9
"""Share from which a cell's colour is taken to be the person's, and of the rest to be the wall's."""
HAZE = 0.1
"""Shares up to this are nothing and from 1 less this on all: the averaging of windows leaves a haze on both sides."""


def stretched(share: Array) -> Array:
    """A share with its haze cut off: what graphs that use the matte do with what the functions give."""
    made: Array = np.clip((share - HAZE) / (1 - 2 * HAZE), 0, 1)
    return made


def build() -> onnx.ModelProto:
    """Graph: `image` uint8 [h, w, 3 or 4], `scale` [2], `window` [4] = x0, y0, width, height (photo px, inside it) of
    what the matte is wanted of, with some of the face, `region` [4] likewise that `alpha_wide` [256, 256] covers,
    `close_region` [4] and `alpha` [256, 256] of a second look at the head alone, `head` [4] = eye midpoint and chin
    (photo px), `softness` [1] of the mask, px ->

    `matte_grid` [1, 6, rows, columns], 0..1: colours, both looks' masks and the share of the person per cell, which
    graph corrected goes on from; `matte_area` [4]: x0, y0, width, height of the grid, photo px. Both stay in the
    engine.
    """
    g = Graph("matte")
    image = g.input("image", UINT8, ["height", "width", "channels"])
    grid = on_grid(g, image, **{name: g.input(name, FLOAT, shape) for name, shape in GIVEN.items()})
    share = g.op("Clip", g.op("Mul", g.op("Sub", grid.share, HAZE), 1 / (1 - 2 * HAZE)), 0.0, 1.0)
    seen = g.op("Concat", grid.colours, grid.wide, grid.close, share, axis=1)
    g.output(seen, "matte_grid", FLOAT, [1, 6, "rows", "columns"])
    g.output(grid.area, "matte_area", FLOAT, [4])
    g.fact("matte_area.unit", "photo px")
    return g.build()


class Grid(NamedTuple):
    """Names of values: `colours` [1, 3, h, w] 0..1; the raw masks of both looks, [1, 1, h, w], the `close` one going
    on as the `wide` one where it saw nothing; `share` [1, 1, h, w] of the person, haze and all; `area` [4] photo px."""

    colours: str
    wide: str
    close: str
    share: str
    area: str


def on_grid(
    g: Graph,
    image: str,
    scale: str,
    window: str,
    region: str,
    close_region: str,
    head: str,
    softness: str,
    alpha_wide: str,
    alpha: str,
) -> Grid:
    """The whole way; inputs as of the graph."""
    colours, area, cells = cut(g, image, scale, window, head)
    wide, _ = _spread(g, alpha_wide, region, area, cells)
    close, seen = _spread(g, alpha, close_region, area, cells)
    # Where both have looked, neither is right more often than the other.
    close = g.op("Where", seen, close, wide)
    mask = g.op("Mul", g.op("Add", wide, close), 0.5)
    guide = Guide(g, colours, REACH)
    face = g.cast(g.op("Less", facial(g, along(g, area, cells, head)), 1.0), FLOAT)
    functions = _solved(g, guide, _joined(g, mask, face, cells), softness)
    return Grid(colours, wide, close, applied(g, functions, guide.colours), area)


def cut(g: Graph, image: str, scale: str, window: str, head: str) -> tuple[str, str, str]:
    """Colours [1, 3, h, w] 0..1 of a part of the photo at PER_T, the area they cover [4] and their size [2] (width,
    height)."""
    width, height = picture_size(g, image)
    corner, extent = g.slice(window, 0, 0, 2), g.slice(window, 0, 2, 4)
    first = g.op("Max", g.op("Floor", g.op("Div", corner, scale)), 0.0)
    last = g.op("Ceil", g.op("Div", g.op("Add", corner, extent), scale))
    last = g.op("Min", last, g.op("Concat", width, height, axis=0))
    rows_first = np.array([1, 0])
    starts, stops = (g.cast(g.op("Gather", end, rows_first, axis=0), INT64) for end in (first, last))
    part = g.op("Slice", image, starts, stops, [0, 1])
    size = g.op("Mul", g.op("Sub", last, first), scale)
    unit = g.op("ReduceL2", g.op("Sub", g.slice(head, 0, 0, 2), g.slice(head, 0, 2, 4)), [0], keepdims=1)
    across = g.op("Div", g.op("Mul", size, PER_T / BLOCK), unit)
    cells = g.op("Mul", g.op("Max", g.op("Round", across), 1.0), float(BLOCK))
    shrunk = resize(g, part, g.cast(g.op("Gather", cells, rows_first, axis=0), INT64), "linear")
    small = g.slice(shrunk, 2, 0, 3)  # last, as in measure_places.Head
    planes = g.op("Unsqueeze", g.op("Transpose", g.cast(small, FLOAT), perm=[2, 0, 1]), [0])
    area = g.op("Concat", g.op("Mul", first, scale), size, axis=0)
    return g.op("Mul", planes, 1 / 255), area, cells


def places(g: Graph, area: str, cells: str) -> tuple[str, str]:
    """Photo px of the cells' centres: x [1, w] and y [h, 1]."""

    def axis(k: int, shape: list[int]) -> str:
        count = g.slice(cells, 0, k, k + 1)
        steps = g.op("Range", g.constant(0), g.op("Squeeze", g.cast(count, INT64), [0]), g.constant(1))
        part = g.op("Div", g.op("Add", g.cast(steps, FLOAT), 0.5), count)
        px = g.op("Add", g.op("Mul", part, g.slice(area, 0, 2 + k, 3 + k)), g.slice(area, 0, k, k + 1))
        return g.reshape(px, shape)

    return axis(0, [1, -1]), axis(1, [-1, 1])


def _spread(g: Graph, alpha: str, region: str, area: str, cells: str) -> tuple[str, str]:
    """A mask [1, 1, h, w] on the grid's own cells, and whether its region covers them."""
    x, y = places(g, area, cells)

    def unit(px: str, k: int) -> str:
        part = g.op("Div", g.op("Sub", px, g.slice(region, 0, k, k + 1)), g.slice(region, 0, 2 + k, 3 + k))
        return g.op("Sub", g.op("Mul", part, 2.0), 1.0)

    across, down = unit(x, 0), unit(y, 1)
    both = [g.op("Add", across, g.op("Mul", down, 0.0)), g.op("Add", down, g.op("Mul", across, 0.0))]
    grid = g.op("Concat", *(g.op("Unsqueeze", axis, [0, 3]) for axis in both), axis=3)
    read = g.op("GridSample", g.reshape(alpha, [1, 1, 256, 256]), grid, mode="linear", padding_mode="border")
    covered = g.op("And", g.op("Less", g.op("Abs", across), 1.0), g.op("Less", g.op("Abs", down), 1.0))
    return read, g.op("Unsqueeze", covered, [0, 1])


def build_wide() -> onnx.ModelProto:
    """Graph: `alpha` [256, 256] -> `alpha_wide`, the same, kept under another name: the segmenter looks once more."""
    g = Graph("wide")
    g.output(g.input("alpha", FLOAT, [256, 256]), "alpha_wide", FLOAT, [256, 256])
    return g.build()


def along(g: Graph, area: str, cells: str, head: str) -> tuple[str, str]:
    """[1, 1, h, w] each: how far cells lie aside of the axis from the eyes to the chin, and how far down along it under
    the eyes, T; `area` and `cells` as of `cut`, `head` [4] as of the graph."""
    x, y = places(g, area, cells)
    eyes, chin = g.slice(head, 0, 0, 2), g.slice(head, 0, 2, 4)
    axis = g.op("Sub", chin, eyes)
    axis = g.op("Div", axis, g.op("ReduceSumSquare", axis, [0], keepdims=1))  # T along the axis per px
    u, v = g.slice(axis, 0, 0, 1), g.slice(axis, 0, 1, 2)
    x, y = (g.op("Sub", px, g.slice(eyes, 0, k, k + 1)) for k, px in enumerate((x, y)))
    aside = g.op("Abs", g.op("Sub", g.op("Mul", x, v), g.op("Mul", y, u)))
    down = g.op("Add", g.op("Mul", x, u), g.op("Mul", y, v))
    return g.op("Unsqueeze", aside, [0, 1]), g.op("Unsqueeze", down, [0, 1])


def facial(g: Graph, where: tuple[str, str]) -> str:
    """Distance from the middle of an ellipse that is face for certain, in its half axes, [1, 1, h, w]; `where` as of
    `along`."""
    middle, wide, tall = FACE
    u, v = g.op("Mul", where[0], 1 / wide), g.op("Mul", g.op("Sub", where[1], middle), 1 / tall)
    return g.op("Sqrt", g.op("Add", g.op("Mul", u, u), g.op("Mul", v, v)))


def _joined(g: Graph, mask: str, face: str, cells: str) -> str:
    """The part of the mask that hangs together with the face (grey reconstruction), its blur stretched away."""
    coarse = g.op("AveragePool", mask, kernel_shape=[2, 2], strides=[2, 2], ceil_mode=1)
    seed = g.op("MaxPool", face, kernel_shape=[2, 2], strides=[2, 2], ceil_mode=1)
    held = g.op("Min", seed, coarse)
    for _ in range(JOINED):
        held = g.op("Min", dilated(g, held, 1), coarse)
    size = g.op("Concat", g.constant([1, 1]), g.op("Gather", g.cast(cells, INT64), np.array([1, 0]), axis=0), axis=0)
    reached = g.op("Resize", dilated(g, held, 1), None, None, size, mode="linear")
    return g.op("Clip", g.op("Mul", g.op("Sub", g.op("Min", mask, reached), 0.15), 1 / 0.75), 0.0, 1.0)


def _solved(g: Graph, guide: Guide, mask: str, softness: str) -> str:
    """The functions of the matte: (1 - G + weight) x = weight aim by preconditioned conjugate gradients."""
    person = ramp(g, eroded(g, mask, INSIDE), 0.85, 0.97)
    wall = g.op("Sub", 1.0, ramp(g, dilated(g, mask, OUTSIDE), 0.03, 0.15))
    doubt = g.op("Add", 1.0, g.op("Mul", ramp(g, softness, *CLUTTER), CLUTTERED))
    hold = g.op("Mul", doubt, HOLD)
    weight = g.op("Add", g.op("Mul", g.op("Max", person, wall), 2.0), hold)
    aim = g.op("Add", g.op("Mul", person, 2.0), g.op("Mul", mask, hold))
    return guide.functions(solved(g, guide, weight, aim, STEPS, guide.filtered(mask)))


def dilated(g: Graph, plane: str, cells: int) -> str:
    """[1, 1, h, w]: the largest of all within `cells` to every side."""
    return g.op("MaxPool", plane, kernel_shape=[2 * cells + 1] * 2, pads=[cells] * 4)


def eroded(g: Graph, plane: str, cells: int) -> str:
    """Likewise the smallest."""
    return g.op("Neg", dilated(g, g.op("Neg", plane), cells))


def opened(g: Graph, plane: str, cells: int) -> str:
    """Without what is narrower than `2 * cells + 1` cells."""
    return dilated(g, eroded(g, plane, cells), cells)


def ramp(g: Graph, value: str, low: float, high: float) -> str:
    return g.op("Clip", g.op("Mul", g.op("Sub", value, low), 1 / (high - low)), 0.0, 1.0)
