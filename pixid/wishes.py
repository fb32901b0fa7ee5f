"""What a document asks of the frame, as intervals: for its height in px, and for where it lies along the head.

With the frame's middle `drop` px below the eyes (along the frame's own axis) and its height H, the eyes are at
0.5 + drop / H from the lower edge. So bands on sizes choose H, and bands on positions become intervals for `drop`.
"""

from collections import namedtuple

from pixid.document import Document
from pixid.face import Face
from pixid.rule_values import Band

HAIR_CLEARANCE = 0.02
"""Wall above the hair that the frame keeps where no top margin is stated, in parts of its height: ours."""
SHARE_ABOVE = 0.4
"""Part of the free height that lies above the hair where no band places the head; ours."""
EYE_CLEARANCE = 0.02
"""How far inside an eye-line band the eyes are aimed, in parts of the height: more than their place is uncertain."""
SAFE = 0.02
"""Weight, against its band's own, of keeping the whole interval of uncertainty inside the band."""
SECOND_TOP = 0.1
"""Weight of the hair's reading of a band where an authority does not say which top of the head it means."""


class Wish(namedtuple("Wish", "low high weight")):
    """An interval some quantity should lie in; None leaves an end open."""

    __slots__ = ()
    low: float | None
    high: float | None
    weight: float

    def miss(self, value: float) -> float:
        """How far `value` lies outside, in its own unit."""
        if self.low is not None and value < self.low:
            return self.low - value
        if self.high is not None and value > self.high:
            return value - self.high
        return 0.0


def size_wishes(face: Face, document: Document, room: float) -> list[Wish]:
    """Intervals for the frame's height, which can be `room` px at most."""
    wishes = []
    band = document.band("head_height")
    if band is not None:
        for top in tops(document):
            # Where hair and skull both may be meant, the skull decides, as in ICAO's text.
            own = weight(band.rank) * (SECOND_TOP if top == "hair" and document.head_top != "hair" else 1.0)
            length, spread = along(face.chin, face.top(top), face), face.top_spread(top) * face.t
            wishes += _held(length, spread, band, own)
    band = document.band("chin_to_pupil")
    if band is not None:
        wishes += _held(face.t, 0.0, band, weight(band.rank))
    for name, length in (("face_width", face.width), ("eye_distance", face.ied)):
        band = document.band(name)
        if band is not None:
            wishes += _held(length / document.aspect, 0.0, band, weight(band.rank))
    if document.has_size:
        # A frame with the pixels of the least file needs no enlarging; asked for only where it can be had.
        least = float(document.output_size(0)[1])
        firm = [wish.high for wish in wishes if wish.high is not None and wish.weight >= weight(2)]
        if least <= min([room] + firm):
            wishes.append(Wish(least, None, weight(2)))
    return wishes


def drop_wishes(face: Face, document: Document, height: float) -> list[Wish]:
    """Intervals for `drop` in a frame of `height` px: the eye line's first, a stated top margin's last."""
    eyes = document.band("eye_line")
    assert eyes is not None  # ISO's stands in
    low = None if eyes.min is None else (eyes.min - 0.5) * height
    high = None if eyes.max is None else (eyes.max - 0.5) * height
    wishes = [Wish(low, high, weight(eyes.rank))]
    bottom = document.band("bottom_margin")
    least = 0.0 if bottom is None or bottom.min is None else bottom.min
    high = None if bottom is None or bottom.max is None else bottom.max * height + face.t - height / 2
    wishes.append(Wish(least * height + face.t - height / 2, high, weight(1 if bottom is None else bottom.rank)))
    # The hair stays in the frame; a stated top margin is measured from the document's own top of the head.
    wishes.append(Wish(None, height * (0.5 - HAIR_CLEARANCE) - along(face.eyes, face.hair_top, face), weight(3)))
    top = document.band("top_margin")
    if top is not None:
        length = along(face.eyes, face.top(tops(document)[-1]), face)
        low = None if top.max is None else height * (0.5 - top.max) - length
        high = None if top.min is None else height * (0.5 - top.min) - length
        wishes.append(Wish(low, high, weight(top.rank)))
    return wishes


def target(face: Face, document: Document, wishes: list[Wish], height: float) -> float:
    """The `drop` to aim at: the middle of the stated eye line or top margin, else the free height shared out."""
    eyes = wishes[0]
    if "eye_line" in document.bands and eyes.low is not None and eyes.high is not None:
        return (eyes.low + eyes.high) / 2
    last = wishes[-1]
    if "top_margin" in document.bands and last.low is not None and last.high is not None:
        return (last.low + last.high) / 2
    hair = along(face.eyes, face.hair_top, face)
    shared = height / 2 - hair - SHARE_ABOVE * (height - hair - face.t)
    inset = EYE_CLEARANCE * height
    low = shared if eyes.low is None else eyes.low + inset
    high = shared if eyes.high is None else eyes.high - inset
    return max(low, min(high, shared)) if low <= high else shared


def tops(document: Document) -> tuple[str, ...]:
    """Which tops of the head a document's band is held against: both where it does not say which it means."""
    return ("skull", "hair") if document.head_top == "unspecified" else (document.head_top,)


def along(a: tuple[float, float], b: tuple[float, float], face: Face) -> float:
    """Length from a to b along the head's axis, px."""
    up = ((face.eyes[0] - face.chin[0]) / face.t, (face.eyes[1] - face.chin[1]) / face.t)
    return abs((b[0] - a[0]) * up[0] + (b[1] - a[1]) * up[1])


def weight(rank: int) -> float:
    """A band of a lower rank gives way; ISO's stand-ins (rank 9) weigh least, but more than mere comfort."""
    return 4.0 ** (3 - min(rank, 5))


def _held(length: float, spread: float, band: Band, own: float) -> list[Wish]:
    """Frame heights at which `length` px fill a part of the height inside `band`, and surely inside if that can be."""
    wishes = [Wish(length / band.max if band.max else None, length / band.min if band.min else None, own)]
    low = (length + spread) / band.max if band.max else None
    high = (length - spread) / band.min if band.min else None
    if low is not None and high is not None and low > high:
        low = high = (low + high) / 2
    return wishes + [Wish(low, high, own * SAFE)] if spread else wishes
