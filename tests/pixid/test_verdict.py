"""The report: verdict and JSON, for many heads and all documents. Also run on MicroPython."""

import json
import sys

from pixid import words
from pixid.errors import PhotoError
from pixid.finding import STATUSES, Finding, Limit
from pixid.frame import whole
from pixid.pipeline import judge
from pixid.verdict import Report, check_data, unusable
from tests.pixid import heads, records, rules
from tests.pixid.dice import Dice
from tests.pixid.framing_cases import cases

MICROPYTHON = sys.implementation.name == "micropython"
HEADS = 4 if MICROPYTHON else 40
KEYS = ["id", "status", "value", "unit", "limit", "source", "message"]


def reports():
    """For every case and document the report of the crop and of the photo as it stands."""
    dice = Dice(31)
    for face, (width, height) in cases(32, HEADS):
        posed = list(face)
        posed[-4], posed[-3] = dice.normal(5), dice.normal(6)
        others = [records.found(width * dice.part(), height * dice.part(), 80.0)] if dice.part() < 0.4 else []
        evidence = records.evidence(
            type(face)(*posed),
            others,
            records.header([None, 72.0, 600.0][dice.whole(0, 2)], dice.part() < 0.5),
            width=width,
            height=height,
            format=["jpeg", "png", "heic"][dice.whole(0, 2)],
            size=dice.whole(1000, 12000000),
        )
        for document in rules.documents():
            for as_is in (False, True):
                yield judge(evidence, document, as_is)


def numbers(value):
    """All floats in JSON data."""
    if isinstance(value, float):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from numbers(item)


def test_every_report_is_json_with_rounded_numbers_and_whole_sentences():
    met = set()
    for report in reports():
        data = report.data()
        text = json.dumps(data)
        assert "NaN" not in text and "nan" not in text and "Infinity" not in text and "inf" not in text
        back = json.loads(text)
        assert back["checks"] == data["checks"] and back["verdict"] == report.verdict
        for number in numbers(data):
            assert abs(number - round(number, 4)) < 1e-9, number
            assert MICROPYTHON or len(str(number)) <= 12, number  # there, 8.9891 is written 8.989100000000001
        for check in data["checks"]:
            met.add((check["id"], check["variant"]))
            for key in KEYS:
                assert key in check, key
            assert check["status"] in STATUSES
            assert "{" not in check["message"] and "None" not in check["message"], check["message"]
            assert check["title"] in check["message"] and check["detail"] in check["message"]
    known = {(id, variant) for id in words.FINDINGS for variant in words.FINDINGS[id]}
    assert not met - known
    assert len(met) > (50 if HEADS > 9 else 30), "the cases hardly leave the good"


def test_the_keys_other_programs_rely_on():
    report = judge(records.evidence(head=records.header(has_gps=True), name="anna.jpg"), rules.document(rules.VISA))
    data = report.data()
    assert data["photo"] == "anna.jpg" and data["document"] == "visa-skull"
    face = data["face"]
    for key in ("eye_left", "eye_right", "chin", "crown", "hair_top"):
        assert len(face[key]) == 2
    assert face["eye_left"] == [510.0, 800.0] and face["chin"] == [600.0, 1000.0]
    assert face["head_top_used"] == "skull" and face["ied_px"] == 180.0
    assert [face["yaw"], face["pitch"], face["roll"]] == [0.0, 0.0, 0.0]
    assert data["timings_ms"] == {"open": 12.3}
    assert data["picture"]["has_location"] is True and data["as_is"] is False
    assert len(data["frame"]["corners"]) == 4 and data["frame"]["turn"] == 0
    assert sum(data["counts"].values()) == len(data["checks"])


def test_sources_of_rules_of_iso_and_of_ours():
    document = rules.document(rules.VISA)

    def source(whose, index):
        finding = Finding("eye-line", "fail", "low", 1.0, "%", 0.0, Limit(2, 3, whose, index), {})
        return check_data(finding, document)["source"]

    assert source("rule", 0) == {
        "url": "https://example.org/photos", "title": "The photo page", "kind": "authority",
        "read": "2026-11", "index": 0,
    }  # fmt: skip
    assert source("ISO", None)["title"].startswith("ISO/IEC") and "index" not in source("ISO", None)
    assert source("ours", None) is None


def test_limits_in_json():
    document = rules.document(rules.VISA)

    def limit(low, high):
        finding = Finding("eye-line", "pass", "pass", 1.0, "%", 0.0, Limit(low, high, "rule", 0), {})
        return check_data(finding, document)["limit"]

    assert limit(1 / 3, None) == {"min": 0.3333, "max": None, "whose": "rule"}
    assert limit(None, None) is None


def test_the_verdict_is_the_worst_status_and_questions_never_block():
    def verdict(*statuses):
        limit = Limit(None, None, "ours", None)
        findings = [Finding("x", status, "pass", None, "", 0.0, limit, {}) for status in statuses]
        report = Report(records.evidence(), rules.document(rules.VISA), whole(1, 1), findings, False)
        assert report.count("manual") == statuses.count("manual")
        return report.verdict

    assert verdict() == verdict("pass", "manual", "not_assessed") == "pass"
    assert verdict("pass", "warn", "manual") == "warn"
    assert verdict("warn", "fail", "pass") == "fail"


def test_a_good_photo_of_a_good_head_passes():
    """4000 x 4000 px, level, centred, facing the camera: nothing but questions is left."""
    evidence = records.evidence(heads.face((2000.0, 2000.0), 600.0, crown=0.98, hair=1.04), width=4000, height=4000)
    for one in (rules.VISA, rules.LOTTERY, rules.SQUARE):
        report = judge(evidence, rules.document(one))
        open_or_met = [finding.status in ("pass", "manual", "not_assessed") for finding in report.findings]
        assert report.verdict == "pass" and all(open_or_met), report.findings


def test_checks_stand_in_one_order_and_once():
    for report in reports():
        ids = [finding.id for finding in report.findings]
        assert len(ids) == len(set(ids))
        assert ids[0] == "other-faces" and ids[-1] == "photograph"


def test_as_is_judges_the_file_too():
    evidence = records.evidence(width=600, height=600, size=1000, head=records.header(300.0))
    crop = [finding.id for finding in judge(evidence, rules.document(rules.DENSE)).findings]
    file = [finding.id for finding in judge(evidence, rules.document(rules.DENSE), True).findings]
    for id in ("file-format", "file-shape", "file-size", "print-density"):
        assert id in file and id not in crop


def test_an_unusable_photo():
    data = unusable("x.pdf", rules.document(rules.VISA), PhotoError("not-a-picture", name="x.pdf"))
    assert data["verdict"] == "unusable" and data["checks"] == [] and data["face"] is None
    assert data["error"]["id"] == "not-a-picture" and "x.pdf" in data["error"]["message"]
    assert json.loads(json.dumps(data)) == data
