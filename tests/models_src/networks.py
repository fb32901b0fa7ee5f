"""The four networks as the tests need them: the original files, pictures to feed them, and both runtimes."""

from __future__ import annotations

import functools
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime
from PIL import Image

from models_src.convert import convert_alone
from models_src.tflite_model import Network
from tests.oracle import picture
from toolchain.models import model_files

Array = npt.NDArray[Any]


class Subject(NamedTuple):
    """A network under test: `low` is the value of black (white is 1); `agreement` is the largest difference between
    two runtimes, in parts of a tensor's maximum (at least 1).
    """

    file: str
    low: float
    agreement: float


SUBJECTS = {
    "short range": Subject("face_detection_short_range", -1, 2e-5),
    "full range": Subject("face_detection_full_range_sparse", -1, 2e-5),
    "attention mesh": Subject("face_landmark_with_attention", 0, 2e-5),
    # Averages over up to 16384 values, which the TFLite runtime adds up one by one in float32.
    "selfie": Subject("selfie_segmentation", 0, 2e-4),
}


@functools.cache
def original(name: str) -> bytes:
    """The .tflite file, as the build unpacks it."""
    return model_files()[SUBJECTS[name].file].read_bytes()


@functools.cache
def network(name: str) -> Network:
    return Network(original(name))


def activations(name: str) -> list[int]:
    """Every tensor the network computes."""
    return [tensor for operator in network(name).operators for tensor in operator.outputs]


@functools.cache
def converted(name: str) -> onnxruntime.InferenceSession:
    """Our conversion with every activation as an output, run as written."""
    inner = [tensor for tensor in activations(name) if tensor not in network(name).outputs]
    return session(convert_alone(network(name), name, inner))


def session(model: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def run(model: onnxruntime.InferenceSession, **inputs: Array) -> dict[str, Array]:
    """Outputs by name."""
    names = [output.name for output in model.get_outputs()]
    return dict(zip(names, model.run(names, inputs), strict=True))


def inputs(name: str) -> dict[str, Array]:
    """Pictures [1, h, w, 3] in the network's own range: a real face, noise, and a ramp."""
    low = SUBJECTS[name].low
    _, height, width, _ = network(name).shape(network(name).inputs[0])
    face = Image.fromarray(picture.astronaut()).crop((120, 0, 330, 210)).resize((width, height))
    noise = np.random.default_rng(7).random((height, width, 3))
    ramp = np.broadcast_to(np.linspace(0, 1, width)[:, None], (height, width, 3))
    shown = {"face": np.asarray(face) / 255, "noise": noise, "ramp": ramp}
    return {what: (value * (1 - low) + low).astype(np.float32)[None] for what, value in shown.items()}


def channels_first(value: Array) -> Array:
    return np.ascontiguousarray(value.transpose(0, 3, 1, 2))
