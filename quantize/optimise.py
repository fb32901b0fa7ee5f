"""Runs onnxruntime's own optimiser once, at build time, so that nobody's phone has to."""

import tempfile
from pathlib import Path

import onnx
import onnxruntime as ort


def optimise(model: onnx.ModelProto) -> onnx.ModelProto:
    """The graph after onnxruntime's extended optimisations (fused convolutions, folded constants), metadata kept.

    Opened with optimisation disabled it starts in half the time. The level above (layout) depends on the machine.
    """
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.log_severity_level = 3
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "optimised.onnx"
        options.optimized_model_filepath = str(path)
        ort.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
        optimised = onnx.load(path)
    del optimised.metadata_props[:]
    optimised.metadata_props.extend(model.metadata_props)
    return optimised
