"""What people answer counts, and is never mixed up with what was measured. Also run on MicroPython."""

from pixid import answers, sureness
from pixid.error_rates import RATES
from pixid.finding import Finding, Limit, question
from pixid.pipeline import judge
from pixid.verdict import Report
from tests.pixid import records, rules

LIMIT = Limit(None, 4.0, "ours", None)


def finding(id, status, **gaps):
    return Finding(id, status, "high", 6.0, "%", 0.5, LIMIT, gaps)


def report(*findings):
    plain = judge(records.evidence(), rules.document(rules.VISA))
    return Report(plain.evidence, plain.document, plain.frame, list(findings), False)


def test_yes_is_met_and_no_is_to_change():
    asked = report(question("recency", {"months": 6}, 0), question("photograph", {}, None))
    asked.findings[0] = Finding("recency", "manual", "months", *asked.findings[0][3:])
    assert asked.verdict == "pass" and asked.count("manual") == 2
    yes = answers.answered(asked, {"recency": "yes"})
    assert yes.verdict == "pass" and (yes.count("manual"), yes.count("pass")) == (1, 1)
    assert yes.data()["checks"][0]["value_text"] == "Answered: yes."
    no = answers.answered(asked, {"recency": "no", "photograph": "yes"})
    assert no.verdict == "fail" and (no.count("fail"), no.count("manual")) == (1, 0)
    check = no.data()["checks"][0]
    assert check["answer"] == "no" and check["detail"] == "Answered: no." and check["act"]
    assert asked.verdict == "pass", "the report itself stays as measured"


def test_every_question_has_something_to_do_after_a_no():
    for document in rules.documents():
        asked = judge(records.evidence(), document)
        no = answers.answered(asked, {one.id: "no" for one in asked.findings})
        for before, after in zip(asked.findings, no.findings):
            if before.status == "manual":
                said = no.check(after)
                assert after.status == "fail" and said["act"] and "{" not in said["message"]
            else:
                assert after == before


def test_fine_leaves_verdict_and_measure_as_they_are():
    seen = report(
        finding("eyes-closed", "fail"), finding("expression", "warn"), finding("head-height", "fail", top="hair")
    )
    said = answers.answered(seen, {"eyes-closed": "fine", "head-height": "fine", "expression": "yes"})
    assert said.verdict == "fail" and said.count("fail") == 2
    assert (said.said_fine("fail"), said.said_fine("warn")) == (1, 0)
    check = said.check(said.findings[0])
    assert check["answer"] == "fine" and check["status"] == "fail" and check["value"] == 6.0
    assert "found fine" in check["detail"] and not check["act"]
    assert said.check(said.findings[2])["answer"] is None, "a length is not a matter of opinion"
    assert [answers.given(one) for one in said.findings] == ["fine", "", ""]


def test_no_measured_length_and_no_file_limit_can_be_waved_through():
    for id in sureness.MEASURED_ON_ADULTS + ("eye-distance", "photo-size", "file-size", "file-shape", "file-format"):
        assert answers.possible(finding(id, "fail")) == ()
    for id in RATES:
        assert answers.possible(finding(id, "warn")) == ("fine",)
        assert answers.possible(finding(id, "pass")) == ()


def test_how_sure_names_spread_counts_and_kind():
    said = " ".join(sureness.sentences(finding("expression", "warn")))
    rate = RATES["expression"]
    for words in ("nine of ten", "flagged %s of %s" % (rate["flagged"], rate["good"]), "of %s real" % rate["of"]):
        assert words in said, words
    assert "drawn" not in said and said.endswith("Not tested on children.")
    assert "drawn" in " ".join(sureness.sentences(finding("eyes-closed", "fail")))
    assert sureness.sentences(Finding("head-cut", "fail", "", None, "", 0.0, None, {})) == [
        "Not tested yet.",
        "Not tested on children.",
    ]
    exact = Finding("file-size", "fail", "high", 300.0, "kb", 0.0, LIMIT, {})
    assert sureness.sentences(exact) == ["Counted, not estimated."]
    assert "at hand" in sureness.sentences(Finding("objects", "warn", "", None, "", 0.0, None, {}))[0]
