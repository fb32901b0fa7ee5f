"""Changed copies of .tflite files, so that the TFLite runtime can serve as oracle where it lacks an operator.

Tensors are named by their number, which stays the same in the copies.
"""

from __future__ import annotations

import importlib
from typing import Any

import flatbuffers
import numpy as np
import numpy.typing as npt

schema: Any = importlib.import_module("ai_edge_litert.schema_py_generated")  # generated, without annotations

Array = npt.NDArray[Any]


def without_custom_operators(data: bytes) -> bytes:
    """Custom operators cut out; what they made becomes inputs of the copy, after the picture, in their order.

    So every builtin operator still runs, those behind the cut too.
    """
    model = _parse(data)
    graph = model.subgraphs[0]
    custom = [operator for operator in graph.operators if _is_custom(model, operator)]
    graph.operators = [operator for operator in graph.operators if not _is_custom(model, operator)]
    made = [tensor for operator in custom for tensor in operator.outputs]
    graph.inputs = np.array([*graph.inputs, *made], dtype=np.int32)
    graph.outputs = np.array([tensor for tensor in graph.outputs if tensor not in made], dtype=np.int32)
    return _serialise(model)


def one_operator(data: bytes, made: int, constants: dict[int, Array] | None = None) -> bytes:
    """Only the operator that makes tensor `made`; inputs given in `constants` (float32) are baked in."""
    model = _parse(data)
    graph = model.subgraphs[0]
    graph.operators = [operator for operator in graph.operators if made in operator.outputs]
    for tensor, value in (constants or {}).items():
        buffer = schema.BufferT()
        buffer.data = np.frombuffer(value.astype("<f4").tobytes(), dtype=np.uint8)
        graph.tensors[tensor].buffer = len(model.buffers)
        model.buffers.append(buffer)
    operator = graph.operators[0]
    free = [t for t in operator.inputs if t not in (constants or {}) and not _has_value(model, t)]
    graph.inputs, graph.outputs = np.array(free, dtype=np.int32), np.array([made], dtype=np.int32)
    return _serialise(model)


def _has_value(model: Any, tensor: int) -> bool:
    return model.buffers[model.subgraphs[0].tensors[tensor].buffer].data is not None


def _is_custom(model: Any, operator: Any) -> bool:
    return bool(model.operatorCodes[operator.opcodeIndex].customCode)


def _parse(data: bytes) -> Any:
    return schema.ModelT.InitFromObj(schema.Model.GetRootAs(data, 0))


def _serialise(model: Any) -> bytes:
    builder = flatbuffers.Builder(1 << 20)
    builder.Finish(model.Pack(builder), file_identifier=b"TFL3")
    return bytes(builder.Output())
