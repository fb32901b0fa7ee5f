"""Names of documents as lists and titles need them, and how well their values are founded."""

import re
from collections.abc import Mapping
from typing import Any

from toolchain.pages.language import Language

QUALIFIER = re.compile(r"(?P<name>[^(（]+?)\s*(?:[(（](?P<round>.+)[)）]|\s[-–]\s(?P<dash>.+))$")

SELF_MADE_SIGNS = {"accepted": "pass", "conditional": "warn", "unstated": "manual", "not_accepted": "fail"}


def split_name(name: str) -> tuple[str, str]:
    """ "US passport (paper application)" as ("US passport", "paper application"); ("US visa", "") for a plain name."""
    found = QUALIFIER.match(name)
    return (found["name"], found["round"] or found["dash"]) if found else (name, "")


def full_name(language: Language, data: Mapping[str, Any]) -> str:
    """Name and qualifier in one line: "US passport, paper application"."""
    name, qualifier = split_name(language.name_of(data))
    return f"{name}{language.comma}{qualifier}" if qualifier else name


def is_verified(data: Mapping[str, Any]) -> bool:
    """Has anybody read a source that proves anything about this document?"""
    return data["confidence"] != "memory" and any(
        source["kind"] not in ("scrape", "memory") for source in data["sources"]
    )
