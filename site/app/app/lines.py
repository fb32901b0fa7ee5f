"""Lines over the picture, only for the finding that is asked for: measured ones solid, required ones dashed.

Everything is in units of the frame as it is shown: photo pixels of the frame, x right, y down.
"""

from app.dom import clone_shape, part, put


def can_show(report, id: str) -> bool:
    """Is there something to draw over the picture for this finding?"""
    return id in LINES or (id == "other-faces" and len(report.evidence.faces) > 1)


def show_finding(report, id: str, inside: bool) -> None:
    """Draw the lines of one finding."""
    overlay = part("overlay")
    if id == "other-faces":
        overlay.replaceChildren(*[_framed_box(report.frame, found.box) for found in report.evidence.faces[1:]])
        return
    overlay.replaceChildren(*LINES[id](report, inside))


def hide_finding() -> None:
    part("overlay").replaceChildren()


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


LINES = {
    "head-height": _head_lines,
    "eye-line": _eye_lines,
    "top-margin": _top_lines,
    "centring": _middle_lines,
    "roll": _roll_line,
}


def _line(ends: tuple[float, float, float, float], inside: bool, required: bool):
    shape = clone_shape("line")
    put(shape, data_inside="yes" if inside else "no")
    if required:
        put(shape, data_required="")
    for i in range(shape.children.length):
        put(shape.children[i], x1=ends[0], y1=ends[1], x2=ends[2], y2=ends[3])
    return shape


def box(sides: tuple[float, float, float, float], inside: bool):
    """A rectangle x0, y0, x1, y1 as a shape for the overlay."""
    shape = clone_shape("outline")
    put(shape, data_inside="yes" if inside else "no")
    for i in range(shape.children.length):
        put(shape.children[i], x=sides[0], y=sides[1], width=sides[2] - sides[0], height=sides[3] - sides[1])
    return shape


def _framed_box(frame, sides: tuple[float, float, float, float]):
    """A box of the photo in units of the frame; a small turn leaves it upright."""
    w, h = round(frame.width), round(frame.height)
    x0, y0 = frame.across((sides[0], sides[1])), frame.down((sides[0], sides[1]))
    x1, y1 = frame.across((sides[2], sides[3])), frame.down((sides[2], sides[3]))
    return box((w * x0, h * y0, w * x1, h * y1), False)
