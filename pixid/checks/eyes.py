"""The eyes: open, looking into the lens, not red, in full view."""

from pixid.checks.graded import enough, graded, unassessed
from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding
from pixid.frame import Frame

LEAST_IED = 24.0
"""px between the eyes below which lids and irises are not read."""
LEAST_IED_COLOUR = 60.0
"""px: an iris of 11 px, of which a pupil keeps 3 to 5."""


def eyes_closed(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """The opening of the lids, the less open eye, in parts of T (OFIQ's EyesOpen)."""
    if not enough(evidence, LEAST_IED):
        return unassessed("eyes-closed")
    return graded("eyes-closed", 100 * evidence.features.lid_gap, {})


def gaze(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Irises off the middle of their eyes, sideways, what the turn of the head explains taken away."""
    if not enough(evidence, LEAST_IED):
        return unassessed("gaze")
    return graded("gaze", abs(evidence.features.gaze_x), {})


def red_eyes(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """How much redder than green and blue the redder pupil is, in parts of its brightness."""
    if not enough(evidence, LEAST_IED_COLOUR, "eye_left.pupil.r"):
        return unassessed("red-eyes")
    return graded("red-eyes", 100 * max(redness(evidence, "eye_left"), redness(evidence, "eye_right")), {})


def redness(evidence: Evidence, eye: str) -> float:
    """(R - max(G, B)) / (R + 40) of a pupil in linear-free codes; 40 keeps black pupils from being noise."""
    red, green, blue = (evidence.measures[f"{eye}.pupil.{c}"] for c in "rgb")
    return (red - max(green, blue)) / (red + 40)


def hair_over_eyes(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Hair or anything else across an eye."""
    if not enough(evidence, LEAST_IED, "look.hair_over_eyes"):
        return unassessed("hair-over-eyes")
    return graded("hair-over-eyes", evidence.measures["look.hair_over_eyes"], {})
