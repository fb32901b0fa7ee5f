"""Light and white balance of a finished raster: three tables, one per colour, the same for every pixel."""

import numpy as np
import onnx

from models_src.graph import FLOAT, INT64, UINT8, Graph

LEVELS = 256


def build() -> onnx.ModelProto:
    """Graph: `image` uint8 [h, w, 3], `tables` [3, 256] (what each level of red, green and blue becomes, 0..255) ->
    `raster` uint8 [h, w, 3].

    Nothing but a look-up: no pixel sees another, so nothing in the picture can move.
    """
    g = Graph("tone")
    image = g.input("image", UINT8, ["h", "w", 3])
    tables = g.input("tables", FLOAT, [3, LEVELS])
    offsets = np.array([[[0, LEVELS, 2 * LEVELS]]], np.int64)
    level = g.op("Add", g.cast(image, INT64), offsets)
    g.output(g.op("Gather", g.cast(g.reshape(tables, [-1]), UINT8), level), "raster", UINT8, ["h", "w", 3])
    return g.build()
