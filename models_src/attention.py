"""The three custom operators of MediaPipe's attention mesh, written as ONNX.

The network looks at lips and eyes again: it cuts a turned and scaled square around each out of a feature map, reads the
landmarks in it, and carries them back. All three are version 2 of their operator; shapes below leave out the batch of
1."""

from typing import TYPE_CHECKING

import numpy as np

from models_src.graph import FLOAT
from models_src.tflite_model import Operator

if TYPE_CHECKING:
    from models_src.convert import Emitter


def landmarks_to_transform_matrix(emit: "Emitter", operator: Operator) -> str:
    """Landmarks [468, 3] in feature-map pixels -> matrix [4, 4] from cells of the region to feature-map pixels.

    The region is the box of a subset of points in the frame turned so that two of them lie level, grown by `scale`.
    """
    g, o = emit.graph, operator.custom
    if o["target_rotation_radians"] or (o["output_width"], o["output_height"]) != (16, 16):
        raise ValueError("only level regions of 16 x 16 cells are converted")
    points = g.slice(g.reshape(emit.plain(operator.inputs[0]), [-1, 3]), 1, 0, 2)
    ends = g.op("Gather", points, np.array([o["left_rotation_idx"], o["right_rotation_idx"]]), axis=0)
    along = g.op("Sub", g.slice(ends, 0, 1, 2), g.slice(ends, 0, 0, 1))
    unit = g.op("Div", along, g.op("ReduceL2", along, [1], keepdims=1))
    # (c, s) -> rows [c, -s], [s, c]: the turn from the region's frame to the map's, without an arc tangent.
    spread = np.array([[1, 0, 0, 1], [0, -1, 1, 0]], dtype=np.float32)
    turn = g.reshape(g.op("MatMul", unit, spread), [2, 2])
    turned = g.op("MatMul", g.op("Gather", points, np.array(o["subset_idxs"]), axis=0), turn)
    low, high = g.op("ReduceMin", turned, [0], keepdims=1), g.op("ReduceMax", turned, [0], keepdims=1)
    # One factor per axis: scale times the box over the 16 cells.
    grow = np.array([[o["scale_x"] / 16, o["scale_y"] / 16]], dtype=np.float32)
    linear = g.op("Mul", turn, g.op("Mul", g.op("Sub", high, low), grow))
    middle = g.op("Mul", g.op("Add", low, high), 0.5)
    centre = g.op("MatMul", turn, g.op("Transpose", middle))
    shift = g.op("Sub", centre, g.op("MatMul", linear, np.full((2, 1), 8, dtype=np.float32)))
    top = g.op("Concat", linear, np.zeros((2, 1), dtype=np.float32), shift, axis=1)
    rest = np.array([[0, 0, 1, 0], [0, 0, 0, 1]], dtype=np.float32)
    return g.op("Unsqueeze", g.op("Concat", top, rest, axis=0), [0])


def transform_tensor_bilinear(emit: "Emitter", operator: Operator) -> str:
    """Feature map [C, 48, 48], matrix [4, 4] -> the region's features [C, 16, 16], bilinear at pixel centres.

    A cell whose centre lies outside the map's pixel centres is 0 in all channels, without blending across the edge.
    """
    g = emit.graph
    features = emit.image(operator.inputs[0])
    _, height, width, _ = emit.shape(operator.inputs[0])
    if height != width:
        raise ValueError("only square feature maps are converted")
    linear, shift = _affine(emit, emit.plain(operator.inputs[1]))
    cells = np.stack(np.meshgrid(np.arange(16) + 0.5, np.arange(16) + 0.5), axis=-1).reshape(-1, 2).astype(np.float32)
    where = g.op("Add", g.op("MatMul", cells, g.op("Transpose", linear)), g.op("Transpose", shift))
    grid = g.op("Sub", g.op("Mul", where, 2 / width), 1.0)
    read = g.op("GridSample", features, g.reshape(grid, [1, 16, 16, 2]), mode="linear", padding_mode="zeros")
    inside = g.op("And", g.op("GreaterOrEqual", where, 0.5), g.op("LessOrEqual", where, width - 0.5))
    both = g.op("ReduceMin", g.cast(inside, FLOAT), [1], keepdims=0)
    return g.op("Mul", read, g.reshape(both, [1, 1, 16, 16]))


def transform_landmarks(emit: "Emitter", operator: Operator) -> str:
    """Points [N, 2] of a region, matrix [4, 4] -> points [N, 2] of the crop. No half-pixel term here."""
    g = emit.graph
    linear, shift = _affine(emit, emit.value(operator.inputs[1]))
    points = g.reshape(emit.plain(operator.inputs[0]), [-1, 2])
    moved = g.op("Add", g.op("MatMul", points, g.op("Transpose", linear)), g.op("Transpose", shift))
    return g.op("Unsqueeze", moved, [0])


def _affine(emit: "Emitter", matrix: str) -> tuple[str, str]:
    """Linear part [2, 2] and shift [2, 1] of a matrix [1, 4, 4]."""
    g = emit.graph
    rows = g.slice(g.reshape(matrix, [4, 4]), 0, 0, 2)
    return g.slice(rows, 1, 0, 2), g.slice(rows, 1, 3, 4)
