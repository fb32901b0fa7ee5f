"""JSON Schemas, generated from the code that checks and compiles: of a spec file, and of a compiled document."""

from collections.abc import Mapping, Sequence
from typing import Any

from toolchain.rulebook import vocabulary as words
from toolchain.rulebook.opening import LICENCE
from toolchain.rulebook.spec import BANDS, COMPANION, SOURCE_ENTRY, SPEC

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": ["number", "null"]}
WHOLE: Schema = {"type": ["integer", "null"]}
SOURCE: Schema = {"type": "integer", "minimum": 0, "description": "index into sources"}
ENDS: Schema = {"type": "array", "items": NUMBER, "minItems": 2, "maxItems": 2}
PAIR: Schema = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}


def of_spec() -> Schema:
    """Schema of a spec file, for editors. TOML's inf, the open end of an interval, has no place in JSON."""
    return {"$schema": DIALECT, "title": "PixID spec"} | SPEC.schema()


def of_document() -> Schema:
    """Schema of one compiled document as it is published; a key that says nothing is null or empty."""
    properties: Schema = {
        "id": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "country": {"type": "string", "description": "ISO 3166 code, SCHENGEN, or ZZ for none"},
        "document": TEXT,
        "names": _table({"en": TEXT}, {"local": TEXT, "lang": TEXT}),
        "confidence": {"enum": list(words.CONFIDENCE)},
        "print": _group({"width_mm": {"type": "number"}, "height_mm": {"type": "number"}, "dpi": WHOLE}),
        "digital": _group(_digital()),
        "head_top": _or_null(words.HEAD_TOPS),
        **{name: _band(name) for name in BANDS},
        "background": _group({"colours": _words(words.BACKGROUNDS), "hex": {"type": ["string", "null"]}}),
        "glasses": _rule(words.GLASSES, words.GLASSES_CONDITIONS),
        "head_covering": _rule(words.HEAD_COVERINGS, words.HEAD_COVERING_CONDITIONS),
        "expression": _rule(words.EXPRESSIONS, words.EXPRESSION_CONDITIONS),
        "children": {"type": "array", "items": _child()},
        "colour": _or_null(words.COLOUR_MODES),
        "recency": _group({"months": WHOLE, "days": WHOLE}),
        "max_age_months": WHOLE,
        "photos_required": WHOLE,
        "submission": _words(words.SUBMISSION),
        "companions": {"type": "array", "items": _companion()},
        "edit_policy": _policy(),
        "self_made": _self_made(),
        "notes": {"type": "array", "items": TEXT},
        "contradictions": {"type": "array", "items": _table({"about": TEXT, "versions": TEXT, "choice": TEXT})},
        "changes": {"type": "array", "items": _table({"date": TEXT, "key": TEXT, "what": TEXT}, {"by": TEXT})},
        "sources": {"type": "array", "items": _source(), "minItems": 1},
    }
    return {"$schema": DIALECT, "title": "PixID document"} | _table(properties)


def of_open_document() -> Schema:
    """Schema of a document as /api/v1/ publishes it: what is withheld and under which licence the rest stands."""
    whole = of_document()
    added: Schema = {"withheld": {"type": "array", "items": TEXT}, "licence": {"const": LICENCE}}
    whole["properties"] = whole["properties"] | added
    whole["required"] = sorted([*whole["required"], *added])
    return whole


def _table(required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {**required, **(optional or {})},
        "required": sorted(required),
        "additionalProperties": False,
    }


def _nullable(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _group(values: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    return _nullable(_table({**values, "note": TEXT, "source": SOURCE}, optional))


def _words(allowed: Sequence[str]) -> Schema:
    return {"type": "array", "items": {"enum": list(allowed)}, "uniqueItems": True}


def _or_null(allowed: Sequence[str]) -> Schema:
    return {"enum": [*allowed, None]}


def _digital() -> dict[str, Schema]:
    limits = {f"{side}_px_{end}": WHOLE for side in ("width", "height") for end in ("min", "max")}
    shape = _nullable(PAIR)
    return {
        **limits,
        "dpi": WHOLE,
        "file_kb_min": NUMBER,
        "file_kb_max": NUMBER,
        "formats": _words(words.FORMATS),
        "aspect": shape,
    }


def _band(name: str) -> Schema:
    stated = {"type": "object", "properties": {unit: ENDS for unit in ("mm", "ratio", "px")}, "minProperties": 1}
    values: dict[str, Schema] = {
        "min": NUMBER,
        "max": NUMBER,
        "unit": {"enum": ["mm", "ratio"]},
        "rank": {"type": "integer", "minimum": 1},
        "stated": stated,
    }
    if name == "eye_line":
        values |= {"from": {"const": "bottom"}, "stated_from": {"enum": ["bottom", "top"]}}
    return _group(values)


def _rule(rules: Sequence[str], conditions: Sequence[str]) -> Schema:
    return _group({"rule": _or_null(rules), "conditions": _words(conditions)})


def _child() -> Schema:
    values: dict[str, Schema] = {"under": {"type": "integer"}, "source": SOURCE}
    optional = {"head_mm": ENDS, "head_ratio": ENDS, "conditions": _words(words.CHILD_CONDITIONS), "note": TEXT}
    return _table(values, optional)


def _companion() -> Schema:
    optional = {key: ENDS for key in COMPANION if key != "what"} | {"note": TEXT}
    return _table({"what": {"enum": list(words.COMPANIONS)}, "source": SOURCE}, optional)


def _policy() -> Schema:
    parts = {part: {"enum": list(words.EDIT)} for part in ("crop", "background", "light")}
    return _table({**parts, "note": TEXT, "source": _nullable(SOURCE)})


def _self_made() -> Schema:
    values = {"status": {"enum": list(words.SELF_MADE)}, "why": TEXT, "instead": TEXT}
    return _table({**values, "source": _nullable(SOURCE)}, {"note": TEXT})


def _source() -> Schema:
    fields = {name: field.schema() for name, field in SOURCE_ENTRY.fields.items()}
    optional = {"changed": fields.pop("changed")}
    return _table({**fields, "url": _nullable(fields["url"])}, optional)
