"""Mouth, smile and brows: what "plain expression" means, measured."""

from pixid.checks.graded import enough, graded, unassessed
from pixid.checks.said import source_of
from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding, Limit, banded
from pixid.frame import Frame

LEAST_IED = 24.0
"""px between the eyes below which lips and brows are not read."""
OPEN_LIPS = 0.5
"""Gap of the inner lips over the thickness of the lower lip (ISO/IEC 19794-5 as BioGaze and ICAOcheck implement it)."""
GAP_SPREAD = 0.12
"""Half-width of that ratio: the inner lips lie within 0.005 T of hand-placed points, a lower lip measures 0.09 T."""


def mouth_open(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """The gap between the lips against the thickness of the lower lip."""
    if not enough(evidence, LEAST_IED):
        return unassessed("mouth-open")
    limit = Limit(None, OPEN_LIPS, "ISO", None)
    return banded("mouth-open", evidence.features.lip_ratio, "", GAP_SPREAD, limit, {}, wary=False)


def expression(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """How much the mouth looks like a smile; a smile that the document allows passes."""
    if not enough(evidence, LEAST_IED, "look.smile"):
        return unassessed("expression")
    rule = document.data["expression"]
    source = rule["source"] if rule else None
    value = evidence.measures["look.smile"]
    if rule and rule["rule"] in ("natural", "slight smile allowed"):
        finding = graded("expression", value, {}, source, name="expression-natural")
        return Finding(finding.id, "warn", *finding[2:]) if finding.status == "fail" else finding
    return graded("expression", value, {}, source)


def brows(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Height of the brows over the lids. People differ by more than a raise does (42 % equal error rate on our
    alterations), so this is asked, with the value beside it."""
    if not enough(evidence, LEAST_IED):
        return unassessed("brows")
    finding = graded("brows", 100 * evidence.features.brow_height, {}, source_of(document, "expression"))
    return finding if finding.status != "pass" else Finding(finding.id, "manual", "manual", *finding[3:])
