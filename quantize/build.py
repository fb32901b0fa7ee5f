"""Builds every graph for both engines and the manifest that tells them how to feed it."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import onnx

from models_src.published import GRAPHS, Published
from quantize.halves import portable, split
from quantize.optimise import optimise
from quantize.shapes import named


def build_graphs(models: Mapping[str, Path], out_native: Path, out_web: Path) -> None:
    """Write `out_native`/graphs/<name>.onnx and graphs.json, and the web's files into `out_web`.

    `models`: TFLite files by stem. Files of an earlier build are removed, since names on the web carry hashes.
    """
    native = out_native / "graphs"
    for folder in (native, out_web):
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
    manifest = {name: _write(name, published, models, native, out_web) for name, published in GRAPHS.items()}
    text = json.dumps({"version": 1, "graphs": manifest}, indent=1) + "\n"
    (out_native / "graphs.json").write_text(text, encoding="utf-8")


def _write(name: str, published: Published, models: Mapping[str, Path], native: Path, web: Path) -> dict[str, Any]:
    model = portable(optimise(published.build(models)))
    if published.trial:
        model = named(model, published.trial)
    (native / f"{name}.onnx").write_bytes(model.SerializeToString(deterministic=True))
    return {
        "file": f"{name}.onnx",
        "web": _write_web(name, model, web),
        "inputs": {i.name: _input(i, published.bindings[i.name]) for i in model.graph.input},
        "outputs": {o.name: _output(o, published, _facts(model)) for o in model.graph.output},
    }


def _write_web(name: str, model: onnx.ModelProto, web: Path) -> dict[str, Any]:
    parts = split(model, f"{name}.weights")
    structure = parts.structure.SerializeToString(deterministic=True)
    entry: dict[str, Any] = {"file": f"{name}.{_digest(structure)}.onnx", "bytes": len(structure), "weights": None}
    (web / entry["file"]).write_bytes(structure)
    if parts.weights:
        file = f"{name}.{_digest(parts.weights)}.weights"
        (web / file).write_bytes(parts.weights)
        entry["weights"] = {
            "file": file, "bytes": len(parts.weights), "halves": parts.halves, "singles": parts.singles,
        }  # fmt: skip
    return entry


def _input(value: onnx.ValueInfoProto, binding: str) -> dict[str, Any]:
    return {"bind": binding, "shape": _shape(value)} if binding == "numbers" else {"bind": binding}


def _output(value: onnx.ValueInfoProto, published: Published, facts: Mapping[str, str]) -> dict[str, Any]:
    entry: dict[str, Any] = {"shape": _shape(value)}
    if f"{value.name}.unit" in facts:
        entry["unit"] = facts[f"{value.name}.unit"]
    if f"{value.name}.names" in facts:
        entry["names"] = json.loads(facts[f"{value.name}.names"])
        entry["units"] = json.loads(facts[f"{value.name}.units"])
    return {**entry, "keep": True} if value.name in published.kept else entry


def _shape(value: onnx.ValueInfoProto) -> list[int | str]:
    return [d.dim_param or int(d.dim_value) for d in value.type.tensor_type.shape.dim]


def _facts(model: onnx.ModelProto) -> dict[str, str]:
    return {entry.key: entry.value for entry in model.metadata_props}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]
