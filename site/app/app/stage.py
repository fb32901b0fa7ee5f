"""The picture: the photo in its frame, with the lengths that matter measured in the mat beside it.

Positions in the gutters are percent of the frame's height. Lines over the picture are drawn only for a finding that is
asked for; no label and no tint ever lies on the face.
"""

from pyscript.js_modules import intake

from app import lines, marks
from app.dom import clone, part, parts, place, put, root, show, text
from app.words import say

MEASURED = ("head-height", "eye-line")  # in the gutters


def show_photo(url: str, width: int, height: int) -> None:
    """The whole photo, without marks."""
    _frame(width, height)
    put(part("photo"), href=url, width=width, height=height)
    part("photo").removeAttribute("transform")
    clear_marks()
    show(part("stage"))


def outline(box: tuple[float, float, float, float]) -> None:
    """A frame around something in the whole photo: the face that was found."""
    part("overlay").replaceChildren(lines.box(box, True))


def show_result(report, url: str, name: str) -> None:
    """The photo cut to the report's frame, with brackets, bands and ticks."""
    place_photo(report.evidence.picture, url, report.frame, report.frame)
    clear_marks()
    put(part("picture"), aria_label=describe(name, show_lengths(report, {})))
    show(part("stage"))


def show_lengths(report, numbers: dict) -> dict:
    """Head and eyes measured in the gutters, with their number if they have one; returns their checks by id."""
    found = [finding for finding in report.findings if finding.id in MEASURED]
    checks = {finding.id: report.check(finding) for finding in found}
    _head(report, checks, numbers)
    _eyes(report, checks, numbers)
    return checks


async def show_numbers(report, checks: list, numbers: dict) -> None:
    """The numbers of all findings beside the picture."""
    height = part("frame").clientHeight or 1  # asked while nothing has changed, or all would be laid out for it
    show_lengths(report, numbers)
    await intake.breathe()
    face, frame, ids = report.evidence.measured, report.frame, [check["id"] for check in checks]
    middle = (frame.down(face.chin) + frame.down(face.top(report.document.head_top))) / 2
    taken = {
        "left": [middle] if "head-height" in ids else [],
        "right": [frame.down(face.eyes)] if "eye-line" in ids else [],
    }
    marks.show(report, checks, numbers, taken, height)


def show_finding(report, check: dict) -> None:
    """The lines of a finding over the picture, its words under it, with the way back to the list."""
    lines.show_finding(report, check)
    marks.choose(check["id"])
    text("caption-title", check["title"])
    text("caption-text", check["detail"])
    put(part("caption-link"), href="#finding-" + check["id"])
    show(part("caption"))
    if part("stage").getBoundingClientRect().top < 0:  # a phone has scrolled past it; the caption leads back
        part("stage").scrollIntoView()


def hide_finding() -> None:
    lines.hide_finding()
    marks.choose("")
    show(part("caption"), False)


def place_photo(picture, url: str, frame, shown) -> None:
    """The photo under a frame that stands still: `frame` is cut, in the size of `shown`."""
    width, height = round(shown.width), round(shown.height)
    _frame(width, height)
    a, b, c, d, e, f = frame.matrix(width, height)
    put(part("photo"), href=url, width=picture.width, height=picture.height)
    put(part("photo"), transform=f"matrix({a} {d} {b} {e} {c} {f})")


def describe(name: str, checks: dict) -> str:
    """The picture in words: what its marks show."""
    words = [say("alt.framed", document=name)]
    for id in MEASURED:
        if id in checks and checks[id]["value_text"]:
            words.append(say("alt." + id, value=checks[id]["value_text"], limit=checks[id]["limit_text"]))
    return " ".join(words)


def hide() -> None:
    clear_marks()
    part("photo").removeAttribute("href")
    show(part("stage"), False)


def clear_marks() -> None:
    for gutter in parts("gutter"):
        gutter.replaceChildren()
    hide_finding()


def _frame(width: int, height: int) -> None:
    frame = part("frame")
    frame.style.setProperty("--w", str(width))
    frame.style.setProperty("--h", str(height))
    put(part("picture"), viewBox=f"0 0 {width} {height}")


def _gutter(side: str):
    return root.querySelector('[data-gutter="' + side + '"]')


def _head(report, checks: dict, numbers: dict) -> None:
    """Left: chin to the top of the head as measured, and where the top would have to be."""
    check = checks.get("head-height")
    if not check:
        return
    face, frame = report.evidence.measured, report.frame
    chin, top = 100 * frame.down(face.chin), 100 * frame.down(face.top(report.document.head_top))
    band = report.document.band("head_height")
    high, low = band.max or chin / 100, band.min or 0.0
    required = clone("band")
    place(required, **{"from": max(0.0, chin - 100 * high), "to": max(0.0, chin - 100 * low)})
    bracket = clone("bracket")
    place(bracket, **{"from": top, "to": chin})
    _label(bracket, check, say("mark.head"), numbers)
    _gutter("left").replaceChildren(required, bracket)


def _eyes(report, checks: dict, numbers: dict) -> None:
    """Right: the line of the eyes as measured, and the band it has to lie in."""
    check = checks.get("eye-line")
    if not check:
        return
    band = report.document.band("eye_line")
    required = clone("band")
    place(required, **{"from": 100 - 100 * (band.max or 1.0), "to": 100 - 100 * (band.min or 0.0)})
    tick = clone("tick")
    place(tick, at=100 * report.frame.down(report.evidence.measured.eyes))
    _label(tick, check, say("mark.eyes"), numbers)
    _gutter("right").replaceChildren(required, tick)


def _label(mark, check: dict, label: str, numbers: dict) -> None:
    number = numbers.get(check["id"])
    text("label", label if number is None else say("mark.numbered", number=number, label=label), mark)
    text("value", check["value_text"], mark)
    put(mark, data_inside="no" if check["status"] == "fail" else "yes")
