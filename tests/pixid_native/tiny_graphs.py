"""A folder of package data with graphs small enough to be worked out by hand."""

import json
from pathlib import Path
from typing import Any

import onnx
from onnx import TensorProto, helper

U8, F32, I64 = TensorProto.UINT8, TensorProto.FLOAT, TensorProto.INT64
OPSET, IR = 17, 8

IMAGE = {"bind": "working"}


def write(folder: Path) -> Path:
    """graphs.json and graphs/*.onnx: the names the engine itself asks for, and four to try the port with."""
    (folder / "graphs").mkdir()
    manifest: dict[str, Any] = {}
    for name, (model, inputs, outputs) in graphs().items():
        onnx.save(model, folder / "graphs" / f"{name}.onnx")
        manifest[name] = {"file": f"{name}.onnx", "web": None, "inputs": inputs, "outputs": outputs}
    (folder / "graphs.json").write_text(json.dumps({"version": 1, "graphs": manifest}), encoding="utf-8")
    return folder


def graphs() -> dict[str, tuple[onnx.ModelProto, dict[str, Any], dict[str, Any]]]:
    size, photo = value("size", I64, [2]), value("image", U8, ["h", "w", 3])
    resized = [
        helper.make_node("Concat", ["size", "three"], ["sizes"], axis=0),
        helper.make_node("Resize", ["image", "", "", "sizes"], ["NAME"], mode="nearest", nearest_mode="floor"),
    ]
    three = helper.make_tensor("three", I64, [1], [3])
    square = [helper.make_node("Mul", ["numbers", "numbers"], ["squares"])]
    keeping = [helper.make_node("Cast", ["image"], ["mask"], to=F32),
               helper.make_node("Shape", ["image"], ["shape"])]  # fmt: skip
    using = [helper.make_node("ReduceMax", ["mask"], ["brightest"], keepdims=0),
             helper.make_node("Identity", ["scale"], ["factors"])]  # fmt: skip
    broken = [helper.make_node("Reshape", ["numbers", "shape"], ["reshaped"])]
    return {
        "reduce": (
            model([photo, size], renamed(resized, "working"), [value("working", U8, ["h2", "w2", 3])], [three]),
            {"image": {"bind": "raw"}, "size": {"bind": "size"}},
            {"working": {"shape": ["h", "w", 3]}},
        ),
        "straight": (
            model([photo, size], renamed(resized, "raster"), [value("raster", U8, ["h2", "w2", 3])], [three]),
            {"image": {"bind": "crop"}, "size": {"bind": "size"}},
            {"raster": {"shape": ["h", "w", 3]}},
        ),
        "squares": (
            model([value("numbers", F32, [2, 2])], square, [value("squares", F32, [2, 2])]),
            {"numbers": {"bind": "numbers", "shape": [2, 2]}},
            {"squares": {"shape": [2, 2]}},
        ),
        "keep": (
            model([photo], keeping, [value("mask", F32, ["h", "w", 3]), value("shape", I64, [3])]),
            {"image": IMAGE},
            {"mask": {"shape": ["h", "w", 3], "keep": True}, "shape": {"shape": [3]}},
        ),
        "use": (
            model([value("mask", F32, ["h", "w", 3]), value("scale", F32, [2])], using,
                  [value("brightest", F32, []), value("factors", F32, [2])]),
            {"mask": {"bind": "kept"}, "scale": {"bind": "scale"}},
            {"brightest": {"shape": []}, "factors": {"shape": [2]}},
        ),
        "broken": (
            model([value("numbers", F32, [2])], broken, [value("reshaped", F32, ["n"])],
                  [helper.make_tensor("shape", I64, [1], [3])]),
            {"numbers": {"bind": "numbers", "shape": [2]}},
            {"reshaped": {"shape": [3]}},
        ),
    }  # fmt: skip


def renamed(nodes: list[onnx.NodeProto], name: str) -> list[onnx.NodeProto]:
    copies = [onnx.NodeProto.FromString(node.SerializeToString()) for node in nodes]
    copies[-1].output[0] = name
    return copies


def value(name: str, kind: int, shape: Any) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def model(
    inputs: list[onnx.ValueInfoProto],
    nodes: list[onnx.NodeProto],
    outputs: list[onnx.ValueInfoProto],
    constants: list[onnx.TensorProto] | None = None,
) -> onnx.ModelProto:
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, constants or [])
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR)
    onnx.checker.check_model(made)
    return made
