"""What is not measured but asked: a question about a fact, with the document's own rule. Unanswered ones never
block."""

from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding, question
from pixid.frame import Frame


def shoulders(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Shoulders square to the camera: clothes and hair hide them from the mask's outline."""
    return question("shoulders", {}, None)


def mirrored(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """A mirrored selfie: faces are too symmetric for pixels to tell."""
    return question("mirrored", {}, None)


def ink(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """Pen marks and creases, which only a scanned print has."""
    if "print" not in document.data.get("submission", []):
        return None
    return question("ink", {}, None)


def recency(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """How old the photo may be."""
    rule = document.data["recency"]
    if not rule or not (rule["months"] or rule["days"]):
        return None
    finding = question("recency", {"months": rule["months"], "days": rule["days"]}, rule["source"])
    variant = "days" if not rule["months"] else "month" if rule["months"] == 1 else "months"
    return Finding(*finding[:2], variant, *finding[3:])


def photograph(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """A photo of the person, not of a print, a screen or a painting."""
    return question("photograph", {}, None)
