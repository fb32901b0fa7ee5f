"""What is shipped: the same bytes every time, the same results as the graphs as written, a manifest without gaps."""

from __future__ import annotations

import functools
import hashlib
from typing import Any

import numpy as np
import onnx
import pytest

from models_src.published import GRAPHS
from tests.quantize import questions
from tests.quantize.built import built
from toolchain.models import model_files

CLOSE = 1e-5
"""Relative difference the optimiser's fused operators may make."""


def manifest() -> dict[str, Any]:
    graphs: dict[str, Any] = built().manifest["graphs"]
    return graphs


@functools.cache
def written(name: str) -> onnx.ModelProto:
    """The graph before the optimiser saw it."""
    return GRAPHS[name].build(model_files())


@functools.cache
def shipped(name: str) -> onnx.ModelProto:
    return onnx.load(built().native / "graphs" / f"{name}.onnx")


@pytest.mark.parametrize("name", GRAPHS)
def test_the_optimiser_keeps_results_and_metadata(name: str) -> None:
    before = questions.answers(questions.session(written(name).SerializeToString()), name)
    after = questions.answers(questions.session(shipped(name).SerializeToString()), name)
    assert before.keys() == after.keys()
    for output, value in before.items():
        assert value.size, output
        scale = max(1.0, float(np.abs(value.astype(np.float64)).max()))
        assert np.abs(after[output].astype(np.float64) - value).max() <= CLOSE * scale, output
    facts = [{e.key: e.value for e in model.metadata_props} for model in (written(name), shipped(name))]
    assert facts[0] == facts[1]


def test_the_optimiser_did_something() -> None:
    """Convolutions are fused with what follows them, and fewer nodes are left."""
    for name in ("find", "find_far", "person", "mesh"):
        assert len(shipped(name).graph.node) < 0.95 * len(written(name).graph.node)
    for name in ("find_far", "person"):
        assert [node.op_type for node in shipped(name).graph.node].count("FusedConv") > 30


def test_twice_built_is_byte_for_byte_the_same() -> None:
    files = []
    for time in (1, 2):
        folders = (built(time).native, built(time).native / "graphs", built(time).web)
        files.append({(f.name, p.name): p.read_bytes() for f in folders for p in f.iterdir() if p.is_file()})
    assert files[0].keys() == files[1].keys()
    for key, content in files[0].items():
        assert files[1][key] == content, key
    weighted = sum(entry["web"]["weights"] is not None for entry in manifest().values())
    assert len(files[0]) == 1 + 2 * len(GRAPHS) + weighted


def test_every_graph_is_in_the_manifest() -> None:
    assert built().manifest["version"] == 1
    assert list(manifest()) == list(GRAPHS)
    for name, entry in manifest().items():
        assert (built().native / "graphs" / entry["file"]).is_file() and entry["file"] == f"{name}.onnx"


@pytest.mark.parametrize("name", GRAPHS)
def test_every_input_and_output_is_in_the_manifest(name: str) -> None:
    entry, graph = manifest()[name], shipped(name).graph
    assert list(entry["inputs"]) == [i.name for i in graph.input]
    assert list(entry["outputs"]) == [o.name for o in graph.output]
    for value in graph.input:
        told = entry["inputs"][value.name]
        assert told["bind"] in ("working", "scale", "numbers", "kept", "raw", "crop", "raster", "size")
        if told["bind"] == "numbers":
            assert told["shape"] == [d.dim_value for d in value.type.tensor_type.shape.dim]
            assert all(isinstance(n, int) and n > 0 for n in told["shape"])
    answered = questions.answers(questions.session(shipped(name).SerializeToString()), name)
    for output, told in entry["outputs"].items():
        shape = answered[output].shape
        assert len(told["shape"]) == len(shape)
        assert all(want == have for want, have in zip(told["shape"], shape) if isinstance(want, int))
        assert told.get("keep", False) == (output in GRAPHS[name].kept)


def test_units_are_told() -> None:
    assert manifest()["mesh"]["outputs"]["points"]["unit"] == "photo px"
    assert manifest()["find"]["outputs"]["boxes"]["unit"] == "photo px"
    assert manifest()["person"]["outputs"]["hair_top"]["unit"] == "T"


@pytest.mark.parametrize("name", GRAPHS)
def test_web_files_are_named_by_their_content(name: str) -> None:
    web = manifest()[name]["web"]
    files = [(web["file"], web["bytes"])]
    if web["weights"] is not None:
        weights = web["weights"]
        files.append((weights["file"], weights["bytes"]))
        assert weights["bytes"] == 2 * weights["halves"] + 4 * weights["singles"]
    for file, size in files:
        content = (built().web / file).read_bytes()
        assert len(content) == size
        assert file.split(".")[1] == hashlib.sha256(content).hexdigest()[:12] and file.startswith(name + ".")


def test_nearly_all_weights_travel_as_halves() -> None:
    """The source is half precision, so what is not exact was made by folding batch norms and the like."""
    halves = sum(e["web"]["weights"]["halves"] for e in manifest().values() if e["web"]["weights"])
    singles = sum(e["web"]["weights"]["singles"] for e in manifest().values() if e["web"]["weights"])
    assert halves > 1_500_000 and singles < 0.02 * halves


def test_files_of_an_earlier_build_are_removed() -> None:
    from quantize.build import build_graphs

    again = built(2)
    (again.web / "find.000000000000.weights").write_bytes(b"old")
    (again.native / "graphs" / "gone.onnx").write_bytes(b"old")
    build_graphs(model_files(), again.native, again.web)
    for mine, theirs in ((again.web, built().web), (again.native / "graphs", built().native / "graphs")):
        assert sorted(path.name for path in mine.iterdir()) == sorted(path.name for path in theirs.iterdir())
