"""Inputs for every graph: a face where a face is looked for."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from tests.oracle import picture

Array = npt.NDArray[Any]


def session(model: bytes | str) -> onnxruntime.InferenceSession:
    """As both engines open a graph: not optimised again."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def inputs(name: str) -> dict[str, Array]:
    """What the graph `name` is asked about a picture of an astronaut."""
    scale = np.array([1.5, 1.5], dtype=np.float32)
    size = np.array([120, 90], dtype=np.int64)
    image = picture.astronaut()
    given: dict[str, dict[str, Array]] = {
        "find": {"image": image, "scale": scale},
        "find_far": {"image": image, "scale": scale},
        "mesh": {"image": image, "scale": scale, "roi": np.array([333, 177, 315, 0.05], dtype=np.float32)},
        "person": {
            "image": image,
            "scale": scale,
            "region": np.array([20, 0, 600, 600], dtype=np.float32),
            "head": np.array([333, 160, 336, 250], dtype=np.float32),
        },
        "reduce": {"image": image, "size": size},
        "straight": {"image": image[:320, :240], "size": size},
        "turned": {
            "image": image,
            "inverse": np.array([2.0, -0.3, 90.0, 0.3, 2.0, 20.0], dtype=np.float32),
            "size": size,
        },
    }
    return given[name]


def answers(graph: onnxruntime.InferenceSession, name: str) -> dict[str, Array]:
    """Outputs by name."""
    names = [output.name for output in graph.get_outputs()]
    return dict(zip(names, graph.run(names, inputs(name)), strict=True))
