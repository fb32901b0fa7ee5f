"""Sheets as a printer sees them: rendered at 600 dpi and measured, to a tenth of a millimetre."""

import io

import numpy as np
import pypdfium2
import pytest
from numpy.typing import NDArray
from PIL import Image

from pixid import drive, pdf
from pixid import sheet as layout
from pixid.engine import Base64, EncodedFile
from pixid.ruler import LENGTH
from pixid.sheet import Piece, Sheet, lay_out, paper
from pixid_native.engine import NativeEngine
from tests.pixid_native.tiny_graphs import write

DPI = 600
PER_MM = DPI / 25.4
TENTH = 0.1
COLOUR = (200, 40, 40)
"""Of the pictures: neither paper nor ink."""


@pytest.fixture
def engine(tmp_path_factory: pytest.TempPathFactory) -> NativeEngine:
    return NativeEngine(write(tmp_path_factory.mktemp("graphs")))


def rendered(engine: NativeEngine, sheets: list[Sheet], size: tuple[int, int]) -> list[NDArray[np.uint8]]:
    """Every page of a PDF with one plain picture, as pixels at 600 dpi."""
    file = io.BytesIO()
    Image.new("RGB", size, COLOUR).save(file, "JPEG", quality=95, subsampling=0)
    joined = drive.finish(engine.join([file.getvalue()], "jpeg"))
    parts: list[bytes | EncodedFile | Base64] = list(pdf.parts(sheets, [pdf.Image(joined, *size)]))
    document = pypdfium2.PdfDocument(engine.contents(drive.finish(engine.join(parts, "pdf")).handle))
    assert len(document) == len(sheets)
    for page, sheet in zip(document, sheets, strict=True):
        assert page.get_size() == pytest.approx((sheet.width * 72 / 25.4, sheet.height * 72 / 25.4), abs=0.001)
    return [np.asarray(page.render(scale=DPI / 72).to_pil().convert("RGB")) for page in document]


def boxes(pixels: NDArray[np.uint8]) -> list[tuple[float, float, float, float]]:
    """Left, top, width, height in mm of every picture, found by its colour; they do not touch."""
    import cv2

    red = ((pixels[..., 0] > 150) & (pixels[..., 1] < 150)).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(red)
    found = [tuple(float(side) / PER_MM for side in stats[k][:4]) for k in range(1, count)]
    return sorted((a, b, c, d) for a, b, c, d in found if c > 5 and d > 5)


@pytest.mark.parametrize("id", [entry[0] for entry in layout.PAPERS])
@pytest.mark.parametrize(("width", "height"), [(35.0, 45.0), (50.8, 50.8)])
def test_prints_measure_right(engine: NativeEngine, id: str, width: float, height: float) -> None:
    sheets = lay_out(paper(id), [Piece(width, height, None)])
    (pixels,) = rendered(engine, sheets, (827, 1063) if width == 35 else (1200, 1200))
    assert pixels.shape[1] / PER_MM == pytest.approx(sheets[0].width, abs=TENTH)
    found = boxes(pixels)
    wanted = sorted((place.x, place.y, place.width, place.height) for place in sheets[0].places)
    assert len(found) == len(wanted)
    for box, place in zip(found, wanted, strict=True):
        assert box == pytest.approx(place, abs=TENTH)


def test_the_ruler_measures_five_centimetres(engine: NativeEngine) -> None:
    sheets = lay_out(paper("10x15"), [Piece(35.0, 45.0, None)])
    (pixels,) = rendered(engine, sheets, (827, 1063))
    dark = pixels.max(axis=2) < 100
    row = dark[round((100 - 3 - 0.06) * PER_MM)]  # the line along the ruler's foot
    columns = np.flatnonzero(row)
    run = columns[np.r_[True, np.diff(columns) == 1].cumprod().astype(bool)]
    assert (run[-1] - run[0] + 1) / PER_MM == pytest.approx(LENGTH, abs=0.2)  # with the width of its end lines
    ticks = dark[round((100 - 3 - 1.4) * PER_MM), : run[-1] + 2]  # where only the lines of whole centimetres reach
    rises = np.flatnonzero(np.diff(ticks.astype(int)) == 1) / PER_MM
    assert np.diff(rises) == pytest.approx(np.full(5, 10.0), abs=TENTH)


def test_marks_lie_outside_the_pictures(engine: NativeEngine) -> None:
    """Not one dark pixel inside a picture: the nearest ink is a line's half width away."""
    sheets = lay_out(paper("10x15"), [Piece(35.0, 45.0, None)])
    (pixels,) = rendered(engine, sheets, (827, 1063))
    for place in sheets[0].places:
        left, top = round((place.x + TENTH) * PER_MM), round((place.y + TENTH) * PER_MM)
        right, bottom = (
            round((place.x + place.width - TENTH) * PER_MM),
            round((place.y + place.height - TENTH) * PER_MM),
        )
        assert (pixels[top:bottom, left:right].max(axis=2) > 150).all()
        around = pixels[top - 30 : bottom + 30, left - 30 : right + 30]
        assert (around.max(axis=2) < 100).sum() > 40, "there are marks around it"


def test_several_sheets(engine: NativeEngine) -> None:
    sheets = lay_out(paper("10x15"), [Piece(35.0, 45.0, 11)])
    assert [len(boxes(pixels)) for pixels in rendered(engine, sheets, (413, 531))] == [8, 3]


def test_a_sheet_of_pixels_is_laid_exactly(engine: NativeEngine) -> None:
    raster = drive.finish(engine.lay([], [(0, 0, 20, 30)], 20, 30))
    laid = drive.finish(engine.lay([(raster, 5, 7), (raster, 40, 7)], [(0, 99, 60, 1)], 60, 100))
    file = drive.finish(engine.encode_png(laid))
    pixels = np.asarray(Image.open(io.BytesIO(engine.contents(file.handle))))
    wanted = np.full((100, 60, 3), 255, np.uint8)
    wanted[7:37, 5:25] = wanted[7:37, 40:60] = wanted[99] = 0
    assert (pixels == wanted).all()
