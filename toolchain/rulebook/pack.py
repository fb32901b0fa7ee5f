"""The rulebook as the app gets it: one small file with numbers, policies and sources.

Pages carry the sentences (notes, contradictions, changes); here is what the pipeline and the report read. What says
nothing is left out, and pixid.document.from_data takes it for null.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

MOST_BYTES = 60 * 1024
"""Budget of the file, brotli-compressed at quality 11."""

SENTENCES = ("notes", "contradictions", "changes", "children", "companions")
TWICE = ("max_age_months",)
"""Said by another key."""


def packed(documents: Sequence[Mapping[str, Any]]) -> bytes:
    """Compiled documents as JSON, sorted as they come. Equal documents give equal bytes."""
    kept = [_full({key: value for key, value in one.items() if key not in (*SENTENCES, *TWICE)}) for one in documents]
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def _full(value: Any) -> Any:
    """`value` without what is null or empty, at any depth; the ends of intervals keep their nulls."""
    if not isinstance(value, Mapping):
        return value
    made = {key: _full(item) for key, item in value.items()}
    return {key: item for key, item in made.items() if item not in (None, "", [], {}, "unstated", "unspecified")}
