"""The exact file: with an engine whose files have a known size for every quality. Also run on MicroPython."""

from pixid import jpeg
from pixid.drive import finish
from pixid.file_making import encode_within
from tests.pixid.fake_engine import FakeEngine

PER_QUALITY = {"444": 1000, "420": 700}


def by_quality(quality, chroma, pixels):
    """1000 bytes for each step of quality, 700 without full chroma."""
    return PER_QUALITY[chroma] * quality


def made(least=0, most=None, bytes_at=by_quality, dpi=300):
    """(Encoded, the engine it was made with, the bytes of the file)."""
    engine = FakeEngine(100, 100, {}, bytes_at=bytes_at)
    engine.rasters[77] = (413, 531)
    encoded = finish(encode_within(engine, 77, dpi, least, most))
    return encoded, engine, engine.files[encoded.file.handle]


def tried(engine):
    return [given for method, given in engine.calls if method == "encode"]


def overhead():
    """What our own head adds to (or takes from) a file of the engine."""
    encoded, _, _ = made()
    return encoded.file.size - 95000


def test_without_a_ceiling_the_best_quality_is_taken_at_once():
    encoded, engine, _ = made()
    assert (encoded.quality, encoded.chroma, encoded.padded) == (95, "444", False)
    assert tried(engine) == [(95, "444")]


def test_the_highest_quality_that_fits_is_found():
    """For every ceiling: what fits fits, and one step more would not have fitted."""
    extra = overhead()
    for most in range(6900, 96000, 1234):
        encoded, _, data = made(most=most)
        full = [q for q in range(80, 96) if 1000 * q + extra <= most]
        half = [q for q in range(10, 95) if 700 * q + extra <= most]
        wanted = (max(full), "444") if full else (max(half), "420") if half else (10, "420")
        assert (encoded.quality, encoded.chroma) == wanted, most
        assert encoded.file.size == len(data)
        assert len(data) <= most or not (full or half)


def test_full_chroma_is_kept_down_to_80_and_no_further():
    extra = overhead()
    at_80, _, _ = made(most=80000 + extra)
    under_80, _, _ = made(most=80000 + extra - 1)
    assert (at_80.quality, at_80.chroma) == (80, "444")
    assert (under_80.quality, under_80.chroma) == (94, "420")


def test_where_nothing_fits_the_smallest_is_given():
    encoded, _, data = made(most=50)
    assert (encoded.quality, encoded.chroma) == (10, "420")
    assert len(data) > 50


def test_few_tries():
    for most in (6000, 30000, 79999, 90000):
        _, engine, _ = made(most=most)
        assert len(tried(engine)) <= 1 + 4 + 7 + 1


def test_a_floor_is_reached_by_labelled_padding():
    for least in (95000, 95500, 120000, 200000):
        encoded, _, data = made(least=least)
        assert least <= len(data) == encoded.file.size < least + 200, least
        assert encoded.padded == (least > 95000 + overhead())
        assert (b"PixID: padding" in data) == encoded.padded


def test_a_window_is_met_on_both_sides():
    encoded, _, data = made(least=100000, most=110000)
    assert 100000 <= len(data) <= 110000 and encoded.padded
    encoded, _, data = made(least=30000, most=40000)
    assert 30000 <= len(data) <= 40000 and not encoded.padded


def test_the_file_says_its_density_and_nothing_else():
    _, _, data = made(most=60000, dpi=600)
    header = jpeg.parse(data)
    assert header.dpi == 600 and (header.width, header.height) == (413, 531)
    assert not header.has_exif and not header.has_icc


def test_nothing_is_left_behind_but_the_file_and_the_raster():
    for least, most in ((0, None), (0, 90000), (0, 60000), (0, 50), (200000, None), (100000, 110000)):
        encoded, engine, _ = made(least, most)
        assert sorted(engine.files) == [encoded.file.handle], (least, most)
        assert sorted(engine.rasters) == [77]


class Broken(FakeEngine):
    async def splice(self, file, head, skip):
        raise ValueError("no memory")


def test_an_engine_that_breaks_keeps_nothing_either():
    engine = Broken(100, 100, {})
    engine.rasters[77] = (413, 531)
    try:
        finish(encode_within(engine, 77, 300, 0, None))
    except ValueError:
        assert not engine.files
        return
    raise AssertionError("the error was swallowed")
