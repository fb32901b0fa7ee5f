"""Decoding and weighted suppression on made-up regressors, against a plain loop; the letterbox on a real face."""

from __future__ import annotations

import functools
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime
import pytest

from models_src import detector
from models_src.detector import FULL_RANGE, SHORT_RANGE, Detector
from models_src.graph import FLOAT
from tests.models_src import pieces
from tests.oracle import graphs, picture

Array = npt.NDArray[Any]
KINDS = {"short": SHORT_RANGE, "full": FULL_RANGE}


class Faces(NamedTuple):
    boxes: Array
    points: Array
    scores: Array


@functools.cache
def decoder(kind: str) -> onnxruntime.InferenceSession:
    def write(g: Any, values: str) -> Any:
        boxes, points = detector._decode(g, values, KINDS[kind])
        return {"boxes": (boxes, FLOAT, ["a", 4]), "points": (points, FLOAT, ["a", 12])}

    return pieces.piece({"values": (FLOAT, ["a", 16])}, write)


@functools.cache
def suppressor(threshold: float) -> onnxruntime.InferenceSession:
    def write(g: Any, boxes: str, points: str, score: str) -> Any:
        kept = detector._suppress(g, boxes, points, score, threshold)
        shapes: list[list[int | str]] = [["n", 4], ["n", 12], ["n"]]
        return {name: (value, FLOAT, shape) for name, value, shape in zip(Faces._fields, kept, shapes)}

    return pieces.piece({"all": (FLOAT, ["a", 4]), "places": (FLOAT, ["a", 12]), "sure": (FLOAT, ["a"])}, write)


def suppressed(given: Faces, threshold: float = 0.5) -> Faces:
    made = pieces.run(suppressor(threshold), all=given.boxes, places=given.points, sure=given.scores)
    return Faces(made["boxes"], made["points"], made["scores"])


def overlap(a: Array, b: Array) -> float:
    width, height = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    common = max(width, 0) * max(height, 0)
    return float(common / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - common))


def expected(given: Faces, threshold: float) -> Faces:
    """As MediaPipe describes it: take the best, average all near it by score, put them aside, go on."""
    left = [k for k in np.argsort(-given.scores, kind="stable") if given.scores[k] >= threshold]
    boxes, points, scores = [], [], []
    while left:
        best = left[0]
        near = [k for k in left if k == best or overlap(given.boxes[best], given.boxes[k]) > 0.3]
        weight = given.scores[near] / given.scores[near].sum()
        boxes.append(weight @ given.boxes[near])
        points.append(weight @ given.points[near])
        scores.append(given.scores[best])
        left = [k for k in left if k not in near]
    return Faces(np.array(boxes).reshape(-1, 4), np.array(points).reshape(-1, 12), np.array(scores))


def crowd(seed: int, count: int = 200, faces: int = 6) -> Faces:
    """Boxes around a few places, more or less alike, with all scores from 0 to 1."""
    rng = np.random.default_rng(seed)
    places, sizes = rng.random((faces, 2)), 0.1 + 0.3 * rng.random(faces)
    which = rng.integers(0, faces, count)
    middle = places[which] + rng.normal(0, 0.04, (count, 2))
    half = sizes[which, None] * np.exp(rng.normal(0, 0.25, (count, 2))) / 2
    boxes = np.hstack([middle - half, middle + half])
    return Faces(
        boxes.astype(np.float32), rng.random((count, 12)).astype(np.float32), rng.random(count).astype(np.float32)
    )


@pytest.mark.parametrize("seed", range(12))
def test_weighted_suppression(seed: int) -> None:
    given, threshold = crowd(seed), (0.5, 0.6)[seed % 2]
    mine, theirs = suppressed(given, threshold), expected(given, threshold)
    assert len(mine.scores) == len(theirs.scores) > 1
    for one, other in zip(mine, theirs):
        assert one == pytest.approx(other, abs=1e-5)


def test_the_threshold_belongs_to_the_faces() -> None:
    boxes = np.array([[0, 0, 1, 1], [5, 5, 6, 6], [9, 9, 10, 10]], dtype=np.float32)
    given = Faces(boxes, np.zeros((3, 12)), np.array([0.5, 0.499999, 0.9], dtype=np.float32))
    assert suppressed(given).scores == pytest.approx([0.9, 0.5])


def test_nobody() -> None:
    nobody = suppressed(Faces(np.zeros((3, 4)), np.zeros((3, 12)), np.array([0.1, 0.2, 0.3])))
    assert [len(values) for values in nobody] == [0, 0, 0]


def test_boxes_turned_inside_out_or_without_area_are_no_faces() -> None:
    boxes = np.array([[0.4, 0.4, 0.2, 0.6], [0.5, 0.5, 0.5, 0.5], [0.1, 0.1, 0.3, 0.3]], dtype=np.float32)
    kept = suppressed(Faces(boxes, np.zeros((3, 12)), np.array([0.99, 0.95, 0.7])))
    assert kept.scores == pytest.approx([0.7]) and np.isfinite(kept.boxes).all()


def test_anchors_lie_in_the_middle_of_their_cells() -> None:
    """16 x 16 cells with 2 anchors, then 8 x 8 with 6; 48 x 48 with 1: row by row, anchors of a cell together."""
    short, full = detector.anchor_centres(SHORT_RANGE), detector.anchor_centres(FULL_RANGE)
    assert short.shape == (896, 2) and full.shape == (2304, 2)
    assert short[[0, 1]] == pytest.approx(np.full((2, 2), 0.5 / 16))
    assert short[2] == pytest.approx([1.5 / 16, 0.5 / 16]) and short[32] == pytest.approx([0.5 / 16, 1.5 / 16])
    assert short[512 + 5] == pytest.approx([0.5 / 8, 0.5 / 8]) and short[512 + 6] == pytest.approx([1.5 / 8, 0.5 / 8])
    assert short[895] == pytest.approx([7.5 / 8, 7.5 / 8])
    assert full[49] == pytest.approx([1.5 / 48, 1.5 / 48])


@pytest.mark.parametrize("kind", KINDS)
def test_decoding(kind: str) -> None:
    """x, y, width, height and six points, in px of the network's input, each from its anchor."""
    which: Detector = KINDS[kind]
    anchors = detector.anchor_centres(which)
    values = np.random.default_rng(2).normal(0, 30, (len(anchors), 16)).astype(np.float32)
    made = pieces.run(decoder(kind), values=values)
    for k in range(0, len(anchors), 97):
        x, y = anchors[k] + values[k, :2] / which.size
        width, height = values[k, 2:4] / which.size
        assert made["boxes"][k] == pytest.approx(
            [x - width / 2, y - height / 2, x + width / 2, y + height / 2], abs=1e-5
        )
        wanted = values[k, 4:].reshape(6, 2) / which.size + anchors[k]
        assert made["points"][k].reshape(6, 2) == pytest.approx(wanted, abs=1e-5)


@pytest.mark.parametrize("graph", ["find", "find_far"])
@pytest.mark.parametrize("tall", [False, True])
def test_the_letterbox_is_a_black_frame(graph: str, tall: bool) -> None:
    """A wide or tall picture gives the faces of the same picture on a black square, in photo px."""
    face = picture.astronaut()[:, 80:368] if tall else picture.astronaut()[:288]
    pad = (512 - 288) // 2
    square = np.pad(face, ((0, 0), (pad, pad), (0, 0)) if tall else ((pad, pad), (0, 0), (0, 0)))
    shift = np.array([pad, 0] if tall else [0, pad])
    scale = np.array([2.0, 2.0], dtype=np.float32)
    found = graphs.run(graphs.shipped(graph), image=face, scale=scale)
    wanted = graphs.run(graphs.shipped(graph), image=square, scale=scale)
    assert len(found["scores"]) == 1 and found["scores"] == pytest.approx(wanted["scores"], abs=1e-4)
    for name in ("boxes", "points"):
        moved = wanted[name].reshape(-1, 2) - 2 * shift
        assert found[name].reshape(-1, 2) == pytest.approx(moved, abs=0.02)
