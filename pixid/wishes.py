"""What a document asks of the frame, as intervals of numbers that are linear in where the frame lies.

A frame is told by three numbers: s = 1 / its height in px; u, the height of the eyes over its lower edge in parts of
its height; v, their distance from its left edge in parts of its width. A length of L px along the frame fills L s of
its height, so every band on a size or a height is an interval of `rise` u + `gain` s.
"""

from collections import namedtuple

from pixid.document import Document
from pixid.face import Face
from pixid.frame import axes
from pixid.rule_values import Band

HAIR_CLEARANCE = 0.02
"""Wall above the hair that the frame keeps where no top margin is stated, in parts of its height: ours."""
SHARE_ABOVE = 0.4
"""Part of the free height that lies above the hair where no band places the head; ours."""
EYE_CLEARANCE = 0.02
"""How far inside an eye-line band the eyes are aimed, in parts of the height: more than their place is uncertain."""
SAFE = 0.0005
"""Weight, against its band's own, of keeping the whole interval of uncertainty inside the band."""
SECOND_TOP = 0.0002
"""Weight, against its band's own, of the hair's reading where an authority does not say which top of the head it
means: the skull decides, as in ICAO's text."""
COMFORT = 1e-6
"""Weight of the middle of a band: it only decides among frames that are otherwise equal."""


class Wish(namedtuple("Wish", "weight rise gain low high firm")):
    """`low` <= rise u + gain s <= `high`, an open end is None; a miss costs `weight` times its size. `rise` is 1 or 0.
    `firm`: a band itself or the photo's edge, not what only chooses among frames that keep the bands."""

    __slots__ = ()
    weight: float
    rise: int
    gain: float
    low: float | None
    high: float | None
    firm: bool


def wishes(face: Face, document: Document, turn: float, spare: float) -> list[Wish]:
    """All that is asked of size and height of a frame turned by `turn` degrees, its bands narrowed by `spare` px."""
    below = axes(turn)[1]
    chin = -_over_eyes(face, face.chin, below)
    # More hair than the photo shows over the eyes cannot be asked for.
    hair = min(_over_eyes(face, face.hair_top, below), face.eyes[1] / below[1] - 2 * spare)
    aim = _aimed(1, hair - SHARE_ABOVE * (hair + chin), 1 - SHARE_ABOVE, 1 - SHARE_ABOVE)
    asked = _sizes(face, document, chin, below, spare)

    # The chin stays in the frame, and the hair too; a top margin is measured from the document's own top of the head.
    asked += _held(1, -chin, document.band("bottom_margin") or _ours(0.0, None, 1), spare)
    asked += _held(1, hair, _ours(None, 1.0, 3), spare, inset=HAIR_CLEARANCE)
    margin = document.band("top_margin")
    if margin is not None:
        used = tops(document)[-1]
        length = _over_eyes(face, face.top(used), below)
        under = _from_below(margin)
        asked += _held(1, length, under, spare, spread=face.top_spread(used) * face.t)
        aim = _aimed(1, length, under.min, under.max) or aim
    eyes = document.band("eye_line")
    if eyes is not None:
        asked += _held(1, 0.0, eyes, spare, inset=EYE_CLEARANCE)
        if "eye_line" in document.bands:
            aim = _aimed(1, 0.0, eyes.min, eyes.max) or aim
    return asked + aim


def enough_pixels(document: Document) -> Wish:
    """A frame with the pixels of the least file, which then needs no enlarging."""
    return Wish(weight(2), 0, float(document.output_size(0)[1]), None, 1.0, False)


def tops(document: Document) -> tuple[str, ...]:
    """Which tops of the head a document's band is held against: both where it does not say which it means."""
    return ("skull", "hair") if document.head_top == "unspecified" else (document.head_top,)


def weight(rank: int) -> float:
    """A band of a lower rank gives way; ISO's stand-ins (rank 9) weigh least, but more than mere comfort."""
    return 4.0 ** (3 - min(rank, 5))


def _sizes(face: Face, document: Document, chin: float, below: tuple[float, float], spare: float) -> list[Wish]:
    asked: list[Wish] = []
    band = document.band("head_height")
    if band is not None:
        used = tops(document)
        length = chin + _over_eyes(face, face.top(used[0]), below)
        asked += _held(0, length, band, spare, spread=face.top_spread(used[0]) * face.t)
        asked += _aimed(0, length, band.min, band.max)
        for top in used[1:]:
            length = chin + _over_eyes(face, face.top(top), below)
            asked.append(Wish(weight(band.rank) * SECOND_TOP, 0, length, band.min, band.max, False))
    for name, length in (
        ("chin_to_pupil", chin),
        ("face_width", face.width / document.aspect),
        ("eye_distance", face.ied / document.aspect),
    ):
        band = document.band(name)
        if band is not None:
            asked += _held(0, length, band, spare)
    return asked


def _held(rise: int, gain: float, band: Band, spare: float, spread: float = 0.0, inset: float = 0.0) -> list[Wish]:
    """The band, narrowed by `spare` px; and faintly the wish to be `inset` inside it even if `gain` is `spread` off."""
    own, faint, asked = weight(band.rank), bool(spread or inset), []
    if band.min is not None:
        asked.append(Wish(own, rise, gain - spare, band.min, None, True))
        if faint:
            asked.append(Wish(own * SAFE, rise, gain - spread, band.min + inset, None, False))
    if band.max is not None:
        asked.append(Wish(own, rise, gain + spare, None, band.max, True))
        if faint:
            asked.append(Wish(own * SAFE, rise, gain + spread, None, band.max - inset, False))
    return asked


def _aimed(rise: int, gain: float, low: float | None, high: float | None) -> list[Wish]:
    """The middle of an interval, if it has one."""
    if low is None or high is None:
        return []
    return [Wish(COMFORT, rise, gain, (low + high) / 2, (low + high) / 2, False)]


def _ours(low: float | None, high: float | None, rank: int) -> Band:
    return Band(low, high, "ratio", None, rank)


def _from_below(margin: Band) -> Band:
    """A distance from the upper edge as one from the lower edge."""
    low, high = margin.min, margin.max
    return Band(
        None if high is None else 1 - high, None if low is None else 1 - low, "ratio", margin.source, margin.rank
    )


def _over_eyes(face: Face, point: tuple[float, float], below: tuple[float, float]) -> float:
    """How far a point lies over the middle of the eyes along the frame, px."""
    return (face.eyes[0] - point[0]) * below[0] + (face.eyes[1] - point[1]) * below[1]
