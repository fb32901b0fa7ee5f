"""What the names of background colours mean, as regions of CIE Lab (D65).

Authorities name colours; hardly one gives numbers (Greece RGB 190 +- 10, Bahrain RGB 168, the Chinese exit-entry guide
lightness 198 and 167 of 240), and the regions hold theirs. The limits are ours: they may warn, never refuse.

A region is an interval each of lightness L (0..100), chroma C = hypot(a, b), and hue h (degrees, from +a towards +b).
"""

from math import atan2, degrees, pi, sqrt

ANY = (0.0, 360.0)
REGIONS = {
    "white": ((88.0, 100.0), (0.0, 7.0), ANY),
    "off-white": ((84.0, 100.0), (0.0, 12.0), ANY),
    "cream": ((82.0, 100.0), (3.0, 25.0), (55.0, 115.0)),
    "beige": ((65.0, 96.0), (5.0, 27.0), (50.0, 105.0)),
    "light brown": ((50.0, 85.0), (10.0, 38.0), (45.0, 95.0)),
    "light grey": ((72.0, 95.0), (0.0, 7.0), ANY),
    "grey": ((45.0, 88.0), (0.0, 8.0), ANY),
    "light blue": ((65.0, 95.0), (3.0, 32.0), (205.0, 290.0)),
    "blue": ((20.0, 72.0), (18.0, 90.0), (225.0, 310.0)),
    "red": ((25.0, 65.0), (40.0, 120.0), (5.0, 60.0)),
    "light": ((70.0, 100.0), (0.0, 32.0), ANY),
    "neutral": ((70.0, 100.0), (0.0, 9.0), ANY),
    "plain": ((0.0, 100.0), (0.0, 150.0), ANY),
    "contrasting": ((0.0, 100.0), (0.0, 150.0), ANY),  # whether it sets the head off is another measure
}


def distance(colours: list[str], lab: tuple[float, float, float]) -> float:
    """How far `lab` lies outside the nearest of the named regions, in Lab units; 0 inside, or where none is named."""
    return min([_outside(REGIONS[name], lab) for name in colours]) if colours else 0.0


def _outside(region: tuple[tuple[float, float], ...], lab: tuple[float, float, float]) -> float:
    lightness, chroma, hue = region
    c = sqrt(lab[1] * lab[1] + lab[2] * lab[2])
    h = degrees(atan2(lab[2], lab[1])) % 360
    turn = min(_beyond(hue, h), _beyond(hue, h - 360), _beyond(hue, h + 360))
    across = min(turn * pi / 180 * c, 2 * c)  # along the arc; through grey it is never farther than twice the chroma
    return sqrt(_beyond(lightness, lab[0]) ** 2 + _beyond(chroma, c) ** 2 + across * across)


def _beyond(interval: tuple[float, float], value: float) -> float:
    return max(interval[0] - value, value - interval[1], 0.0)
