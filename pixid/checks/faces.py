"""Exactly one face."""

from pixid.document import Document
from pixid.evidence import Evidence, Found
from pixid.finding import Finding, Limit
from pixid.frame import Frame


def other_faces(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Every authority asks for one person. Others outside the frame are cut away and only named."""
    others = evidence.faces[1:]
    inside = [face for face in others if _in_frame(face, frame)]
    limit = Limit(1, 1, "ISO", None)
    count = float(1 + len(inside))
    named = inside if inside else others
    places = [[_side(face, evidence.picture.width), face.side] for face in named]
    variant = "high" if inside else "outside" if others else "pass"
    status = "fail" if inside else "pass"
    return Finding("other-faces", status, variant, count, "count", 0.0, limit, {"places": places, "others": len(named)})


def _in_frame(face: Found, frame: Frame) -> bool:
    """Does the middle of the face lie in the frame?"""
    middle = ((face.box[0] + face.box[2]) / 2, (face.box[1] + face.box[3]) / 2)
    return 0 <= frame.across(middle) <= 1 and 0 <= frame.down(middle) <= 1


def _side(face: Found, width: int) -> str:
    """In which third of the photo the face lies: "left", "middle" or "right"."""
    third = (face.box[0] + face.box[2]) / 2 / width * 3
    return "left" if third < 1 else "right" if third > 2 else "middle"
