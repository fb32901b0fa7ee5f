"""What documents mean by the names of background colours: ranges of CIE L*a*b* (D65).

No authority but a few gives numbers. The ranges are ours: light colours begin at L* 65 (ICAO's grey is of 18 %,
L* 50; photo walls called light grey lie at 75 to 90); what is called grey or white has a chroma of at most 6.
"""

COLOURS = {
    # name: least and greatest L*, then the middle a*, b* and how far from it the name reaches
    "white": (90.0, 100.0, 0.0, 0.0, 5.0),
    "off-white": (85.0, 100.0, 0.0, 3.0, 8.0),
    "cream": (80.0, 98.0, 1.0, 9.0, 9.0),
    "beige": (68.0, 92.0, 3.0, 13.0, 9.0),
    "light grey": (68.0, 93.0, 0.0, 0.0, 6.0),
    "grey": (45.0, 90.0, 0.0, 0.0, 6.0),
    "light blue": (62.0, 95.0, -4.0, -14.0, 13.0),
    "blue": (25.0, 75.0, 2.0, -40.0, 28.0),
    "red": (30.0, 62.0, 58.0, 38.0, 26.0),
    "light brown": (55.0, 82.0, 8.0, 18.0, 11.0),
    "light": (65.0, 100.0, 0.0, 0.0, 18.0),
    "neutral": (65.0, 100.0, 0.0, 2.0, 8.0),
    "plain": (0.0, 100.0, 0.0, 0.0, 130.0),
    "contrasting": (0.0, 100.0, 0.0, 0.0, 130.0),
}


def nearest(name: str, seen: tuple[float, float, float]) -> tuple[float, float, float]:
    """The colour called `name` that comes nearest to `seen`, both L*, a*, b*."""
    low, high, a, b, reach = COLOURS[name]
    da, db = seen[1] - a, seen[2] - b
    far = (da * da + db * db) ** 0.5
    part = 1.0 if far <= reach else reach / far
    return max(low, min(high, seen[0])), a + da * part, b + db * part
