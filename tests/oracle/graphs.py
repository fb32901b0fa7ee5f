"""The graphs we ship, run on test pictures without the product's engine."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime
import pytest

from tests.oracle.picture import RGB

Array = npt.NDArray[Any]

FOLDER = Path(__file__).parents[2] / "pixid_native" / "data" / "graphs"
WORKING_SIDE = 1600
"""Long side of the working copy, px (house rule of both engines)."""


class Working(NamedTuple):
    """The working copy [h, w, 3] and photo px per working px (x, y)."""

    image: RGB
    scale: Array


@functools.cache
def shipped(name: str) -> onnxruntime.InferenceSession:
    """The graph `name` as packaged. Fails the calling test when the build has not run."""
    path = FOLDER / f"{name}.onnx"
    if not path.is_file():
        pytest.fail(f"{path.name} is not built: run python3 build.py")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def run(graph: onnxruntime.InferenceSession, **inputs: Array) -> dict[str, Array]:
    """Outputs by name."""
    names = [output.name for output in graph.get_outputs()]
    return dict(zip(names, graph.run(names, inputs), strict=True))


def working_copy(rgb: RGB) -> Working:
    """The photo itself up to WORKING_SIDE, above that reduced by the shipped graph."""
    height, width = rgb.shape[:2]
    side = max(height, width)
    if side <= WORKING_SIDE:
        return Working(rgb, np.ones(2, dtype=np.float32))
    size = np.array([max(1, round(n * WORKING_SIDE / side)) for n in (height, width)], dtype=np.int64)
    image = run(shipped("reduce"), image=rgb, size=size)["working"]
    return Working(image, np.array([width / size[1], height / size[0]], dtype=np.float32))
