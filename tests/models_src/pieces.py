"""Parts of our graphs built alone, so that they can be fed with made-up inputs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from models_src.graph import Graph
from tests.models_src import networks

Array = npt.NDArray[Any]


def piece(
    inputs: Mapping[str, tuple[int, list[int | str]]],
    write: Callable[..., Mapping[str, tuple[str, int, list[int | str]]]],
) -> onnxruntime.InferenceSession:
    """A session for the graph that `write(g, *names of inputs)` writes; it returns output name -> (value, kind, shape).

    `inputs`: name -> (kind, shape). Run as written, without optimisation.
    """
    g = Graph("piece")
    names = [g.input(name, kind, shape) for name, (kind, shape) in inputs.items()]
    for name, (value, kind, shape) in write(g, *names).items():
        g.output(value, name, kind, shape)
    return networks.session(g.build().SerializeToString())


def run(session: onnxruntime.InferenceSession, **given: Any) -> dict[str, Array]:
    """Outputs by name; floats become float32, whole numbers int64, pictures stay bytes."""
    return networks.run(session, **{name: _array(value) for name, value in given.items()})


def _array(value: Any) -> Array:
    array = np.asarray(value)
    if array.dtype == np.uint8:
        return array
    return array.astype(np.int64 if array.dtype.kind == "i" else np.float32)
