"""Numbers of the findings beside the picture, at the height of what they are about; the lists carry the same ones.

They stand in the gutters and never on the photo. A number makes way for lengths and for other numbers.
"""

from app import lines
from app.dom import clone, parts, place, put, root, text

SIDE, WORDS = 26.0, 34.0  # px: a number with its distance to the next, and half of what a length takes in the gutter


def show(report, checks: list, numbers: dict, taken: dict, height: float) -> None:
    """`numbers`: by the id of a finding. `taken`: for "left" and "right" the heights, in parts of the frame's, where a
    length is written. `height`: the frame's, px on the screen."""
    for mark in parts("mark"):
        mark.remove()
    frame = report.frame
    wanted: dict = {"left": [], "right": []}
    for check in checks:
        regions = lines.seen(frame, check["places"]) if check["id"] in numbers else []
        if not regions:
            continue
        across = [x for region in regions for x, _ in region]
        down = [y for region in regions for _, y in region]
        left = min(across) + max(across) < frame.width * 0.98  # in the middle: right, where less is written
        middle = max(0.0, min(1.0, (min(down) + max(down)) / 2 / frame.height))
        wanted["left" if left else "right"].append((middle * height, check))
    for side, marks in wanted.items():
        spans = [(at * height - WORDS, at * height + WORDS) for at in taken[side]]
        for at, check in sorted(marks, key=lambda mark: mark[0]):
            at = free(at, spans, height)
            spans.append((at - SIDE / 2, at + SIDE / 2))
            root.querySelector('[data-gutter="' + side + '"]').appendChild(
                _mark(check, numbers[check["id"]], 100 * at / height)
            )


def free(at: float, spans: list, height: float) -> float:
    """The place nearest to `at` where a number fits between what stands there; `at` where there is none."""
    half = SIDE / 2
    places = [at] + [end + half * sign for low, high in spans for end, sign in ((low, -1), (high, 1))]
    good = [
        one
        for one in places
        if 0 <= one <= height and not [1 for low, high in spans if one + half > low + 0.01 and one - half < high - 0.01]
    ]
    return min(good, key=lambda one: abs(one - at)) if good else at


def choose(id: str) -> None:
    """The number of the finding that is shown stands out; "" for none."""
    for mark in parts("mark"):
        mark.toggleAttribute("data-chosen", mark.dataset.id == id)


def _mark(check: dict, number: int, at: float):
    mark = clone("mark")
    text("mark-number", str(number), mark)
    put(mark, data_id=check["id"], data_inside="no" if check["status"] == "fail" else "yes")
    place(mark, at=at)
    return mark
