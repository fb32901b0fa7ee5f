"""Feeds for each network's graph, and how far a variant's results lie from the shipped graph's."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import onnx
import onnxruntime as ort
from numpy.typing import NDArray

Array = NDArray[Any]
Feed = dict[str, Array]
Results = Mapping[str, Array]

ROI_GROWTH, CROP = 1.5, 192
LEFT_IRIS, RIGHT_IRIS, CHIN = 468, 473, 152
MASK_SIDE = 4.2
"""As pixid/pipeline.py chains the graphs: the mesh's crop over the detector's box, the mask's square in T."""


class Subject(NamedTuple):
    """One network under judgement: how far a variant is `apart(feed, shipped, variant)`, and in which `unit`."""

    graph: str
    unit: str
    apart: Callable[[Feed, Results, Results], float]


class Session:
    """A graph on one thread, as shipped: no optimising when it is opened."""

    def __init__(self, model: onnx.ModelProto) -> None:
        options = ort.SessionOptions()
        options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
        self.outputs = [output.name for output in self._session.get_outputs()]

    def __call__(self, feed: Feed) -> Results:
        return dict(zip(self.outputs, self._session.run(self.outputs, feed), strict=True))

    def milliseconds(self, feed: Feed) -> float:
        """One run."""
        started = time.perf_counter()
        self(feed)
        return (time.perf_counter() - started) * 1000


def feeds(shipped: Mapping[str, Session], pictures: Sequence[Array]) -> dict[str, list[Feed]]:
    """What each graph is given for each picture, chained as the pipeline chains them; pictures without a face go."""
    made: dict[str, list[Feed]] = {subject.graph: [] for subject in SUBJECTS}
    for picture in pictures:
        whole: Feed = {"image": picture, "scale": np.ones(2, np.float32)}
        found = shipped["find"](whole)
        if not len(found["scores"]):
            continue
        roi = _roi(found["boxes"][0], found["points"][0])
        points = shipped["mesh"]({**whole, "roi": roi})["points"][:, :2]
        made["find"].append(whole)
        made["find_far"].append(whole)
        made["mesh"].append({**whole, "roi": roi})
        made["person"].append({**whole, **_around(points, picture)})
    return made


def _roi(box: Array, points: Array) -> Array:
    """Centre, side and turn of the mesh's crop."""
    turn = np.arctan2(points[3] - points[1], points[2] - points[0])
    side = ROI_GROWTH * max(box[2] - box[0], box[3] - box[1])
    return np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2, side, turn], np.float32)


def _around(points: Array, picture: Array) -> Feed:
    """The mask's region and the head's axis."""
    eyes, chin = (points[LEFT_IRIS] + points[RIGHT_IRIS]) / 2, points[CHIN]
    half = MASK_SIDE / 2 * float(np.linalg.norm(chin - eyes))
    low, high = np.maximum(eyes - half, 0), np.minimum(eyes + half, picture.shape[1::-1])
    return {
        "region": np.array([*low, *(high - low)], np.float32),
        "head": np.array([*eyes, *chin], np.float32),
    }


def _boxes_apart(side: int) -> Callable[[Feed, Results, Results], float]:
    """Largest shift of a box's side in px of the network's input; infinite where another number of faces is found."""

    def apart(feed: Feed, shipped: Results, variant: Results) -> float:
        if len(shipped["boxes"]) != len(variant["boxes"]):
            return float("inf")
        shift = np.abs(shipped["boxes"] - variant["boxes"]).max(initial=0)
        return float(shift) * side / int(max(feed["image"].shape[:2]))

    return apart


def _points_apart(feed: Feed, shipped: Results, variant: Results) -> float:
    """Distance of the worst of the 478 points in px of the crop."""
    distances = np.linalg.norm((shipped["points"] - variant["points"])[:, :2], axis=1)
    return float(distances.max()) * CROP / float(feed["roi"][2])


def _masks_apart(feed: Feed, shipped: Results, variant: Results) -> float:
    """How far the outline (mask 0.5) moved on average, px of the mask: cells that changed sides per cell of outline."""
    before, after = shipped["alpha"] > 0.5, variant["alpha"] > 0.5
    outline = int(np.count_nonzero(before[1:] != before[:-1]) + np.count_nonzero(before[:, 1:] != before[:, :-1]))
    return int(np.count_nonzero(before != after)) / max(outline, 1)


SUBJECTS = (
    Subject("find", "box, px of 128", _boxes_apart(128)),
    Subject("find_far", "box, px of 192", _boxes_apart(192)),
    Subject("mesh", "worst point, px of 192", _points_apart),
    Subject("person", "outline, px of 256", _masks_apart),
)
