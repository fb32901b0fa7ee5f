"""Weights for the web: nothing is lost on the way, and what comes out runs."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from quantize.halves import LEAST, joined, portable, split
from tests.quantize import questions
from tests.quantize.built import built

Array = npt.NDArray[np.float32]
HEAVY = ("find", "find_far", "mesh", "person")


def model(**tensors: Array) -> onnx.ModelProto:
    """A model that adds up all `tensors`, each flat."""
    names = list(tensors)
    nodes = [helper.make_node("ReduceSum", [name], [f"{name} sum"], keepdims=0) for name in names]
    nodes.append(helper.make_node("Sum", [f"{name} sum" for name in names], ["sum"]))
    output = helper.make_tensor_value_info("sum", TensorProto.FLOAT, [])
    weights = [numpy_helper.from_array(value, name) for name, value in tensors.items()]
    graph = helper.make_graph(nodes, "x", [], [output], initializer=weights)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=10)


def values(exact: bool, count: int = 300, seed: int = 1) -> Array:
    numbers = np.random.default_rng(seed).normal(0, 1, count).astype(np.float32)
    return numbers.astype(np.float16).astype(np.float32) if exact else numbers


def external(tensor: TensorProto) -> dict[str, str]:
    return {entry.key: entry.value for entry in tensor.external_data}


def test_exact_weights_travel_as_halves_and_the_others_as_they_are() -> None:
    parts = split(model(a=values(False), b=values(True), c=values(False, seed=2)), "x.weights")
    assert (parts.halves, parts.singles) == (300, 600)
    assert len(parts.weights) == 2 * 300 + 4 * 600
    wide = np.frombuffer(joined(parts.weights, parts.halves), dtype="<f4")
    assert np.array_equal(wide, np.concatenate([values(True), values(False), values(False, seed=2)]))


def test_every_bit_comes_back() -> None:
    """The smallest and largest halves, zeros of both signs, and numbers just beside them."""
    edges = [0.0, -0.0, 2.0**-24, -(2.0**-24), 2.0**-14, 65472.0, -65472.0, 1.0 + 2.0**-10]
    odd = [2.0**-14 + 2.0**-26, 65473.0, 1.0 + 2.0**-11, -1.0 - 2.0**-23, 0.1]
    half = np.resize(np.array(edges, dtype=np.float32), 96)
    single = np.resize(np.array(odd, dtype=np.float32), 95)
    parts = split(model(half=half, single=single), "x.weights")
    assert (parts.halves, parts.singles) == (96, 95)
    assert joined(parts.weights, parts.halves) == half.tobytes() + single.tobytes()


def test_bytes_are_little_endian() -> None:
    parts = split(model(a=np.full(64, 1.5, dtype=np.float32), b=np.full(64, 1.1, dtype=np.float32)), "x.weights")
    assert parts.weights[:2] == struct.pack("<e", 1.5) and parts.weights[-4:] == struct.pack("<f", np.float32(1.1))


def test_offsets_follow_each_other_in_the_file() -> None:
    parts = split(model(a=values(False), b=values(True), c=values(True, 77)), "x.weights")
    places = sorted((int(external(t)["offset"]), int(external(t)["length"])) for t in parts.structure.graph.initializer)
    assert places == [(0, 1200), (1200, 308), (1508, 1200)]
    assert {external(t)["location"] for t in parts.structure.graph.initializer} == {"x.weights"}


def test_small_tensors_and_whole_numbers_stay_in_the_structure() -> None:
    small, many = values(True, LEAST - 1), values(True, LEAST)
    parts = split(model(small=small, many=many), "x.weights")
    by_name = {t.name: t for t in parts.structure.graph.initializer}
    assert not by_name["small"].external_data and by_name["many"].data_location == TensorProto.EXTERNAL
    assert np.array_equal(numpy_helper.to_array(by_name["small"]), small)
    counts = model(many=many)
    counts.graph.initializer.append(numpy_helper.from_array(np.arange(500), "counts"))
    assert not split(counts, "x.weights").structure.graph.initializer[1].external_data


def test_the_model_itself_is_left_alone() -> None:
    given = model(a=values(True))
    before = given.SerializeToString(deterministic=True)
    split(given, "x.weights")
    assert given.SerializeToString(deterministic=True) == before


def test_nothing_to_split() -> None:
    parts = split(model(a=values(True, 3)), "x.weights")
    assert (parts.weights, parts.halves, parts.singles) == (b"", 0, 0)


def test_names_do_not_tell_of_the_machine() -> None:
    given = model(a=values(True))
    given.graph.node[0].name, given.graph.node[0].doc_string = "0x7ffd", "made here"
    renamed = portable(given)
    assert [node.name for node in renamed.graph.node] == ["ReduceSum_0", "Sum_1"]
    assert not any(node.doc_string for node in renamed.graph.node)


@pytest.mark.parametrize("name", HEAVY)
def test_structure_and_joined_weights_are_the_whole_model(name: str, tmp_path: Path) -> None:
    """As the browser's loader does it: widen, put the file beside the structure, open, run."""
    entry = built().manifest["graphs"][name]["web"]
    weights = (built().web / entry["weights"]["file"]).read_bytes()
    (tmp_path / f"{name}.onnx").write_bytes((built().web / entry["file"]).read_bytes())
    (tmp_path / f"{name}.weights").write_bytes(joined(weights, entry["weights"]["halves"]))
    web = questions.answers(questions.session(str(tmp_path / f"{name}.onnx")), name)
    native = questions.answers(questions.session(str(built().native / "graphs" / f"{name}.onnx")), name)
    assert web.keys() == native.keys()
    for output, value in native.items():
        assert value.size and np.array_equal(web[output], value), output
