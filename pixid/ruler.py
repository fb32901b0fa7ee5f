"""The ruler on a print sheet: 5 cm with a line per mm, "5 cm" and "100 %" beside it, all of it rectangles in mm.

Whoever prints "to fit" gets a ruler that is not 5 cm long. Figures and the signs of SI need no translation.
"""

HEIGHT = 1.6
LENGTH = 50
THIN = 0.12
"""Width of a line: three dots of a 600 dpi printer."""
TICKS = ((10, 1.6), (5, 1.2), (1, 0.8))
"""Height of the line at every 10th, 5th and single mm."""
UNIT = 0.2
"""A figure is 4 units wide, 7 high and drawn with strokes of one unit."""
FIGURES = {
    "0": ((0, 0, 4, 1), (0, 6, 4, 1), (0, 1, 1, 5), (3, 1, 1, 5)),
    "1": ((2, 0, 1, 7), (1, 1, 1, 1)),
    "5": ((0, 0, 4, 1), (0, 1, 1, 2), (0, 3, 4, 1), (3, 4, 1, 2), (0, 6, 4, 1)),
    "c": ((0, 2, 4, 1), (0, 3, 1, 3), (0, 6, 4, 1)),
    "m": ((0, 2, 5, 1), (0, 3, 1, 4), (2, 3, 1, 4), (4, 3, 1, 4)),
    "%": ((0, 0, 2, 2), (4, 5, 2, 2), (4, 0, 1, 2), (3, 2, 1, 2), (2, 4, 1, 2), (1, 6, 1, 1)),
    " ": (),
}
WORDS = "5 cm   100 %"


def ink(x: float, y: float) -> list[tuple[float, float, float, float]]:
    """Rectangles (x, y, width, height) of a ruler whose zero lies at x and whose lines begin at y."""
    rectangles = [(x - THIN / 2, y + HEIGHT - THIN, LENGTH + THIN, THIN)]
    for mm in range(LENGTH + 1):
        high = next(high for every, high in TICKS if mm % every == 0)
        rectangles.append((x + mm - THIN / 2, y + HEIGHT - high, THIN, high))
    pen = x + LENGTH + 1.5
    for sign in WORDS:
        for left, top, width, high in FIGURES[sign]:
            rectangles.append((pen + left * UNIT, y + HEIGHT - 7 * UNIT + top * UNIT, width * UNIT, high * UNIT))
        pen += UNIT * (1 + max([4] + [left + width for left, _, width, _ in FIGURES[sign]]))
    return rectangles
