"""Which heads satisfy bands, against proportions worked out by hand."""

import pytest

from toolchain.rulebook.satisfiable import EYES, Frame, chin, heads


def frame(head_top: str = "skull", aspect: float = 1.0, **bands: tuple[float, float]) -> Frame:
    return Frame(bands, aspect, head_top)


def test_a_head_band_is_the_answer_where_it_is_the_only_rule() -> None:
    assert heads(frame(head_height=(0.6, 0.7))) == pytest.approx((0.6, 0.7), abs=0.0011)


def test_hair_lets_a_smaller_skull_fill_the_band() -> None:
    found = heads(frame("hair", head_height=(0.65, 0.7)))
    assert found == pytest.approx((0.65 / 1.3, 0.7), abs=0.0011)


def test_margins_limit_the_head() -> None:
    found = heads(frame(top_margin=(0.1, 0.2), bottom_margin=(0.1, 0.2)))
    assert found == pytest.approx((0.6, 0.8), abs=0.0011)


def test_the_chin_lies_where_the_eyes_want_it() -> None:
    low, high = chin(frame(eye_line=(0.5, 0.6)), 0.5) or (0, 0)
    assert low == pytest.approx(0.5 - EYES[1] * 0.5)
    assert high == pytest.approx(min(0.6 - EYES[0] * 0.5, 0.5))  # or the crown leaves the frame


def test_impossible_together_possible_alone() -> None:
    head, pupils = {"head_height": (0.7, 0.8)}, {"chin_to_pupil": (0.24, 0.29)}  # the old Russian 12 mm of 45
    for bands, possible in ((head, True), (pupils, True), (head | pupils, False)):
        assert (heads(Frame(bands, 1.0, "skull")) is not None) == possible


def test_widths_are_parts_of_the_width() -> None:
    # a face of 0.9 of the width is 0.45 of the height of a frame twice as high as wide
    found = heads(frame(aspect=0.5, face_width=(0.9, 0.9)))
    assert found == pytest.approx((0.45 / 0.9, 0.45 / 0.5), abs=0.0011)
