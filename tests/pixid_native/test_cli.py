"""The contract of the command line: exit codes, JSON, streams. Nothing ends in a traceback."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from pixid_native import data
from pixid_native.cli import main
from tests.pixid_native.scripted import Script

Capture = pytest.CaptureFixture[str]


def printed(capsys: Capture) -> Any:
    """Standard output as JSON; nothing else may stand there."""
    return json.loads(capsys.readouterr().out)


def refused(capsys: Capture, *arguments: str) -> str:
    """The sentence of a command that ends with 2 before any work; standard output stays empty."""
    try:
        code = main(arguments)
    except SystemExit as stop:  # argparse
        code = int(stop.code or 0)
    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert "Traceback" not in said.err
    return said.err


@pytest.mark.parametrize(
    ("photos", "code"),
    [
        (["good.png"], 0),
        (["risky.png"], 0),
        (["bad.png"], 1),
        (["good.png", "bad.png"], 1),
        (["faceless.png"], 2),
        (["bad.png", "nothing.jpg", "good.png"], 2),
    ],
)
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_exit_codes_of_check(script: Script, capsys: Capture, photos: list[str], code: int, form: list[str]) -> None:
    assert main(["check", *photos, "--document", "xx-passport", *form]) == code
    assert capsys.readouterr().err == ""


def test_one_photo_one_object(script: Script, capsys: Capture) -> None:
    main(["check", "./bad.png", "--document", "xx-passport", "--json"])
    report = printed(capsys)
    assert report["photo"] == "./bad.png", "as it was given"
    assert (report["document"], report["verdict"]) == ("xx-passport", "fail")
    assert [check["id"] for check in report["checks"]] == ["yaw", "roll", "head-height"]
    assert script.asked == [("bad.png", "xx-passport", False)]


def test_several_photos_a_list_in_their_order(script: Script, capsys: Capture) -> None:
    main(["check", "good.png", "report.pdf", "bad.png", "--document", "yy-visa", "--json", "--as-is"])
    reports = printed(capsys)
    assert [report["verdict"] for report in reports] == ["pass", "unusable", "fail"]
    assert [report["photo"] for report in reports] == ["good.png", "report.pdf", "bad.png"]
    assert script.asked[-1] == ("bad.png", "yy-visa", True)


def test_an_unusable_photo_is_an_object_too(script: Script, capsys: Capture) -> None:
    assert main(["check", "report.pdf", "--document", "xx-passport", "--json"]) == 2
    report = printed(capsys)
    assert report["error"]["id"] == "not-a-picture"
    assert report["error"]["message"].startswith("This is not a picture: report.pdf.")
    assert (report["verdict"], report["checks"], report["face"]) == ("unusable", [], None)


def test_a_mistake_of_ours_spoils_one_photo_only(script: Script, capsys: Capture) -> None:
    script.answers["risky.png"] = ZeroDivisionError("of ours\nsecond line")
    assert main(["check", "risky.png", "good.png", "--document", "xx-passport", "--json"]) == 2
    first, second = printed(capsys)
    assert first["error"]["id"] == "engine"
    assert "ZeroDivisionError: of ours" in first["error"]["message"]
    assert second["verdict"] == "pass"


def test_debugging_shows_where(script: Script, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    script.answers["risky.png"] = ZeroDivisionError("of ours")
    monkeypatch.setenv("PIXID_DEBUG", "1")
    assert main(["check", "risky.png", "--document", "xx-passport"]) == 2
    said = capsys.readouterr().err
    assert "Traceback" in said
    assert "PIXID_DEBUG=1" in said


def test_the_last_guard(script: Script, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pixid_native.rulebook.document", lambda id: 1 / 0)
    assert "a mistake of its own (ZeroDivisionError" in refused(capsys, "check", "good.png", "--document", "x")


def test_unknown_documents(script: Script, capsys: Capture) -> None:
    assert "Did you mean xx-passport?" in refused(capsys, "check", "good.png", "--document", "xx-pasport")
    assert "zz-id-card" in refused(capsys, "check", "good.png", "--document", "id-card")
    assert "Did you mean" not in refused(capsys, "check", "good.png", "--document", "qqqq")


@pytest.mark.parametrize(
    "arguments",
    [[], ["check"], ["check", "good.png"], ["check", "--document", "xx-passport"], ["paint"], ["make", "good.png"],
     ["check", "good.png", "--document", "xx-passport", "--threads", "0"]],
)  # fmt: skip
def test_arguments_that_make_no_sense(script: Script, capsys: Capture, arguments: list[str]) -> None:
    assert "usage: pixid" in refused(capsys, *arguments)


def test_missing_package_data(script: Script, capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(data, "FOLDER", tmp_path / "not-built")
    for arguments in (["documents"], ["check", "good.png", "--document", "xx-passport"]):
        assert "Run python3 build.py first" in refused(capsys, *arguments)


def test_another_language_is_said_not_to_be_there(script: Script, capsys: Capture) -> None:
    assert main(["check", "good.png", "--document", "xx-passport", "--lang", "fr", "--json"]) == 0
    said = capsys.readouterr()
    assert "'fr'" in said.err
    assert json.loads(said.out)["verdict"] == "pass"


def test_documents(script: Script, capsys: Capture) -> None:
    assert main(["documents", "--json"]) == 0
    listed = printed(capsys)
    assert [entry["id"] for entry in listed] == ["xx-passport", "yy-visa", "zz-id-card"]
    assert set(listed[0]) == {"id", "country", "names", "self_made", "edit_policy", "head_top", "confidence"}
    assert listed[0]["names"]["local"] == "Prüfpass"
    main(["documents", "YY", "visa", "--json"])
    assert [entry["id"] for entry in printed(capsys)] == ["yy-visa"]
    assert main(["documents", "nowhere", "--json"]) == 0
    assert printed(capsys) == []


def test_documents_for_people(script: Script, capsys: Capture) -> None:
    main(["documents"])
    rows = capsys.readouterr().out.splitlines()
    assert rows == [
        "xx-passport  Test passport",
        "yy-visa      Visa (not said whether self-made)",
        "zz-id-card   Card (cannot be self-made)",
    ]


@pytest.mark.parametrize(
    ("photo", "code", "verdict"), [("good.png", 0, "pass"), ("risky.png", 0, "warn"), ("bad.png", 1, "fail")]
)
def test_make(script: Script, capsys: Capture, photo: str, code: int, verdict: str) -> None:
    assert main(["make", photo, "--document", "xx-passport", "-o", "out.jpg", "--json"]) == code
    report = printed(capsys)
    assert report["verdict"] == verdict
    assert report["matrix"] == [1.0, 0.0, -10.0, 0.0, 1.0, -5.123457]
    assert report["operations"] == ["crop", "strip-metadata"]
    size = os.stat("out.jpg").st_size
    assert report["outputs"]["photo"] == {
        "file": "out.jpg", "width": 40, "height": 40, "dpi": 300, "bytes": size, "format": "jpeg", "quality": 95,
        "chroma": "444",
    }  # fmt: skip
    assert Path("out.jpg").read_bytes().startswith(b"\xff\xd8\xff")


def test_make_without_a_file_to_make(script: Script, capsys: Capture) -> None:
    script.makes_file = False
    assert main(["make", "good.png", "--document", "xx-passport", "-o", "out.jpg", "--json"]) == 2
    report = printed(capsys)
    assert (report["outputs"], report["operations"], report["matrix"]) == ({}, [], None)
    assert not Path("out.jpg").exists()
    assert main(["make", "good.png", "--document", "xx-passport", "-o", "out.jpg"]) == 2
    assert "states a size" in capsys.readouterr().out
    script.why_not = "crop-forbidden"
    assert main(["make", "good.png", "--document", "xx-passport", "-o", "out.jpg"]) == 2
    assert "Send the original file, good.png, as it is." in capsys.readouterr().out.replace("\n", " ")


def test_where_no_photo_of_ones_own_is_taken_no_file_is_made(script: Script, capsys: Capture) -> None:
    script.makes_file, script.why_not = False, "self-made-refused"
    assert main(["make", "good.png", "--document", "zz-id-card", "-o", "out.jpg", "--json"]) == 2
    report = printed(capsys)
    assert report["no_file"]["id"] == "self-made-refused"
    assert report["no_file"]["message"].endswith("Book a visit.")
    assert main(["make", "good.png", "--document", "zz-id-card", "-o", "out.jpg"]) == 2
    said = capsys.readouterr().out
    assert said.startswith("The authority does not take photos that people make"), "before anything else"
    assert said.index("The office takes the photo. Book a visit.") < said.index("Ready: nothing to change")
    assert not Path("out.jpg").exists()


def test_make_from_an_unusable_photo(script: Script, capsys: Capture) -> None:
    assert main(["make", "report.pdf", "--document", "xx-passport", "-o", "out.jpg", "--json"]) == 2
    report = printed(capsys)
    assert report["error"]["id"] == "not-a-picture"
    assert report["outputs"] == {}
    assert not Path("out.jpg").exists()


def test_the_photo_is_never_overwritten(script: Script, capsys: Capture) -> None:
    os.rename("good.png", "good.jpg")
    os.link("good.jpg", "twin.jpg")
    os.symlink("good.jpg", "other-name.jpg")
    before = Path("good.jpg").read_bytes()
    for output in ("good.jpg", "./good.jpg", "twin.jpg", "other-name.jpg"):
        said = refused(capsys, "make", "good.jpg", "--document", "xx-passport", "-o", output)
        assert "is the photo itself" in said
    assert Path("good.jpg").read_bytes() == before


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("out.tif", "end out.tif in .jpg or .png"),
        ("no/such/folder/out.jpg", "no folder no/such/folder"),
        ("data.jpg", "is a folder"),
    ],
)
def test_outputs_that_cannot_be(script: Script, capsys: Capture, output: str, sentence: str) -> None:
    Path("data.jpg").mkdir()
    assert sentence in refused(capsys, "make", "good.png", "--document", "xx-passport", "-o", output)
    assert script.asked == [], "told before any work"


def test_a_full_disk_leaves_the_earlier_file(script: Script, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("out.jpg").write_bytes(b"earlier")

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    said = refused(capsys, "make", "good.png", "--document", "xx-passport", "-o", "out.jpg", "--json")
    assert "No space left" in said
    assert Path("out.jpg").read_bytes() == b"earlier"
    assert not list(Path().glob(".out.jpg*"))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--sheet", "sheet.doc"], "end sheet.doc in .pdf, .jpg or .png"),
        (["--sheet", "sheet.pdf"], "no print size is known"),
        (["--paper", "a4"], "name one with --sheet"),
        (["--sheet", "no/where.pdf"], "no folder no"),
        (["--report", "good.png"], "is the photo itself"),
        (["--report", "out.jpg"], "same name"),
        (["--part", "signature"], "asks for no signature"),
        (["--date", "yesterday"], "--date"),
    ],
)
def test_other_outputs_that_cannot_be(script: Script, capsys: Capture, arguments: list[str], sentence: str) -> None:
    said = refused(capsys, "make", "good.png", "--document", "xx-passport", "-o", "out.jpg", *arguments)
    assert sentence in said
    assert script.asked == [], "told before any work"
    assert not Path("out.jpg").exists()


def test_a_forbidden_change_of_light_is_refused_with_its_reason(
    script: Script, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = json.loads((data.FOLDER / "documents.json").read_text())
    entries[0]["edit_policy"] = {**entries[0]["edit_policy"], "light": "forbidden"}
    (data.FOLDER / "documents.json").write_text(json.dumps(entries))
    said = refused(capsys, "make", "good.png", "--document", "xx-passport", "-o", "out.jpg", "--light", "0.3")
    assert "this authority refuses edited pictures" in said
    assert "Office of photos" in said


def test_a_forbidden_background_is_refused_with_its_reason(
    script: Script, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    entries = json.loads((data.FOLDER / "documents.json").read_text())
    entries[0]["edit_policy"] = {**entries[0]["edit_policy"], "background": "forbidden"}
    (data.FOLDER / "documents.json").write_text(json.dumps(entries))
    said = refused(capsys, "make", "good.png", "--document", "xx-passport", "-o", "out.jpg", "--background", "white")
    assert "this authority refuses edited pictures" in said
    assert "Office of photos" in said


def test_what_holds_no_strokes_is_refused(script: Script, capsys: Capture) -> None:
    asked = ["make", "good.png", "--document", "xx-passport", "-o", "out.jpg", "--strokes"]
    Path("strokes.json").write_text('[{"kind": "blur", "radius": 3, "points": [[1, 2]]}]')
    for name in ("strokes.json", "good.png", "nowhere.json"):
        assert f"{name} holds no list of strokes" in refused(capsys, *asked, name)
    assert script.asked == [] and not Path("out.jpg").exists()


def test_what_is_no_colour_is_refused(script: Script, capsys: Capture) -> None:
    entries = json.loads((data.FOLDER / "documents.json").read_text())
    entries[0]["edit_policy"] = {**entries[0]["edit_policy"], "background": "allowed"}
    (data.FOLDER / "documents.json").write_text(json.dumps(entries))
    said = refused(capsys, "make", "good.png", "--document", "xx-passport", "-o", "out.jpg", "--background", "mauve")
    assert "mauve is no colour" in said and "light grey" in said
    assert script.asked == [] and not Path("out.jpg").exists()
