"""The finished picture's pixels: a crop that is resampled once (`straight`), or turned as well (`turned`)."""

import numpy as np
import onnx

from models_src.graph import FLOAT, INT64, UINT8, Graph
from models_src.reduce import resize

OVERSAMPLING = 2
"""Places read per output pixel and axis when turning: 59 dB of the exact average over the pixel's footprint, against 53
for one place in a copy shrunk to the output's own density (a portrait turned by 4 degrees, 1.8 photo px per output
px)."""


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
    extent = g.cast(full, FLOAT)
    rows = g.reshape(inverse, [2, 3])
    linear, shift = g.slice(rows, 1, 0, 2), g.slice(rows, 1, 2, 3)

    # Image px per output px along the output's x axis (the matrix is a similarity).
    step = g.op("ReduceL2", g.slice(linear, 1, 0, 1), [0], keepdims=0)
    shrink = g.op("Max", g.op("Mul", step, 1 / OVERSAMPLING), 1.0)
    small = g.cast(g.op("Ceil", g.op("Div", extent, shrink)), INT64)
    dense = g.slice(resize(g, image, small, "cubic"), 2, 0, 3)
    planes = g.op("Unsqueeze", g.op("Transpose", g.cast(dense, FLOAT), perm=[2, 0, 1]), [0])

    # Output px -> -1..1 over the whole image, which is the same for the shrunk copy.
    unit = g.op("Div", 2.0, g.reshape(g.op("Gather", extent, np.array([1, 0]), axis=0), [2, 1]))
    scaled, offset = g.op("Mul", linear, unit), g.op("Sub", g.op("Mul", shift, unit), 1.0)
    across = g.op("Mul", g.reshape(_centres(g, size, 1), [1, -1, 1]), g.reshape(g.slice(scaled, 1, 0, 1), [1, 1, 2]))
    down = g.op("Mul", g.reshape(_centres(g, size, 0), [-1, 1, 1]), g.reshape(g.slice(scaled, 1, 1, 2), [1, 1, 2]))
    grid = g.op("Add", across, g.op("Add", down, g.reshape(offset, [1, 1, 2])))
    read = g.op("GridSample", planes, g.op("Unsqueeze", grid, [0]), mode="cubic", padding_mode="border")
    window = [OVERSAMPLING, OVERSAMPLING]
    mean = g.op("AveragePool", read, kernel_shape=window, strides=window)
    whole = g.cast(g.op("Floor", g.op("Add", g.op("Clip", mean, 0.0, 255.0), 0.5)), UINT8)
    g.output(g.op("Transpose", g.op("Squeeze", whole, [0]), perm=[1, 2, 0]), "raster", UINT8, ["h", "w", 3])
    return g.build()


def _centres(g: Graph, size: str, axis: int) -> str:
    """Centres of the places along one axis of `size`, in output px."""
    count = g.op("Mul", g.take(size, 0, axis), OVERSAMPLING)
    zero, one = g.constant(0), g.constant(1)
    return g.op("Div", g.op("Add", g.cast(g.op("Range", zero, count, one), FLOAT), 0.5), float(OVERSAMPLING))
