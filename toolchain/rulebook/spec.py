"""The shape of one spec file: which keys there are and what each may hold (explained in specs/README.md)."""

from collections.abc import Sequence

from toolchain.rulebook import vocabulary as words
from toolchain.rulebook.fields import Choice, Field, Keyed, ListOf, Number, Pair, Table, Text

SENTENCE = Text()
MONTH = Text(r"20\d\d-(0[1-9]|1[0-2])", "a month as YYYY-MM")
SOURCE = Text(r"[a-z0-9][a-z0-9-]*", "a key of [sources]")
RANK = Number(1, 8, whole=True)
MM = Number(0, 200)
PX = Number(0, 10000, whole=True)
RATIO = Number(0, 1)


def _group(fields: dict[str, Field], required: Sequence[str] = (), one_of: Sequence[str] = ()) -> Table:
    return Table(fields | {"source": SOURCE, "note": SENTENCE}, required, one_of)


def _rule(rules: Sequence[str], conditions: Sequence[str]) -> Table:
    fields: dict[str, Field] = {"rule": Choice(rules), "conditions": ListOf(Choice(conditions))}
    return _group(fields, one_of=("rule", "conditions"))


def _whole(fields: dict[str, Field]) -> Table:
    return Table(fields, required=tuple(fields))


BAND_UNITS: dict[str, Field] = {"mm": Pair(MM, True), "ratio": Pair(RATIO, True), "px": Pair(PX, True)}
BAND = _group(BAND_UNITS | {"rank": RANK}, one_of=tuple(BAND_UNITS))
EYE_LINE = _group(BAND_UNITS | {"rank": RANK, "from": Choice(("bottom", "top"))}, one_of=tuple(BAND_UNITS))

BANDS: dict[str, Table] = {
    "head_height": BAND,
    "eye_line": EYE_LINE,
    "top_margin": BAND,
    "bottom_margin": BAND,
    "chin_to_pupil": BAND,
    "face_width": BAND,
    "eye_distance": BAND,
    "centring": BAND,
}

PRINT = _group({"mm": Pair(Number(10, 200)), "dpi": Number(72, 2400, whole=True)}, required=("mm",))
DIGITAL_LIMITS: dict[str, Field] = {
    "px": Pair(Number(50, 10000, whole=True)),
    "px_min": Pair(PX),
    "px_max": Pair(PX),
    "aspect": Pair(Number(1, 10000, whole=True)),
    "dpi": Number(72, 2400, whole=True),
    "kb": Pair(Number(0, 102400), True),
    "formats": ListOf(Choice(words.FORMATS)),
}
BACKGROUND = _group(
    {"colours": ListOf(Choice(words.BACKGROUNDS)), "hex": Text(r"#[0-9A-F]{6}", "a colour as #RRGGBB")},
    required=("colours",),
)
CHILD: dict[str, Field] = {
    "under": Number(1, 18, whole=True),
    "head_mm": Pair(MM, True),
    "head_ratio": Pair(RATIO, True),
    "conditions": ListOf(Choice(words.CHILD_CONDITIONS)),
}
COMPANION: dict[str, Field] = {
    "what": Choice(words.COMPANIONS),
    "mm": Pair(MM),
    "px": Pair(PX),
    "kb": Pair(Number(0, 102400), True),
}
CHANGE: dict[str, Field] = {"date": MONTH, "key": SENTENCE, "what": SENTENCE, "by": Choice(words.CHANGED_BY)}
SOURCE_ENTRY = Table(
    {
        "title": SENTENCE,
        "kind": Choice(words.KINDS),
        "url": Text(r"https?://\S+", "an address that begins with https:// or http://"),
        "read": MONTH,
        "changed": MONTH,
    },
    required=("title", "kind", "read"),
)

GROUPS: dict[str, Table] = {
    "print": PRINT,
    "digital": _group(DIGITAL_LIMITS, one_of=tuple(DIGITAL_LIMITS)),
    **BANDS,
    "background": BACKGROUND,
    "glasses": _rule(words.GLASSES, words.GLASSES_CONDITIONS),
    "head_covering": _rule(words.HEAD_COVERINGS, words.HEAD_COVERING_CONDITIONS),
    "expression": _rule(words.EXPRESSIONS, words.EXPRESSION_CONDITIONS),
    "recency": _group(
        {"months": Number(1, 120, whole=True), "days": Number(1, 365, whole=True)}, one_of=("months", "days")
    ),
    "edit_policy": _group({part: Choice(words.EDIT) for part in ("crop", "background", "light")}),
    "self_made": _group(
        {"status": Choice(words.SELF_MADE), "why": SENTENCE, "instead": SENTENCE}, required=("status",)
    ),
}
"""Values that carry a source: `source = "key"`, or the first of [sources] where they name none."""

SPEC = Table(
    {
        "document": SENTENCE,
        "names": Table(
            {"en": SENTENCE, "local": SENTENCE, "lang": Text(r"[a-z]{2,3}(-[A-Za-z]{2,4})?", "a language tag")},
            required=("en",),
        ),
        "confidence": Choice(words.CONFIDENCE),
        "head_top": Choice(words.HEAD_TOPS),
        "colour": Choice(words.COLOUR_MODES),
        "copies": Number(1, 12, whole=True),
        "submission": ListOf(Choice(words.SUBMISSION)),
        **GROUPS,
        "children": ListOf(_group(CHILD, required=("under",), one_of=("head_mm", "head_ratio", "conditions"))),
        "companions": ListOf(_group(COMPANION, required=("what",))),
        "notes": ListOf(SENTENCE),
        "contradictions": ListOf(_whole({"about": SENTENCE, "versions": SENTENCE, "choice": SENTENCE})),
        "changes": ListOf(Table(CHANGE, required=("date", "key", "what"))),
        "sources": Keyed(SOURCE_ENTRY),
    },
    required=("document", "names", "confidence", "sources"),
)
