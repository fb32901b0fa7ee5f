"""Sums that a convolution can take up: a block's shortcut, added to what its last convolution gives.

onnxruntime's FusedConv begins its output with another tensor and applies a ReLU to the whole. Its own optimiser does so
on the level above alone, whose layout depends on the machine (optimise.py). A node less for every block is opened and
run, and the sum is not written and read once more.
"""

from collections import Counter
from collections.abc import Mapping

import onnx
from onnx import helper

DOMAIN = "com.microsoft"


def taken_up(model: onnx.ModelProto, shapes: Mapping[str, tuple[int, ...]]) -> onnx.ModelProto:
    """The same graph with `Conv` and `Add`, and a `Relu` after them, in one node wherever nothing else wants what lies
    between. `shapes`: of inner values, as far as they are known; both summands' have to be."""
    made = onnx.ModelProto()
    made.CopyFrom(model)
    nodes = list(made.graph.node)
    wanted = Counter(name for node in nodes for name in node.input)
    wanted.update(output.name for output in made.graph.output)
    by_output = {name: k for k, node in enumerate(nodes) for name in node.output}
    after = {name: k for k, node in enumerate(nodes) for name in node.input}
    gone: set[int] = set()
    for k, node in enumerate(nodes):
        if node.op_type != "Add" or len({shapes.get(name, name) for name in node.input}) != 1:
            continue
        convolutions = [name for name in node.input if wanted[name] == 1 and _is_open(nodes, by_output.get(name))]
        if not convolutions:
            continue
        taken = convolutions[-1]
        (other,) = (name for name in node.input if name != taken)
        (result,) = node.output
        gone.add(by_output[taken])
        relu = after.get(result, k)
        activated = nodes[relu].op_type == "Relu" and wanted[result] == 1
        if activated:
            gone.add(relu)
            (result,) = nodes[relu].output
        nodes[k] = _fused(nodes[by_output[taken]], other, result, activated)
    del made.graph.node[:]
    made.graph.node.extend(node for k, node in enumerate(nodes) if k not in gone)
    if not any(opset.domain == DOMAIN for opset in made.opset_import):
        made.opset_import.append(helper.make_opsetid(DOMAIN, 1))
    return made


def _is_open(nodes: list[onnx.NodeProto], k: int | None) -> bool:
    """Whether node `k` is a convolution that could begin with something."""
    return k is not None and nodes[k].op_type == "Conv" and len(nodes[k].input) == 3


def _fused(conv: onnx.NodeProto, other: str, result: str, activated: bool) -> onnx.NodeProto:
    made = helper.make_node("FusedConv", [*conv.input, other], [result], name=conv.name, domain=DOMAIN)
    made.attribute.extend(conv.attribute)
    if activated:
        made.attribute.append(helper.make_attribute("activation", "Relu"))
    return made


def shapes(model: onnx.ModelProto) -> dict[str, tuple[int, ...]]:
    """Of inner values whose sizes are all known, by name."""
    inferred = onnx.shape_inference.infer_shapes(model)
    return {
        value.name: tuple(size.dim_value for size in value.type.tensor_type.shape.dim)
        for value in inferred.graph.value_info
        if all(size.dim_value for size in value.type.tensor_type.shape.dim)
    }
