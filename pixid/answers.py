"""What people answer: yes or no to a question, "fine" to a finding that only looks so.

An answer never changes what was measured. "Yes" makes a question met, "no" something to change. "Fine" leaves status
and verdict as they are and is recorded: the finding then stands among what people checked themselves.

    report = answered(report, {"recency": "yes", "eyes-closed": "fine"})
"""

from pixid.finding import Finding
from pixid.verdict import Report

QUESTION, DOUBT = ("yes", "no"), ("fine",)

PERCEIVED = (
    "other-faces", "eyes-closed", "gaze", "red-eyes", "hair-over-eyes", "eye-covered", "mouth-open", "expression",
    "brows", "glasses", "glasses-glare", "glasses-tint", "glasses-frames", "glasses-over-eyes", "head-covering",
    "face-covered", "too-dark", "too-light", "contrast", "hot-spots", "skin-colour", "colour", "face-light",
    "face-shadow", "eye-shadow", "background-colour", "background-even", "background-shadow", "background-gradient",
    "sharpness", "pixelation", "enlarged", "noise", "compression", "tones", "smoothing", "screen", "objects",
    "head-cut", "camera-distance",
)  # fmt: skip
"""Checks that perceive rather than measure a length or count a file's bytes: eyes can contradict these."""


def possible(finding: Finding) -> tuple[str, ...]:
    """The answers this finding takes, () for none: lengths, angles, pixels and bytes are not a matter of opinion."""
    if finding.status == "manual":
        return QUESTION
    return DOUBT if finding.status in ("fail", "warn") and finding.id in PERCEIVED else ()


def given(finding: Finding) -> str:
    """The answer a finding carries, "" without one."""
    return str(finding.gaps.get("answer", ""))


def answered(report: Report, answers: dict[str, str]) -> Report:
    """The report with `answers`, by the id of a finding; `report` itself stays as it was measured. Answers that a
    finding does not take are left out: after another frame the question may not be there any more."""
    findings = [_answered(finding, answers.get(finding.id, "")) for finding in report.findings]
    return Report(report.evidence, report.document, report.frame, findings, report.as_is)


def _answered(finding: Finding, answer: str) -> Finding:
    if answer not in possible(finding):
        return finding
    status = {"yes": "pass", "no": "fail"}.get(answer, finding.status)
    return Finding(finding.id, status, *finding[2:7], finding.gaps | {"answer": answer})
