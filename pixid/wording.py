"""Turns findings into sentences: numbers no finer than the measure, whole sentences from one table."""

from collections import namedtuple

from pixid.catalogue import joined, localised
from pixid.finding import Finding, Limit
from pixid.words import (
    ANY_FINDING,
    BANDS,
    COLOURS,
    COUNTED,
    FINDINGS,
    HALVES,
    LIMITS,
    NO_FILE,
    NOTES,
    OPERATIONS,
    PLACES,
    SELF_MADE,
    SIDES,
    TOPS,
    UNITS,
)
from pixid.words_said import ACTS, ANSWERS

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from pixid.document import Document
    from pixid.making import Made

DIGITS = {"mm": 1, "%": 0, "px": 0, "deg": 1, "kb": 0, "dpi": 0, "": 2, "count": 0}
MOST_DIGITS = 3


class Said(namedtuple("Said", "title detail act value limit")):
    """A finding in words. `value` and `limit` alone are for tables, "" where there are none."""

    __slots__ = ()
    title: str
    detail: str
    act: str
    value: str
    limit: str


def say(finding: Finding) -> Said:
    """The sentences of a finding."""
    title, detail, act = (FINDINGS[finding.id] if finding.variant != "disagree" else ANY_FINDING)[finding.variant]
    value = _value(finding)
    limit = _limit(finding.limit, finding.unit) if finding.limit is not None else ""
    gaps = {name: _gap(name, gap) for name, gap in finding.gaps.items()}
    gaps.update({"value": value, "limit": limit})
    for unit in ("months", "days"):
        if finding.gaps.get(unit):
            count = int(str(finding.gaps[unit]))
            gaps["age"] = COUNTED.count(unit, count).format(count=count)
    if finding.value is not None:
        gaps["low"] = quantity(finding.value - finding.spread, finding.unit)
        gaps["high"] = quantity(finding.value + finding.spread, finding.unit)
        gaps["spread"] = quantity(finding.spread, finding.unit)
    # A unit may end in a full stop ("px" is "пикс." in Russian): a sentence that ends with it has one, not two.
    said = [text.format(**gaps).replace("..", ".") for text in (title, detail, act)]
    answer = finding.gaps.get("answer")
    if answer:
        return _answered(finding, str(answer), Said(said[0], said[1], said[2], value, limit))
    return Said(said[0], said[1], said[2], value, limit)


def _answered(finding: Finding, answer: str, said: Said) -> Said:
    """The sentences once somebody answered: the answer in place of a question's remark, beside what was measured."""
    if answer == "fine":
        return Said(said.title, ANSWERS["fine"].format(detail=said.detail), "", said.value, said.limit)
    act = (said.act or ACTS[finding.id if finding.id in ACTS else "other"]) if answer == "no" else ""
    return Said(said.title, ANSWERS[answer], act, ANSWERS[answer] if answer == "yes" else "", "")


def operations(made: "Made") -> list[str]:
    """What was done to the photo, one phrase per step."""
    picture = made.report.evidence.picture
    gaps: dict[str, object] = {
        "turn": quantity(abs(made.report.frame.turn), "deg"), "width": made.width, "height": made.height,
        "format": made.format.upper(), "given": picture.format.upper(),
    }  # fmt: skip
    if made.tone is not None:
        gaps.update(stops=localised(f"{made.tone.exposure:+.2f}"))
        gaps.update(red=localised(f"x {made.tone.red:.3f}"), blue=localised(f"x {made.tone.blue:.3f}"))
    if made.backdrop is not None:
        gaps.update(colour=made.backdrop.hex, strokes=len(made.strokes))
    return [OPERATIONS[step].format(**gaps) for step in made.operations]


def self_made(document: "Document") -> str:
    """Whether the authority takes a photo people make themselves; if not, or on conditions, why and what to do."""
    said = document.self_made
    return SELF_MADE[said.status].format(why=said.why, instead=said.instead).strip()


def no_file(made: "Made") -> str:
    """Why no file was made, and what to do instead; "" where one was."""
    if made.file is not None:
        return ""
    gaps = {
        "name": made.report.evidence.picture.name or NOTES["photo"],
        "instead": made.report.document.self_made.instead,
    }
    said = NO_FILE[made.why_not].format(**gaps).strip()
    header = made.report.evidence.header
    if made.why_not == "crop-forbidden" and header is not None and header.has_gps:
        return said + " " + NOTES["location"]
    return said


def notes(made: "Made") -> list[str]:
    """What else belongs beside a finished file: a rule about paper that no program can keep."""
    document = made.report.document
    return [NOTES["paper-crop"]] if document.is_framed and not document.crop_allowed else []


def plain(number: float) -> str:
    """35 and 50.8, never 35.0."""
    return _number(number, "", exact=True)


def quantity(value: float, unit: str) -> str:
    """A number with its unit, joined by a no-break space: "33.4 mm", "56%"."""
    return UNITS[unit].format(number=_number(value, unit))


def spread(value: float, unit: str) -> str:
    """A half-width of uncertainty, with as many digits as it takes to show that it is not nothing."""
    digits = DIGITS[unit]
    while digits < MOST_DIGITS and round(value, digits) == 0:
        digits += 1
    return UNITS[unit].format(number=_rounded(value, digits))


def _value(finding: Finding) -> str:
    if finding.value is None:
        return ""
    if finding.id == "other-faces":
        count = round(finding.value)
        return COUNTED.count("faces", count).format(count=count)
    # Degrees have a sign only for the program; the words say to which side.
    value = abs(finding.value) if finding.unit == "deg" else finding.value
    digits = _digits(value, finding.limit, finding.unit)
    return UNITS[finding.unit].format(number=_rounded(value, digits))


def _digits(value: float, limit: Limit | None, unit: str) -> int:
    """As few as the unit has, more where rounding would carry a value across its limit: 69.4% is not within 69%."""
    digits = DIGITS[unit]
    while digits < MOST_DIGITS and limit is not None and not _agree(value, round(value, digits), limit):
        digits += 1
    return digits


def _agree(value: float, shown: float, limit: Limit) -> bool:
    """Do both lie on the same side of both ends?"""
    low = limit.low is None or (value < limit.low) == (shown < limit.low)
    return low and (limit.high is None or (value > limit.high) == (shown > limit.high))


def _limit(limit: Limit, unit: str) -> str:
    words = LIMITS[limit.whose]
    low, high = limit.low, limit.high
    if low is not None and high is not None:
        if unit == "deg" and low == -high:
            return words["most"].format(high=quantity(high, unit))
        if low == high:
            return words["exactly"].format(high=quantity(high, unit))
        return words["between"].format(low=_number(low, unit, exact=True), high=_exact(high, unit))
    if low is not None:
        return words["least"].format(low=_exact(low, unit))
    return words["most"].format(high=_exact(high, unit)) if high is not None else ""


def _exact(value: float, unit: str) -> str:
    return UNITS[unit].format(number=_number(value, unit, exact=True))


def _number(value: float, unit: str, exact: bool = False) -> str:
    """Rounded for its unit; limits are said as they stand, up to two digits."""
    if exact:
        text = f"{value:.2f}"
        while text.endswith("0"):
            text = text[:-1]
        return localised(text[:-1] if text.endswith(".") else text)
    return _rounded(value, DIGITS[unit])


def _rounded(value: float, digits: int) -> str:
    rounded = round(value, digits) + 0.0  # no minus before a zero
    return localised(f"{rounded:.{digits}f}") if digits else str(round(rounded))


def _gap(name: str, gap: object) -> str:
    if name in ("band", "other"):
        return BANDS[str(gap)]
    if name in ("top", "other_top"):
        return TOPS[str(gap)]
    if name == "side":
        return SIDES[str(gap)]
    if name == "half":
        return HALVES[str(gap)]
    if name == "nearest":
        return COLOURS[str(gap)]
    if name == "missing":
        return quantity(float(str(gap)), "px")
    if name == "format":
        return str(gap).upper()
    if isinstance(gap, list):
        return _list(name, gap)
    return str(gap)


def _list(name: str, gap: "list[object]") -> str:
    if name == "places":
        pairs = [item for item in gap if isinstance(item, list)]
        return "; ".join(PLACES[pair[0]].format(side=round(pair[1])) for pair in pairs)
    if name == "formats":
        return either([str(item).upper() for item in gap])
    if name == "shape":
        return " : ".join(_number(float(str(item)), "", exact=True) for item in gap)
    if name == "colours":
        return joined([COLOURS[str(item)] for item in gap])
    return joined([str(item) for item in gap])


def either(names: "list[str]") -> str:
    """ "JPEG, PNG or HEIC"."""
    if len(names) < 2:
        return "".join(names)
    return NOTES["or"].format(first=joined(names[:-1]), last=names[-1])
