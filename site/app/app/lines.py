"""What is drawn over the picture, only for the finding that is asked for: measured lines solid, required ones dashed,
regions dotted. Nothing is filled, so that no face is tinted; numbers stand in the gutters (app.marks).

Everything is in units of the frame as it is shown: photo pixels of the frame, x right, y down.
"""

from app.dom import clone_shape, part, put

EDGE = 0.015  # of the frame's width: how far inside it a region's outline stays


def can_show(report, check: dict) -> bool:
    """Is there something to draw over the picture for this finding?"""
    return check["id"] in LINES or bool(seen(report.frame, check["places"]))


def show_finding(report, check: dict) -> None:
    """Draw the lines and regions of one finding. Lines of a risk keep the rule."""
    inside = check["status"] != "fail"
    shapes = LINES[check["id"]](report, inside) if check["id"] in LINES else []
    part("overlay").replaceChildren(
        *(shapes + [_region(points, inside) for points in seen(report.frame, check["places"])])
    )


def hide_finding() -> None:
    part("overlay").replaceChildren()


def seen(frame, places: list) -> list:
    """Places of a finding (pixid.places) as polygons in units of the frame, those that lie in it at least in part; what
    reaches beyond the frame is drawn along its edge."""
    w, h = round(frame.width), round(frame.height)
    edge = EDGE * w
    a, b, c, d, e, f = frame.matrix(w, h)
    polygons = []
    for place in places:
        points = place["points"]
        if place["kind"] == "box":
            (x0, y0), (x1, y1) = points
            points = [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
        points = [(a * x + b * y + c, d * x + e * y + f) for x, y in points]
        across, down = [x for x, _ in points], [y for _, y in points]
        if max(across) > 0 and min(across) < w and max(down) > 0 and min(down) < h:
            polygons.append([(max(edge, min(w - edge, x)), max(edge, min(h - edge, y))) for x, y in points])
    return polygons


def _across(report, heights: list[float], inside: bool, required: bool) -> list:
    """Full-width lines at parts of the frame's height."""
    w, h = round(report.frame.width), round(report.frame.height)
    return [_line((0, h * at, w, h * at), inside, required) for at in heights if 0 <= at <= 1]


def _head_lines(report, inside: bool) -> list:
    face, frame = report.evidence.measured, report.frame
    chin, top = frame.down(face.chin), frame.down(face.top(report.document.head_top))
    band = report.document.band("head_height")
    wanted = [chin - end for end in (band.min, band.max) if end is not None]
    return _across(report, wanted, inside, True) + _across(report, [chin, top], inside, False)


def _eye_lines(report, inside: bool) -> list:
    band = report.document.band("eye_line")
    wanted = [1 - end for end in (band.min, band.max) if end is not None]
    eyes = report.frame.down(report.evidence.measured.eyes)
    return _across(report, wanted, inside, True) + _across(report, [eyes], inside, False)


def _top_lines(report, inside: bool) -> list:
    face = report.evidence.measured
    band = report.document.band("top_margin")
    wanted = [end for end in (band.min, band.max) if end is not None] if band else []
    top = report.frame.down(face.top(_margin_top(report.document)))
    return _across(report, wanted, inside, True) + _across(report, [top], inside, False)


def _margin_top(document) -> str:
    """What a top margin is measured from: the hair, unless the document names another top and states a margin."""
    return "hair" if document.head_top == "unspecified" or "top_margin" not in document.bands else document.head_top


def _bottom_lines(report, inside: bool) -> list:
    band = report.document.band("bottom_margin")
    wanted = [1 - end for end in (band.min, band.max) if end is not None] if band else []
    return _across(report, wanted, inside, True) + _across(
        report, [report.frame.down(report.evidence.measured.chin)], inside, False
    )


def _pupil_lines(report, inside: bool) -> list:
    """Chin and eyes as they are; where the eyes would have to be over this chin."""
    face, frame = report.evidence.measured, report.frame
    chin = frame.down(face.chin)
    band = report.document.band("chin_to_pupil")
    wanted = [chin - end for end in (band.min, band.max) if end is not None] if band else []
    return _across(report, wanted, inside, True) + _across(report, [chin, frame.down(face.eyes)], inside, False)


def _middle_lines(report, inside: bool) -> list:
    w, h = round(report.frame.width), round(report.frame.height)
    band = report.document.band("centring")
    wanted = [end for end in (band.min, band.max) if end is not None]
    eyes = report.frame.across(report.evidence.measured.eyes)
    lines = [_line((w * at, 0, w * at, h), inside, True) for at in wanted]
    return lines + [_line((w * eyes, 0, w * eyes, h), inside, False)]


def _roll_line(report, inside: bool) -> list:
    """Through both eyes, and level through their middle."""
    face, frame = report.evidence.measured, report.frame
    w, h = round(frame.width), round(frame.height)
    x0, y0 = w * frame.across(face.eye_left), h * frame.down(face.eye_left)
    x1, y1 = w * frame.across(face.eye_right), h * frame.down(face.eye_right)
    slope = (y1 - y0) / (x1 - x0) if x1 != x0 else 0.0
    level = h * frame.down(face.eyes)
    return [
        _line((0, level, w, level), inside, True),
        _line((0, y0 - slope * x0, w, y0 + slope * (w - x0)), inside, False),
    ]


def _between_eyes(report, inside: bool) -> list:
    """From eye to eye: what the pixels are counted along."""
    face = report.evidence.measured
    return [_line(_at(report, face.eye_left) + _at(report, face.eye_right), inside, False)]


def _turn_lines(report, inside: bool) -> list:
    """The head's middle, where the nose lies if the face is straight, and where it lies."""
    face, points = report.evidence.measured, report.evidence.points
    if not points:
        return []
    nose = points[3 * NOSE], points[3 * NOSE + 1]
    return [
        _line(_at(report, face.eyes) + _at(report, face.chin), inside, True),
        _line(_at(report, face.eyes) + _at(report, nose), inside, False),
    ]


def _at(report, point: tuple[float, float]) -> tuple[float, float]:
    """A photo point in units of the frame."""
    frame = report.frame
    return round(frame.width) * frame.across(point), round(frame.height) * frame.down(point)


NOSE = 4  # the mesh's tip of the nose

LINES = {
    "head-height": _head_lines,
    "eye-line": _eye_lines,
    "top-margin": _top_lines,
    "bottom-margin": _bottom_lines,
    "chin-to-pupil": _pupil_lines,
    "centring": _middle_lines,
    "roll": _roll_line,
    "yaw": _turn_lines,
    "eye-distance": _between_eyes,
}


def _line(ends: tuple[float, float, float, float], inside: bool, required: bool):
    shape = clone_shape("line")
    put(shape, data_inside="yes" if inside else "no")
    if required:
        put(shape, data_required="")
    for i in range(shape.children.length):
        put(shape.children[i], x1=ends[0], y1=ends[1], x2=ends[2], y2=ends[3])
    return shape


def _region(points: list, inside: bool):
    shape = clone_shape("region")
    put(shape, data_inside="yes" if inside else "no")
    path = "M" + "L".join([f"{x:.1f} {y:.1f}" for x, y in points]) + "Z"
    for i in range(shape.children.length):
        put(shape.children[i], d=path)
    return shape


def box(sides: tuple[float, float, float, float], inside: bool):
    """A rectangle x0, y0, x1, y1 as a shape for the overlay."""
    shape = clone_shape("outline")
    put(shape, data_inside="yes" if inside else "no")
    for i in range(shape.children.length):
        put(shape.children[i], x=sides[0], y=sides[1], width=sides[2] - sides[0], height=sides[3] - sides[1])
    return shape
