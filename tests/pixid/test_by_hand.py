"""Points set by hand go into framing and findings, and are named. Also run on MicroPython."""

from pixid import by_hand
from pixid.document import from_data
from pixid.pipeline import judge
from tests.pixid import heads, records, rules
from tests.pixid.test_making import document, page

FACE = heads.face()


def head_height(face, document):
    return next(one for one in judge(records.evidence(face), document).findings if one.id == "head-height")


def test_which_points_matter_follows_from_the_document():
    def of(top):
        return by_hand.points(from_data(rules.data("xx-test", print=rules.mm(35, 45), head_top=top)))

    assert of("skull") == ("crown", "eye_left", "eye_right", "chin")
    assert of("hair") == ("hair_top", "eye_left", "eye_right", "chin")
    assert of("forehead") == ("hairline", "eye_left", "eye_right", "chin")
    assert of("unspecified") == ("hair_top", "crown", "eye_left", "eye_right", "chin")


def test_distances_follow_and_the_rest_stays():
    lower = by_hand.moved(FACE, "chin", (FACE.chin[0], FACE.chin[1] + 20))
    assert lower.t == FACE.t + 20 and lower.crown == FACE.crown and lower.by_hand == ("chin",)
    assert FACE.by_hand == ()
    twice = by_hand.moved(by_hand.moved(lower, "crown", (600.0, 590.0)), "chin", FACE.chin)
    assert twice.by_hand == ("chin", "crown") and abs(twice.t - FACE.t) < 1e-9
    x, y = FACE.eye_right
    level = by_hand.moved(FACE, "eye_right", (x, y + 30))
    assert level.roll > FACE.roll + 5 and level.eyes[1] == FACE.eyes[1] + 15


def test_a_head_is_never_turned_over():
    below = (FACE.chin[0], FACE.chin[1] + 50)
    for name, place in (
        ("crown", below), ("hair_top", below), ("chin", FACE.eyes), ("eye_left", (FACE.eye_right[0] + 9, 800.0)),
        ("eye_right", FACE.eye_left),
    ):  # fmt: skip
        assert by_hand.moved(FACE, name, place) is FACE, name


def test_the_frame_and_the_findings_use_the_corrected_head():
    asked = document(head_top="skull")
    higher = by_hand.moved(FACE, "crown", (FACE.crown[0], FACE.crown[1] - 40))
    before, after = (judge(records.evidence(face), asked) for face in (FACE, higher))
    assert after.frame.height > before.frame.height * 1.05
    assert head_height(higher, asked).status == "pass"
    assert head_height(higher, asked).spread < head_height(FACE, asked).spread
    assert after.data()["face"]["by_hand"] == ["crown"]
    assert before.data()["face"]["by_hand"] == []


def test_the_report_page_says_what_was_set_by_hand():
    asked = document(head_top="skull")
    assert "by hand" not in page(asked)
    higher = by_hand.moved(FACE, "crown", (FACE.crown[0], FACE.crown[1] - 40))
    assert "Set by hand, not measured: top of the head" in page(asked, face=higher)
