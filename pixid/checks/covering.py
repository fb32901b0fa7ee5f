"""What covers head or face."""

from pixid.checks.graded import enough, graded, unassessed
from pixid.checks.said import source_of, stated
from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding
from pixid.frame import Frame

LEAST_IED = 24.0
"""px between the eyes below which cloth and hair are not told apart."""


def head_covering(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Hats and scarves, by what the document says of them; a hat of the hair's colour is asked about."""
    if not enough(evidence, LEAST_IED, "look.hat"):
        return unassessed("head-covering")
    rule, source = stated(document, "head_covering"), source_of(document, "head_covering")
    finding = graded("head-covering", evidence.measures["look.hat"], {}, source)
    if finding.status == "pass":
        return finding
    if rule in ("allowed", "required"):
        return Finding(finding.id, "pass", "allowed", *finding[3:])
    variant = "religious" if rule.find("religious") >= 0 else "none"
    return Finding(finding.id, "manual", variant, *finding[3:])


def face_covered(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Cloth, a mask or a hand over mouth and nose."""
    if not enough(evidence, LEAST_IED, "look.mouth_covered"):
        return unassessed("face-covered")
    source = source_of(document, "head_covering", "face visible", "chin to forehead visible")
    return graded("face-covered", evidence.measures["look.mouth_covered"], {}, source)


def eye_covered(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """A patch or anything else over an eye."""
    if not enough(evidence, LEAST_IED, "look.eye_covered"):
        return unassessed("eye-covered")
    return graded("eye-covered", evidence.measures["look.eye_covered"], {})
