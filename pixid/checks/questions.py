"""What is not measured but asked: a question about a fact, with the document's own rule. Unanswered ones never
block."""

from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding, question
from pixid.frame import Frame


def background(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """The wall's colour and evenness."""
    rule = document.data["background"]
    colours = document.background_colours
    finding = question("background", {"colours": colours}, rule["source"] if rule else None)
    return finding if colours else Finding(*finding[:2], "plain", *finding[3:])


def expression(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Plain expression, mouth closed, eyes open."""
    rule = document.data["expression"]
    return question("expression", {}, rule["source"] if rule else None)


def glasses(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Glasses, by what the document says of them."""
    rule = document.data["glasses"]
    stated = rule["rule"] if rule else "unstated"
    strict = stated in ("forbidden", "avoid")
    finding = question("glasses", {}, rule["source"] if rule else None)
    return Finding(*finding[:2], "none" if strict else "clear", *finding[3:])


def head_covering(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Hats and scarves."""
    rule = document.data["head_covering"]
    stated = (rule["rule"] or "") if rule else ""
    variant = "free" if stated in ("allowed", "required") else "religious" if stated.find("religious") >= 0 else "none"
    finding = question("head-covering", {}, rule["source"] if rule else None)
    return Finding(*finding[:2], variant, *finding[3:])


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
