"""The photo's edges: the frame lies inside the photo, and the eyes near its middle.

Each side of the photo is a half-space of the frame's three numbers (pixid.wishes): e s + m u + n v + k >= 0.
"""

from collections import namedtuple

from pixid.frame import axes
from pixid.rule_values import Band
from pixid.wishes import Wish, weight

HARD = 1e4
"""Weight of staying inside the photo, far above every band's."""
CENTRED = weight(0)
"""Weight of the band across the frame, stated or ISO's: a head beside its frame is worth no other band."""
TINY = 1e-9


class Side(namedtuple("Side", "e m n k")):
    """e s + m u + n v + k >= 0: the frame does not cross this side of the photo."""

    __slots__ = ()
    e: float
    m: float
    n: float
    k: float

    def end(self, s: float, u: float) -> float:
        """The v at which the frame touches the side: the least one where n > 0, the greatest where n < 0."""
        return -(self.e * s + self.m * u + self.k) / self.n


def sides(eyes: tuple[float, float], aspect: float, photo: tuple[int, int], turn: float) -> list[Side]:
    """Left, right, upper and lower side of a photo of `photo` = (width, height) px, for frames of `aspect` and `turn`.

    The corner of the frame that meets a side first depends on the sense of the turn only.
    """
    c, s = axes(turn)[0]
    if s >= 0:
        return [
            Side(eyes[0], -s, -c * aspect, 0.0),
            Side(photo[0] - eyes[0], s, c * aspect, -c * aspect - s),
            Side(eyes[1], c, -s * aspect, -c),
            Side(photo[1] - eyes[1], -c, s * aspect, -s * aspect),
        ]
    return [
        Side(eyes[0], -s, -c * aspect, s),
        Side(photo[0] - eyes[0], s, c * aspect, -c * aspect),
        Side(eyes[1], c, -s * aspect, s * aspect - c),
        Side(photo[1] - eyes[1], -c, s * aspect, 0.0),
    ]


def wishes_of(photo: list[Side], centring: Band, spare: float) -> list[Wish]:
    """What the sides ask of s and u, so that v needs no search: every least v lies below every greatest one.

    Besides, every least v lies below the end of `centring` and every greatest above its beginning, each narrowed by
    `spare` s.
    """
    asked = []
    for side in photo:
        e, m, n, k = side
        if abs(n) <= TINY:
            asked.append(_wish(HARD, e, m, k))
        elif n > 0:
            for other in photo:
                if other.n < -TINY:
                    a, b = -other.n / (n - other.n), n / (n - other.n)
                    asked.append(_wish(HARD, a * e + b * other.e, a * m + b * other.m, a * k + b * other.k))
            if centring.max is not None:
                asked.append(_wish(CENTRED, e / n - spare, m / n, k / n + centring.max))
        elif centring.min is not None:
            asked.append(_wish(CENTRED, -e / n - spare, -m / n, -k / n - centring.min))
    return asked


def across(photo: list[Side], s: float, u: float, aim: float) -> float:
    """The v nearest to `aim` that the sides leave."""
    low = max([0.0] + [side.end(s, u) for side in photo if side.n > TINY])
    high = min([1.0] + [side.end(s, u) for side in photo if side.n < -TINY])
    return (low + high) / 2 if low > high else max(low, min(high, aim))


def _wish(own: float, e: float, m: float, k: float) -> Wish:
    """e s + m u + k >= 0 as a wish."""
    if abs(m) <= TINY:
        return Wish(own, 0, e, -k, None, True)
    low, high = (-k / m, None) if m > 0 else (None, -k / m)
    return Wish(own * abs(m), 1, e / m, low, high, True)
