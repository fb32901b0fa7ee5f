"""Every check against pictures with known truth: what it flags falsely and misses, on people its heads never saw."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from models_src.heads import HEADS, likeness
from models_src.training import fit
from models_src.training.samples import MIDDLE, Sample
from pixid import colour, framing
from pixid.checks import every
from pixid.checks.light import zone
from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding
from pixid.thresholds import THRESHOLDS
from tests.accuracy.cases import CASES, Case
from tests.accuracy.figures import equal_error_rate

APART = ("yaw", "pitch", "roll", "background-colour")
"""Checks that the London set does not meet: it is not posed, and its walls are grey."""
TONES = ((41, "light"), (28, "intermediate"), (10, "tan"), (-30, "brown"), (-91, "dark"))
"""Least individual typology angle of each group (Chardon 1991), degrees."""


class Judged(NamedTuple):
    """One sample with its findings by id."""

    sample: Sample
    findings: dict[str, Finding]


class Row(NamedTuple):
    """One check's figures. Lists are names of pictures. `drawn`: per strength, (n, missed, equal error rate). By tone
    of the skin, `groups`: (people, flagged, failed), `missed`: (drawn at the middle strength, missed)."""

    case: Case
    flagged: list[str]
    failed: list[str]
    neutral: int
    drawn: dict[str, dict[int, tuple[int, int, float]]]
    real_found: list[str]
    real_missed: list[str]
    real_rate: float | None
    groups: dict[str, tuple[int, int, int]]
    missed: dict[str, tuple[int, int]]


def judged(samples: Sequence[Sample], document: Document) -> list[Judged]:
    """Findings of every sample with a face; heads speak as if they had never seen the person."""
    known = [sample for sample in samples if sample.evidence is not None]
    scores: list[dict[str, float]] = [{} for _ in known]
    for head in HEADS:
        found = likeness(fit.judged(head, fit.problem(head, samples), known))
        for own, value in zip(scores, found, strict=True):
            own[f"look.{head}"] = float(value)
    made = []
    for sample, looks in zip(known, scores, strict=True):
        assert sample.evidence is not None
        evidence = Evidence(*sample.evidence[:8], {**sample.evidence.measures, **looks})
        made.append(Judged(sample, findings(evidence, document)))
    return made


def findings(evidence: Evidence, document: Document) -> dict[str, Finding]:
    picture = evidence.picture
    frame = framing.propose(evidence.measured, document, picture.width, picture.height)
    found = [check(evidence, frame, document) for check in every.ALL]
    return {finding.id: finding for finding in found if finding is not None}


def rows(judged: Sequence[Judged]) -> list[Row]:
    return [row(case, judged) for case in CASES]


def row(case: Case, judged: Sequence[Judged]) -> Row:
    """The figures of one check."""
    of_check = [(j.sample, j.findings[case.id]) for j in judged if case.id in j.findings]
    known = [(s, f) for s, f in of_check if f.status != "not_assessed"]
    neutral = [(s, f) for s, f in known if s.neutral]
    good = [badness(f) for _, f in neutral]
    drawn: dict[str, dict[int, tuple[int, int, float]]] = {}
    for name in case.drawn:
        for strength in (1, 2, 3):
            bad = [(s, f) for s, f in known if s.alteration == name and s.strength == strength]
            if bad:
                missed = sum(not seen(f) for _, f in bad)
                rate = equal_error_rate([badness(f) for _, f in bad], good)
                drawn.setdefault(name, {})[strength] = (len(bad), missed, rate)
    is_real = holds(case.real)
    real = [(s, f) for s, f in known if not s.alteration and is_real(s.photo)]
    # Official portraits smile: for expression only the neutral ones are known to be good.
    usable = [(s, f) for s, f in known if not s.alteration and not is_real(s.photo) and not s.photo.endswith("_08.jpg")]
    others = good if case.id == "expression" else [badness(f) for _, f in usable]
    real_rate = equal_error_rate([badness(f) for _, f in real], others) if len(real) >= 10 else None
    return Row(
        case,
        [s.photo for s, f in neutral if seen(f)],
        [s.photo for s, f in neutral if f.status == "fail"],
        len(neutral),
        drawn,
        [s.photo for s, f in real if seen(f)],
        [s.photo for s, f in real if not seen(f)],
        real_rate,
        groups(neutral),
        missed_by_tone(known, case.drawn),
    )


def seen(finding: Finding) -> bool:
    """Does the finding say that the defect is there?"""
    return finding.status not in ("pass", "manual") or finding.variant in ("allowed", "none", "religious", "outside")


def badness(finding: Finding) -> float:
    """The value as a score of which more is worse; -inf without a value."""
    if finding.value is None:
        return 1.0 if finding.status == "manual" else float("-inf")
    if finding.id == "other-faces":
        return finding.value + float(str(finding.gaps["others"]))
    threshold = THRESHOLDS.get(finding.id)
    if threshold is None:
        return finding.value
    return finding.value if threshold.above else -finding.value


def groups(neutral: Sequence[tuple[Sample, Finding]]) -> dict[str, tuple[int, int, int]]:
    """By tone of the skin: (people, flagged, failed)."""
    made: dict[str, tuple[int, int, int]] = {}
    for sample, finding in neutral:
        name = tone_of(sample)
        people, flagged, failed = made.get(name, (0, 0, 0))
        made[name] = (people + 1, flagged + seen(finding), failed + (finding.status == "fail"))
    return made


def missed_by_tone(known: Sequence[tuple[Sample, Finding]], drawn: Collection[str]) -> dict[str, tuple[int, int]]:
    """By tone of the skin in the unaltered portrait: (defects drawn at the middle strength, missed)."""
    tones = {sample.photo: tone_of(sample) for sample, _ in known if sample.neutral}
    made: dict[str, tuple[int, int]] = {}
    for sample, finding in known:
        if sample.alteration in drawn and sample.strength == MIDDLE and sample.photo in tones:
            count, wrong = made.get(tones[sample.photo], (0, 0))
            made[tones[sample.photo]] = (count + 1, wrong + (not seen(finding)))
    return made


def tone_of(sample: Sample) -> str:
    """The group of an unaltered portrait's skin, from both cheeks."""
    assert sample.evidence is not None
    left, right = zone(sample.evidence, "cheek_left"), zone(sample.evidence, "cheek_right")
    angle = colour.tone_angle(colour.lab(*((a + b) / 2 for a, b in zip(left, right, strict=True))))
    return next(name for least, name in TONES if angle > least)


def rejected(judged: Sequence[Judged]) -> dict[str, list[str]]:
    """Neutral portraits that fail a check other than APART: photo -> ids."""
    made: dict[str, list[str]] = {}
    for j in judged:
        if j.sample.neutral:
            ids = [f.id for f in j.findings.values() if f.status == "fail" and f.id not in APART]
            if ids:
                made[j.sample.photo] = ids
    return made


def holds(real: Callable[[str], bool] | Collection[str]) -> Callable[[str], bool]:
    if callable(real):
        return real
    return set(real).__contains__


Json = dict[str, Any]
