"""Glasses: whether they are there, and where they may be worn, whether they hide or tint the eyes."""

from pixid.checks.graded import enough, graded, unassessed
from pixid.checks.said import source_of, stated
from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding
from pixid.frame import Frame
from pixid.thresholds import THRESHOLDS

LEAST_IED = 24.0
"""px between the eyes below which frames are not seen."""
LEAST_IED_LIGHT = 24.0
"""px: a reflection of a tenth of a lens is then 4 px."""


def glasses(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Glasses, by what the document says of them."""
    if not enough(evidence, LEAST_IED, "look.glasses"):
        return unassessed("glasses")
    value, rule, source = evidence.measures["look.glasses"], stated(document, "glasses"), source_of(document, "glasses")
    finding = graded("glasses", value, {}, source)
    if finding.status == "pass":
        return finding
    if rule == "forbidden":
        return Finding(finding.id, finding.status, "forbidden", *finding[3:])
    if rule == "avoid":
        return Finding(finding.id, "warn", "avoid", *finding[3:])
    return Finding(finding.id, "pass", "allowed", *finding[3:])


def worn(evidence: Evidence) -> bool:
    """Does the picture look like one with glasses?"""
    return evidence.measures.get("look.glasses", 0.0) > THRESHOLDS["glasses"].risk


def glare(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Share of the lenses, as far as they surround an eye, that reflects a lamp; the brighter eye counts."""
    if not enough(evidence, LEAST_IED_LIGHT, "eye_left.glare", "eye_right.glare"):
        return unassessed("glasses-glare")
    value = 100 * max(evidence.measures["eye_left.glare"], evidence.measures["eye_right.glare"])
    return graded("glasses-glare", value, {}, source_of(document, "glasses", "no glare"))


def tint(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Light around the eyes against the cheeks, through lenses: the darker eye counts."""
    if not enough(evidence, LEAST_IED, "look.tinted"):
        return unassessed("glasses-tint")
    source = source_of(document, "glasses", "no tint", "no dark lenses", "tint only if medical")
    return graded("glasses-tint", evidence.measures["look.tinted"], {}, source)


def frames(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Frames so broad that they hide part of the face."""
    if not enough(evidence, LEAST_IED, "look.heavy_frames"):
        return unassessed("glasses-frames")
    return graded(
        "glasses-frames", evidence.measures["look.heavy_frames"], {}, source_of(document, "glasses", "thin frame")
    )


def over_eyes(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """A frame that cuts an eye."""
    if not enough(evidence, LEAST_IED, "look.frames_over_eyes"):
        return unassessed("glasses-over-eyes")
    source = source_of(document, "glasses", "frame clear of eyes", "eyes visible")
    return graded("glasses-over-eyes", evidence.measures["look.frames_over_eyes"], {}, source)
