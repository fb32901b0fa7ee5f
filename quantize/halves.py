"""Weights for the web: float16 where the values are float16 anyway, float32 where they are not; structure apart.

MediaPipe stores these weights in half precision, so half the bytes lose nothing. onnxruntime computes in float32, hence
the loader widens them before the session is made.
"""

from typing import NamedTuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, numpy_helper
from onnxconverter_common.float16 import convert_np_to_float16

SMALLEST_HALF, LARGEST_HALF = 2.0**-25, 65504.0
LEAST = 64
"""Tensors with fewer values stay in the structure."""


class Split(NamedTuple):
    """`structure`: the model, its large tensors referring to an external file; `weights`: `halves` float16 values, then
    `singles` float32 values, little endian. Widened and joined they are the external file."""

    structure: onnx.ModelProto
    weights: bytes
    halves: int
    singles: int


def split(model: onnx.ModelProto, location: str) -> Split:
    """Take the large float32 tensors out of `model`, which then refers to the external file `location`."""
    structure = onnx.ModelProto()
    structure.CopyFrom(model)
    large = [
        t for t in structure.graph.initializer if t.data_type == TensorProto.FLOAT and int(np.prod(t.dims)) >= LEAST
    ]
    values = {t.name: numpy_helper.to_array(t).astype("<f4").ravel() for t in large}
    exact = {name: bool((_half(value).astype(np.float32) == value).all()) for name, value in values.items()}
    ordered = sorted(large, key=lambda t: not exact[t.name])
    offset, halves, parts = 0, 0, []
    for tensor in ordered:
        value = values[tensor.name]
        parts.append((_half(value) if exact[tensor.name] else value).tobytes())
        halves += value.size if exact[tensor.name] else 0
        _refer(tensor, location, offset * 4, value.size * 4)
        offset += value.size
    return Split(structure, b"".join(parts), halves, offset - halves)


def joined(weights: bytes, halves: int) -> bytes:
    """What the loader makes of `weights`: the external file, all float32."""
    half = np.frombuffer(weights, dtype="<f2", count=halves).astype("<f4")
    return half.tobytes() + weights[2 * halves :]


def portable(model: onnx.ModelProto) -> onnx.ModelProto:
    """The same model under names that do not depend on the machine or the run (the optimiser writes addresses)."""
    for number, node in enumerate(model.graph.node):
        node.doc_string = ""
        node.name = f"{node.op_type}_{number}"
    return model


def _half(value: NDArray[np.float32]) -> NDArray[np.float16]:
    """Rounded to half precision by onnxconverter-common, over the whole range that half precision has."""
    rounded: NDArray[np.float16] = convert_np_to_float16(
        value, min_positive_val=SMALLEST_HALF, max_finite_val=LARGEST_HALF
    )
    return rounded.astype("<f2")


def _refer(tensor: TensorProto, location: str, offset: int, length: int) -> None:
    tensor.ClearField("raw_data")
    tensor.ClearField("float_data")
    tensor.data_location = TensorProto.EXTERNAL
    del tensor.external_data[:]
    for key, text in (("location", location), ("offset", str(offset)), ("length", str(length))):
        entry = tensor.external_data.add()
        entry.key, entry.value = key, text
