"""Nothing is painted: every pixel of a made file is the photo's own, found again through the matrix it reports."""

import io
from typing import Any

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

import pixid_native
from pixid import drive, edits, pipeline
from pixid.making import Made
from pixid.tone import tone
from pixid_native import rulebook
from pixid_native.engine import NativeEngine
from tests.oracle.picture import astronaut
from tests.pixid_native.pictures import encoded

FORBIDDING = ("schengen-visa", "us-dv-lottery", "gb-passport-print")
LEVEL = 3.2
"""Degrees by which the portrait has to be turned to stand upright."""
SUPPORT = 4
"""Places along each side of an output pixel at which the photo is read to average it."""

Pixels = NDArray[np.uint8]


def photo(turn: float = 0.0) -> Image.Image:
    """A portrait of 2 megapixels, turned on request, with a grain that no resampling could invent."""
    image = Image.fromarray(astronaut()).resize((1536, 1536), Image.Resampling.LANCZOS)
    grain = np.random.default_rng(4).normal(0, 4, (1536, 1536, 1))
    pixels = np.clip(np.asarray(image, np.float64) + grain, 0, 255).astype(np.uint8)
    if turn:
        matrix = cv2.getRotationMatrix2D((768, 768), turn, 1)
        turned = cv2.warpAffine(pixels, matrix, (1536, 1536), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        pixels = turned.astype(np.uint8)
    return Image.fromarray(pixels)


def mapped(pixels: Pixels, made: Made) -> NDArray[np.float64]:
    """The output by an independent path: each of its pixels read SUPPORT x SUPPORT times in the photo, averaged."""
    a, b, c, d, e, f = made.matrix
    forward = np.array([[a, b, c], [d, e, f], [0, 0, 1]])
    inverse = np.linalg.inv(forward)
    steps = (np.arange(made.width * SUPPORT) + 0.5) / SUPPORT, (np.arange(made.height * SUPPORT) + 0.5) / SUPPORT
    x, y = np.meshgrid(*steps)
    across = inverse[0, 0] * x + inverse[0, 1] * y + inverse[0, 2] - 0.5
    down = inverse[1, 0] * x + inverse[1, 1] * y + inverse[1, 2] - 0.5
    read = cv2.remap(
        pixels, across.astype(np.float32), down.astype(np.float32), cv2.INTER_LINEAR, None, cv2.BORDER_REPLICATE
    )
    cells = read.reshape(made.height, SUPPORT, made.width, SUPPORT, 3)
    averaged: NDArray[np.float64] = cells.mean(axis=(1, 3))
    return averaged


def likeness(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """PSNR of the two after both are smoothed over 3 x 3, dB: compression and the filter hardly count."""
    difference = cv2.blur(first, (3, 3)) - cv2.blur(second, (3, 3))
    return float(10 * np.log10(255**2 / (difference**2).mean()))


def decoded(file: bytes | None) -> NDArray[np.float64]:
    assert file is not None
    return np.asarray(Image.open(io.BytesIO(file)).convert("RGB"), np.float64)


@pytest.mark.parametrize("turn", [LEVEL, 7.0])
@pytest.mark.parametrize("document", FORBIDDING)
def test_every_pixel_is_the_photos_own(document: str, turn: float) -> None:
    assert not edits.switch(rulebook.document(document), "background").offered
    image = photo(turn)
    made, file = pixid_native.make(encoded(image, "PNG"), document)
    assert set(made.operations) <= {"crop", "turn", "resize", "enlarge", "pad", "strip-metadata"}
    assert ("turn" in made.operations) == (turn != LEVEL)
    pixels = decoded(file)
    assert pixels.shape == (made.height, made.width, 3)
    alike = likeness(pixels, mapped(np.asarray(image), made))
    print(f"{document} {turn}: {alike:.1f} dB")
    # A file under 300 KB is compressed harder; its smoothed picture still follows.
    assert alike > (38 if made.quality >= 80 else 34)
    # Nowhere is a patch of it something else: a replaced wall or a smoothed cheek would differ in whole blocks.
    blocks = cv2.blur(pixels - mapped(np.asarray(image), made), (15, 15))
    assert np.abs(blocks[8:-8, 8:-8]).max() < 6


def test_the_comparison_sees_what_an_editor_does() -> None:
    """The same measure on a file whose wall was whitened, and on one that was brightened: both are caught."""
    image = photo()
    made, file = pixid_native.make(encoded(image, "PNG"), "schengen-visa")
    pixels, wanted = decoded(file), mapped(np.asarray(image), made)
    whitened = pixels.copy()
    whitened[:60, :60] += 12
    assert np.abs(cv2.blur(whitened - wanted, (15, 15))[8:-8, 8:-8]).max() > 6
    assert likeness(np.clip(pixels * 1.06, 0, 255), wanted) < 34


def test_light_moves_no_landmark() -> None:
    """The same face before and after, in a document that has not said: what surrounds each landmark stays where it is
    to less than 0.1 px. (Networks see light too, so their own points are no measure of that.)"""
    document = rulebook.document("in-neet")
    assert edits.switch(document, "light").offered
    engine = NativeEngine()
    evidence = drive.finish(pipeline.examine(engine, encoded(photo(), "PNG")))
    picture = evidence.picture
    mesh = drive.finish(engine.run("mesh", picture, {"roi": pipeline.roi(evidence.faces[0])}))["points"]
    points = [(mesh[3 * k], mesh[3 * k + 1]) for k in (33, 133, 263, 362, 1, 61, 291, 152, 468, 473)]
    raster = drive.finish(engine.compose(picture, [1, 0, 0, 0, 1, 0], picture.width, picture.height))
    first = pixels_of(engine, raster)
    for stops, warmth in ((0.5, 0.0), (-0.5, 0.0), (0.3, 1.0), (1.0, -1.0)):
        second = pixels_of(engine, drive.finish(engine.tone(raster, tone(stops, warmth).tables())))
        # No spatial operator: equal levels stay equal, everywhere.
        for channel in range(3):
            for level in (30, 90, 200):
                assert len(set(second[..., channel][first[..., channel] == level].tolist())) <= 1
        most = max(moved(first, second, point) for point in points)
        print(f"{stops:+} stops, warmth {warmth:+}: landmarks move by {most:.4f} px at most")
        assert most < 0.1


def pixels_of(engine: NativeEngine, raster: int) -> Pixels:
    data = engine.contents(drive.finish(engine.encode_png(raster)).handle)
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def moved(first: Pixels, second: Pixels, point: tuple[float, float]) -> float:
    """How far the surroundings of `point` lie apart in two pictures, px: by enhanced correlation of the green levels'
    ranks, which a monotone curve leaves as they are."""
    x, y = round(point[0]), round(point[1])
    before, after = (cv2.equalizeHist(pixels[y - 32 : y + 32, x - 32 : x + 32, 1].copy()) for pixels in (first, second))
    stop = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 60, 1e-6)
    start = np.eye(2, 3, dtype=np.float32)
    arguments: list[Any] = [before, after, start, cv2.MOTION_TRANSLATION, stop, None, 5]
    warp = cv2.findTransformECC(*arguments)[1]
    return float(np.hypot(warp[0, 2], warp[1, 2]))


def test_the_measure_of_movement_sees_a_tenth_of_a_pixel() -> None:
    """Moved by 0.15 px on purpose, the same measure says so."""
    first = np.asarray(photo())
    shift = np.array([[1, 0, 0.15], [0, 1, 0]], np.float32)
    second = cv2.warpAffine(first, shift, first.shape[1::-1], flags=cv2.INTER_CUBIC)
    assert moved(first, second.astype(np.uint8), (600.0, 400.0)) == pytest.approx(0.15, abs=0.06)


def test_light_in_the_file_and_in_the_record() -> None:
    document = rulebook.document("in-neet")
    engine = NativeEngine()
    report = drive.finish(pipeline.check(engine, encoded(photo(), "PNG"), document))
    plain = drive.finish(pipeline.make(engine, report))
    bright = drive.finish(pipeline.make(engine, report, tone(0.4)))
    assert "light" in bright.operations and "light" not in plain.operations
    assert plain.file is not None and bright.file is not None
    levels = [decoded(engine.contents(file.handle)) for file in (plain.file, bright.file)]
    assert np.median(levels[1] - levels[0]) > 5
    # One curve: the brighter picture is the plain one looked up, apart from what JPEG does to both.
    looked_up = np.array(tone(0.4).tables()[:256])[levels[0].round().astype(int)]
    assert likeness(looked_up.astype(np.float64), levels[1]) > 38
