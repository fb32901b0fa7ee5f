"""MediaPipe's 478-point face mesh with attention as one graph: aligned crop, network, refinement, back to photo px."""

import numpy as np
import onnx

from models_src.convert import convert
from models_src.graph import FLOAT, UINT8, Array, Graph
from models_src.mesh_points import (
    IRIS_POINTS,
    LEFT_EYE,
    LID_POINTS,
    LIPS,
    MESH_POINTS,
    POINTS,
    RIGHT_EYE,
    SECOND_LOOK_SHIFT,
    SHIFTED,
)  # fmt: skip
from models_src.sampling import crop_cells, sample, spread, to_map
from models_src.tflite_model import Network

CROP = 192
"""Side of the network's input, px."""

LOOKS = {
    "eye_left_look": ("p_re_lu_40", 4 * 4 * 128),
    "eye_right_look": ("p_re_lu_60", 4 * 4 * 128),
    "lips_look": ("p_re_lu_30", 2 * 2 * 128),
    "face_look": ("p_re_lu_14", 6 * 6 * 128),
}
"""Kept features of the network: output name -> (name of its layer, numbers). Those of eyes and lips are the second
look's, from crops around them; small heads read glasses, covers and smiles from these (models_src/heads.py)."""


def build(network: Network) -> onnx.ModelProto:
    """Graph: `image` uint8 [h, w, 3 or 4], `scale` [2] photo px per working px, `roi` [4] = centre x, y, side (photo
    px), turn (radians, clockwise as seen) ->

    `points` [478, 3] x, y, z in photo px (z negative towards the camera), `presence` [1] 0..1. For the measuring graph:
    `mesh_points`, the same again, and what the network itself sees (LOOKS), both kept in the engine.
    """
    g = Graph("mesh")
    image = g.input("image", UINT8, ["height", "width", "channels"])
    scale = g.input("scale", FLOAT, [2])
    roi = g.input("roi", FLOAT, [4])
    centre = g.op("Div", g.slice(roi, 0, 0, 2), scale)
    side = g.op("Div", g.slice(roi, 0, 2, 3), g.slice(scale, 0, 0, 1))
    turn = _turn(g, g.slice(roi, 0, 3, 4))

    axes = g.op("Mul", turn, side)
    across, down = g.take(axes, 0, 0), g.take(axes, 0, 1)

    read = sample(g, image, *spread(g, crop_cells(CROP, half_pixel=False), across, down, centre), "edge")
    looks = {name: network.tensor(label) for name, (label, _) in LOOKS.items()}
    made = convert(g, network, g.op("Mul", to_map(g, read, CROP, CROP), 1 / 255), list(looks.values()))

    flat, depth = _refined(g, made)
    unit = g.op("Sub", g.op("Mul", g.op("Sub", flat, _correction()), 1 / CROP), 0.5)
    where = g.op("Add", g.op("MatMul", unit, axes), centre)
    z = g.op("Mul", g.op("Mul", depth, 1 / CROP), g.slice(roi, 0, 2, 3))
    points = g.op("Concat", g.op("Mul", where, scale), z, axis=1)
    g.output(points, "points", FLOAT, [POINTS, 3])
    g.output(points, "mesh_points", FLOAT, [POINTS, 3])
    for name, (label, size) in LOOKS.items():
        g.output(g.reshape(made[label], [size]), name, FLOAT, [size])
    g.output(g.op("Sigmoid", g.reshape(made["conv_faceflag"], [1])), "presence", FLOAT, [1])
    g.fact("points.unit", "photo px")
    g.fact("correction", f"{SECOND_LOOK_SHIFT} crop px taken from x and y of irises, lids and lips")
    return g.build()


def _turn(g: Graph, angle: str) -> str:
    """[2, 2], so that row vectors times it are turned by `angle` clockwise as seen (y points down)."""
    cosine, sine = g.op("Cos", angle), g.op("Sin", angle)
    return g.reshape(g.op("Concat", cosine, sine, g.op("Neg", sine), cosine, axis=0), [2, 2])


def _refined(g: Graph, made: dict[str, str]) -> tuple[str, str]:
    """(x, y) [478, 2] and z [478, 1] in crop px: lips, eyes and irises from the second look, depth from the first."""
    mesh = g.reshape(made["output_mesh_identity"], [MESH_POINTS, 3])
    parts = ["output_lips", "output_left_eye", "output_right_eye", "output_left_iris", "output_right_iris"]
    stacked = g.op("Concat", g.slice(mesh, 1, 0, 2), *(g.reshape(made[p], [-1, 2]) for p in parts), axis=0)
    rows = np.arange(POINTS)
    offset = MESH_POINTS
    for region in (LIPS, LEFT_EYE, RIGHT_EYE):
        rows[list(region)] = offset + np.arange(len(region))
        offset += len(region)
    rows[MESH_POINTS:] = offset + np.arange(2 * IRIS_POINTS)

    first = g.slice(mesh, 1, 2, 3)
    depths = [first]
    for eye in (LEFT_EYE, RIGHT_EYE):
        mean = g.op("ReduceMean", g.op("Gather", first, np.array(eye[:LID_POINTS]), axis=0), [0], keepdims=1)
        depths.append(g.op("Expand", mean, [IRIS_POINTS, 1]))
    return g.op("Gather", stacked, rows, axis=0), g.op("Concat", *depths, axis=0)


def _correction() -> Array:
    """[478, 1] crop px to take away from x and y."""
    shift: Array = np.zeros((POINTS, 1), dtype=np.float32)
    shift[list(SHIFTED)] = SECOND_LOOK_SHIFT
    return shift
