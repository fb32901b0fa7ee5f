"""What one spec says must be possible: bands inside the photo, windows not empty, sources there."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from toolchain.rulebook.geometry import band_ratio, frame_height_px, frame_width_px
from toolchain.rulebook.spec import BANDS, GROUPS

Complain = Callable[[str, str], None]

URL_MAY_LACK = ("law", "copy", "transcript", "press", "memory")
"""A law has a number, a reading may have been of paper; pages that exist have an address."""

SPARE = 0.97
"""Files stay this far under their ceiling (pixid.sizes), so a window must be wider than that."""

CHIN_TO_EYES = (0.45, 0.62)
"""Part of the head (chin to skull) below the eyes: 1 / 1.92 = 0.52 on 102 portraits, +- 3 standard deviations and room
for the other definitions of the top of the head. Ours, only to find impossible rules."""


def check(data: Mapping[str, Any], complain: Complain) -> None:
    """Complain about everything in a well-formed spec that cannot be true."""
    _sources(data, complain)
    _digital(data, complain)
    _self_made(data, complain)
    ratios = {}
    for name in BANDS:
        if name in data:
            ratios[name] = _band(data, name, complain)
    _head_in_frame({name: ratio for name, ratio in ratios.items() if ratio}, complain)


def _sources(data: Mapping[str, Any], complain: Complain) -> None:
    sources = data["sources"]
    groups = [(name, data[name]) for name in GROUPS if name in data]
    for name in ("children", "companions"):
        groups += [(f"{name}[{place}]", group) for place, group in enumerate(data.get(name, []))]
    for name, group in groups:
        key = group.get("source")
        if key is not None and key not in sources:
            complain(f"{name}.source", f"there is no {key!r} in [sources]; there are {', '.join(sources)}")
    for key, source in sources.items():
        if "url" not in source and source["kind"] not in URL_MAY_LACK:
            complain(f"sources.{key}.url", f"is missing; only {', '.join(URL_MAY_LACK)} may have none")
        if "changed" in source and source["changed"] > source["read"]:
            complain(f"sources.{key}.changed", f"is later than read ({source['read']})")
    for i, change in enumerate(data.get("changes", [])):
        if change["key"] not in data:
            complain(f"changes[{i}].key", f"names no key of this file: {change['key']!r}")


def _digital(data: Mapping[str, Any], complain: Complain) -> None:
    digital = data.get("digital", {})
    if "px" in digital and ("px_min" in digital or "px_max" in digital):
        complain("digital.px", "is the one permitted size; px_min and px_max contradict it")
    if "px_min" in digital and "px_max" in digital:
        for place, side in enumerate(("width", "height")):
            if digital["px_max"][place] and digital["px_min"][place] > digital["px_max"][place]:
                complain("digital.px_max", f"the greatest {side} is less than the least")
    least, greatest = digital.get("kb", [0, math.inf])
    if greatest == 0 or least >= greatest * SPARE:
        complain("digital.kb", f"no file fits between {least:g} and {greatest:g} KB with 3 % to spare")
    if "aspect" in digital and "px" in digital:
        (width, height), (a, b) = digital["px"], digital["aspect"]
        if abs(width - height * a / b) > 1:
            complain("digital.aspect", f"{a}:{b} is not the shape of {width} x {height} px")


def _self_made(data: Mapping[str, Any], complain: Complain) -> None:
    self_made = data.get("self_made", {"status": "unstated"})
    if self_made["status"] in ("conditional", "not_accepted"):
        for key in ("why", "instead"):
            if key not in self_made:
                complain(f"self_made.{key}", f"is missing; {self_made['status']} needs a reason and a way out")


def _band(data: Mapping[str, Any], name: str, complain: Complain) -> tuple[float, float] | None:
    """The band as ratio of the frame, None if it cannot be worked out."""
    band = data[name]
    if "mm" in band and "print" not in data:
        complain(f"{name}.mm", "needs a print size; give a ratio")
        return None
    if "px" in band and (frame_width_px(data) is None or frame_height_px(data) is None):
        complain(f"{name}.px", "needs digital.px or digital.px_min, whose frame it is measured in")
        return None
    low, high = band_ratio(data, name)
    if low > high:
        complain(name, f"its units contradict each other: at least {low:.3f} and at most {high:.3f} of the frame")
        return None
    if low > 1 or (high > 1 and high != math.inf):
        complain(name, f"is larger than the photo: {low:.2f} to {high:.2f} of the frame")
        return None
    return low, high


def _head_in_frame(ratios: Mapping[str, tuple[float, float]], complain: Complain) -> None:
    """Can any head satisfy the vertical bands together?"""
    head = ratios.get("head_height")
    if head is None:
        return
    top = ratios.get("top_margin", (0.0, 1.0))
    bottom = ratios.get("bottom_margin", (0.0, 1.0))
    least = head[0] + top[0] + bottom[0]
    if least > 1 + 1e-9:
        complain("head_height", f"with the margins the least head takes {least:.2f} of the frame")
        return
    if "eye_line" in ratios:
        eyes = ratios["eye_line"]
        lowest = bottom[0] + CHIN_TO_EYES[0] * head[0]
        highest = 1 - top[0] - (1 - CHIN_TO_EYES[1]) * head[0]
        if eyes[0] > highest + 1e-9 or eyes[1] < lowest - 1e-9:
            complain("eye_line", f"no head has its eyes there: they would lie at {lowest:.2f} to {highest:.2f}")
