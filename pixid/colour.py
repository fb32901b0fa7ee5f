"""Colour as numbers: sRGB codes to CIE L*a*b*, and how different two colours look."""

from math import atan2, degrees, sqrt

WHITE = (0.95047, 1.0, 1.08883)
"""D65, the white of sRGB (IEC 61966-2-1): a grey picture then has a* = b* = 0."""


def linear(code: float) -> float:
    """An sRGB code 0..255 as linear light 0..1 (IEC 61966-2-1)."""
    unit = max(0.0, min(255.0, code)) / 255
    return unit / 12.92 if unit <= 0.04045 else ((unit + 0.055) / 1.055) ** 2.4


def lab(r: float, g: float, b: float) -> tuple[float, float, float]:
    """sRGB codes 0..255 -> CIE 1976 L*, a*, b* (D65)."""
    r, g, b = linear(r), linear(g), linear(b)
    x = _root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE[0])
    y = _root((0.2126729 * r + 0.7151522 * g + 0.0721750 * b) / WHITE[1])
    z = _root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / WHITE[2])
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def tone_angle(colour: tuple[float, float, float]) -> float:
    """Individual typology angle of skin in degrees from L*, a*, b* (Chardon 1991): about 55 very light, -30 dark."""
    return degrees(atan2(colour[0] - 50, colour[2]))


def difference(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """CIE 1976 difference of two L*, a*, b* colours; about 2 is just seen side by side."""
    d = [one[k] - other[k] for k in range(3)]
    return sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2])


def _root(t: float) -> float:
    return t ** (1 / 3) if t > (6 / 29) ** 3 else t / (3 * (6 / 29) ** 2) + 4 / 29
