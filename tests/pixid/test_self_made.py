"""Whether people may take the photo themselves: in the report, in words, and in whether a file is made. Also run on
MicroPython."""

from pixid import wording
from pixid.drive import finish
from pixid.errors import PhotoError
from pixid.evidence import Evidence
from pixid.pipeline import judge, make
from pixid.verdict import unusable
from tests.pixid import heads, rules
from tests.pixid.fake_engine import FakeEngine

WHY, INSTEAD = "The office takes the photo.", "Book a visit."


def document(status, **more):
    said = {"status": status, "why": "", "instead": "", "source": None if status == "unstated" else 0}
    if status in ("conditional", "not_accepted"):
        said["why"], said["instead"] = WHY, INSTEAD
    return rules.document(rules.VISA, self_made=said, **more)


def report_of(one, as_is=False):
    engine = FakeEngine(1400, 1800, {})
    picture = finish(engine.open("me.jpg"))
    face = heads.face(eyes=(700.0, 800.0), t=240.0)
    return engine, judge(Evidence(picture, None, [], face, 1.0, 1.0, {}, [], {}), one, as_is)


def test_the_report_says_it_with_reason_and_way_out():
    for status in ("not_accepted", "conditional"):
        said = report_of(document(status))[1].data()["self_made"]
        assert (said["status"], said["why"], said["instead"]) == (status, WHY, INSTEAD)
        assert said["source"]["title"] == rules.SOURCE["title"]
        assert said["message"].endswith(WHY + " " + INSTEAD)
    said = unusable("me.jpg", document("not_accepted"), PhotoError("no-face"))["self_made"]
    assert (said["status"], said["instead"]) == ("not_accepted", INSTEAD)


def test_silence_is_said_to_be_silence():
    said = report_of(document("unstated"))[1].data()["self_made"]
    assert (said["status"], said["source"]) == ("unstated", None)
    assert said["message"].startswith("The authority has not said")


def test_no_file_is_made_where_none_would_be_taken():
    for as_is in (False, True):
        engine, report = report_of(document("not_accepted"), as_is)
        made = finish(make(engine, report))
        assert made.file is None
        assert made.why_not == "self-made-refused"
        assert made.operations == []
        assert wording.no_file(made).endswith(INSTEAD)
        assert [call for call in engine.calls if call[0] != "open"] == []


def test_on_conditions_or_in_silence_the_file_is_made():
    for status in ("accepted", "conditional", "unstated"):
        engine, report = report_of(document(status))
        made = finish(make(engine, report))
        assert made.file is not None, status
        assert made.why_not == ""
        assert wording.no_file(made) == ""


def test_without_a_size_the_check_stands_and_the_file_says_why_not():
    engine, report = report_of(document("accepted", print=None, head_height=None))
    assert report.findings
    made = finish(make(engine, report))
    assert made.file is None
    assert made.why_not == "no-size"
    assert "states a size" in wording.no_file(made)
