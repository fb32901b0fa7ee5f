"""The wall: plain, even, without the head's shadow, of a colour the document takes."""

from pixid import backdrop
from pixid.checks.graded import graded, unassessed
from pixid.colour import difference, lab
from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding, Limit
from pixid.frame import Frame

LEAST_SHARE = 0.03
"""Of the surroundings: with less wall in sight nothing is said of it."""
SAME = 10.0
"""CIE 1976 difference that passes: two whites in different light are 6 to 10 apart; ours."""
PLAIN = 25.0
"""And beyond which nobody calls it that colour."""


def background_even(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Patterns, edges and objects: what remains of the wall's light when gradients and shadows are taken away."""
    if not _seen(evidence):
        return unassessed("background-even", "wall")
    return graded("background-even", 100 * evidence.measures["wall.fine"], {})


def background_shadow(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """How much darker the wall is beside the head than the wall around, the darker side."""
    if not _seen(evidence):
        return unassessed("background-shadow", "wall")
    left, right = evidence.measures["wall.shadow.left"], evidence.measures["wall.shadow.right"]
    return graded("background-shadow", 100 * max(left, right, 0.0), {"half": "left" if left > right else "right"})


def background_gradient(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """How much lighter one side of the wall is, over the width of a picture (2 T)."""
    if not _seen(evidence):
        return unassessed("background-gradient", "wall")
    x, y = evidence.measures["wall.tilt.x"], evidence.measures["wall.tilt.y"]
    return graded("background-gradient", 200 * max(abs(x), abs(y)), {})


def background_colour(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """The wall's mean colour against the nearest of the document's colours."""
    rule = document.data["background"]
    source, colours = (rule["source"] if rule else None), document.background_colours
    if not _seen(evidence):
        return unassessed("background-colour", "wall")
    m = evidence.measures
    seen = lab(m["wall.r"], m["wall.g"], m["wall.b"])
    names = [name for name in colours if name in backdrop.COLOURS] or ["light"]
    ranked = sorted([(difference(seen, backdrop.nearest(name, seen)), name) for name in names])
    value, name = ranked[0]
    limit = Limit(None, SAME, "ours", source)
    gaps: dict[str, object] = {"colours": names, "nearest": name}
    if value <= SAME:
        return Finding("background-colour", "pass", "pass", value, "", 0.0, limit, gaps)
    status = "fail" if value > PLAIN and colours else "warn"
    return Finding("background-colour", status, "high", value, "", 0.0, limit, gaps)


def _seen(evidence: Evidence) -> bool:
    return evidence.measures.get("wall.share", 0.0) >= LEAST_SHARE
