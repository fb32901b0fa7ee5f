"""Compiles the specs into documents.json, the one file that pipeline, app and pages read (shape: specs/README.md)."""

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from toolchain.rulebook.geometry import band_ratio, side
from toolchain.rulebook.load import Spec, load
from toolchain.rulebook.spec import BANDS

STEPS = 10**6
"""Values worked out here keep six decimals."""

SILENCE: Mapping[str, dict[str, Any]] = {
    "edit_policy": {"crop": "unstated", "background": "unstated", "light": "unstated", "note": "", "source": None},
    "self_made": {"status": "unstated", "why": "", "instead": "", "note": "", "source": None},
}
"""Groups that are always there, and what they hold where nothing is said."""

UNIT_ORDER = ("mm", "ratio", "px")


def write(specs_dir: Path, out: Path) -> list[dict[str, Any]]:
    """Compile `specs_dir` into the file `out` and return what was written. Equal specs give equal bytes.

    Raises RulebookError with every mistake of every file.
    """
    documents = compiled(specs_dir)
    text = json.dumps(documents, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text + "\n", encoding="utf-8")
    return documents


def compiled(specs_dir: Path) -> list[dict[str, Any]]:
    """Every document of `specs_dir`. Raises RulebookError with every mistake of every file."""
    return [compile_spec(spec) for spec in load(specs_dir)]


def compile_spec(spec: Spec) -> dict[str, Any]:
    """One document as the pipeline reads it; keys that say nothing are there, as null or empty."""
    data = spec.data
    index = {key: place for place, key in enumerate(data["sources"])}
    made: dict[str, Any] = {
        "id": spec.id,
        "country": spec.country,
        "document": data["document"],
        "names": data["names"],
        "confidence": data["confidence"],
        "print": _print(data, index),
        "digital": _digital(data, index),
        "head_top": data.get("head_top", "unspecified"),
        "background": _group(data, "background", index, {"hex": None}),
        "colour": data.get("colour"),
        "max_age_months": data.get("recency", {}).get("months"),
        "recency": _group(data, "recency", index, {"months": None, "days": None}),
        "photos_required": data.get("copies"),
        "submission": data.get("submission", []),
        "edit_policy": _group(data, "edit_policy", index, {}),
        "self_made": _group(data, "self_made", index, {"why": "", "instead": ""}),
        "notes": data.get("notes", []),
        "contradictions": data.get("contradictions", []),
        "changes": data.get("changes", []),
        "sources": [_source(source) for source in data["sources"].values()],
    }
    for name in BANDS:
        made[name] = _band(data, name, index)
    for name in ("glasses", "head_covering", "expression"):
        made[name] = _group(data, name, index, {"rule": None, "conditions": []})
    for name in ("children", "companions"):
        made[name] = [_intervals(_sourced(group, index)) for group in data.get(name, [])]
    for name, silence in SILENCE.items():
        made[name] = silence | (made[name] or {})
    return made


def _sourced(group: Mapping[str, Any], index: Mapping[str, int]) -> dict[str, Any]:
    """The group with its source as index; the first source stands behind what names none."""
    return dict(group) | {"source": index[group["source"]] if "source" in group else 0}


def _intervals(group: dict[str, Any]) -> dict[str, Any]:
    """The group with open ends as null, which JSON can say."""
    return {key: _closed(value) if isinstance(value, list) else value for key, value in group.items()}


def _closed(interval: list[Any]) -> list[Any]:
    return [None if end == math.inf else end for end in interval]


def _group(
    data: Mapping[str, Any], name: str, index: Mapping[str, int], empty: Mapping[str, Any]
) -> dict[str, Any] | None:
    return dict(empty) | {"note": ""} | _sourced(data[name], index) if name in data else None


def _source(source: Mapping[str, Any]) -> dict[str, Any]:
    return {"url": None} | dict(source)


def _print(data: Mapping[str, Any], index: Mapping[str, int]) -> dict[str, Any] | None:
    if "print" not in data:
        return None
    made = _sourced(data["print"], index)
    made["width_mm"], made["height_mm"] = made.pop("mm")
    return {"dpi": None, "note": ""} | made


def _digital(data: Mapping[str, Any], index: Mapping[str, int]) -> dict[str, Any] | None:
    if "digital" not in data:
        return None
    made = _sourced(data["digital"], index)
    exact = made.pop("px", None)
    for end in ("min", "max"):
        width, height = exact or made.pop(f"px_{end}", [0, 0])
        made[f"width_px_{end}"], made[f"height_px_{end}"] = width or None, height or None
    least, greatest = made.pop("kb", [0, math.inf])
    made["file_kb_min"], made["file_kb_max"] = least or None, None if greatest == math.inf else greatest
    return {"dpi": None, "formats": [], "aspect": None, "note": ""} | made


def _band(data: Mapping[str, Any], name: str, index: Mapping[str, int]) -> dict[str, Any] | None:
    """One interval in the unit it is stated in (px become ratios), narrowed to what satisfies every unit given.

    `stated` keeps the words of the rule: {"mm": [32, 36], "ratio": [0.7, 0.8]}.
    """
    if name not in data:
        return None
    band = _sourced(data[name], index)
    units = [unit for unit in UNIT_ORDER if unit in band]
    unit = "mm" if "mm" in units else "ratio"
    if units == [unit] and band.get("from", "bottom") == "bottom":
        low, high = band[unit]
    else:
        length = side(data, name, unit)
        assert length is not None, f"{name}.{unit} has no frame"
        least, greatest = band_ratio(data, name)
        low, high = _up(least * length), greatest if greatest == math.inf else _down(greatest * length)
    made = {
        "min": low or None,
        "max": None if high == math.inf else high,
        "unit": unit,
        "source": band["source"],
        "rank": band.get("rank", 1),
        "note": band.get("note", ""),
        "stated": {unit: [None if end in (0, math.inf) else end for end in band[unit]] for unit in units},
    }
    if name == "eye_line":
        made["from"] = "bottom"
        made["stated_from"] = band.get("from", "bottom")
    return made


def _up(value: float) -> float:
    """Rounded so that a least value is met."""
    return math.ceil(value * STEPS - 1e-3) / STEPS


def _down(value: float) -> float:
    """Rounded so that a greatest value is met."""
    return math.floor(value * STEPS + 1e-3) / STEPS
