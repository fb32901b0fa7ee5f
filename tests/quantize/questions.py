"""Inputs for every graph: a face where a face is looked for."""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from tests.oracle import picture
from tests.quantize.built import built

Array = npt.NDArray[Any]


def session(model: bytes | str) -> onnxruntime.InferenceSession:
    """As both engines open a graph: not optimised again."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def inputs(name: str) -> dict[str, Array]:
    """What the graph `name` is asked about a picture of an astronaut."""
    scale = np.array([1.5, 1.5], dtype=np.float32)
    size = np.array([120, 90], dtype=np.int64)
    image = picture.astronaut()
    given: dict[str, dict[str, Array]] = {
        "find": {"image": image, "scale": scale},
        "find_far": {"image": image, "scale": scale},
        "mesh": {"image": image, "scale": scale, "roi": np.array([333, 177, 315, 0.05], dtype=np.float32)},
        "person": {
            "image": image,
            "scale": scale,
            "region": np.array([20, 0, 600, 600], dtype=np.float32),
            "head": np.array([333, 160, 336, 250], dtype=np.float32),
        },
        "reduce": {"image": image, "size": size},
        "straight": {"image": image[:320, :240], "size": size},
        "turned": {
            "image": image,
            "inverse": np.array([2.0, -0.3, 90.0, 0.3, 2.0, 20.0], dtype=np.float32),
            "size": size,
        },
    }
    if name == "measure":
        asked: dict[str, Array] = {"image": image, "scale": scale, "unit": _floats(90)}
        return asked | {"region": given["person"]["region"]} | _left_behind()
    if name in ("wide", "matte", "corrected", "parted", "brush", "drawn", "backdrop", "band"):
        return _cut_out(name, given["person"], scale)
    given["detail"] = {
        "image": image[40:220, 120:340],
        "per_mm": _floats(1.2),
        "eyes": _floats(40, 30, 160, 70),
        "skin": _floats(50, 80, 150, 130),
    }
    given["tone"] = {"image": image[:90, :120], "tables": np.tile(np.arange(256, dtype=np.float32) ** 0.98, (3, 1))}
    return given[name]


def _floats(*numbers: float) -> Array:
    return np.array(numbers, dtype=np.float32)


def _cut_out(name: str, person: dict[str, Array], scale: Array) -> dict[str, Array]:
    """What is asked about the mask: both looks are the same here."""
    graphs = built().native / "graphs"
    alpha = answers(session(str(graphs / "person.onnx")), "person")["alpha"]
    asked = {"image": person["image"], "scale": scale, "window": person["region"], "head": person["head"]}
    asked |= {"region": person["region"], "close_region": person["region"]}
    asked |= {"softness": _floats(1.5), "alpha_wide": alpha, "alpha": alpha}
    if name in ("wide", "matte"):
        return {"alpha": alpha} if name == "wide" else asked
    grid, area = session(str(graphs / "matte.onnx")).run(["matte_grid", "matte_area"], asked)
    if name == "corrected":
        return {"matte_grid": grid, "matte_area": area, "head": person["head"], "trust": _floats(1)}
    held = {"matte_grid": grid, "matte_area": area, "head": person["head"], "trust": _floats(1)}
    (share,) = session(str(graphs / "corrected.onnx")).run(["matte_share"], held)
    apart = {name: held[name] for name in ("matte_grid", "matte_area", "head")}
    apart |= {"matte_share": share, "busy": _floats(0.6)}
    if name == "parted":
        return apart
    kept = [*session(str(graphs / "parted.onnx")).run(["matte"], apart), area]
    if name == "drawn":
        return {"matte_drawn": kept[0]}
    if name == "brush":
        pieces = np.tile(_floats(-1e7, -1e7, -1e7, -1e7, 1), (32, 1))
        pieces[0] = (400, 60, 430, 160, 14)
        same = {given: asked[given] for given in ("image", "scale", "window", "head")}
        return {**same, "pieces": pieces, "person": _floats(1), "matte": kept[0]}
    seen = {"image": person["image"][:300, 40:340], "matte": kept[0], "matte_area": kept[1]}
    seen["inverse"] = _floats(1.5, 0, 60, 0, 1.5, 0)
    if name == "band":
        return seen
    seen["matte_busy"] = _floats(0.6)
    return seen | {"tables": np.tile(np.arange(256, dtype=np.float32), (3, 1)), "colour": _floats(20, 90, 200)}


@functools.cache
def _left_behind() -> dict[str, Array]:
    """What the mesh and the mask leave in the engine for `measure`."""
    graphs = built().native / "graphs"
    made = {name: answers(session(str(graphs / f"{name}.onnx")), name) for name in ("mesh", "person")}
    wanted = [given.name for given in session(str(graphs / "measure.onnx")).get_inputs()]
    return {output: value for found in made.values() for output, value in found.items() if output in wanted}


def answers(graph: onnxruntime.InferenceSession, name: str) -> dict[str, Array]:
    """Outputs by name."""
    names = [output.name for output in graph.get_outputs()]
    return dict(zip(names, graph.run(names, inputs(name)), strict=True))
