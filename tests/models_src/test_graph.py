"""The writer of ONNX graphs."""

from __future__ import annotations

import numpy as np
import onnx
import pytest

from models_src.graph import FLOAT, INT64, Graph
from tests.models_src import networks, pieces


def doubled(name: str = "x") -> Graph:
    g = Graph(name)
    value = g.input("value", FLOAT, ["n"])
    g.output(g.op("Mul", value, 2.0), "twice", FLOAT, ["n"])
    g.fact("twice.unit", "px")
    g.fact("a", "b")
    return g


def test_numbers_become_constants_of_the_kind_they_look_like() -> None:
    g = Graph("x")
    kinds = {}
    for value in (1.5, 2, [1.0, 2.0], [3, 4], np.array([1.0]), np.array([1], dtype=np.uint8)):
        name = g.constant(value)
        kinds[name] = g._constants[name].data_type
    assert list(kinds.values()) == [FLOAT, INT64, FLOAT, INT64, onnx.TensorProto.DOUBLE, onnx.TensorProto.UINT8]


def test_equal_constants_are_stored_once_and_only_equal_ones() -> None:
    g = Graph("x")
    assert g.constant(1.0) == g.constant(1.0) == g.constant(np.float32(1.0) * np.ones((), dtype=np.float32))
    assert len({g.constant(1.0), g.constant(1), g.constant([1.0]), g.constant(np.ones((1, 1), dtype=np.float32))}) == 4


def test_a_constant_is_a_copy() -> None:
    array = np.arange(6, dtype=np.float32).reshape(2, 3)
    g = Graph("x")
    g.output(g.op("Identity", array.T), "out", FLOAT, [3, 2])
    array[:] = 0
    made = networks.run(networks.session(g.build().SerializeToString()))["out"]
    assert np.array_equal(made, np.arange(6.0).reshape(2, 3).T)


def test_equal_graphs_have_equal_bytes() -> None:
    assert doubled().build().SerializeToString(deterministic=True) == doubled().build().SerializeToString(
        deterministic=True
    )


def test_facts_travel_in_the_metadata() -> None:
    assert [(e.key, e.value) for e in doubled().build().metadata_props] == [("a", "b"), ("twice.unit", "px")]


def test_left_out_inputs_and_many_outputs() -> None:
    g = Graph("x")
    value = g.input("value", FLOAT, [4])
    clipped = g.op("Clip", value, None, 2.5)
    values, places = g.ops("TopK", clipped, [2], outputs=2)
    g.output(values, "values", FLOAT, [2])
    g.output(places, "places", INT64, [2])
    made = pieces.run(networks.session(g.build().SerializeToString()), value=[1.0, 4.0, 2.0, 0.0])
    assert made["values"] == pytest.approx([2.5, 2.0]) and list(made["places"]) == [1, 2]


def test_slices_and_rows() -> None:
    g = Graph("x")
    value = g.input("value", FLOAT, [3, 4])
    g.output(g.slice(value, 1, 1, 3), "middle", FLOAT, [3, 2])
    g.output(g.take(value, 0, 2), "last", FLOAT, [4])
    g.output(g.reshape(value, [-1, 6]), "flat", FLOAT, [2, 6])
    given = np.arange(12.0).reshape(3, 4)
    made = pieces.run(networks.session(g.build().SerializeToString()), value=given)
    assert np.array_equal(made["middle"], given[:, 1:3]) and np.array_equal(made["last"], given[2])
    assert np.array_equal(made["flat"], given.reshape(2, 6))


def test_a_graph_that_makes_no_sense_is_not_built() -> None:
    g = Graph("x")
    g.output(g.op("Mul", g.input("value", FLOAT, [2]), "nobody"), "out", FLOAT, [2])
    with pytest.raises(onnx.checker.ValidationError, match="nobody"):
        g.build()
