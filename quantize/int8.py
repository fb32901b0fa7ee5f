"""Eight-bit variants of a graph, tried out by `quantize.table`: nothing here is shipped."""

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, numpy_helper
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static

from quantize.halves import split
from quantize.optimise import optimise

Array = NDArray[Any]
Feed = Mapping[str, Array]
FORMS = {"QDQ": QuantFormat.QDQ, "QOperator": QuantFormat.QOperator}
CALCULATED = ("Conv",)
"""Only convolutions are computed in eight bits: with additions and pools as well the mesh was off by 11 px of 192."""
STEPS = 127
"""Signed eight-bit weights use -127..127, symmetric about zero, which costs no zero point."""


LEAST_PER_CHANNEL = 8
"""Tensors with fewer values per channel keep their precision: their scales would weigh as much as the values saved."""


class Rounded(NamedTuple):
    """`model`: the graph as it computes once its weights are widened again; `stored`: what would travel."""

    model: onnx.ModelProto
    stored: bytes


def static(model: onnx.ModelProto, feeds: Iterable[Feed], form: str) -> onnx.ModelProto:
    """Convolutions in eight bits, ranges of activations taken from `feeds`, then optimised as what we ship.

    Activations are unsigned, which WebAssembly's fast path asks for; weights are signed, one scale per output channel.
    `form`: a key of FORMS, how the operators are written down.
    """
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source.onnx", Path(folder) / "target.onnx"
        onnx.save(model, source)
        quantize_static(
            source, target, _Reader(feeds), quant_format=FORMS[form], op_types_to_quantize=list(CALCULATED),
            per_channel=True, activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8,
        )  # fmt: skip
        return optimise(onnx.load(target))


def weights_only(model: onnx.ModelProto) -> Rounded:
    """Weights stored in eight bits, one scale per output channel, and computed with in float32.

    Takes the tensors that `halves.split` takes, but leaves those with few values per channel (biases, slopes) as
    they are. `stored`: what `split` would store of the latter, then per tensor scales as float16 and steps as int8.
    """
    rounded, rest = onnx.ModelProto(), onnx.ModelProto()
    rounded.CopyFrom(model)
    rest.CopyFrom(model)
    parts = []
    for tensor in rounded.graph.initializer:
        if tensor.data_type != TensorProto.FLOAT or int(np.prod(tensor.dims[1:])) < LEAST_PER_CHANNEL:
            continue
        value = numpy_helper.to_array(tensor)
        steps, scale = _eight_bits(value)
        tensor.CopyFrom(numpy_helper.from_array((steps * scale).astype(np.float32), tensor.name))
        parts += [scale.astype("<f2").tobytes(), steps.astype(np.int8).tobytes()]
        rest.graph.initializer.remove(next(t for t in rest.graph.initializer if t.name == tensor.name))
    return Rounded(rounded, split(rest, "rest").weights + b"".join(parts))


def _eight_bits(value: Array) -> tuple[Array, Array]:
    """Whole steps of the shape of `value`, and the size of a step per entry of its first axis."""
    scale = np.abs(value).max(axis=tuple(range(1, value.ndim)), keepdims=True).astype(np.float32) / STEPS
    scale = np.where(scale > 0, scale, 1).astype(np.float16).astype(np.float32)
    return np.clip(np.round(value / scale), -STEPS, STEPS), scale


class _Reader(CalibrationDataReader):  # type: ignore[misc]
    """Hands the feeds to onnxruntime's calibration one by one."""

    def __init__(self, feeds: Iterable[Feed]) -> None:
        self._feeds = iter(feeds)

    def get_next(self) -> Feed | None:
        return next(self._feeds, None)
