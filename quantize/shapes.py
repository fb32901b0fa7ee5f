"""Names for the sizes inside a graph that follow the photo, so that onnxruntime sees which of them are the same.

onnxruntime plans its memory when a graph is opened: for every value it searches what is free by then for something of
the same size. Sizes that it cannot tell (a graph that cuts and scales by numbers given to it) never match, so nothing
is reused and the search grows with the square of the nodes: graph `matte` took 260 ms to open, and 40 with names.
"""

from collections.abc import Callable, Sequence

import numpy as np
import onnx
import onnxruntime as ort
from onnx import helper

from models_src.trials import Feed

TRIALS = 12
"""Runs with other sizes. Two sizes that are equal by chance in one differ in another."""

Shape = tuple[int | str, ...]


def named(model: onnx.ModelProto, trial: Callable[[np.random.Generator], Feed]) -> onnx.ModelProto:
    """The model with the shape of every inner value whose size varies between `trial`s, the varying ones as symbols.

    Raises ValueError where a value has another number of dimensions from trial to trial.
    """
    shapes, kinds = _seen(model, [trial(np.random.default_rng(seed)) for seed in range(TRIALS)])
    symbols: dict[tuple[int, ...], str] = {}
    made = onnx.ModelProto()
    made.CopyFrom(model)
    for name, seen in shapes.items():
        shape = _symbolic(name, seen, symbols)
        if any(isinstance(size, str) for size in shape):
            made.graph.value_info.append(helper.make_tensor_value_info(name, kinds[name], shape))
    return made


def _symbolic(name: str, seen: Sequence[tuple[int, ...]], symbols: dict[tuple[int, ...], str]) -> Shape:
    if len({len(shape) for shape in seen}) != 1:
        raise ValueError(f"{name} has {sorted({len(shape) for shape in seen})} dimensions")
    return tuple(
        sizes[0] if len(set(sizes)) == 1 else symbols.setdefault(sizes, f"size{len(symbols)}")
        for sizes in zip(*seen, strict=True)
    )


def _seen(model: onnx.ModelProto, feeds: Sequence[Feed]) -> tuple[dict[str, list[tuple[int, ...]]], dict[str, int]]:
    """Shapes of every inner value in every run, and its type."""
    opened = onnx.ModelProto()
    opened.CopyFrom(model)
    public = {output.name for output in model.graph.output}
    inner = [name for node in model.graph.node for name in node.output if name and name not in public]
    opened.graph.output.extend(onnx.ValueInfoProto(name=name) for name in inner)
    options = ort.SessionOptions()
    options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    session = ort.InferenceSession(opened.SerializeToString(), options, providers=["CPUExecutionProvider"])
    shapes: dict[str, list[tuple[int, ...]]] = {name: [] for name in inner}
    kinds: dict[str, int] = {}
    for feed in feeds:
        for name, value in zip(inner, session.run(inner, feed), strict=True):
            shapes[name].append(value.shape)
            kinds[name] = helper.np_dtype_to_tensor_dtype(value.dtype)
    return shapes, kinds
