"""Prints: each picture in its print size, several of them on one sheet of paper, as PDF or as a picture for a lab.

They may be of several people and for several documents: every picture keeps the rules and the size of its own.

picture = await printed(engine, report)
sheet = await make_sheet(engine, paper("10x15"), [Order(picture, None)], "pdf")
"""

from collections import namedtuple

from pixid import ages, edits, pdf
from pixid.backdrop_choice import colours
from pixid.document import Document
from pixid.drive import at_ease
from pixid.file_making import encode_within
from pixid.making import Made, edited, make
from pixid.sheet import Paper, Piece, Sheet, laying_out, too_large
from pixid.sizes import MM_PER_INCH

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from pixid.engine import Base64, EncodedFile, Engine

KINDS = ("pdf", "jpeg", "png")
SAME_SHAPE = 0.005
"""Difference of two shapes that nobody sees: whole pixels make as much."""
PICTURE_DPI = (600, 300)
"""Density of a sheet that is a picture: the first for which no photo has to be enlarged; labs print at 300."""


class Order(namedtuple("Order", "picture copies")):
    """One picture on a sheet; `copies` None: as many as there is room for."""

    __slots__ = ()
    picture: Made
    copies: int | None


class Printed(namedtuple("Printed", "file kind paper sheets dpi")):
    """A file with print sheets; `dpi` 0 for a PDF, which is exact whatever prints it."""

    __slots__ = ()
    file: "EncodedFile"
    kind: str
    paper: Paper
    sheets: list[Sheet]
    dpi: int

    @property
    def copies(self) -> int:
        """Prints on all sheets together."""
        return sum([len(sheet.places) for sheet in self.sheets])

    @property
    def sizes(self) -> list[tuple[float, float, int]]:
        """(width mm, height mm, prints) of each size that is on the sheets, in the order of their places."""
        found: list[tuple[float, float, int]] = []
        for place in [place for sheet in self.sheets for place in sheet.places]:
            same = [k for k, (width, height, _) in enumerate(found) if (width, height) == (place.width, place.height)]
            if same:
                found[same[0]] = (place.width, place.height, found[same[0]][2] + 1)
            else:
                found.append((place.width, place.height, 1))
        return found


def can_print(document: Document) -> bool:
    """Is there a print of a known size, which the authority takes?"""
    return document.print is not None and document.self_made.status != "not_accepted"


async def printed(engine: "Engine", made: Made, by_hand: bool = False) -> Made:
    """The picture as the document's print asks: the file itself where it was made for paper, else one of its own.

    Files for portals are small and shaped for screens; paper takes all pixels the photo has. What was changed in the
    file is changed here too. `by_hand`: somebody moved the frame; it is the print's too where its shape
    is the print's.
    """
    from pixid.pipeline import judging  # which imports making, as we do

    document = made.report.document
    if made.file is not None and document.digital is None and made.format == "jpeg":
        return made
    paper, frame = document.as_print(), made.report.frame
    kept = by_hand and not frame.whole and abs(frame.width / frame.height / paper.aspect - 1) < SAME_SHAPE
    report = await at_ease(engine, judging(made.report.evidence, paper, False, frame if kept else None))
    return await make(engine, report, made.tone, "", made.backdrop, made.strokes)


async def printed_for(engine: "Engine", made: Made, document: Document) -> Made:
    """The photo of `made` as a print for another document, by that document's own rules: its frame, and of the changes
    of light and background those that it does not forbid; a colour that it does not ask for is no background there.

    Raises ValueError where the document has no print that can be made (`can_print`).
    """
    from pixid.pipeline import judging

    if not can_print(document):
        raise ValueError(document.id + " has no print")
    asked = ages.like(document, ages.under(made.report.document)).as_print()
    tone = made.tone if edits.switch(asked, "light").offered else None
    painted = edits.switch(asked, "background").offered and made.backdrop in colours(asked)
    report = await at_ease(engine, judging(made.report.evidence, asked))
    return await make(engine, report, tone, "", made.backdrop if painted else None, made.strokes if painted else ())


def unfit(paper: Paper, orders: list[Order]) -> list[Order]:
    """Those whose print is larger than the paper."""
    return [orders[k] for k in too_large(paper, [_piece(order) for order in orders])]


async def make_sheet(engine: "Engine", paper: Paper, orders: list[Order], kind: str) -> Printed:
    """The sheets of `orders` as one file. Raises ValueError where a picture does not fit the paper, or where a picture
    of sheets (JPEG, PNG), which shows one only, would need more than one."""
    sheets = await at_ease(engine, laying_out(paper, [_piece(order) for order in orders]))
    if kind == "pdf":
        images = [pdf.Image(_file(order), order.picture.width, order.picture.height) for order in orders]
        await engine.rest()
        parts: list[bytes | EncodedFile | Base64] = list(pdf.parts(sheets, images))
        await engine.rest()
        return Printed(await engine.join(parts, "pdf"), kind, paper, sheets, 0)
    if len(sheets) > 1:
        raise ValueError("more than one sheet")
    dpi = _dpi(orders)
    raster = await _raster(engine, sheets[0], orders, dpi)
    try:
        encoded = await encode_within(engine, raster, dpi, 0, None, kind)
    finally:
        await engine.drop(raster)
    return Printed(encoded.file, kind, paper, sheets, dpi)


async def _raster(engine: "Engine", sheet: Sheet, orders: list[Order], dpi: int) -> int:
    """The sheet in pixels, each photo resampled once, straight from its own."""
    rasters = []
    try:
        for order in orders:
            made, piece = order.picture, _piece(order)
            width, height = px(piece.width, dpi), px(piece.height, dpi)
            matrix = made.report.frame.matrix(width, height)
            raster = await engine.compose(made.report.evidence.picture, matrix, width, height)
            if made.tone is not None or made.backdrop is not None:
                plain = raster
                raster = await edited(engine, made.report, plain, matrix, made.tone, made.backdrop, made.strokes)
                await engine.drop(plain)
            rasters.append(raster)
        laid = [(rasters[place.piece], px(place.x, dpi), px(place.y, dpi)) for place in sheet.places]
        ink = [(px(x, dpi), px(y, dpi), max(1, px(w, dpi)), max(1, px(h, dpi))) for x, y, w, h in sheet.ink]
        return await engine.lay(laid, ink, px(sheet.width, dpi), px(sheet.height, dpi))
    finally:
        for raster in rasters:
            await engine.drop(raster)


def px(mm: float, dpi: float) -> int:
    """The nearest whole pixel."""
    return round(mm * dpi / MM_PER_INCH)


def _dpi(orders: list[Order]) -> int:
    for dpi in PICTURE_DPI:
        if not [o for o in orders if px(_piece(o).height, dpi) > o.picture.report.frame.height]:
            return dpi
    return PICTURE_DPI[-1]


def _piece(order: Order) -> Piece:
    size = order.picture.report.document.print
    assert size is not None  # can_print
    return Piece(size.width_mm, size.height_mm, order.copies)


def _file(order: Order) -> "EncodedFile":
    assert order.picture.file is not None  # a print is always framed, and has a size
    return order.picture.file
