"""Framing: the position, scale and turn of the crop that satisfy a document best, with the photo's own pixels only."""

from collections import namedtuple

from pixid.document import Document
from pixid.face import Face
from pixid.frame import Frame, axes, reach, whole
from pixid.wishes import Wish, drop_wishes, size_wishes, target, weight

LEAST_TURN = 1.5
"""Degrees of roll below which the photo is not turned: that is the measure's own uncertainty, and turning resamples."""
LEVEL = 0.05
"""Off the middle by more than this part of the width, a head is no longer centred (ISO's 0.45 to 0.55)."""
TRIALS = 7
"""Frame heights tried between the ends of the bands."""
COMFORT = 1e-4
"""Cost of leaving the middle of a band, against 1 for missing one of rank 3: it only decides among equals."""


class Trial(namedtuple("Trial", "cost broken frame")):
    """A frame with its cost; `broken` is the part of the cost that comes from bands it misses."""

    __slots__ = ()
    cost: float
    broken: float
    frame: Frame


def propose(face: Face, document: Document, width: int, height: int, as_is: bool = False) -> Frame:
    """The frame to judge and cut: the photo itself with `as_is` or where cropping is forbidden, else the best crop.

    `width`, `height`: the photo's px. The crop lies inside the photo; without a turn it is snapped to whole px, so that
    its pixels are the photo's own or clean averages of them.
    """
    if as_is or not document.crop_allowed:
        return whole(width, height)
    best = _best(face, document, width, height, 0.0)
    if abs(face.roll) > LEAST_TURN:
        turned = _best(face, document, width, height, face.roll)
        # Standing upright is worth more than the middle of a band, never more than a band.
        if turned.broken <= best.broken + COMFORT:
            return turned.frame
    return best.frame


def _best(face: Face, document: Document, width: int, height: int, turn: float) -> Trial:
    room = largest_height(document.aspect, width, height, turn)
    sizes = size_wishes(face, document, room)
    best = None
    for frame_height in _heights(sizes, room):
        trial = _place(face, document, (width, height), turn, frame_height, sizes)
        if best is None or trial.cost < best.cost:
            best = trial
    assert best is not None
    return best


def _heights(sizes: list[Wish], room: float) -> list[float]:
    """Frame heights worth trying, at most `room`: ends, middles and steps between the outermost ends."""
    ends = [end for wish in sizes for end in (wish.low, wish.high) if end is not None]
    if not ends:
        return [room]
    middles = [(wish.low + wish.high) / 2 for wish in sizes if wish.low is not None and wish.high is not None]
    low, high = min(ends), max(ends)
    steps = [low + (high - low) * i / (TRIALS - 1) for i in range(TRIALS)]
    return [height for height in sorted(set(ends + middles + steps)) if height < room] + [room]


def _place(
    face: Face, document: Document, photo: tuple[int, int], turn: float, frame_height: float, sizes: list[Wish]
) -> Trial:
    """Best position for one frame height."""
    frame_width = frame_height * document.aspect
    wishes = drop_wishes(face, document, frame_height)
    aim = target(face, document, wishes, frame_height)
    cx, cy = _inside(face.eyes, _settle(wishes, aim), frame_width, frame_height, turn, photo)
    frame = Frame(cx, cy, frame_width, frame_height, turn, False)
    if turn == 0:
        frame = _snapped(frame, photo)
    _, below = axes(turn)
    drop = (frame.cx - face.eyes[0]) * below[0] + (frame.cy - face.eyes[1]) * below[1]
    aside = abs(frame.across(face.eyes) - 0.5)
    broken = sum(wish.weight * wish.miss(frame.height) for wish in sizes) / frame.height
    broken += sum(wish.weight * wish.miss(drop) for wish in wishes) / frame.height
    broken += weight(2) * max(0.0, aside - LEVEL)
    comfort = sum(_off_middle(wish, frame.height) for wish in sizes) + abs(drop - aim) / frame.height + aside
    return Trial(broken + COMFORT * comfort, broken, frame)


def _settle(wishes: list[Wish], aim: float) -> float:
    """The value that costs least: misses by weight, then nearness to `aim`.

    The cost is convex and piecewise linear, so its least value lies at an end of an interval or at the aim.
    """
    best, least = aim, None
    for value in [aim] + [end for wish in wishes for end in (wish.low, wish.high) if end is not None]:
        cost = sum(wish.weight * wish.miss(value) for wish in wishes) + COMFORT * abs(value - aim)
        if least is None or cost < least:
            best, least = value, cost
    return best


def _inside(
    eyes: tuple[float, float], drop: float, width: float, height: float, turn: float, photo: tuple[int, int]
) -> tuple[float, float]:
    """Centre of the frame `drop` below the eyes, moved as little as the photo's edges demand."""
    _, below = axes(turn)
    rx, ry = reach(width, height, turn)
    cx, cy = eyes[0] + drop * below[0], eyes[1] + drop * below[1]
    return _clamp(cx, rx, photo[0] - rx), _clamp(cy, ry, photo[1] - ry)


def _snapped(frame: Frame, photo: tuple[int, int]) -> Frame:
    """The nearest frame on whole pixels that still lies in the photo."""
    w, h = min(photo[0], max(1, round(frame.width))), min(photo[1], max(1, round(frame.height)))
    x = _clamp(round(frame.cx - w / 2), 0, photo[0] - w)
    y = _clamp(round(frame.cy - h / 2), 0, photo[1] - h)
    return Frame(x + w / 2, y + h / 2, float(w), float(h), 0.0, False)


def largest_height(aspect: float, width: int, height: int, turn: float) -> float:
    """Height of the largest frame of this shape and turn that fits into a photo of `width` x `height` px."""
    rx, ry = reach(aspect, 1.0, turn)
    return min(width / (2 * rx), height / (2 * ry))


def _off_middle(wish: Wish, value: float) -> float:
    if wish.low is None or wish.high is None or wish.high <= wish.low:
        return 0.0
    return abs(value - (wish.low + wish.high) / 2) / (wish.high - wish.low) * min(1.0, wish.weight)


def _clamp(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else max(low, min(high, value))
