"""Names for inner sizes: nothing else changes, and no two sizes share a name that ever differ."""

import numpy as np
import onnx
import onnxruntime as ort
import pytest

from models_src import published, trials
from models_src.graph import FLOAT, IR_VERSION, OPSET, Graph
from quantize.shapes import named
from toolchain.paths import NATIVE_DATA

NAMED = [name for name, entry in published.GRAPHS.items() if entry.trial]
FRESH = range(100, 112)
"""Seeds that the names were not read from."""


def graph(name: str) -> onnx.ModelProto:
    return onnx.load(NATIVE_DATA / "graphs" / f"{name}.onnx")


def _opened(model: onnx.ModelProto) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    return ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def without_names(model: onnx.ModelProto) -> onnx.ModelProto:
    bare = onnx.ModelProto()
    bare.CopyFrom(model)
    del bare.graph.value_info[:]
    return bare


@pytest.mark.parametrize("name", NAMED)
def test_names_change_no_result(name: str) -> None:
    """Memory shared by values of one name only: onnxruntime stops where their sizes differ."""
    trial = published.GRAPHS[name].trial
    assert trial is not None
    shipped, bare = _opened(graph(name)), _opened(without_names(graph(name)))
    for seed in FRESH:
        feed = trial(np.random.default_rng(seed))
        for made, wanted in zip(shipped.run(None, feed), bare.run(None, feed), strict=True):
            assert np.array_equal(made, wanted, equal_nan=True), seed


@pytest.mark.parametrize("name", NAMED)
def test_the_sizes_are_as_named(name: str) -> None:
    """With every named value as an output, a size that contradicts its name would be seen."""
    trial = published.GRAPHS[name].trial
    assert trial is not None
    model = graph(name)
    opened = without_names(model)
    opened.graph.output.extend(onnx.ValueInfoProto(name=value.name) for value in model.graph.value_info)
    run = _opened(opened)
    names = [value.name for value in model.graph.value_info]
    for seed in FRESH:
        sizes: dict[str, int] = {}
        for value, made in zip(model.graph.value_info, run.run(names, trial(np.random.default_rng(seed))), strict=True):
            for size, actual in zip(value.type.tensor_type.shape.dim, made.shape, strict=True):
                expected = sizes.setdefault(size.dim_param, actual) if size.dim_param else size.dim_value
                assert actual == expected, (seed, value.name)


def test_only_what_varies_is_named() -> None:
    made = named(_halved(), lambda random: {"x": np.zeros((4, int(random.integers(3, 90))), np.float32)})
    shapes = {v.name: [d.dim_param or d.dim_value for d in v.type.tensor_type.shape.dim] for v in made.graph.value_info}
    assert list(shapes.values()) == [[4, "size0"], [4, "size1"]]


def test_a_value_of_changing_rank_is_refused() -> None:
    def trial(random: np.random.Generator) -> trials.Feed:
        return {"x": np.zeros([2] * int(random.integers(2, 4)), np.float32)}

    with pytest.raises(ValueError, match="dimensions"):
        named(_any_rank(), trial)


def _halved() -> onnx.ModelProto:
    g = Graph("halved")
    x = g.input("x", FLOAT, [4, "wide"])
    twice = g.op("Add", x, x)
    g.output(g.op("ReduceSum", g.op("Slice", twice, [0], [-1], [1]), [0, 1], keepdims=0), "sum", FLOAT, [])
    return g.build()


def _any_rank() -> onnx.ModelProto:
    nodes = [onnx.helper.make_node("Identity", *names) for names in ((["x"], ["inner"]), (["inner"], ["y"]))]
    x, y = (onnx.helper.make_tensor_value_info(name, FLOAT, None) for name in "xy")
    opset = onnx.helper.make_opsetid("", OPSET)
    body = onnx.helper.make_graph(nodes, "any", [x], [y])
    return onnx.helper.make_model(body, opset_imports=[opset], ir_version=IR_VERSION)
