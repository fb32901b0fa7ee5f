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


def spread(g: Graph, cells: Array, across: str, down: str, centre: str) -> str:
    """Positions [n * n, 2], row by row: centre + cells[column] * across + cells[row] * down, each vector [2].

    The grid is made when the graph runs: as a constant it would weigh more than the network.
    """
    columns = g.op("Mul", cells.reshape(1, -1, 1), g.reshape(across, [1, 1, 2]))
    rows = g.op("Mul", cells.reshape(-1, 1, 1), g.reshape(down, [1, 1, 2]))
    return g.reshape(g.op("Add", g.op("Add", columns, rows), g.reshape(centre, [1, 1, 2])), [-1, 2])


def sample(g: Graph, image: str, index: str, outside: str) -> str:
    """Bilinear samples [n, 3] (float32, whole numbers 0..255) of `image` uint8 [h, w, 3 or 4] at pixel indices [n, 2]
    (x, y).

    `outside`: "edge" repeats the border pixel, "black" blends with zero. Positions are rounded to 1/32 px and results
    to whole numbers, so the arithmetic is exact in float32 and alike on every machine."""
    width, height = picture_size(g, image)
    last = g.op("Concat", g.op("Sub", width, 1.0), g.op("Sub", height, 1.0), axis=0)
    fixed = g.op("Round", g.op("Mul", index, float(FIXED_POINT)))
    position = g.op("Div", fixed, float(FIXED_POINT))
    low = g.op("Floor", position)
    part = g.op("Sub", position, low)
    total = None
    for dy in (0, 1):
        for dx in (0, 1):
            corner = g.op("Add", low, np.array([[dx, dy]], dtype=np.float32)) if dx or dy else low
            weight = g.op("Mul", _share(g, part, 0, dx), _share(g, part, 1, dy))
            bounded = g.op("Max", g.op("Min", corner, last), 0.0)
            if outside == "black":
                same = g.cast(g.op("Equal", bounded, corner), FLOAT)
                weight = g.op("Mul", weight, g.op("ReduceMin", same, [1], keepdims=1))
            where = g.op("Gather", g.cast(bounded, INT64), np.array([1, 0]), axis=1)
            value = g.op("Mul", g.cast(g.op("GatherND", image, where), FLOAT), weight)
            total = value if total is None else g.op("Add", total, value)
    return g.slice(g.op("Floor", g.op("Add", total, 0.5)), 1, 0, 3)


def to_map(g: Graph, samples: str, height: int, width: int) -> str:
    """[height * width, 3] -> [1, 3, height, width]."""
    return g.op("Transpose", g.reshape(samples, [1, height, width, 3]), perm=[0, 3, 1, 2])


def _share(g: Graph, part: str, axis: int, upper: int) -> str:
    """Bilinear weight [n, 1] of the lower or upper neighbour along one axis."""
    fraction = g.slice(part, 1, axis, axis + 1)
    return fraction if upper else g.op("Sub", 1.0, fraction)
