"""Where in the photo a finding is: outlines, boxes and lines in photo px, for the page to draw over the picture."""

from pixid import measures

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from pixid.evidence import Evidence
    from pixid.finding import Finding

    Place = dict[str, object]

LIDS_LEFT = (33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7)
LIDS_RIGHT = (362, 398, 384, 385, 386, 387, 388, 466, 263, 249, 390, 373, 374, 380, 381, 382)
LIPS = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146)
BROW_LEFT, BROW_RIGHT = (70, 63, 105, 66, 107, 55, 65, 52, 53, 46), (300, 293, 334, 296, 336, 285, 295, 282, 283, 276)
OVAL = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150,
    136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
LOWER_FACE = (234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365, 397, 288, 361, 323, 454, 4)
LEFT_HALF = (10, 109, 67, 103, 54, 21, 162, 127, 234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 4)
RIGHT_HALF = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 4)
"""Outlines by points of the mesh."""

OUTLINES = {
    "eyes-closed": (LIDS_LEFT, LIDS_RIGHT),
    "gaze": (LIDS_LEFT, LIDS_RIGHT),
    "red-eyes": (LIDS_LEFT, LIDS_RIGHT),
    "mouth-open": (LIPS,),
    "expression": (LIPS,),
    "brows": (BROW_LEFT, BROW_RIGHT),
    "face-covered": (LOWER_FACE,),
    "face-shadow": (OVAL,),
    "hot-spots": (OVAL,),
    "skin-colour": (OVAL,),
    "too-dark": (OVAL,),
    "too-light": (OVAL,),
    "contrast": (OVAL,),
    "smoothing": (OVAL,),
    "head-cut": (OVAL,),
}
AROUND_EYES = (
    "hair-over-eyes", "eye-covered", "glasses", "glasses-glare", "glasses-tint", "glasses-frames",
    "glasses-over-eyes", "eye-shadow",
)  # fmt: skip
CUT = ("sharpness", "pixelation", "enlarged", "noise", "compression", "tones", "screen")


def of(finding: "Finding", evidence: "Evidence") -> "list[Place]":
    """Places of one finding, none where it has none: {"kind": "outline" or "box", "points": [[x, y], ...]}."""
    points, id = evidence.points, finding.id
    if not points or finding.status == "not_assessed":
        return []
    if id in OUTLINES:
        return [_outline(points, numbers) for numbers in OUTLINES[id]]
    if id == "face-light":
        return [_outline(points, LEFT_HALF if finding.gaps.get("half") == "left" else RIGHT_HALF)]
    face = evidence.measured
    if id in AROUND_EYES:
        reach = 0.45 * face.ied
        return [
            _box(eye[0] - reach, eye[1] - 0.6 * reach, eye[0] + reach, eye[1] + 0.6 * reach)
            for eye in (face.eye_left, face.eye_right)
        ]
    if id in CUT:
        crop = measures.cut(face, evidence.picture.width, evidence.picture.height)
        return [_box(*crop)]
    if id == "head-covering":
        half = 0.75 * face.t
        return [_box(face.eyes[0] - half, face.hair_top[1], face.eyes[0] + half, face.eyes[1] - 0.3 * face.t)]
    if id in ("background-shadow", "objects"):
        left = finding.gaps.get("half") == "left"
        x0, x1 = (
            (face.eyes[0] - 1.3 * face.t, face.eyes[0] - 0.6 * face.t)
            if left
            else (face.eyes[0] + 0.6 * face.t, face.eyes[0] + 1.3 * face.t)
        )
        return [_inside(x0, face.hair_top[1], x1, face.chin[1], evidence)]
    if id in ("background-colour", "background-even", "background-gradient"):
        return [
            _inside(
                face.eyes[0] - 1.35 * face.t,
                face.eyes[1] - 1.75 * face.t,
                face.eyes[0] + 1.35 * face.t,
                face.eyes[1] + 0.95 * face.t,
                evidence,
            )
        ]
    if id == "other-faces":
        return [_box(*other.box) for other in evidence.faces[1:]]
    return []


def _outline(points: list[float], numbers: tuple[int, ...]) -> "Place":
    return {"kind": "outline", "points": [[round(points[3 * i], 1), round(points[3 * i + 1], 1)] for i in numbers]}


def _box(x0: float, y0: float, x1: float, y1: float) -> "Place":
    return {
        "kind": "box",
        "points": [[round(float(x0), 1), round(float(y0), 1)], [round(float(x1), 1), round(float(y1), 1)]],
    }


def _inside(x0: float, y0: float, x1: float, y1: float, evidence: "Evidence") -> "Place":
    width, height = evidence.picture.width, evidence.picture.height
    return _box(max(0.0, x0), max(0.0, y0), min(float(width), x1), min(float(height), y1))
