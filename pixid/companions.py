"""Other pictures a form asks for beside the photo: a signature, a thumb print, a written declaration.

No face is looked for: the largest middle part of the wanted shape is cut and brought to the wanted pixels and KB.
"""

from collections import namedtuple

from pixid.document import Document
from pixid.file_making import encode_within
from pixid.rule_values import Digital
from pixid.sizes import FILE_DPI, file_bytes

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from pixid.engine import EncodedFile, Engine

LARGEST = 1200
"""Long side of a picture for which no pixels are stated; ours: enough for ink on paper, and soon sent."""


class Part(namedtuple("Part", "what width height least most note")):
    """A companion picture: px (0 where none are stated), least and greatest KB (None: no ceiling)."""

    __slots__ = ()
    what: str
    width: int
    height: int
    least: float
    most: float | None
    note: str


class PartMade(namedtuple("PartMade", "file width height operations matrix quality chroma")):
    """The finished file of a part."""

    __slots__ = ()
    file: "EncodedFile"
    width: int
    height: int
    operations: list[str]
    matrix: list[float]
    quality: int
    chroma: str


def parts(document: Document) -> list[Part]:
    """The companions a document's form asks for."""
    return [_part(entry) for entry in document.data.get("companions") or []]


def part(document: Document, what: str) -> Part:
    """The one called `what`. Raises KeyError."""
    return {one.what: one for one in parts(document)}[what]


async def make_part(engine: "Engine", source: object, wanted: Part) -> PartMade:
    """Open a picture of ink on paper and write it as the form asks. Raises PhotoError."""
    picture = await engine.open(source)
    try:
        width, height = wanted.width, wanted.height
        if not width:
            scale = min(1.0, LARGEST / max(picture.width, picture.height))
            width, height = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
        # Whole px of the photo, so that a cut is a cut and nothing is read between pixels.
        cut_width = min(picture.width, max(1, round(picture.height * width / height)))
        cut_height = min(picture.height, max(1, round(picture.width * height / width)))
        left, top = (picture.width - cut_width) // 2, (picture.height - cut_height) // 2
        across, down = width / cut_width, height / cut_height
        matrix = [across, 0.0, -across * left, 0.0, down, -down * top]
        raster = await engine.compose(picture, matrix, width, height)
    finally:
        await engine.drop(picture.handle)
    digital = Digital(None, None, None, None, None, wanted.least, wanted.most, ["jpeg"], None, None)
    least, most = file_bytes(digital)
    try:
        encoded = await encode_within(engine, raster, FILE_DPI, least, most)
    finally:
        await engine.drop(raster)
    done = [] if (cut_width, cut_height) == (picture.width, picture.height) else ["crop"]
    if height > cut_height:
        done.append("enlarge")
    elif (width, height) != (cut_width, cut_height):
        done.append("resize")
    if encoded.padded:
        done.append("pad")
    done.append("strip-metadata")
    return PartMade(encoded.file, width, height, done, matrix, encoded.quality, encoded.chroma)


def _part(entry: dict) -> Part:  # type: ignore[type-arg]
    px, kb = entry.get("px") or (0, 0), entry.get("kb") or (0, None)
    return Part(entry["what"], px[0], px[1], kb[0], kb[1], entry.get("note", ""))
