"""Where the matte is unsure, as a picture to be laid over the photo."""

import onnx

from models_src.backdrop import places
from models_src.graph import FLOAT, UINT8, Graph
from models_src.guided import applied
from models_src.matte import HAZE

UNSURE = (0.1, 0.9)
"""Shares between which it is: from the second on a pixel is shown as the person, up to the first as the wall."""


def build() -> onnx.ModelProto:
    """Graph: `image` uint8 [h, w, 3], `inverse` [6] output px -> photo px, `matte` [1, 10, rows, columns] and
    `matte_area` [4] as the graphs left them -> `raster` uint8 [h, w, 4]: white, opaque in the band, else nothing."""
    g = Graph("band")
    image = g.input("image", UINT8, ["h", "w", 3])
    inverse = g.input("inverse", FLOAT, [6])
    matte = g.input("matte", FLOAT, [1, 10, "rows", "columns"])
    area = g.input("matte_area", FLOAT, [4])
    colours = g.op("Unsqueeze", g.op("Transpose", g.cast(image, FLOAT), perm=[2, 0, 1]), [0])
    colours = g.op("Sub", g.op("Mul", colours, 1 / 255), 0.5)
    at = places(g, image, inverse, area)
    functions = g.op("GridSample", g.slice(matte, 1, 0, 4), at, mode="linear", padding_mode="border")
    low, high = (HAZE + (1 - 2 * HAZE) * share for share in UNSURE)
    share = applied(g, functions, colours)
    unsure = g.op("And", g.op("Greater", share, low), g.op("Less", share, high))
    opaque = g.op("Mul", g.cast(g.op("Squeeze", unsure, [0]), FLOAT), 255.0)
    white = g.op("Add", g.op("Mul", opaque, 0.0), 255.0)
    whole = g.cast(g.op("Concat", white, white, white, opaque, axis=0), UINT8)
    g.output(g.op("Transpose", whole, perm=[1, 2, 0]), "raster", UINT8, ["h", "w", 4])
    return g.build()
