"""Print sheets: where the pictures lie on the paper, with cut marks outside them and a ruler that proves the scale.

All lengths are mm, x right and y down from the paper's upper left corner. Everything but the pictures is `ink`: upright
rectangles, so that a PDF and a picture of the sheet are drawn from the same numbers and need no font.

    sheets = lay_out(paper("10x15"), [Piece(35.0, 45.0, None)])
"""

from collections import namedtuple

from pixid import ruler
from pixid.drive import last

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from collections.abc import Iterator

LAB, OFFICE = 3.0, 4.5
"""Kept free at every edge: photo labs enlarge by up to 2 % to print without a border; office printers cannot reach the
last 4.2 mm; ours."""
LEAST_GAP, MOST_GAP = 1.2, 4.0
"""Between two pictures: room for the cut marks of both, and no more than a hand needs to cut there; ours."""
RULER_ROOM = ruler.HEIGHT + 1.0
"""Strip below the pictures that the ruler takes, with the distance from them."""
MARK, MARK_AWAY, STROKE = 2.0, 0.1, 0.1
"""Longest cut mark, its distance from the picture, and its width: 0.1 mm is seen and does not mislead the knife."""
PAPERS = (
    ("10x15", 100.0, 150.0, LAB),
    ("13x18", 130.0, 180.0, LAB),
    ("4x6in", 101.6, 152.4, LAB),
    ("5x7in", 127.0, 177.8, LAB),
    ("a4", 210.0, 297.0, OFFICE),
    ("a5", 148.0, 210.0, OFFICE),
    ("letter", 215.9, 279.4, OFFICE),
)
INCH_COUNTRIES = ("US", "CA", "PH", "MX")
"""Where photo paper is sold as 4x6 inches."""


class Paper(namedtuple("Paper", "id width height margin")):
    """A size of paper, upright, and how much of it at every edge may not come out."""

    __slots__ = ()
    id: str
    width: float
    height: float
    margin: float

    def usable(self, lying: bool) -> tuple[float, float]:
        """Width and height for pictures."""
        width, height = (self.height, self.width) if lying else (self.width, self.height)
        return width - 2 * self.margin, height - 2 * self.margin - RULER_ROOM


class Piece(namedtuple("Piece", "width height copies")):
    """A picture to print: its size, and how often; None: as often as there is room."""

    __slots__ = ()
    width: float
    height: float
    copies: int | None


class Place(namedtuple("Place", "piece x y width height")):
    """One print on the sheet; `piece` is the index of the picture."""

    __slots__ = ()
    piece: int
    x: float
    y: float
    width: float
    height: float


class Sheet(namedtuple("Sheet", "width height places ink")):
    """One side of paper. `ink`: black rectangles (x, y, width, height): cut marks, ruler and its figures."""

    __slots__ = ()
    width: float
    height: float
    places: list[Place]
    ink: list[tuple[float, float, float, float]]


def paper(id: str) -> Paper:
    """The paper with this id. Raises KeyError."""
    return {entry[0]: Paper(*entry) for entry in PAPERS}[id]


def usual_paper(country: str) -> Paper:
    """What photo shops of a country print on."""
    return paper("4x6in" if country in INCH_COUNTRIES else "10x15")


def lay_out(paper: Paper, pieces: list[Piece]) -> list[Sheet]:
    """The sheets for all pieces, upright or lying, whichever takes fewer sheets and then more prints.

    Raises ValueError where a piece is larger than the paper's usable part.
    """
    return last(laying_out(paper, pieces))


def laying_out(paper: Paper, pieces: list[Piece]) -> "Iterator[list[Sheet] | None]":
    """`lay_out` in steps (pixid.drive.last)."""
    best: list[Sheet] | None = None
    for lying in (False, True):
        pages = _pages(pieces, *paper.usable(lying))
        if pages is None:
            continue
        yield None
        sheets = [_sheet(rows, pieces, paper, lying) for rows in pages]
        if best is None or (len(sheets), -len(sheets[0].places)) < (len(best), -len(best[0].places)):
            best = sheets
        yield None
    if best is None:
        raise ValueError("larger than the paper")
    yield best


def too_large(paper: Paper, pieces: list[Piece]) -> list[int]:
    """Indices of the pieces that do not fit the paper either way, not even alone."""
    fitting = [paper.usable(lying) for lying in (False, True)]
    return [
        k for k, piece in enumerate(pieces)
        if not [1 for width, height in fitting if piece.width <= width and piece.height <= height]
    ]  # fmt: skip


def _pages(pieces: list[Piece], width: float, height: float) -> "list[list[list[int]]] | None":
    """Pages of rows of indices into `pieces`; None where a piece does not fit."""
    if [piece for piece in pieces if piece.width > width or piece.height > height]:
        return None
    copies = [1 if piece.copies is None else piece.copies for piece in pieces]
    pages = _packed(pieces, copies, width, height)
    growing = [k for k, piece in enumerate(pieces) if piece.copies is None]
    while growing:
        # In turn, so that several people get the same number of prints as nearly as there is room.
        k = growing.pop(0)
        copies[k] += 1
        more = _packed(pieces, copies, width, height)
        if len(more) > len(pages):
            copies[k] -= 1
        else:
            pages = more
            growing.append(k)
    return pages


def _packed(pieces: list[Piece], copies: list[int], width: float, height: float) -> list[list[list[int]]]:
    """Rows from the left, the highest pieces first, on as many pages as it takes."""
    order = sorted(range(len(pieces)), key=lambda k: (-pieces[k].height, k))
    pages: list[list[list[int]]] = [[]]
    across = down = 0.0
    for k in [piece for piece in order for _ in range(copies[piece])]:
        piece = pieces[k]
        if pages[-1] and across + LEAST_GAP + piece.width <= width + 1e-9:
            pages[-1][-1].append(k)
            across += LEAST_GAP + piece.width
            continue
        below = down + (LEAST_GAP if pages[-1] else 0.0) + piece.height
        if below > height + 1e-9:
            pages.append([])
            below = piece.height
        pages[-1].append([k])
        across, down = piece.width, below
    return pages


def _sheet(rows: list[list[int]], pieces: list[Piece], paper: Paper, lying: bool) -> Sheet:
    """Rows in the middle of the page, as far apart as there is room up to MOST_GAP, the same everywhere."""
    width, height = (paper.height, paper.width) if lying else (paper.width, paper.height)
    usable = paper.usable(lying)
    widths = [sum([pieces[k].width for k in row]) for row in rows]
    heights = [max([pieces[k].height for k in row]) for row in rows]
    gap_x = min([MOST_GAP] + [(usable[0] - w) / (len(row) - 1) for w, row in zip(widths, rows) if len(row) > 1])
    gap_y = min(MOST_GAP, (usable[1] - sum(heights)) / (len(rows) - 1)) if len(rows) > 1 else MOST_GAP
    block = max([w + gap_x * (len(row) - 1) for w, row in zip(widths, rows)])
    tall = sum(heights) + gap_y * (len(rows) - 1)
    left, y = paper.margin + (usable[0] - block) / 2, paper.margin + (usable[1] - tall) / 2
    places = []
    for row, high in zip(rows, heights):
        x = left
        for k in row:
            places.append(Place(k, x, y, pieces[k].width, pieces[k].height))
            x += pieces[k].width + gap_x
        y += high + gap_y
    top = height - paper.margin - ruler.HEIGHT
    room = top - (paper.margin + (usable[1] + tall) / 2)
    length = min(MARK, min(gap_x, gap_y) / 2 - MARK_AWAY, room - 2 * MARK_AWAY)
    ink = [mark for place in places for mark in _marks(place, length)]
    return Sheet(width, height, places, ink + ruler.ink(paper.margin, top))


def _marks(place: Place, length: float) -> list[tuple[float, float, float, float]]:
    """Two short lines at each corner, outside the picture, in line with its edges."""
    marks = []
    for x in (place.x, place.x + place.width):
        marks.append((x - STROKE / 2, place.y - MARK_AWAY - length, STROKE, length))
        marks.append((x - STROKE / 2, place.y + place.height + MARK_AWAY, STROKE, length))
    for y in (place.y, place.y + place.height):
        marks.append((place.x - MARK_AWAY - length, y - STROKE / 2, length, STROKE))
        marks.append((place.x + place.width + MARK_AWAY, y - STROKE / 2, length, STROKE))
    return marks
