"""One curve and one balance: monotone, ends kept, nothing when nothing is asked."""

from pixid import tone as tones
from pixid.tone import MOST_EXPOSURE, Tone, table, tone


def test_nothing_asked_nothing_changed():
    assert tone(0.0).tables() == list(range(256)) * 3
    assert tone(0.0).is_plain and not tone(0.1).is_plain


def test_curves_never_fall_and_keep_black():
    for stops in (-1.0, -0.4, 0.2, 0.7, 1.0):
        for warmth in (-1.0, 0.0, 1.0):
            levels = tone(stops, warmth).tables()
            assert len(levels) == 768
            for k in (0, 256, 512):
                curve = levels[k : k + 256]
                assert curve[0] == 0 and max(curve) <= 255
                assert curve == sorted(curve)


def test_brightening_does_not_clip_a_white_wall():
    """Only what was white stays white: levels 240 to 255 remain apart."""
    curve = table(2.0)
    assert curve[255] == 255 and curve[240] < 255
    assert 1.95 < (curve[64] / 64) ** 2.4 / 1.0 < 2.45  # about one stop of light in the middle tones


def test_warmth_turns_red_against_blue():
    warm = tone(0.0, 1.0).tables()
    assert warm[128] > 128 and warm[256 + 128] == 128 and warm[512 + 128] < 128


def test_limits():
    assert tone(9.0, 9.0) == tone(MOST_EXPOSURE, 1.0)
    assert tone(-9.0, -9.0) == tone(-MOST_EXPOSURE, -1.0)
    assert isinstance(tone(0.0), Tone)


def test_the_sliders_are_read_back():
    for asked in (-1.0, -0.35, 0.0, 0.8, 1.0):
        assert abs(tones.warmth(tone(0.2, asked)) - asked) < 1e-9
