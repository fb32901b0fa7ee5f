"""The graphs we ship, by name: which network each wraps, and what the engine binds to its inputs."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnx

from models_src import (
    backdrop,
    band,
    brush,
    compose,
    corrected,
    detector,
    matte,
    measure,
    measure_detail,
    mesh,
    person,
    reduce,
    trials,
)
from models_src import tone as light
from models_src.tflite_model import Network

Build = Callable[[Mapping[str, Path]], onnx.ModelProto]


class Published(NamedTuple):
    """One shipped graph. `bindings`: input -> what the engine gives it (working, scale, numbers, raw, crop, raster,
    size); `kept`: outputs that stay in the engine as tensors of the photo; `trial`: what it could be given, for graphs
    so many of whose inner sizes follow the photo that opening them is slow without names (quantize/shapes.py)."""

    build: Build
    bindings: Mapping[str, str]
    kept: tuple[str, ...] = ()
    trial: Callable[[np.random.Generator], trials.Feed] | None = None


def _short_range(models: Mapping[str, Path]) -> onnx.ModelProto:
    return detector.build(Network.read(models["face_detection_short_range"]), detector.SHORT_RANGE, "find")


def _full_range(models: Mapping[str, Path]) -> onnx.ModelProto:
    return detector.build(Network.read(models["face_detection_full_range_sparse"]), detector.FULL_RANGE, "find_far")


def _mesh(models: Mapping[str, Path]) -> onnx.ModelProto:
    return mesh.build(Network.read(models["face_landmark_with_attention"]))


def _person(models: Mapping[str, Path]) -> onnx.ModelProto:
    return person.build(Network.read(models["selfie_segmentation"]))


_WORKING = {"image": "working", "scale": "scale"}
_MEASURED = {
    **_WORKING, "region": "numbers", "mesh_points": "kept", "unit": "numbers", "alpha": "kept",
    **{name: "kept" for name in mesh.LOOKS},
}  # fmt: skip
_DETAILED = {"image": "crop", "per_mm": "numbers", "eyes": "numbers", "skin": "numbers"}
_MATTED = {
    **_WORKING, "window": "numbers", "region": "numbers", "close_region": "numbers", "head": "numbers",
    "softness": "numbers", "alpha_wide": "kept", "alpha": "kept",
}  # fmt: skip
_CORRECTED = {"matte_grid": "kept", "matte_area": "kept", "head": "numbers", "trust": "numbers"}
_SEEN = {"image": "raster", "inverse": "numbers", "matte": "kept", "matte_area": "kept"}
_BEHIND = {**_SEEN, "matte_busy": "kept", "colour": "numbers", "tables": "numbers"}
_BRUSHED = {
    **_WORKING, "window": "numbers", "head": "numbers", "pieces": "numbers", "person": "numbers", "matte": "kept",
}  # fmt: skip

GRAPHS: Mapping[str, Published] = {
    "find": Published(_short_range, _WORKING),
    "mesh": Published(_mesh, {**_WORKING, "roi": "numbers"}, kept=("mesh_points", *mesh.LOOKS)),
    "person": Published(_person, {**_WORKING, "region": "numbers", "head": "numbers"}, kept=("alpha",)),
    "measure": Published(lambda _: measure.build(), _MEASURED, kept=("shading",)),
    "detail": Published(lambda _: measure_detail.build(), _DETAILED, trial=trials.detail),
    "find_far": Published(_full_range, _WORKING),
    "reduce": Published(lambda _: reduce.build(), {"image": "raw", "size": "size"}),
    "straight": Published(lambda _: compose.build_straight(), {"image": "crop", "size": "size"}),
    "turned": Published(lambda _: compose.build_turned(), {"image": "crop", "inverse": "numbers", "size": "size"}),
    "wide": Published(lambda _: matte.build_wide(), {"alpha": "kept"}, kept=("alpha_wide",)),
    "matte": Published(lambda _: matte.build(), _MATTED, kept=("matte_grid", "matte_area"), trial=trials.matte),
    "corrected": Published(lambda _: corrected.build(), _CORRECTED, kept=("matte_share",), trial=trials.corrected),
    "parted": Published(
        lambda _: corrected.build_parted(),
        {"matte_grid": "kept", "matte_area": "kept", "matte_share": "kept", "head": "numbers", "busy": "numbers"},
        kept=("matte", "matte_busy"),
        trial=trials.parted,
    ),
    "brush": Published(lambda _: brush.build(), _BRUSHED, kept=("matte_drawn",)),
    "drawn": Published(lambda _: brush.build_drawn(), {"matte_drawn": "kept"}, kept=("matte",)),
    "backdrop": Published(lambda _: backdrop.build(), _BEHIND),
    "band": Published(lambda _: band.build(), _SEEN),
    "tone": Published(lambda _: light.build(), {"image": "raster", "tables": "numbers"}),
}
"""In the order a photo needs them."""
