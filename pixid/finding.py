"""A finding: one requirement, what was measured, and what that means for the photo."""

from collections import namedtuple

STATUSES = ("fail", "warn", "manual", "pass", "not_assessed")
"""fail: a published limit is broken beyond the measure's uncertainty. warn: near a limit, or only our own limit is
broken. manual: a question for the person. not_assessed: not measured, with the reason."""


class Limit(namedtuple("Limit", "low high whose source")):
    """What is asked: an interval (None leaves an end open), by whom ("rule", "ISO" or "ours"), and the index of the
    document's source (None where it is not the document's own)."""

    __slots__ = ()
    low: float | None
    high: float | None
    whose: str
    source: int | None


class Finding(namedtuple("Finding", "id status variant value unit spread limit gaps")):
    """`variant` picks the words ("low", "high", "pass", ...); `value` in `unit` ("mm", "%", "px", "deg", "kb", "count"
    or ""), `spread` its half-width of uncertainty; `gaps` are further facts that the sentences name."""

    __slots__ = ()
    id: str
    status: str
    variant: str
    value: float | None
    unit: str
    spread: float
    limit: Limit | None
    gaps: dict[str, object]


def banded(
    id: str, value: float, unit: str, spread: float, limit: Limit, gaps: dict[str, object], wary: bool = True
) -> Finding:
    """The finding of a value held against an interval.

    Beyond the limit by more than `spread`: fail (warn where the limit is only ours). Too near to tell: warn, variant
    "close"; on the good side of the limit only where `wary`. The variants "low" and "high" say on which side.
    """
    over = 0.0 if limit.high is None else value - limit.high
    under = 0.0 if limit.low is None else limit.low - value
    worst, side = (over, "high") if over >= under else (under, "low")
    if worst > spread:
        return Finding(id, "warn" if limit.whose == "ours" else "fail", side, value, unit, spread, limit, gaps)
    near = (limit.high is not None and over > -spread) or (limit.low is not None and under > -spread)
    if worst > 0 or (wary and spread > 0 and near):
        return Finding(id, "warn", "close", value, unit, spread, limit, gaps)
    return Finding(id, "pass", "pass", value, unit, spread, limit, gaps)


def question(id: str, gaps: dict[str, object], source: int | None) -> Finding:
    """A question that only the person can answer."""
    return Finding(id, "manual", "manual", None, "", 0.0, Limit(None, None, "rule", source), gaps)
