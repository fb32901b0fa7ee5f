"""A small writer of ONNX graphs: names are made here, so that the graph files read as formulas."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

OPSET = 20
IR_VERSION = 10
"""What onnxruntime and onnxruntime-web 1.30 read; GridSample says `linear` from opset 20 on."""

Array = NDArray[Any]


class Graph:
    """Nodes and constants of one graph under construction.

    `op` appends a node and returns the name of its first output, `ops` all of them; arrays and numbers given as inputs
    become constants.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}
        self._by_value: dict[tuple[str, tuple[int, ...], bytes], str] = {}
        self._count = 0
        self._inputs: list[onnx.ValueInfoProto] = []
        self._outputs: list[onnx.ValueInfoProto] = []
        self._facts: dict[str, str] = {}

    def input(self, name: str, kind: int, shape: Sequence[int | str]) -> str:
        """Declare a graph input; `kind` is a TensorProto type, strings in `shape` are free dimensions."""
        self._inputs.append(helper.make_tensor_value_info(name, kind, list(shape)))
        return name

    def output(self, value: str, name: str, kind: int, shape: Sequence[int | str]) -> None:
        """Give `value` the public name `name`."""
        self._nodes.append(helper.make_node("Identity", [value], [name]))
        self._outputs.append(helper.make_tensor_value_info(name, kind, list(shape)))

    def fact(self, key: str, value: str) -> None:
        """Write a fact (units, bindings) into the graph's metadata, where Python and graph cannot drift apart."""
        self._facts[key] = value

    def constant(self, value: Array | float | int | Sequence[float] | Sequence[int]) -> str:
        """Name of a constant; Python floats are float32, Python integers int64; equal constants are stored once."""
        array = np.asarray(value)
        if not isinstance(value, np.ndarray):
            array = array.astype(np.int64 if array.dtype.kind == "i" else np.float32)
        key = (str(array.dtype), array.shape, array.tobytes())
        if key not in self._by_value:
            name = f"c{len(self._constants)}"
            self._constants[name] = numpy_helper.from_array(array.copy(order="C"), name)
            self._by_value[key] = name
        return self._by_value[key]

    def ops(self, kind: str, *inputs: Any, outputs: int = 1, **attributes: Any) -> list[str]:
        """Append a node; an input may be a name, None (left out), an array or a number."""
        names = ["" if i is None else i if isinstance(i, str) else self.constant(i) for i in inputs]
        self._count += 1
        made = [f"{kind.lower()}{self._count}" + (f"_{k}" if k else "") for k in range(outputs)]
        domain = attributes.pop("domain", "")
        self._nodes.append(helper.make_node(kind, names, made, name=made[0], domain=domain, **attributes))
        return made

    def op(self, kind: str, *inputs: Any, **attributes: Any) -> str:
        """Append a node with one output and return its name."""
        return self.ops(kind, *inputs, **attributes)[0]

    def cast(self, value: str, kind: int) -> str:
        """Cast to a TensorProto type."""
        return self.op("Cast", value, to=kind)

    def slice(self, value: str, axis: int, start: int, stop: int) -> str:
        """value[start:stop] along `axis`."""
        return self.op("Slice", value, [start], [stop], [axis])

    def take(self, value: str, axis: int, index: int) -> str:
        """value[index] along `axis`; the axis goes."""
        return self.op("Gather", value, index, axis=axis)

    def reshape(self, value: str, shape: Sequence[int]) -> str:
        """Reshape; -1 and 0 as in ONNX."""
        return self.op("Reshape", value, list(shape))

    def build(self) -> onnx.ModelProto:
        """The checked model."""
        graph = helper.make_graph(
            self._nodes, self.name, self._inputs, self._outputs, initializer=list(self._constants.values())
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)
        model.producer_name = "pixid"
        _set_metadata(model, self._facts)
        onnx.checker.check_model(model, full_check=True)
        return model


def _set_metadata(model: onnx.ModelProto, facts: Mapping[str, str]) -> None:
    for key in sorted(facts):
        entry = model.metadata_props.add()
        entry.key, entry.value = key, facts[key]


FLOAT, UINT8, INT64, BOOL = TensorProto.FLOAT, TensorProto.UINT8, TensorProto.INT64, TensorProto.BOOL
