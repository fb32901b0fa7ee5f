"""Reads a .tflite file into plain values: operators in order, constants already widened and made dense."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import tflite
from flatbuffers import flexbuffers
from numpy.typing import NDArray

Array = NDArray[Any]

_KINDS = {getattr(tflite.BuiltinOperator, n): n for n in dir(tflite.BuiltinOperator) if n.isupper()}
_TYPES: dict[int, Any] = {0: np.float32, 1: np.float16, 2: np.int32, 3: np.uint8, 4: np.int64}
_FOLDED = ("DEQUANTIZE", "DENSIFY")


class Operator(NamedTuple):
    """One operator: `kind` is the builtin name or the custom op's own name, inputs and outputs are tensor numbers."""

    kind: str
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]
    options: Any
    custom: dict[str, Any]
    raw_custom: bytes


class Network:
    """A TFLite model with one subgraph.

    `constants` maps tensor number -> array (float16 widened to float32, which is exact; sparse weights made dense).
    """

    def __init__(self, data: bytes) -> None:
        self._model = tflite.Model.GetRootAsModel(data, 0)
        if self._model.SubgraphsLength() != 1:
            raise ValueError(f"expected one subgraph, found {self._model.SubgraphsLength()}")
        self._graph = self._model.Subgraphs(0)
        self.constants: dict[int, Array] = {}
        self.operators: list[Operator] = []
        for operator in self._operators():
            if operator.kind in _FOLDED and (folded := self._fold(operator)) is not None:
                self.constants[operator.outputs[0]] = folded
            else:
                self.operators.append(operator)

    @classmethod
    def read(cls, path: Path) -> "Network":
        """Read a file."""
        return cls(path.read_bytes())

    @property
    def inputs(self) -> tuple[int, ...]:
        """Tensor numbers of the graph's inputs."""
        return tuple(int(i) for i in self._graph.InputsAsNumpy())

    @property
    def outputs(self) -> tuple[int, ...]:
        """Tensor numbers of the graph's outputs."""
        return tuple(int(i) for i in self._graph.OutputsAsNumpy())

    def name(self, tensor: int) -> str:
        """The tensor's name."""
        return str(self._graph.Tensors(tensor).Name().decode())

    def tensor(self, name: str) -> int:
        """The number of the tensor called `name`. Raises KeyError."""
        for number in range(int(self._graph.TensorsLength())):
            if self.name(number) == name:
                return number
        raise KeyError(name)

    def shape(self, tensor: int) -> tuple[int, ...]:
        """The tensor's shape as stored, channels last."""
        stored = self._graph.Tensors(tensor)
        return tuple(int(n) for n in stored.ShapeAsNumpy()) if stored.ShapeLength() else ()

    def constant(self, tensor: int) -> Array | None:
        """The value of a constant tensor, None for an activation."""
        if tensor in self.constants:
            return self.constants[tensor]
        stored = self._graph.Tensors(tensor)
        buffer = self._model.Buffers(stored.Buffer())
        if stored.Buffer() == 0 or buffer.DataLength() == 0:
            return None
        flat = np.frombuffer(buffer.DataAsNumpy().tobytes(), dtype=_TYPES[stored.Type()])
        value = (
            _dense(stored.Sparsity(), flat, self.shape(tensor))
            if stored.Sparsity()
            else flat.reshape(self.shape(tensor))
        )
        self.constants[tensor] = value
        return value

    def _operators(self) -> Iterator[Operator]:
        for index in range(self._graph.OperatorsLength()):
            stored = self._graph.Operators(index)
            code = self._model.OperatorCodes(stored.OpcodeIndex())
            number = max(code.BuiltinCode(), code.DeprecatedBuiltinCode())
            kind = _KINDS[number]
            raw = stored.CustomOptionsAsNumpy().tobytes() if stored.CustomOptionsLength() else b""
            if kind == "CUSTOM":
                kind = code.CustomCode().decode()
            yield Operator(
                kind,
                tuple(int(i) for i in stored.InputsAsNumpy()),
                tuple(int(i) for i in stored.OutputsAsNumpy()),
                stored.BuiltinOptions(),
                _flexible(raw),
                raw,
            )

    def _fold(self, operator: Operator) -> Array | None:
        value = self.constant(operator.inputs[0])
        if value is None:
            return None
        return value.astype(np.float32) if operator.kind == "DEQUANTIZE" else value


def _flexible(raw: bytes) -> dict[str, Any]:
    """Custom options as a dict where they are a flexbuffer map, else empty (the transposed convolution stores a
    struct)."""
    try:
        value = flexbuffers.GetRoot(raw).Value if raw else {}
    except (ValueError, IndexError, TypeError, UnicodeDecodeError):
        return {}
    return value if isinstance(value, dict) else {}


def _dense(sparsity: Any, values: Array, shape: tuple[int, ...]) -> Array:
    """Undo compressed rows on the last axis: the only sparse layout these models use."""
    last = len(shape) - 1
    formats = [sparsity.DimMetadata(d).Format() for d in range(len(shape))]
    if formats != [0] * last + [1] or sparsity.BlockMapLength():
        raise ValueError(f"unknown sparse layout {formats}")
    rows = sparsity.DimMetadata(last)
    starts = _index_vector(rows.ArraySegmentsType(), rows.ArraySegments())
    columns = _index_vector(rows.ArrayIndicesType(), rows.ArrayIndices())
    dense = np.zeros((len(starts) - 1, shape[last]), dtype=values.dtype)
    for row in range(len(starts) - 1):
        filled = slice(starts[row], starts[row + 1])
        dense[row, columns[filled]] = values[filled]
    return dense.reshape(shape)


def _index_vector(kind: int, table: Any) -> Array:
    holder: Any = {1: tflite.Int32Vector, 2: tflite.Uint16Vector, 3: tflite.Uint8Vector}[kind]()
    holder.Init(table.Bytes, table.Pos)
    return np.asarray(holder.ValuesAsNumpy(), dtype=np.int64)
