"""The scripted engine keeps the port's promises, so that tests built on it mean something. Also run on MicroPython."""

from pixid import jpeg
from pixid.drive import finish
from pixid.engine import Engine
from pixid.errors import PhotoError
from tests.pixid.fake_engine import FakeEngine


def test_it_answers_all_of_the_port():
    for name in ("open", "read", "run", "compose", "encode", "splice", "drop"):
        assert getattr(FakeEngine, name) is not getattr(Engine, name), name


def test_answers_in_three_ways():
    script = {
        "one": {"x": [1.0]},
        "each": [{"x": [1.0]}, {"x": [2.0]}],
        "sum": lambda numbers: {"x": [sum(numbers["n"])]},
    }
    engine = FakeEngine(4000, 3000, script)
    picture = finish(engine.open("a.jpg"))
    assert (picture.working_width, picture.working_height) == (1600, 1200)
    for _ in range(2):
        assert finish(engine.run("one", picture, {})) == {"x": [1.0]}
    assert [finish(engine.run("each", picture, {}))["x"][0] for _ in range(2)] == [1.0, 2.0]
    assert finish(engine.run("sum", picture, {"n": [3.0, 4.0]})) == {"x": [7.0]}
    assert engine.asked("sum") == [{"n": [3.0, 4.0]}]


def test_two_things_together_come_one_after_the_other():
    engine, done = FakeEngine(40, 30, {}), []

    async def do(what, error=None):
        done.append(what)
        if error is not None:
            raise error
        return what

    assert finish(engine.together(do(1), do(2))) == (1, 2)
    try:
        finish(engine.together(do(3, PhotoError("no-face")), do(4)))
    except PhotoError as error:
        assert error.id == "no-face"
    assert done == [1, 2, 3]


def test_its_files_are_jpegs_of_the_size_asked_for():
    engine = FakeEngine(400, 300, {}, bytes_at=lambda quality, chroma, pixels: 200 * quality)
    picture = finish(engine.open("a.jpg"))
    assert finish(jpeg.inspect(engine, picture.handle)).width == 400
    raster = finish(engine.compose(picture, [1, 0, 0, 0, 1, 0], 60, 80))
    file = finish(engine.encode(raster, 90, "444"))
    assert file.size == 18000
    head, skip = jpeg.rewrite_head(finish(engine.read(file.handle, 0, 4096)), 300, 500)
    made = finish(engine.splice(file, head, skip))
    assert made.size == 18000 + len(head) - skip
    header = finish(jpeg.inspect(engine, made.handle))
    assert (header.width, header.height, header.dpi) == (60, 80, 300)


def test_scripted_errors():
    engine = FakeEngine(10, 10, {}, error=PhotoError("truncated"))
    try:
        finish(engine.open("a.jpg"))
    except PhotoError as error:
        assert error.id == "truncated"
        return
    raise AssertionError("the photo was opened")
