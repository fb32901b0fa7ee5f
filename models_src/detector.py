"""MediaPipe's face detectors as graphs: letterbox, network, decoding and weighted non-maximum suppression inside."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import onnx

from models_src.convert import convert
from models_src.graph import FLOAT, UINT8, Array, Graph
from models_src.sampling import crop_cells, picture_size, sample, spread, to_map
from models_src.tflite_model import Network


class Detector(NamedTuple):
    """What differs between the two detectors (read from the graph options inside the mediapipe 0.10.21 wheel).

    size: side of the network's input and scale of its regressors, px. anchors: (cells per side, anchors per cell), in
    the network's order. threshold: least score. half_pixel: the crop convention that is unbiased in the mirror test.
    """

    regressors: str
    scores: str
    size: int
    anchors: Sequence[tuple[int, int]]
    threshold: float
    half_pixel: bool


SHORT_RANGE = Detector("regressors", "classificators", 128, ((16, 2), (8, 6)), 0.5, half_pixel=False)
FULL_RANGE = Detector("Identity", "Identity_1", 192, ((48, 1),), 0.6, half_pixel=True)

OVERLAP = 0.3
"""Intersection over union above which two boxes are one face (`min_suppression_threshold`)."""
MOST_FACES = 64


def build(network: Network, kind: Detector, name: str) -> onnx.ModelProto:
    """Graph: `image` uint8 [h, w, 3 or 4], `scale` [2] photo px per working px ->

    `boxes` [n, 4] x0, y0, x1, y1; `points` [n, 12] six (x, y): image-left eye, image-right eye, nose tip, mouth,
    image-left and image-right tragion; `scores` [n]. Photo px, best score first."""
    g = Graph(name)
    image = g.input("image", UINT8, ["height", "width", "channels"])
    scale = g.input("scale", FLOAT, [2])
    width, height = picture_size(g, image)
    side = g.op("Max", width, height)
    centre = g.op("Mul", g.op("Concat", width, height, axis=0), 0.5)
    across, down = (g.op("Mul", [float(n) for n in axis], side) for axis in ([1, 0], [0, 1]))
    where = spread(g, crop_cells(kind.size, kind.half_pixel), across, down, centre)
    if kind.half_pixel:
        where = g.op("Sub", where[0], 0.5), g.op("Sub", where[1], 0.5)
    square = to_map(g, sample(g, image, *where, "black"), kind.size, kind.size)
    normal = g.op("Sub", g.op("Mul", square, 2 / 255), 1.0)
    made = convert(g, network, normal)

    values = g.reshape(made[kind.regressors], [-1, 16])
    score = g.op("Sigmoid", g.op("Clip", g.reshape(made[kind.scores], [-1]), -100.0, 100.0))
    boxes, points = _decode(g, values, kind)
    kept_boxes, kept_points, kept_scores = _suppress(g, boxes, points, score, kind.threshold)

    # Units of the letterbox's side with the middle at 0.5 -> photo px.
    def photo(value: str, pairs: int) -> str:
        moved = g.op("Add", g.op("Mul", g.op("Sub", g.reshape(value, [-1, pairs, 2]), 0.5), side), centre)
        return g.reshape(g.op("Mul", moved, scale), [-1, 2 * pairs])

    g.output(photo(kept_boxes, 2), "boxes", FLOAT, ["faces", 4])
    g.output(photo(kept_points, 6), "points", FLOAT, ["faces", 12])
    g.output(kept_scores, "scores", FLOAT, ["faces"])
    g.fact("boxes.unit", "photo px")
    g.fact("points.unit", "photo px")
    return g.build()


def anchor_centres(kind: Detector) -> Array:
    """[anchors, 2] centres in 0..1, rows top to bottom, cells left to right, anchors within the cell."""
    parts = []
    for cells, per_cell in kind.anchors:
        line = (np.arange(cells) + 0.5) / cells
        grid = np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)
        parts.append(np.repeat(grid, per_cell, axis=0))
    return np.concatenate(parts).astype(np.float32)


def _decode(g: Graph, values: str, kind: Detector) -> tuple[str, str]:
    """Regressors [a, 16] -> boxes [a, 4] (x0, y0, x1, y1) and key points [a, 12] in units of the letterbox."""
    centres = anchor_centres(kind)
    unit = g.op("Mul", values, 1 / kind.size)
    middle = g.op("Add", g.slice(unit, 1, 0, 2), centres)
    half = g.op("Mul", g.slice(unit, 1, 2, 4), 0.5)
    boxes = g.op("Concat", g.op("Sub", middle, half), g.op("Add", middle, half), axis=1)
    points = g.op("Add", g.reshape(g.slice(unit, 1, 4, 16), [-1, 6, 2]), centres[:, None, :])
    return boxes, g.reshape(points, [-1, 12])


def _suppress(g: Graph, boxes: str, points: str, score: str, threshold: float) -> tuple[str, str, str]:
    """Weighted suppression: each face is the score-weighted mean of all boxes that overlap its best one."""
    low, high = g.slice(boxes, 1, 0, 2), g.slice(boxes, 1, 2, 4)
    size = g.op("Sub", high, low)
    sound = g.op("Greater", g.op("ReduceMin", size, [1], keepdims=0), 0.0)
    good = g.cast(g.op("And", g.op("GreaterOrEqual", score, threshold), sound), FLOAT)
    weight = g.op("Mul", score, good)

    corners = g.op("Unsqueeze", g.op("Gather", boxes, np.array([1, 0, 3, 2]), axis=1), [0])
    just_under = float(np.nextafter(np.float32(threshold), 0.0))
    chosen = g.op(
        "NonMaxSuppression",
        corners,
        g.op("Unsqueeze", weight, [0, 1]),
        [MOST_FACES],
        [OVERLAP],
        [just_under],
    )
    leaders = g.take(chosen, 1, 2)

    near = g.op("Greater", _overlap(g, g.op("Gather", boxes, leaders, axis=0), boxes), OVERLAP)
    counted = g.op("Mul", g.cast(near, FLOAT), g.op("Unsqueeze", good, [0]))
    # A box belongs to the first leader near it: near, and none before.
    first = g.op("Equal", g.op("CumSum", counted, 0), 1.0)
    share = g.op("Mul", g.op("Mul", counted, g.cast(first, FLOAT)), g.op("Unsqueeze", weight, [0]))
    total = g.op("ReduceSum", share, [1], keepdims=1)
    mean = g.op("Div", g.op("MatMul", share, g.op("Concat", boxes, points, axis=1)), total)
    return g.slice(mean, 1, 0, 4), g.slice(mean, 1, 4, 16), g.op("Gather", score, leaders, axis=0)


def _overlap(g: Graph, some: str, all_boxes: str) -> str:
    """Intersection over union [n, m] of boxes [n, 4] and [m, 4]."""
    a, b = g.op("Unsqueeze", some, [1]), g.op("Unsqueeze", all_boxes, [0])
    low = g.op("Max", g.slice(a, 2, 0, 2), g.slice(b, 2, 0, 2))
    high = g.op("Min", g.slice(a, 2, 2, 4), g.slice(b, 2, 2, 4))
    common = _area(g, g.op("Max", g.op("Sub", high, low), 0.0))
    return g.op("Div", common, g.op("Sub", g.op("Add", _box_area(g, a), _box_area(g, b)), common))


def _box_area(g: Graph, boxes: str) -> str:
    return _area(g, g.op("Sub", g.slice(boxes, 2, 2, 4), g.slice(boxes, 2, 0, 2)))


def _area(g: Graph, sizes: str) -> str:
    return g.op("Mul", g.take(sizes, 2, 0), g.take(sizes, 2, 1))
