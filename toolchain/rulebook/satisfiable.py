"""Can any head satisfy the bands of a rule together?

A head stands upright in the frame: its chin lies `b` above the lower edge and its skull is `h` high, both as parts of
the frame's height. Everything a rule measures is then linear in b and h, with proportions that differ from head to
head; for every h the bands leave an interval of b, and a rule is possible if one of them is not empty.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

Interval = tuple[float, float]

EYES = (0.45, 0.62)
"""Height of the pupils above the chin, by the skull's height (chin to crown without hair): 1 / 1.92 = 0.52 on 102
annotated portraits, with three standard deviations and room for a chin that is read differently."""
TOPS: Mapping[str, Interval] = {
    "skull": (1.0, 1.0),
    "hair": (1.0, 1.3),
    "forehead": (0.65, 0.95),
    "unspecified": (1.0, 1.3),
}
"""Height of what the rule calls the top of the head, by the skull's height. The forehead ends at the hairline."""
WIDTH = (0.5, 0.9)
"""Width of the face from ear to ear, by the skull's height."""
PUPILS = (0.2, 0.36)
"""Distance between the pupils, by the skull's height."""

LEAST_HEAD, GREATEST_HEAD, STEP = 0.05, 1.3, 0.001


@dataclass(frozen=True)
class Frame:
    """Bands as parts of the frame's height (widths: of its width), the frame's width / height, what the top is."""

    bands: Mapping[str, Interval]
    aspect: float
    head_top: str


def heads(frame: Frame) -> Interval | None:
    """Least and greatest skull height that can satisfy all bands, as part of the frame's height; None if none can."""
    count = round((GREATEST_HEAD - LEAST_HEAD) / STEP)
    possible = [h for h in (LEAST_HEAD + i * STEP for i in range(count + 1)) if chin(frame, h) is not None]
    return (possible[0], possible[-1]) if possible else None


def chin(frame: Frame, h: float) -> Interval | None:
    """Where the chin of a head with skull height `h` may lie above the lower edge; None if the head is impossible."""
    top = _common(frame.bands.get("head_height"), TOPS[frame.head_top], h)
    if top is None or _common(frame.bands.get("chin_to_pupil"), EYES, h) is None:
        return None
    for name, proportion in (("face_width", WIDTH), ("eye_distance", PUPILS)):
        if _common(frame.bands.get(name), proportion, h / frame.aspect) is None:
            return None
    low, high = frame.bands.get("bottom_margin", (0.0, math.inf))
    if "eye_line" in frame.bands:
        eyes = frame.bands["eye_line"]
        low, high = max(low, eyes[0] - EYES[1] * h), min(high, eyes[1] - EYES[0] * h)
    margin = frame.bands.get("top_margin", (0.0, math.inf))
    low, high = max(low, 1 - margin[1] - top[1]), min(high, 1 - margin[0] - top[0])
    return (low, high) if low <= high + 1e-9 else None


def _common(band: Interval | None, proportion: Interval, h: float) -> Interval | None:
    """What a head of `h` can show within `band`; None if nothing."""
    low, high = proportion[0] * h, proportion[1] * h
    if band is not None:
        low, high = max(low, band[0]), min(high, band[1])
    return (low, high) if low <= high + 1e-9 else None
