"""The file: cut, resampled and written as the document asks, with a record of everything that was done.

"Untouched pixels" is the default: cutting, turning and resampling, nothing else.
"""

from collections import namedtuple

from pixid import edits, face, matte
from pixid.backdrop_choice import Backdrop
from pixid.document import Document
from pixid.file_making import encode_within
from pixid.tone import Tone

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from pixid.engine import EncodedFile, Engine, Picture
    from pixid.strokes import Stroke
    from pixid.verdict import Report

NO_CHANGE = Tone(0.0, 1.0, 1.0)
IDENTITY = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
WHOLE_DPI = 300
"""Density of a whole picture that had to be written anew; no portal that refuses cropped photos reads it."""
UPLOADED = ("jpeg", "png")
"""What a portal takes that names no format: phones' HEIC is the one it may not know."""


class Made(
    namedtuple(
        "Made", "report file why_not operations matrix width height dpi quality chroma format tone backdrop strokes"
    )
):
    """A finished file. Where none is made `file` is None, `operations` is empty and `why_not` says why:
    "self-made-refused", "crop-forbidden", "as-is" or "no-size" (`wording.no_file` has the sentence). `format`: "jpeg"
    or "png"; `tone`: the change of light that was asked for, None for none; `backdrop`: the colour the
    background was replaced by, None where it stays as photographed; `strokes`: of a hand, that corrected the outline of
    the person then; `quality` 0 and `chroma` "" for a PNG."""

    __slots__ = ()
    report: "Report"
    file: "EncodedFile | None"
    why_not: str
    operations: list[str]
    matrix: list[float]
    width: int
    height: int
    dpi: int
    quality: int
    chroma: str
    format: str
    tone: "Tone | None"
    backdrop: "Backdrop | None"
    strokes: "tuple[Stroke, ...]"


async def make(
    engine: "Engine",
    report: "Report",
    tone: "Tone | None" = None,
    format: str = "",
    backdrop: "Backdrop | None" = None,
    strokes: "tuple[Stroke, ...]" = (),
) -> Made:
    """Cut, resample and write the file a document asks for, whatever the verdict: it is the visitor's own photo.

    No file is made where the authority takes no photo of one's own, where the photo is judged as it stands or where no
    size is stated, nor where cropping is forbidden (the original is what is sent) unless the portal could not take it:
    then the whole picture is written anew.
    A photo with too few pixels is enlarged to the least size, and `operations` says so. `format` "png" or "jpeg" is
    the visitor's choice, the document's where empty. `strokes` count where the background is replaced.

    Raises ValueError for a `tone` or a `backdrop` that the document forbids or a `format` that it does not take.
    """
    document, frame = report.document, report.frame
    format = chosen_format(document, format)
    if tone is not None:
        edits.insist(document, "light")
    if backdrop is not None:
        edits.insist(document, "background")
    if document.self_made.status == "not_accepted":
        return _none(report, "self-made-refused")
    if not frame.whole:
        if not document.has_size:
            return _none(report, "no-size")
        width, height, dpi = document.output_size(frame.height)
        matrix = frame.matrix(width, height)
        done = ["crop"]
        if frame.turn:
            done.append("turn")
        if height > round(frame.height):
            done.append("enlarge")
        elif (width, height) != (round(frame.width), round(frame.height)):
            done.append("resize")
        return await _written(engine, report, done, matrix, (width, height, dpi), format, tone, backdrop, strokes)
    if report.as_is:
        return _none(report, "as-is")
    why = cannot_be_sent(document, report.evidence.picture)
    if not why:
        return _none(report, "crop-forbidden")
    picture = report.evidence.picture
    size = (picture.width, picture.height, WHOLE_DPI)
    return await _written(engine, report, [why], list(IDENTITY), size, format, None, None, ())


def formats(document: Document) -> tuple[str, ...]:
    """What a visitor may choose between: more than one only where a portal says that it takes them."""
    taken = document.digital.formats if document.digital is not None else []
    return tuple([format for format in UPLOADED if format in taken]) or ("jpeg",)


def chosen_format(document: Document, format: str = "") -> str:
    """The format to write: JPEG unless the portal takes PNG only or the visitor chose it. Raises ValueError where the
    document does not take `format`."""
    taken = document.digital.formats if document.digital is not None else []
    if not format:
        return "png" if taken and "jpeg" not in taken and "png" in taken else "jpeg"
    if format not in UPLOADED or (taken and format not in taken):
        raise ValueError(document.id + " does not take " + format)
    return format


def cannot_be_sent(document: Document, picture: "Picture") -> str:
    """Why the portal cannot take this very file: "convert" (its format), "recompress" (its KB), or "" where it can."""
    taken = (document.digital.formats if document.digital is not None else []) or list(UPLOADED)
    if picture.format not in taken:
        return "convert"
    most = document.digital.file_kb_max if document.digital is not None else None
    return "recompress" if most and picture.size > most * 1024 else ""


async def _written(
    engine: "Engine",
    report: "Report",
    done: list[str],
    matrix: list[float],
    size: tuple[int, int, int],
    format: str,
    tone: "Tone | None",
    backdrop: "Backdrop | None",
    strokes: "tuple[Stroke, ...]",
) -> Made:
    """Resample, change what was asked for, encode within the KB window."""
    width, height, dpi = size
    raster = await engine.compose(report.evidence.picture, matrix, width, height)
    try:
        if backdrop is not None or tone is not None:
            if backdrop is not None:
                done += ["background", "outline"] if strokes else ["background"]
            if tone is not None:
                done.append("light")
            plain, raster = raster, await edited(engine, report, raster, matrix, tone, backdrop, strokes)
            await engine.drop(plain)
        least, most = report.document.file_bytes()
        encoded = await encode_within(engine, raster, dpi, least, most, format)
    finally:
        await engine.drop(raster)
    if encoded.padded:
        done.append("pad")
    done.append("strip-metadata")
    return Made(
        report, encoded.file, "", done, matrix, width, height, dpi, encoded.quality, encoded.chroma, format, tone,
        backdrop, () if backdrop is None else strokes,
    )  # fmt: skip


async def edited(
    engine: "Engine",
    report: "Report",
    raster: int,
    matrix: list[float],
    tone: "Tone | None",
    backdrop: "Backdrop | None",
    strokes: "tuple[Stroke, ...]" = (),
) -> int:
    """A new raster in another light, before another background, or both. `strokes` correct the person's outline."""
    tables = (tone or NO_CHANGE).tables()
    if backdrop is None:
        return await engine.tone(raster, tables)
    evidence = report.evidence
    head = face.axis_of(evidence.measured)
    await matte.take(engine, evidence.picture, head, evidence.measures, report.frame, strokes)
    return await engine.backdrop(raster, evidence.picture, matrix, list(backdrop), tables)


def _none(report: "Report", why: str) -> Made:
    return Made(report, None, why, [], list(IDENTITY), 0, 0, 0, 0, "", "", None, None, ())
