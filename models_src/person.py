"""MediaPipe's selfie segmenter as a graph, with what we read from its mask: the top of the hair."""

import numpy as np
import onnx

from models_src.convert import convert
from models_src.graph import FLOAT, INT64, UINT8, Graph
from models_src.sampling import crop_cells, sample, spread, to_map
from models_src.tflite_model import Network

MASK = 256
"""Side of the network's input and mask, px."""
REACH = 1.8
"""How far over the eyes hair is looked for, in T (eye midpoint to chin). The highest of 52 portraits reached 1.40 T."""
ROWS, COLUMNS = 256, 120
HALF_WIDTH = 1.0
STRAND = 6
"""Hair counts where at least STRAND of COLUMNS cells (0.10 T) of a row are covered: loose strands do not."""
GAP_ROWS = 17
"""Rows (0.12 T) of a gap inside the hair, a loop or a parting against the wall, that do not end it."""
SURE_HEAD = 0.5
"""Up to this height over the eyes (T) everything is forehead; the hairline lies at 0.57 T or more."""


def build(network: Network) -> onnx.ModelProto:
    """Graph: `image` uint8 [h, w, 3 or 4], `scale` [2], `region` [4] = x0, y0, width, height (photo px) that the mask
    covers, `head` [4] = eye midpoint x, y and chin x, y (photo px) ->

    `alpha` [256, 256] person 0..1 over the region (kept in the engine); `hair_top` [1] height of the hair over the eye
    midpoint along the head's axis, T; `softness` [1] soft area of the mask over its outline, mask px: high in clutter.
    """
    g = Graph("person")
    image = g.input("image", UINT8, ["height", "width", "channels"])
    scale = g.input("scale", FLOAT, [2])
    region = g.input("region", FLOAT, [4])
    head = g.input("head", FLOAT, [4])
    corner, extent = g.slice(region, 0, 0, 2), g.slice(region, 0, 2, 4)
    size = g.op("Div", extent, scale)
    across, down = (g.op("Mul", [float(n) for n in axis], size) for axis in ([1, 0], [0, 1]))
    middle = g.op("Add", g.op("Div", corner, scale), g.op("Mul", size, 0.5))
    x, y = spread(g, crop_cells(MASK, half_pixel=True), across, down, g.op("Sub", middle, 0.5))
    read = sample(g, image, x, y, "edge")
    made = convert(g, network, g.op("Mul", to_map(g, read, MASK, MASK), 1 / 255))
    mask = g.reshape(made["activation_10"], [1, 1, MASK, MASK])

    g.output(g.reshape(mask, [MASK, MASK]), "alpha", FLOAT, [MASK, MASK])
    g.output(hair_top(g, mask, corner, extent, head), "hair_top", FLOAT, [1])
    g.output(_softness(g, mask), "softness", FLOAT, [1])
    g.fact("hair_top.unit", "T")
    g.fact("softness.unit", "mask px")
    g.fact("alpha.keep", "yes")
    return g.build()


def hair_top(g: Graph, mask: str, corner: str, extent: str, head: str) -> str:
    """[1] T over the eyes, of a mask [1, 1, h, w] over the photo px from `corner` on as far as `extent`: going up from
    the forehead, where the mask stops covering 0.10 T of a row (interpolated at 0.5)."""
    eyes, chin = g.slice(head, 0, 0, 2), g.slice(head, 0, 2, 4)
    up = g.op("Sub", eyes, chin)
    # Unit of the grid is T: rows go down the head's axis from REACH, columns across it. Everything is brought to -1..1
    # of the mask before the two are spread out, since sums of the whole grid take a browser half a millisecond each.
    across = g.op("Mul", g.op("Gather", up, np.array([1, 0]), axis=0), np.array([-1, 1], dtype=np.float32))
    gain = g.op("Div", 2.0, extent)
    start = g.op("Sub", g.op("Mul", g.op("Sub", eyes, corner), gain), 1.0)
    up, across = g.op("Mul", up, gain), g.op("Mul", across, gain)
    heights = np.linspace(REACH, 0, ROWS, dtype=np.float32)
    offsets = ((np.arange(COLUMNS) + 0.5) / COLUMNS * 2 - 1).astype(np.float32) * HALF_WIDTH
    vertical = g.op("Mul", heights.reshape(-1, 1, 1), g.reshape(up, [1, 1, 2]))
    sideways = g.op("Mul", offsets.reshape(1, -1, 1), g.reshape(across, [1, 1, 2]))
    grid = g.op("Add", g.op("Add", vertical, g.reshape(start, [1, 1, 2])), sideways)
    cover = g.op("GridSample", mask, g.op("Unsqueeze", grid, [0]), mode="linear", padding_mode="zeros")
    largest = g.ops("TopK", g.reshape(cover, [ROWS, COLUMNS]), [STRAND], axis=1, outputs=2)[0]
    row = _closed(g, g.take(largest, 1, STRAND - 1))

    looked_at = (heights > SURE_HEAD).astype(np.float32)
    open_rows = g.op("Mul", g.cast(g.op("Less", row, 0.5), FLOAT), looked_at)
    numbers = np.arange(1, ROWS + 1, dtype=np.float32)
    # Number of the lowest uncovered row (0: covered up to REACH); the row under it is the topmost of the hair.
    lowest = g.op("ReduceMax", g.op("Mul", open_rows, numbers), [0], keepdims=1)
    under = g.cast(lowest, INT64)
    over = g.op("Max", g.op("Sub", under, 1), 0)
    value_over, value_under = g.op("Gather", row, over, axis=0), g.op("Gather", row, under, axis=0)
    rise = g.op("Max", g.op("Sub", value_under, value_over), 1e-6)
    part = g.op("Clip", g.op("Div", g.op("Sub", value_under, 0.5), rise), 0.0, 1.0)
    step = float(heights[0] - heights[1])
    height = g.op("Add", g.op("Gather", heights, under, axis=0), g.op("Mul", part, step))
    return g.op("Min", height, REACH)


def _closed(g: Graph, row: str) -> str:
    """[ROWS] with gaps of up to GAP_ROWS filled: dilated, then eroded."""
    window = {"kernel_shape": [GAP_ROWS], "pads": [GAP_ROWS // 2] * 2}
    grown = g.op("MaxPool", g.reshape(row, [1, 1, ROWS]), **window)
    return g.reshape(g.op("Neg", g.op("MaxPool", g.op("Neg", grown), **window)), [ROWS])


def _softness(g: Graph, mask: str) -> str:
    """Area of 0.1 < mask < 0.9 over the length of the 0.5 contour."""
    soft = g.op("And", g.op("Greater", mask, 0.1), g.op("Less", mask, 0.9))
    area = g.op("ReduceSum", g.cast(soft, FLOAT), [0, 1, 2, 3], keepdims=0)
    inside = g.cast(g.op("Greater", mask, 0.5), FLOAT)
    edges = None
    for axis in (2, 3):
        change = g.op("Sub", g.slice(inside, axis, 1, MASK), g.slice(inside, axis, 0, MASK - 1))
        count = g.op("ReduceSum", g.op("Abs", change), [0, 1, 2, 3], keepdims=0)
        edges = count if edges is None else g.op("Add", edges, count)
    return g.reshape(g.op("Div", area, g.op("Max", edges, 1.0)), [1])
