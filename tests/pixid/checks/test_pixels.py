"""Enough pixels in the face and for the file. Also run on MicroPython."""

from pixid.checks import pixels
from pixid.frame import whole
from tests.pixid import heads, records, rules


def size(frame, one, **photo):
    return pixels.photo_size(records.evidence(**photo), frame, rules.document(one))


def test_pixels_between_the_eyes():
    for ied, status in ((90.0, "pass"), (89.9, "fail"), (400.0, "pass")):
        finding = pixels.eye_distance(records.evidence(heads.face(ied=ied / 200)), None, None)
        assert abs(finding.value - ied) < 1e-9 and finding.status == status
        assert (finding.limit.low, finding.limit.high, finding.limit.whose) == (90, None, "ISO")


def test_the_frame_has_the_pixels_of_the_least_file():
    enough = size(records.frame(0, 0, 827, 1063), rules.DENSE)
    assert (enough.status, enough.value, enough.limit.low) == ("pass", 1063, 1063)
    short = size(records.frame(0, 0, 700, 900), rules.DENSE)
    assert (short.status, short.variant, short.gaps["missing"]) == ("fail", "low", 163)
    assert (short.gaps["width"], short.gaps["height"]) == (827, 1063)


def test_what_rounds_to_enough_is_enough():
    finding = size(records.frame(0, 0, 599.7, 599.7), rules.LOTTERY)
    assert finding.status == "pass" and finding.gaps["missing"] == 0


def test_a_print_needs_300_dpi():
    assert size(records.frame(0, 0, 414, 532), rules.VISA).status == "pass"
    assert size(records.frame(0, 0, 413, 531), rules.VISA).gaps["missing"] == 1


def test_the_source_is_the_one_of_the_size():
    moved = rules.mm(35, 45)
    moved["source"] = 1
    assert size(records.frame(0, 0, 600, 600), rules.data("x", print=moved)).limit.source == 1
    assert size(records.frame(0, 0, 600, 600), rules.LOTTERY).limit.source == 0


def test_without_a_size_there_is_nothing_to_ask():
    assert size(records.frame(0, 0, 600, 600), rules.data("x")) is None


def test_a_finished_file_has_to_be_of_a_permitted_size():
    def judged(width, height, one=rules.LOTTERY):
        finding = size(whole(width, height), one, width=width, height=height)
        return finding.status, finding.variant, finding.gaps["side"]

    assert judged(600, 600) == judged(1200, 1200) == ("pass", "file-pass", "width")
    assert judged(599, 600) == ("fail", "file-low", "width")
    assert judged(600, 599) == ("fail", "file-low", "height")
    assert judged(900, 1201) == ("fail", "file-high", "height")
    assert judged(5000, 6000, rules.PORTAL) == ("pass", "file-pass", "width")
    tall = rules.data("x", digital=rules.digital(height=(500, None)))
    assert judged(10, 600, tall) == ("pass", "file-pass", "height")


def test_a_print_alone_says_nothing_about_a_file():
    assert size(whole(100, 100), rules.VISA) is None
