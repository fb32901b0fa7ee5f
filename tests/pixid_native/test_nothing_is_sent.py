"""onnxruntime's wheels report to their maker, keeping an identifier in the user's cache folder, unless told not to."""

import os
import subprocess
import sys
from pathlib import Path

import onnx
from onnx import TensorProto, helper

CODE = """
import sys
from pixid_native import sessions
session = sessions.ort.InferenceSession(sys.argv[1])
session.run(None, {"x": sessions.np.zeros(1, "float32")})
"""


def test_no_identifier_is_kept_and_no_reporting_started(tmp_path: Path) -> None:
    graph = tmp_path / "graph.onnx"
    value = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1]) for name in "xy"]
    body = helper.make_graph([helper.make_node("Neg", ["x"], ["y"])], "g", value[:1], value[1:])
    onnx.save(helper.make_model(body, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), graph)
    home = tmp_path / "home"
    home.mkdir()
    environment = {
        name: text for name, text in os.environ.items() if name not in ("ORT_DISABLE_TELEMETRY", "XDG_CACHE_HOME")
    }
    subprocess.run([sys.executable, "-c", CODE, str(graph)], env=environment | {"HOME": str(home)}, check=True)
    assert [path for path in home.rglob("*") if path.is_file()] == []
