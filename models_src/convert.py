"""TFLite -> ONNX: walks the operators in order and writes their nodes into a graph under construction."""

from collections.abc import Callable, Sequence

import numpy as np

from models_src import attention, layers
from models_src.graph import FLOAT, Array, Graph
from models_src.tflite_model import Network, Operator

_WRITERS: dict[str, Callable[["Emitter", Operator], str | None]] = {
    "ADD": layers.add,
    "AVERAGE_POOL_2D": layers.average_pool_2d,
    "CONCATENATION": layers.concatenation,
    "CONV_2D": layers.conv_2d,
    "Convolution2DTransposeBias": layers.transposed_conv,
    "DEPTHWISE_CONV_2D": layers.depthwise_conv_2d,
    "DEPTH_TO_SPACE": layers.depth_to_space,
    "HARD_SWISH": layers.hard_swish,
    "LOGISTIC": layers.logistic,
    "Landmarks2TransformMatrix": attention.landmarks_to_transform_matrix,
    "MAX_POOL_2D": layers.max_pool_2d,
    "MUL": layers.mul,
    "PAD": layers.pad,
    "PRELU": layers.prelu,
    "RELU": layers.relu,
    "RESHAPE": layers.reshape,
    "RESIZE_BILINEAR": layers.resize_bilinear,
    "STRIDED_SLICE": layers.strided_slice,
    "TransformLandmarks": attention.transform_landmarks,
    "TransformTensorBilinear": attention.transform_tensor_bilinear,
}
_PLAIN_RESULTS = ("RESHAPE", "CONCATENATION", "Landmarks2TransformMatrix", "TransformLandmarks")
"""Operators whose results are in TFLite's own order even where they have four axes."""


class Emitter:
    """What one conversion knows: the ONNX name of each tensor and whether it is a map (channels first) or plain."""

    def __init__(self, graph: Graph, network: Network, source: str) -> None:
        self.graph = graph
        self.pads_ahead: dict[int, tuple[str, list[int]]] = {}
        self._network = network
        self._names = {network.inputs[0]: source}
        self._plain: set[int] = set()

    def shape(self, tensor: int) -> tuple[int, ...]:
        """Shape in TFLite's order."""
        return self._network.shape(tensor)

    def weights(self, tensor: int) -> Array:
        """A constant's value."""
        value = self._network.constant(tensor)
        if value is None:
            raise ValueError(f"tensor {tensor} ({self._network.name(tensor)}) is not a constant")
        return value

    def image(self, tensor: int) -> str:
        """Name of a map [1, C, H, W]."""
        if tensor in self._plain:
            raise ValueError(f"tensor {tensor} ({self._network.name(tensor)}) is no map any more")
        return self._names[tensor]

    def value(self, tensor: int) -> str:
        """Name of a tensor in whichever order it is, or of a constant that broadcasts alike in both."""
        if tensor in self._names:
            return self._names[tensor]
        value = self.weights(tensor)
        if value.ndim == 4 and value.size > 1:
            raise ValueError("constants with four axes do not broadcast alike in both orders")
        return self.graph.constant(value)

    def plain(self, tensor: int) -> str:
        """Name of a tensor in TFLite's order."""
        name = self.value(tensor)
        shape = self.shape(tensor)
        if tensor in self._plain or len(shape) != 4:
            return name
        if shape[1:3] == (1, 1):
            return self.graph.reshape(name, shape)
        return self.graph.op("Transpose", name, perm=[0, 2, 3, 1])

    def emit(self, operator: Operator) -> None:
        """Write one operator's nodes."""
        if operator.kind not in _WRITERS:
            raise ValueError(f"operator {operator.kind} is not converted")
        made = _WRITERS[operator.kind](self, operator)
        if made is None:
            return
        result = operator.outputs[0]
        self._names[result] = made
        inherits = any(i in self._plain for i in operator.inputs) or len(self.shape(result)) != 4
        if operator.kind in _PLAIN_RESULTS or (inherits and operator.kind != "TransformTensorBilinear"):
            self._plain.add(result)


def convert(graph: Graph, network: Network, source: str, extra: Sequence[int] = ()) -> dict[str, str]:
    """Write `network` into `graph`, reading the map `source` [1, 3, h, w].

    Returns TFLite tensor name -> ONNX name for the network's outputs and the `extra` tensors, each in TFLite's order.
    """
    emitter = Emitter(graph, network, source)
    for operator in network.operators:
        emitter.emit(operator)
    wanted = [*network.outputs, *extra]
    return {network.name(tensor): emitter.plain(tensor) for tensor in wanted if tensor not in emitter.pads_ahead}


def convert_alone(network: Network, name: str, extra: Sequence[int] = ()) -> bytes:
    """The bare network as a model: input `source` [1, 3, h, w], outputs named after TFLite's tensors (for the
    proofs)."""
    graph = Graph(name)
    _, height, width, channels = network.shape(network.inputs[0])
    graph.input("source", FLOAT, [1, channels, height, width])
    for label, value in convert(graph, network, "source", extra).items():
        tensor = next(t for t in [*network.outputs, *extra] if network.name(t) == label)
        graph.output(value, label, FLOAT, network.shape(tensor))
    return bytes(graph.build().SerializeToString())


def channel_first(picture: Array) -> Array:
    """[h, w, 3] -> [1, 3, h, w], for tests and calibration."""
    return np.ascontiguousarray(picture.transpose(2, 0, 1)[None])
