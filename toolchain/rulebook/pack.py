"""The rulebook as the app gets it: one small file with numbers, policies and sources.

Pages carry the sentences (notes, contradictions, changes); here is what the pipeline and the report read. What says
nothing is left out, and pixid.packed puts it back. A JSON object with one line per document, so that the app's Python
parses only the documents it is asked for.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

MOST_BYTES = 60 * 1024
"""Budget of the file, brotli-compressed at quality 11."""

SENTENCES = ("notes", "contradictions", "changes")
TWICE = ("id", "max_age_months")
"""Said by the document's key and by another value."""


def packed(documents: Sequence[Mapping[str, Any]]) -> bytes:
    """Compiled documents by id, in the order they come. Equal documents give equal bytes."""
    return ("{" + ",\n".join(f"{json.dumps(one['id'])}:{_text(one)}" for one in documents) + "}\n").encode()


def without_silence(document: Mapping[str, Any]) -> dict[str, Any]:
    """One compiled document without what says nothing and without its id: pixid.packed.restored takes it."""
    kept = {key: value for key, value in document.items() if key not in (*SENTENCES, *TWICE)}
    made: dict[str, Any] = _full(kept)
    return made


def _text(document: Mapping[str, Any]) -> str:
    return json.dumps(
        without_silence(document), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    )


def _full(value: Any) -> Any:
    """`value` without what is null or empty, in groups and their parts; lists stay as they are."""
    if not isinstance(value, Mapping):
        return value
    made = {key: _full(item) for key, item in value.items()}
    return {key: item for key, item in made.items() if item not in (None, "", [], {}, "unstated", "unspecified")}
