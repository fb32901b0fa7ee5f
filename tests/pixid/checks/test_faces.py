"""Exactly one face. Also run on MicroPython."""

from pixid.checks import faces
from tests.pixid import records, rules

FRAME = records.frame(300, 500, 600, 600)


def judged(*others):
    return faces.other_faces(records.evidence(others=others, width=1500), FRAME, rules.document(rules.VISA))


def test_one_face():
    finding = judged()
    assert (finding.status, finding.variant, finding.value) == ("pass", "pass", 1)


def test_others_in_the_frame_fail_and_are_named_by_place_and_size():
    finding = judged(records.found(400, 900, 90.0), records.found(800, 600, 60.0))
    assert (finding.status, finding.variant, finding.value) == ("fail", "high", 3)
    assert finding.gaps["places"] == [["left", 90.0], ["middle", 60.0]]


def test_others_outside_are_cut_away_and_only_named():
    finding = judged(records.found(1300, 900, 90.0))
    assert (finding.status, finding.variant, finding.value) == ("pass", "outside", 1)
    assert finding.gaps["places"] == [["right", 90.0]]


def test_a_face_belongs_where_its_middle_lies():
    assert judged(records.found(890, 900, 200.0)).status == "fail"
    assert judged(records.found(910, 900, 200.0)).status == "pass"
    both = judged(records.found(890, 900, 200.0), records.found(1300, 900, 90.0))
    assert both.value == 2 and len(both.gaps["places"]) == 1
