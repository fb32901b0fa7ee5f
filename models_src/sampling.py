"""Reading a turned or scaled crop out of a uint8 picture, inside the graph.

The four neighbours of each sample are gathered as bytes and only then cast, so a photo is never widened to float as a
whole: at 12 megapixels that alone costs 0.3 s and 500 MB in a tab.
"""

import numpy as np

from models_src.graph import FLOAT, INT64, Array, Graph

FIXED_POINT = 32
"""OpenCV's warps round positions to 1/32 px; imitating it brings the mesh from 0.66 to 0.24 % of the inter-eye distance
(95th percentile of the worst point) of MediaPipe's own result."""


def picture_size(g: Graph, image: str) -> tuple[str, str]:
    """(width, height) of a picture [h, w, channels] as float scalars of shape [1]."""
    shape = g.cast(g.op("Shape", image), FLOAT)
    return g.slice(shape, 0, 1, 2), g.slice(shape, 0, 0, 1)


def crop_cells(size: int, half_pixel: bool) -> Array:
    """Positions [size] of a crop's cells along one axis, in -0.5..0.5 of its side.

    With `half_pixel` cell i lies at its centre, (i + 0.5) / size; without, at its corner i / size as MediaPipe's own
    CPU crop has it. Which one is unbiased depends on the network (docs/models.md).
    """
    cells: Array = ((np.arange(size) + (0.5 if half_pixel else 0.0)) / size - 0.5).astype(np.float32)
    return cells


def spread(g: Graph, cells: Array, across: str, down: str, centre: str) -> tuple[str, str]:
    """x and y [n * n] of positions, row by row: centre + cells[column] * across + cells[row] * down, each vector [2].

    The grid is made when the graph runs: as a constant it would weigh more than the network.
    """

    def axis(k: int) -> str:
        columns = g.op("Mul", cells.reshape(1, -1), g.slice(across, 0, k, k + 1))
        rows = g.op("Mul", cells.reshape(-1, 1), g.slice(down, 0, k, k + 1))
        return g.reshape(g.op("Add", g.op("Add", columns, rows), g.slice(centre, 0, k, k + 1)), [-1])

    return axis(0), axis(1)


def sample(g: Graph, image: str, x: str, y: str, outside: str) -> str:
    """Bilinear samples [3, n] (float32, whole numbers 0..255) of `image` uint8 [h, w, 3 or 4] at pixel indices `x`, `y`
    [n].

    `outside`: "edge" repeats the border pixel, "black" blends with zero. Positions are rounded to 1/32 px and results
    to whole numbers, so the arithmetic is exact in float32 and alike on every machine.

    A plane per channel and per neighbour, since onnxruntime broadcasts in runs of the last axis: with the three
    channels last, weighing took ten times as long. Pixels are looked up by one number each for the same reason.
    """
    low, part = _cells(g, x, y)
    size = g.cast(g.op("Gather", g.op("Shape", image), np.array([1, 0]), axis=0), FLOAT)
    corner = np.array([0, 1], dtype=np.float32).reshape(2, 1, 1)
    pixel = g.op("Add", low, corner)  # [corner, axis, n]
    last = g.op("Sub", g.reshape(size, [2, 1]), 1.0)
    inside = g.op("Max", g.op("Min", pixel, last), 0.0)
    weight = g.op("Abs", g.op("Sub", part, 1 - corner))
    if outside == "black":
        weight = g.op("Mul", weight, g.cast(g.op("Equal", inside, pixel), FLOAT))
    # Whole numbers, since the number of a pixel may be larger than float32 counts to.
    columns, rows = _crossed(g, g.cast(inside, INT64))
    starts = g.op("Mul", rows, g.cast(g.slice(size, 0, 0, 1), INT64))
    where = g.reshape(g.op("Add", starts, columns), [4, -1])
    weights = g.reshape(g.op("Mul", *_crossed(g, weight)), [4, -1])
    flat = g.op("Reshape", image, g.op("Concat", np.array([-1]), g.slice(g.op("Shape", image), 0, 2, 3), axis=0))
    bytes_read = g.op("Transpose", g.op("Gather", flat, where, axis=0), perm=[2, 0, 1])
    weighed = g.op("Mul", g.cast(g.slice(bytes_read, 0, 0, 3), FLOAT), weights)
    return g.op("Floor", g.op("Add", g.op("ReduceSum", weighed, [1], keepdims=0), 0.5))


def _cells(g: Graph, x: str, y: str) -> tuple[str, str]:
    """[2, n] each: the pixel before positions `x` and `y` [n], and how far behind it they are, 0..1."""
    both = g.op("Concat", *(g.op("Unsqueeze", axis, [0]) for axis in (x, y)), axis=0)
    fixed = g.op("Round", g.op("Mul", both, float(FIXED_POINT)))
    position = g.op("Div", fixed, float(FIXED_POINT))
    low = g.op("Floor", position)
    return low, g.op("Sub", position, low)


def _crossed(g: Graph, corners: str) -> tuple[str, str]:
    """Of [corner, axis, n]: what x says, [1, 2, n], and y, [2, 1, n]; together the four neighbours, rows first."""
    x, y = g.ops("Split", corners, [1, 1], axis=1, outputs=2)
    return g.op("Transpose", x, perm=[1, 0, 2]), y


def to_map(g: Graph, samples: str, height: int, width: int) -> str:
    """[3, height * width] -> [1, 3, height, width]."""
    return g.reshape(samples, [1, 3, height, width])
