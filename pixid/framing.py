"""Framing: the position, scale and turn of the crop that satisfy a document best, with the photo's own pixels only.

All wishes are intervals of numbers linear in the frame's (s, u, v) (pixid.wishes), and what a miss costs grows with it.
So the cost is convex and piecewise linear: the best u for a given s is found by sorting, and the best s by following
the slopes from both ends until they meet.
"""

from collections import namedtuple

from pixid import edges, wishes
from pixid.document import Document
from pixid.drive import last
from pixid.face import Face
from pixid.frame import Frame, axes, reach, whole
from pixid.wishes import Wish

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from pixid.edges import Side

LEAST_TURN = 1.5
"""Degrees of roll below which the photo is not turned: that is the measure's own uncertainty, and turning resamples."""
MOST_TURN = 45.0
"""Degrees beyond which a head lies rather than leans; such a photo is judged as it is."""
SPARE, SPARE_SNAPPED = 0.01, 1.0
"""px by which bands are narrowed: snapping to whole pixels moves edges by up to a pixel."""
STEPS = 40
"""Most evaluations of the cost; about eight are needed."""
EQUAL = 1e-6
"""Difference in parts of the frame that is no difference."""


class Best(namedtuple("Best", "s u enough wishes sides")):
    """The best frame of one turn, whether it has pixels enough, what was wished and the photo's sides."""

    __slots__ = ()
    s: float
    u: float
    enough: bool
    wishes: list[Wish]
    sides: "list[Side]"

    @property
    def broken(self) -> float:
        """Cost of the bands that are missed."""
        return _cost([wish for wish in self.wishes if wish.firm], self.s, self.u)


def propose(face: Face, document: Document, width: int, height: int, as_is: bool = False) -> Frame:
    """The frame to judge and cut: the photo itself with `as_is` or where cropping is forbidden, else the best crop.

    `width`, `height`: the photo's px. The crop lies inside the photo; without a turn it is snapped to whole px, so that
    its pixels are the photo's own or clean averages of them.
    """
    return last(proposing(face, document, width, height, as_is))


def proposing(face: Face, document: Document, width: int, height: int, as_is: bool = False) -> "Iterator[Frame | None]":
    """`propose` in steps (pixid.drive.last): a turn takes some milliseconds of a page's only thread."""
    if as_is or not document.is_framed:
        yield whole(width, height)
        return
    photo = (width, height)
    best = yield from _best(face, document, photo, 0.0)
    if LEAST_TURN < abs(face.roll) <= MOST_TURN:
        yield None
        turned = yield from _best(face, document, photo, face.roll)
        # Standing upright is worth more than the middle of a band, never more than a band.
        if turned.broken <= best.broken + EQUAL and turned.enough >= best.enough:
            yield _frame(face, document, photo, turned, face.roll)
            return
    yield None
    yield _snapped(face, document, photo, best)


def largest_height(aspect: float, width: int, height: int, turn: float) -> float:
    """Height of the largest frame of this shape and turn that fits into a photo of `width` x `height` px."""
    rx, ry = reach(aspect, 1.0, turn)
    return min(width / (2 * rx), height / (2 * ry))


def _best(face: Face, document: Document, photo: tuple[int, int], turn: float) -> "Generator[None, None, Best]":
    centring = document.band("centring")
    assert centring is not None  # ISO's stands in
    sides = edges.sides(face.eyes, document.aspect, photo, turn)
    spare = SPARE if turn else SPARE_SNAPPED
    yield None
    asked = wishes.wishes(face, document, turn, spare) + edges.wishes_of(sides, centring, spare / document.aspect)
    room = largest_height(document.aspect, photo[0], photo[1], turn)
    least, most = 1 / room, 1 / face.t
    if not document.has_size:
        s, u = yield from _solve(asked, least, most)
        return Best(s, u, True, asked, sides)
    pixels = wishes.enough_pixels(document)
    s, u = yield from _solve(asked + [pixels], least, most)
    best = Best(s, u, pixels.gain * s <= 1 + EQUAL, asked + [pixels], sides)
    if best.enough and best.broken <= EQUAL:
        return best
    # No band is given up for pixels, least of all for some of those that are missing.
    s, u = yield from _solve(asked, least, most)
    other = Best(s, u, pixels.gain * s <= 1 + EQUAL, asked, sides)
    return best if best.enough and best.broken <= other.broken + EQUAL else other


def _solve(asked: list[Wish], low: float, high: float) -> "Generator[None, None, tuple[float, float]]":
    """(s, u) of the least cost, s within `low`..`high`.

    The cost is convex in s, so it lies above its tangents: the next s to try is where those from both sides meet.
    """
    cost_low, slope_low, u = _least(asked, low)
    if slope_low >= 0 or high <= low:
        return low, u
    yield None
    cost_high, slope_high, u = _least(asked, high)
    if slope_high <= 0:
        return high, u
    s = high
    for _ in range(STEPS):
        s = (cost_high - cost_low + slope_low * low - slope_high * high) / (slope_low - slope_high)
        bound = cost_low + slope_low * (s - low)
        cost, slope, u = _least(asked, s)
        yield None
        if slope == 0 or cost <= bound + 1e-12 * (1 + abs(bound)) or high - low <= 1e-9 * low:
            break
        if slope < 0:
            low, cost_low, slope_low = s, cost, slope
        else:
            high, cost_high, slope_high = s, cost, slope
    return s, u


def _least(asked: list[Wish], s: float) -> tuple[float, float, float]:
    """(cost, slope in s, u) at the u that is best for s.

    Passing the ends of the wishes upwards, the slope in u grows from all low ends unmet to all high ends passed; it
    changes its sign at the best u, an end itself, which takes just as large a part in the slope in s.
    """
    cost = slope = fall = drift = 0.0
    ends = []
    for weight, rise, gain, low, high, _ in asked:
        if rise:
            if low is not None:
                ends.append((low - gain * s, weight, gain))
                fall -= weight
                drift -= weight * gain
            if high is not None:
                ends.append((high - gain * s, weight, gain))
        elif low is not None and gain * s < low:
            cost += weight * (low - gain * s)
            slope -= weight * gain
        elif high is not None and gain * s > high:
            cost += weight * (gain * s - high)
            slope += weight * gain
    u = 0.0
    for end, weight, gain in sorted(ends):
        if fall + weight >= 0:
            u = end
            slope += drift - gain * fall
            break
        fall += weight
        drift += weight * gain
    return cost + _cost([wish for wish in asked if wish.rise], s, u), slope, u


def _cost(asked: list[Wish], s: float, u: float) -> float:
    cost = 0.0
    for weight, rise, gain, low, high, _ in asked:
        value = gain * s + u if rise else gain * s
        if low is not None and value < low:
            cost += weight * (low - value)
        elif high is not None and value > high:
            cost += weight * (value - high)
    return cost


def _frame(face: Face, document: Document, photo: tuple[int, int], best: Best, turn: float) -> Frame:
    """The frame itself, moved by the last bit that rounding left it outside the photo."""
    height = 1 / best.s
    width = height * document.aspect
    right, below = axes(turn)
    dx = (0.5 - edges.across(best.sides, best.s, best.u, _middle(document))) * width
    dy = (best.u - 0.5) * height
    rx, ry = reach(width, height, turn)
    cx = _clamp(face.eyes[0] + dx * right[0] + dy * below[0], rx, photo[0] - rx)
    cy = _clamp(face.eyes[1] + dx * right[1] + dy * below[1], ry, photo[1] - ry)
    return Frame(cx, cy, width, height, turn, False)


def _snapped(face: Face, document: Document, photo: tuple[int, int], best: Best) -> Frame:
    """The frame on whole pixels inside the photo that costs least among those around the best one."""
    middle = _middle(document)
    v = edges.across(best.sides, best.s, best.u, middle)
    chosen, least = whole(photo[0], photo[1]), None
    for h in _around(1 / best.s, 1, photo[1]):
        w = max(1, min(round(h * document.aspect), photo[0]))
        for y in _around(face.eyes[1] - (1 - best.u) * h, 0, photo[1] - h):
            cost = _cost(best.wishes, 1 / h, (y + h - face.eyes[1]) / h)
            if least is None or cost < least:
                lefts = _around(face.eyes[0] - v * w, 0, photo[0] - w)
                x = min([(abs((face.eyes[0] - left) / w - middle), left) for left in lefts])[1]
                chosen, least = Frame(x + w / 2, y + h / 2, float(w), float(h), 0.0, False), cost
    return chosen


def _around(value: float, low: int, high: int) -> list[int]:
    """The whole numbers on both sides of `value`, kept within `low`..`high`."""
    return [max(low, min(high, whole_number)) for whole_number in (int(value), int(value) + 1)]


def _middle(document: Document) -> float:
    """Where the eyes should be across the frame."""
    band = document.band("centring")
    if band is None or band.min is None or band.max is None:
        return 0.5
    return (band.min + band.max) / 2


def _clamp(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if low > high else max(low, min(high, value))
