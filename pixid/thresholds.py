"""Limits of ours, as data: where a risk begins and where a defect is plain.

Read off the figures of `python3 build.py accuracy`: `risk` lies beyond the compliant portraits (52 people, neutral,
studio light; at most one past it, three for expression, two for eye sockets), `plain` beyond every one of them with
room, both before the middle of the graded alterations of the same portraits where that could be had. docs/accuracy.md
has what they catch; heads are judged there with each person left out.
"""

from collections import namedtuple


class Threshold(namedtuple("Threshold", "risk plain unit above")):
    """`above`: larger values are worse. `plain` None: our own limit alone never fails a photo here."""

    __slots__ = ()
    risk: float
    plain: float | None
    unit: str
    above: bool


def _over(risk: float, plain: float | None, unit: str) -> Threshold:
    return Threshold(risk, plain, unit, True)


def _under(risk: float, plain: float | None, unit: str) -> Threshold:
    return Threshold(risk, plain, unit, False)


THRESHOLDS = {
    # the face; likenesses are read by small heads (models_src/heads.md), 0 is least
    "eyes-closed": _under(5.6, 4.0, "%"),
    "gaze": _over(0.03, 0.06, ""),
    "red-eyes": _over(25.0, 35.0, "%"),
    "hair-over-eyes": _over(0.33, 0.7, ""),
    "eye-covered": _over(0.4, 0.7, ""),
    "expression": _over(0.5, 0.9, ""),
    "expression-natural": _over(0.8, None, ""),
    "brows": _over(24.0, None, "%"),
    "glasses": _over(0.4, 0.7, ""),
    "glasses-glare": _over(0.15, 3.0, "%"),
    "glasses-tint": _over(0.45, 0.7, ""),
    "glasses-frames": _over(0.18, None, ""),
    "glasses-over-eyes": _over(0.3, 0.75, ""),
    "head-covering": _over(0.45, None, ""),
    "face-covered": _over(0.45, 0.75, ""),
    "hot-spots": _over(0.2, 0.8, "%"),
    "face-light": _over(21.0, 40.0, "%"),
    "face-shadow": _over(28.0, 58.0, "%"),
    "eye-shadow": _over(0.5, None, ""),
    # the picture
    "too-dark": _under(48.0, 38.0, "%"),
    "too-light": _over(91.0, 97.0, "%"),
    "contrast": _over(36.0, 48.0, "%"),
    "colour": _under(6.0, 3.0, "%"),
    "sharpness": _under(42.0, 30.0, "%"),
    "pixelation": _over(40.0, 60.0, "%"),
    "enlarged": _under(60.0, None, "%"),
    "noise": _over(4.0, None, ""),
    "compression": _over(24.5, None, ""),
    "quantisation": _over(58.0, None, ""),  # quality 50 of T.81's own tables
    "tones": _under(128.0, None, "count"),
    "smoothing": _under(34.0, None, "%"),
    "screen": _over(1.0, None, ""),
    "background-even": _over(1.0, 3.0, "%"),
    "background-shadow": _over(4.0, 12.0, "%"),
    "background-gradient": _over(20.0, None, "%"),
    "objects": _over(8.0, None, "%"),
    "camera-distance": _over(0.69, None, ""),
}
