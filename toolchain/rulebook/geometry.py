"""Bands of a spec as parts of its frame: mm by the print, px by the file, both narrowed to what satisfies all."""

import math
from collections.abc import Mapping
from typing import Any

HORIZONTAL = ("face_width", "eye_distance", "centring")


ICAO_ASPECT = 35 / 45


def aspect(data: Mapping[str, Any]) -> float:
    """Width / height of the frame, in the order of pixid.document.Document.shape."""
    digital = data.get("digital", {})
    shapes = digital.get("aspect"), digital.get("px"), data.get("print", {}).get("mm"), digital.get("px_min")
    for shape in shapes:
        if shape and all(shape):
            return float(shape[0] / shape[1])
    return ICAO_ASPECT


def _pixels(data: Mapping[str, Any], place: int) -> int | None:
    """A side of the frame that px bands are measured in: of the one size, or of the least."""
    digital = data.get("digital", {})
    size = digital.get("px") or digital.get("px_min") or [0, 0]
    return size[place] or None


def side(data: Mapping[str, Any], name: str, unit: str) -> float | None:
    """Length of the frame in `unit` along the direction of band `name`; None where the spec gives none."""
    place = 0 if name in HORIZONTAL else 1
    if unit == "ratio":
        return 1.0
    if unit == "mm":
        if "print" not in data:
            return None
        return float(data["print"]["mm"][1]) * (1 if place else aspect(data))
    pixels = _pixels(data, place)
    return None if pixels is None else float(pixels)


def band_ratio(data: Mapping[str, Any], name: str) -> tuple[float, float]:
    """Least and greatest part of the frame that satisfies every unit the band is given in; inf for an open end.

    An eye line counted from the top comes back counted from the bottom.
    """
    band = data[name]
    low, high = 0.0, math.inf
    for unit in ("mm", "ratio", "px"):
        if unit not in band:
            continue
        length = side(data, name, unit)
        assert length is not None, f"{name}.{unit} has no frame"
        low, high = max(low, band[unit][0] / length), min(high, band[unit][1] / length)
    if band.get("from") == "top":
        low, high = (0.0 if high == math.inf else 1 - high), 1 - low
    return low, high
