"""Numbers no head can keep together are found, and the finding says so instead of asking for the impossible."""

from pixid.disagreement import pairs, possible
from pixid.document import from_data
from pixid.pipeline import judge
from tests.pixid import heads, records, rules

RUSSIA = {  # order of the ministry: 12 mm from chin to pupils, and a head of 32 to 36 mm
    "print": rules.mm(35, 45),
    "head_height": rules.band(32, 36, "mm"),
    "chin_to_pupil": rules.band(11, 13, "mm", rank=2),
}


def document(**more):
    return from_data(rules.data("xx-test", **more))


def test_the_russian_numbers():
    assert pairs(document(**RUSSIA)) == [("head_height", "chin_to_pupil")]
    assert pairs(document(**dict(RUSSIA, chin_to_pupil=rules.band(15, 20, "mm")))) == []
    assert pairs(document(**dict(RUSSIA, head_height=rules.band(22, 26, "mm")))) == []


def test_positions():
    eyes = rules.band(0.70, 0.75)
    assert pairs(document(print=rules.mm(35, 45), eye_line=eyes, top_margin=rules.band(0.3, 0.4))) == [
        ("eye_line", "top_margin")
    ]
    assert pairs(document(print=rules.mm(35, 45), eye_line=eyes, top_margin=rules.band(0.05, 0.1))) == []
    tall = rules.band(0.9, 0.95)
    assert pairs(document(head_height=tall, bottom_margin=rules.band(0.2, 0.3))) == [("head_height", "bottom_margin")]


def test_widths():
    wide = {
        "head_height": rules.band(0.5, 0.55),
        "face_width": rules.band(0.9, 1.0),
        "digital": rules.digital(aspect=[1, 1]),
    }
    assert pairs(document(**wide)) == [("head_height", "face_width")]


def test_alone_everything_is_possible():
    for name in RUSSIA:
        if name != "print":
            assert possible(document(**RUSSIA), (name,))


def test_the_lower_rank_gives_way_and_the_finding_says_why():
    for roll in (0.0, 5.0):
        face = heads.face(eyes=(675.0, 800.0), t=300.0, crown=0.92, hair=1.06, ied=0.57, roll=roll)
        report = judge(records.evidence(face), document(**RUSSIA))
        found = {check["id"]: check for check in report.data()["checks"]}
        assert found["head-height"]["status"] in ("pass", "warn")
        other = found["chin-to-pupil"]
        assert (other["status"], other["variant"]) == ("warn", "disagree")
        assert other["title"] == "The authority's own numbers disagree"
        assert "the height of the head" in other["detail"]
        assert report.verdict != "fail"


def test_with_the_ranks_turned_the_head_gives_way():
    turned = dict(RUSSIA, head_height=rules.band(32, 36, "mm", rank=2), chin_to_pupil=rules.band(11, 13, "mm"))
    face = heads.face(eyes=(675.0, 800.0), t=300.0, crown=0.92, hair=1.06, ied=0.57)
    found = {check["id"]: check for check in judge(records.evidence(face), document(**turned)).data()["checks"]}
    assert found["chin-to-pupil"]["status"] in ("pass", "warn")
    assert found["head-height"]["variant"] == "disagree"
