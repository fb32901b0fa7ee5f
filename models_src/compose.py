"""The finished picture's pixels: a crop that is resampled once (`straight`), or turned as well (`turned`)."""

import numpy as np
import onnx

from models_src.graph import FLOAT, INT64, UINT8, Graph
from models_src.reduce import resize


def build_straight() -> onnx.ModelProto:
    """Graph: `image` uint8 [H, W, 3 or 4], exactly the frame; `size` int64 [2] = height, width -> `raster` [h, w, 3].

    The area-correct case: one antialiased cubic pass; where the size is the crop's own, the photo's pixels themselves.
    """
    g = Graph("straight")
    image = g.input("image", UINT8, ["height", "width", "channels"])
    size = g.input("size", INT64, [2])
    g.output(g.slice(resize(g, image, size, "cubic"), 2, 0, 3), "raster", UINT8, ["h", "w", 3])
    return g.build()


def build_turned() -> onnx.ModelProto:
    """Graph: `image` uint8 [H, W, 3 or 4], `inverse` [6] output px -> image px (x = a u + b v + c, y = d u + e v + f,
    continuous coordinates), `size` int64 [2] = height, width -> `raster` uint8 [h, w, 3].

    First shrunk, antialiased, to twice the density of the output (never enlarged), then read by cubic interpolation at
    2 x 2 places per output pixel and averaged: each pixel stands for its whole footprint at every angle.
    """
    g = Graph("turned")
    image = g.input("image", UINT8, ["height", "width", "channels"])
    inverse = g.input("inverse", FLOAT, [6])
    size = g.input("size", INT64, [2])
    full = g.slice(g.op("Shape", image), 0, 0, 2)
    rows = g.reshape(inverse, [2, 3])
    linear, shift = g.slice(rows, 1, 0, 2), g.op("Transpose", g.slice(rows, 1, 2, 3))

    # Image px per output px along the output's x axis (the matrix is a similarity).
    step = g.op("ReduceL2", g.slice(linear, 1, 0, 1), [0], keepdims=0)
    shrink = g.op("Max", g.op("Mul", step, 0.5), 1.0)
    small = g.cast(g.op("Ceil", g.op("Div", g.cast(full, FLOAT), shrink)), INT64)
    dense = g.slice(resize(g, image, small, "cubic"), 2, 0, 3)
    planes = g.op("Unsqueeze", g.op("Transpose", g.cast(dense, FLOAT), perm=[2, 0, 1]), [0])

    twice = g.op("Mul", size, 2)
    height, width = g.slice(twice, 0, 0, 1), g.slice(twice, 0, 1, 2)
    down = g.op("Expand", g.reshape(_centres(g, height), [-1, 1]), g.op("Concat", height, width, axis=0))
    across = g.op("Expand", g.reshape(_centres(g, width), [1, -1]), g.op("Concat", height, width, axis=0))
    output = g.op("Concat", g.op("Unsqueeze", across, [2]), g.op("Unsqueeze", down, [2]), axis=2)
    place = g.op("Add", g.op("MatMul", output, g.op("Transpose", linear)), shift)
    # Image px -> -1..1 over the whole image, which is the same for the shrunk copy.
    extent = g.op("Gather", g.cast(full, FLOAT), np.array([1, 0]), axis=0)
    grid = g.op("Sub", g.op("Div", g.op("Mul", place, 2.0), extent), 1.0)
    read = g.op("GridSample", planes, g.op("Unsqueeze", grid, [0]), mode="cubic", padding_mode="border")
    mean = g.op("AveragePool", read, kernel_shape=[2, 2], strides=[2, 2])
    whole = g.op("Floor", g.op("Add", g.op("Clip", mean, 0.0, 255.0), 0.5))
    raster = g.op("Transpose", g.op("Squeeze", g.cast(whole, UINT8), [0]), perm=[1, 2, 0])
    g.output(raster, "raster", UINT8, ["h", "w", 3])
    return g.build()


def _centres(g: Graph, count: str) -> str:
    """Centres of `count` half-pixels in output px."""
    zero, one = g.constant(0), g.constant(1)
    steps = g.cast(g.op("Range", zero, g.op("Squeeze", count, [0]), one), FLOAT)
    return g.op("Mul", g.op("Add", steps, 0.5), 0.5)
