"""What else is in the picture, and how it was taken: objects, cut heads, a camera too close."""

from pixid.checks.graded import enough, graded, unassessed
from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding, Limit
from pixid.frame import Frame

EDGE = 1.0
"""px: a face whose outline comes this near to the photo's edge is cut."""


def objects(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Share of the room beside the head that the person's mask covers too: hands, toys, another person, a chair."""
    if "aside.left" not in evidence.measures:
        return unassessed("objects")
    left, right = evidence.measures["aside.left"], evidence.measures["aside.right"]
    return graded("objects", 100 * max(left, right), {"half": "left" if left > right else "right"})


def head_cut(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """The outline of the face inside the photo."""
    x0, y0, x1, y1 = evidence.measured.mesh_box
    picture = evidence.picture
    room = min(x0, y0, picture.width - x1, picture.height - y1)
    limit = Limit(EDGE, None, "ISO", None)
    status = "pass" if room >= EDGE else "fail"
    return Finding("head-cut", status, "pass" if status == "pass" else "low", room, "px", 0.0, limit, {})


def camera_distance(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """How much the middle of the face is enlarged against its edge. Faces differ by as much as 50 cm do (23 % equal
    error rate on our alterations), so only the grossest case is a risk, and all others are asked about."""
    if not enough(evidence, 24.0) or not evidence.points:
        return unassessed("camera-distance")
    finding = graded("camera-distance", evidence.features.nearness, {})
    return finding if finding.status != "pass" else Finding(finding.id, "manual", "manual", *finding[3:])
