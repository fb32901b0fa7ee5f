"""Eight-bit variants: how weights are rounded, what a quantised convolution computes."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

from quantize import int8


def convolution() -> onnx.ModelProto:
    """x [1, 4, 16, 16] -> 8 channels whose weights differ in size by a factor of up to 128; one bias per channel."""
    random = np.random.default_rng(5)
    size = 2.0 ** np.arange(8)
    weights = (random.normal(size=(8, 4, 3, 3)) * size[:, None, None, None]).astype(np.float32)
    constants = {"w": weights, "b": (random.normal(size=8) * size).astype(np.float32)}
    graph = helper.make_graph(
        [helper.make_node("Conv", ["x", "w", "b"], ["y"], pads=[1, 1, 1, 1])],
        "one",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 4, 16, 16])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1, 8, 16, 16])],
        [numpy_helper.from_array(value, name) for name, value in constants.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)


def feed(seed: int) -> dict[str, np.ndarray]:
    return {"x": np.random.default_rng(seed).uniform(0, 1, (1, 4, 16, 16)).astype(np.float32)}


def output(model: onnx.ModelProto, given: dict[str, np.ndarray]) -> np.ndarray:
    (made,) = ReferenceEvaluator(model).run(["y"], given)
    return np.asarray(made)


def test_stored_weights_are_off_by_half_a_step_of_their_own_channel() -> None:
    model = convolution()
    before, bias = (numpy_helper.to_array(tensor) for tensor in model.graph.initializer)
    made = int8.weights_only(model)
    after, same = (numpy_helper.to_array(tensor) for tensor in made.model.graph.initializer)
    step = np.abs(before).max(axis=(1, 2, 3), keepdims=True) / int8.STEPS
    assert np.abs(after - before).max() > 0
    assert (np.abs(after - before) <= step * 0.501 + np.abs(before) * 2.0**-11).all()  # scales are float16
    assert (same == bias).all()
    # one scale of two bytes per channel, a byte per weight; biases of fewer than 64 values stay in the structure
    assert len(made.stored) == 8 * 2 + before.size


@pytest.mark.parametrize("form", int8.FORMS)
def test_quantised_convolution_is_close_in_every_channel(form: str) -> None:
    """By ONNX's own definition of the operators: processors without VNNI add two products in sixteen bits, which these
    numbers overflow."""
    model = convolution()
    made = int8.static(model, [feed(seed) for seed in range(4)], form)
    assert "QLinearConv" in {node.op_type for node in made.graph.node}
    right, near = (output(each, feed(9)) for each in (model, made))
    spread = right.std(axis=(0, 2, 3))
    # an activation's step is the whole tensor's range over 255, whichever channel it is in
    assert np.abs(near - right).max() < 2 * np.abs(right).max() / 255 + 0.02 * spread.max()
    assert np.abs(near - right).max() > 0
