"""The engine port under CPython, with graphs whose answers are known."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pixid.drive import finish
from pixid.engine import READ_LIMIT, EncodedFile, Picture
from pixid.errors import PhotoError
from pixid.jpeg import parse, rewrite_head
from pixid_native.data import MissingData
from pixid_native.engine import NativeEngine
from tests.pixid_native import pictures, tiny_graphs
from tests.pixid_native.pictures import encoded, scene


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_graphs.write(tmp_path_factory.mktemp("data"))


@pytest.fixture
def engine(folder: Path) -> NativeEngine:
    return NativeEngine(folder)


def opened(engine: NativeEngine, image: Image.Image | None = None) -> Picture:
    return finish(engine.open(encoded(image or scene(), "PNG")))


def test_open_from_bytes_and_from_a_path(engine: NativeEngine, tmp_path: Path) -> None:
    data = encoded(pictures.stored(scene(), 6), "PNG", exif=pictures.orientation_exif(6))
    path = tmp_path / "a photo.png"
    path.write_bytes(data)
    for source, name in ((data, ""), (path, "a photo.png"), (str(path), "a photo.png")):
        picture = finish(engine.open(source))
        assert (picture.width, picture.height) == (64, 48)
        assert (picture.working_width, picture.working_height) == (64, 48)
        assert (picture.format, picture.size, picture.name) == ("png", len(data), name)


def test_what_cannot_be_opened(engine: NativeEngine, tmp_path: Path) -> None:
    for source in (tmp_path / "nothing.jpg", tmp_path, "a\0b"):
        with pytest.raises(PhotoError) as caught:
            finish(engine.open(source))
        assert caught.value.id == "unreadable"
    with pytest.raises(TypeError):
        finish(engine.open(42))


def test_a_large_photo_gets_a_working_copy(engine: NativeEngine) -> None:
    picture = opened(engine, Image.new("RGB", (3201, 40)))
    assert (picture.working_width, picture.working_height) == (1600, 20)
    tall = opened(engine, Image.new("RGB", (33, 60_000)))
    assert (tall.working_width, tall.working_height) == (1, 1600)


def test_numbers_go_in_and_out_flat(engine: NativeEngine) -> None:
    found = finish(engine.run("squares", opened(engine), {"numbers": [1, 2, 3, -4.5]}))
    assert found == {"squares": [1.0, 4.0, 9.0, 20.25]}


def test_kept_outputs_stay_and_feed_the_next_graph(engine: NativeEngine) -> None:
    picture, other = opened(engine), opened(engine, Image.new("RGB", (3200, 1600), (7, 7, 7)))
    assert finish(engine.run("keep", picture, {})) == {"shape": [48.0, 64.0, 3.0]}
    assert finish(engine.run("use", picture, {})) == {"brightest": [255.0], "factors": [1.0, 1.0]}
    with pytest.raises(ValueError, match="mask"):
        finish(engine.run("use", other, {}))
    finish(engine.run("keep", other, {}))
    assert finish(engine.run("use", other, {})) == {"brightest": [7.0], "factors": [2.0, 2.0]}


def test_mistakes_of_the_caller(engine: NativeEngine) -> None:
    picture = opened(engine)
    with pytest.raises(ValueError, match="no-such-graph"):
        finish(engine.run("no-such-graph", picture, {}))
    with pytest.raises(ValueError, match="numbers"):
        finish(engine.run("squares", picture, {}))
    with pytest.raises(ValueError, match="handle"):
        finish(engine.run("squares", picture._replace(handle=99), {"numbers": [1, 2, 3, 4]}))


def test_a_graph_that_stops_is_told_as_such(engine: NativeEngine) -> None:
    with pytest.raises(PhotoError, match="broken") as caught:
        finish(engine.run("broken", opened(engine), {"numbers": [1, 2]}))
    assert caught.value.id == "engine"


def test_missing_data_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(MissingData, match=r"Run python3 build\.py first"):
        NativeEngine(tmp_path)
    folder = tiny_graphs.write(tmp_path)
    (folder / "graphs" / "squares.onnx").unlink()
    engine = NativeEngine(folder)
    with pytest.raises(MissingData, match=r"squares\.onnx"):
        finish(engine.run("squares", opened(engine), {"numbers": [1, 2, 3, 4]}))


def test_a_straight_frame_is_the_photos_own_pixels(engine: NativeEngine) -> None:
    raster = finish(engine.compose(opened(engine), [1, 0, -10, 0, 1, -5], 30, 20))
    file = finish(engine.encode(raster, 100, "444"))
    found = pictures.pixels(Image.open(io.BytesIO(engine.contents(file.handle))))
    expected = pictures.pixels(scene())[5:25, 10:40]
    assert found.shape == expected.shape
    assert np.abs(found - expected).max() <= 8  # a JPEG of quality 100
    with pytest.raises(ValueError, match="0 x 20"):
        finish(engine.compose(opened(engine), [1, 0, 0, 0, 1, 0], 0, 20))


@pytest.mark.parametrize(("chroma", "sampling"), [("444", 0x11), ("420", 0x22)])
def test_encoded_files_are_baseline_jpeg(engine: NativeEngine, chroma: str, sampling: int) -> None:
    raster = finish(engine.compose(opened(engine), [1, 0, 0, 0, 1, 0], 64, 48))
    small, large = (finish(engine.encode(raster, quality, chroma)) for quality in (30, 95))
    assert small.size < large.size == len(engine.contents(large.handle))
    data = engine.contents(large.handle)
    assert not parse(data).progressive
    frame = data.index(b"\xff\xc0")
    assert data[frame + 11] == sampling


@pytest.mark.parametrize(("quality", "chroma"), [(0, "444"), (101, "444"), (90, "422")])
def test_files_that_cannot_be_asked_for(engine: NativeEngine, quality: int, chroma: str) -> None:
    raster = finish(engine.compose(opened(engine), [1, 0, 0, 0, 1, 0], 64, 48))
    with pytest.raises(ValueError, match="no such JPEG"):
        finish(engine.encode(raster, quality, chroma))
    with pytest.raises(ValueError, match="no raster"):
        finish(engine.encode(raster + 1000, 90, "444"))


def test_a_spliced_file_has_the_same_picture(engine: NativeEngine) -> None:
    raster = finish(engine.compose(opened(engine), [1, 0, 0, 0, 1, 0], 64, 48))
    plain = finish(engine.encode(raster, 90, "444"))
    head, skip = rewrite_head(finish(engine.read(plain.handle, 0, 4096)), 600, 20_000)
    made = finish(engine.splice(plain, head, skip))
    assert made.size == len(head) + plain.size - skip
    old, new = (Image.open(io.BytesIO(engine.contents(file.handle))) for file in (plain, made))
    assert new.info["dpi"] == (600, 600)
    assert np.array_equal(pictures.pixels(old), pictures.pixels(new))


def test_reading_a_file_piece_by_piece(engine: NativeEngine) -> None:
    data = encoded(Image.effect_noise((400, 400), 50).convert("RGB"), "PNG")
    picture = finish(engine.open(data))
    assert finish(engine.read(picture.handle, 0, 8)) == data[:8]
    assert finish(engine.read(picture.handle, len(data) - 3, len(data) + 100)) == data[-3:]
    assert finish(engine.read(picture.handle, 5, 5 + READ_LIMIT)) == data[5 : 5 + READ_LIMIT]
    with pytest.raises(ValueError, match="most"):
        finish(engine.read(picture.handle, 0, READ_LIMIT + 1))


def test_dropped_things_are_gone(engine: NativeEngine) -> None:
    picture = opened(engine)
    raster = finish(engine.compose(picture, [1, 0, 0, 0, 1, 0], 64, 48))
    file = finish(engine.encode(raster, 90, "444"))
    for handle in (picture.handle, raster, file.handle, 12345):
        finish(engine.drop(handle))
    with pytest.raises(ValueError, match="no photo"):
        finish(engine.run("keep", picture, {}))
    with pytest.raises(ValueError, match="no raster"):
        finish(engine.encode(raster, 90, "444"))
    with pytest.raises(ValueError, match="no file"):
        finish(engine.splice(EncodedFile(file.handle, 1), b"", 0))


def test_clear_keeps_only_the_sessions(engine: NativeEngine) -> None:
    picture = opened(engine)
    engine.clear()
    with pytest.raises(ValueError, match="no file"):
        engine.contents(picture.handle)
    assert opened(engine).handle > picture.handle, "an old handle never means a new photo"
