"""The main values of every open document as CSV (RFC 4180), for spreadsheets."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

COLUMNS = (
    "id", "country", "document", "name", "confidence", "width_mm", "height_mm", "dpi",
    "width_px_min", "width_px_max", "height_px_min", "height_px_max", "file_kb_min", "file_kb_max", "formats",
    "head_min", "head_max", "head_unit", "head_top", "eye_line_min", "eye_line_max", "eye_line_unit",
    "background", "max_age_months", "copies", "submission", "crop", "edit_background", "edit_light", "self_made",
    "source_title", "source_kind", "source_url", "source_read", "withheld", "licence",
)  # fmt: skip


def csv_of(rows: Sequence[Mapping[str, Any]]) -> str:
    """One line per document after the header; lists are joined by spaces, commas stay inside quotes."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows(map(_line, rows))
    return out.getvalue()


def _line(row: Mapping[str, Any]) -> dict[str, Any]:
    first = row["sources"][0]
    printed, digital, background = (row[name] or {} for name in ("print", "digital", "background"))
    limits = {key: digital.get(key) for key in COLUMNS if "_px_" in key or "_kb_" in key}
    return {
        "id": row["id"],
        "country": row["country"],
        "document": row["document"],
        "name": row["names"]["en"],
        "confidence": row["confidence"],
        "width_mm": printed.get("width_mm"),
        "height_mm": printed.get("height_mm"),
        "dpi": printed.get("dpi") or digital.get("dpi"),
        **limits,
        "formats": " ".join(digital.get("formats", [])),
        **_ends("head", row["head_height"]),
        "head_top": row["head_top"],
        **_ends("eye_line", row["eye_line"]),
        "background": ", ".join(background.get("colours", [])),
        "max_age_months": row["max_age_months"],
        "copies": row["photos_required"],
        "submission": " ".join(row["submission"]),
        "crop": row["edit_policy"]["crop"],
        "edit_background": row["edit_policy"]["background"],
        "edit_light": row["edit_policy"]["light"],
        "self_made": row["self_made"]["status"],
        **{f"source_{key}": first[key] for key in ("title", "kind", "url", "read")},
        "withheld": " ".join(row["withheld"]),
        "licence": row["licence"],
    }


def _ends(name: str, band: Mapping[str, Any] | None) -> dict[str, Any]:
    return {f"{name}_{key}": (band or {}).get(key) for key in ("min", "max", "unit")}
