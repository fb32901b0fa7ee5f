"""When a document's rule was read, and when it changed."""

from collections.abc import Mapping
from typing import Any


def last_changed(data: Mapping[str, Any]) -> str:
    """When the rule or our reading of it last changed; where no change is known, when we last read its sources."""
    return max((str(entry["date"]) for entry in data["changes"]), default=last_read(data))


def last_read(data: Mapping[str, Any]) -> str:
    """The newest month in which we read one of the document's sources."""
    return max(str(source["read"]) for source in data["sources"])


def is_recent(entry: dict[str, str], data: Mapping[str, Any]) -> bool:
    """Did the rule change in the year before we last read its sources, or later?"""
    year, month = last_read(data).split("-")[:2]
    return entry["date"] >= f"{int(year) - 1}-{month}"
