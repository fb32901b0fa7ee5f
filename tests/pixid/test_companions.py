"""Signatures and thumb prints: the exact pixels, the KB window, the record."""

from pixid.companions import make_part, part, parts
from pixid.document import from_data
from pixid.drive import finish
from tests.pixid import rules
from tests.pixid.fake_engine import FakeEngine

SIGNATURE = {"what": "signature", "px": [140, 60], "kb": [10, 20], "note": "Black ink.", "source": 0}
FORM = from_data(rules.data("xx-form", companions=[SIGNATURE, {"what": "thumbprint", "kb": [0, 50], "source": 0}]))


def made(what, width, height, bytes_at=None):
    engine = FakeEngine(width, height, {}, bytes_at=bytes_at)
    return finish(make_part(engine, "ink.jpg", part(FORM, what))), engine


def test_what_the_form_asks_for():
    assert [one.what for one in parts(FORM)] == ["signature", "thumbprint"]
    assert parts(from_data(rules.data("xx-plain"))) == []
    try:
        part(FORM, "photo")
    except KeyError:
        return
    raise AssertionError("a part nobody asks for")


def test_exact_pixels_from_the_middle():
    done, _ = made("signature", 3000, 2000)
    assert (done.width, done.height) == (140, 60)
    assert done.operations == ["crop", "resize", "pad", "strip-metadata"]
    a, b, c, d, e, f = done.matrix
    assert b == d == 0 and abs(a - e) < 1e-3
    # the middle of the photo is the middle of the picture
    assert abs(a * 1500 + c - 70) < 0.1 and abs(e * 1000 + f - 30) < 0.1
    assert 10 * 1024 <= done.file.size <= 20 * 1024


def test_inside_the_ceiling():
    done, _ = made("signature", 3000, 2000, lambda quality, chroma, pixels: 400 * quality)
    assert done.quality < 95 and done.file.size <= 20 * 1024


def test_without_pixels_the_shape_is_the_pictures():
    done, _ = made("thumbprint", 2400, 1600)
    assert (done.width, done.height) == (1200, 800)
    assert "crop" not in done.operations


def test_enlarging_is_said():
    done, _ = made("signature", 70, 30)
    assert "enlarge" in done.operations
