"""Bands of a spec as parts of its frame: mm by the print, px by the file, both narrowed to what satisfies all."""

import math
from collections.abc import Mapping
from typing import Any

HORIZONTAL = ("face_width", "eye_distance", "centring")


def frame_width_px(data: Mapping[str, Any]) -> int | None:
    """Width of the frame that px bands are measured in: the one size, or the least."""
    return _side(data, 0)


def frame_height_px(data: Mapping[str, Any]) -> int | None:
    """Height of that frame."""
    return _side(data, 1)


def _side(data: Mapping[str, Any], place: int) -> int | None:
    digital = data.get("digital", {})
    size = digital.get("px") or digital.get("px_min") or [0, 0]
    return size[place] or None


def side(data: Mapping[str, Any], name: str, unit: str) -> float | None:
    """Length of the frame in `unit` along the direction of band `name`; None where the spec gives none."""
    place = 0 if name in HORIZONTAL else 1
    if unit == "ratio":
        return 1.0
    if unit == "mm":
        return float(data["print"]["mm"][place]) if "print" in data else None
    pixels = _side(data, place)
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
