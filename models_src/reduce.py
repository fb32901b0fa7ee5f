"""The working copy: the whole photo, antialiased, small enough for every network and check that looks at the frame."""

import numpy as np
import onnx

from models_src.graph import INT64, UINT8, Graph

CUBIC = -0.5
"""Keys' cubic, the one that reproduces straight ramps (Pillow's choice, too)."""


def build() -> onnx.ModelProto:
    """Graph: `image` uint8 [H, W, 3 or 4], `size` int64 [2] = height, width -> `working` uint8 [height, width, 3]."""
    g = Graph("reduce")
    image = g.input("image", UINT8, ["height", "width", "channels"])
    size = g.input("size", INT64, [2])
    g.output(g.slice(resize(g, image, size, "linear"), 2, 0, 3), "working", UINT8, ["h", "w", 3])
    return g.build()


def resize(g: Graph, image: str, size: str, mode: str) -> str:
    """uint8 [H, W, C] -> [h, w, C], each result the average over its whole footprint when it shrinks.

    At the border weights outside the picture are left out, as Pillow does; repeating the last pixel instead would let
    it weigh more than its neighbours.
    """
    channels = g.slice(g.op("Shape", image), 0, 2, 3)
    sizes = g.op("Concat", np.array([1]), size, channels, axis=0)
    more = {"cubic_coeff_a": CUBIC} if mode == "cubic" else {}
    made = g.op(
        "Resize", g.op("Unsqueeze", image, [0]), None, None, sizes, mode=mode, antialias=1, exclude_outside=1, **more
    )
    return g.op("Squeeze", made, [0])
