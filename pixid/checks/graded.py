"""A finding held against two limits of ours: where a risk begins, and where a defect is plain."""

from pixid.finding import Finding, Limit
from pixid.thresholds import THRESHOLDS

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from pixid.evidence import Evidence


def graded(
    id: str,
    value: float,
    gaps: dict[str, object],
    source: int | None = None,
    whose: str = "ours",
    variant: str = "high",
    name: str = "",
) -> Finding:
    """Pass up to the threshold's `risk`, warn beyond it, fail beyond `plain` (never where that is None).

    `variant`: the words of what is seen; `name`: the threshold's, the check's id where empty. `whose` and `source`:
    who asks for this, where a document names the defect itself.
    """
    limits = THRESHOLDS[name or id]
    limit = Limit(None, limits.risk, whose, source) if limits.above else Limit(limits.risk, None, whose, source)
    sign = 1 if limits.above else -1
    if sign * value <= sign * limits.risk:
        return Finding(id, "pass", "pass", value, limits.unit, 0.0, limit, gaps)
    plain = limits.plain is not None and sign * value > sign * limits.plain
    return Finding(id, "fail" if plain else "warn", variant, value, limits.unit, 0.0, limit, gaps)


def unassessed(id: str, variant: str = "pixels") -> Finding:
    """Not measured: `variant` names the reason in words.FINDINGS."""
    return Finding(id, "not_assessed", variant, None, "", 0.0, None, {})


def enough(evidence: "Evidence", least_ied: float, *names: str) -> bool:
    """Are the mesh and these measures there, and has the face the pixels they need?"""
    there = len(evidence.points) > 0 and all([name in evidence.measures for name in names])
    return there and evidence.measured.ied >= least_ied
