"""What one spec says must be possible: bands inside the photo, windows not empty, sources there."""

import math
from collections.abc import Callable, Mapping
from typing import Any

from toolchain.rulebook.geometry import aspect, band_ratio, side
from toolchain.rulebook.satisfiable import Frame, heads
from toolchain.rulebook.spec import BANDS, GROUPS

Complain = Callable[[str, str], None]

URL_MAY_LACK = ("law", "copy", "transcript", "press", "memory")
"""A law has a number, a reading may have been of paper; pages that exist have an address."""

SPEC_KEYS = (*GROUPS, "document", "names", "head_top", "colour", "copies", "submission", "children", "companions")
"""What a change can be about."""

SPARE = 0.97
"""Files stay this far under their ceiling (pixid.sizes), so a window must be wider than that."""


def check(data: Mapping[str, Any], complain: Complain) -> None:
    """Complain about everything in a well-formed spec that cannot be true."""
    _sources(data, complain)
    _digital(data, complain)
    _self_made(data, complain)
    ratios = {name: _band(data, name, complain) for name in BANDS if name in data}
    _possible(data, {name: ratio for name, ratio in ratios.items() if ratio}, complain)


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
    for place, change in enumerate(data.get("changes", [])):
        if change["key"] not in SPEC_KEYS:
            complain(f"changes[{place}].key", f"names no key of a spec: {change['key']!r}")


def _digital(data: Mapping[str, Any], complain: Complain) -> None:
    digital = data.get("digital", {})
    if "px" in digital and ("px_min" in digital or "px_max" in digital):
        complain("digital.px", "is the one permitted size; px_min and px_max contradict it")
    if "px_min" in digital and "px_max" in digital:
        for place, name in enumerate(("width", "height")):
            if digital["px_max"][place] and digital["px_min"][place] > digital["px_max"][place]:
                complain("digital.px_max", f"the greatest {name} is less than the least")
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
    """The band as part of the frame, None if it cannot be worked out."""
    band = data[name]
    if "mm" in band and side(data, name, "mm") is None:
        complain(f"{name}.mm", "needs a print size; give a ratio")
        return None
    if "px" in band and side(data, name, "px") is None:
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


def _possible(data: Mapping[str, Any], bands: Mapping[str, tuple[float, float]], complain: Complain) -> None:
    """Complain if no head can stand where the bands want it, at the band without which one could."""
    top, shape = data.get("head_top", "unspecified"), aspect(data)
    if not bands or heads(Frame(bands, shape, top)) is not None:
        return
    guilty = [name for name in bands if heads(Frame({n: b for n, b in bands.items() if n != name}, shape, top))]
    for name in guilty or list(bands):
        others = ", ".join(other for other in bands if other != name)
        low, high = bands[name]
        complain(name, f"no head can have it at {low:.2f} to {high:.2f} of the frame together with {others}")
