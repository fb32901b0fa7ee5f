"""Reports for people."""

import pytest

from pixid.words import OPERATIONS
from pixid_native.cli import main
from pixid_native.printing import Terminal, encodable
from pixid_native.report_text import headline, report_lines
from tests.pixid_native.scripted import FAIL, PASS, WARN, Script, check

Capture = pytest.CaptureFixture[str]


def test_the_whole_report(script: Script, capsys: Capture) -> None:
    main(["check", "bad.png", "--document", "xx-passport"])
    assert (
        capsys.readouterr().out
        == """The authority takes photos that people make themselves.
  Office of photos, authority, read 2026-05: https://example.org/photos

bad.png for Test passport
Not ready: 1 thing to change. 1 met, 0 to check.

Change these (1)
  1. Head too large in the frame (head-height)
     37.8 mm; the rule is 32-36 mm. [1]
     Step back.

Risks (1)
  ! Head leans (roll)
    7 deg. [1]
    Hold the camera level.

Met (1)
  + Head faces the camera (yaw)
    1.0°; ISO asks for at most 5.0°. [1]

Sources
  [1] Office of photos, authority, read 2026-05: https://example.org/photos
"""
    )


def test_after_making_only_what_presses(script: Script, capsys: Capture) -> None:
    main(["make", "bad.png", "--document", "xx-passport", "-o", "out.jpg"])
    text = capsys.readouterr().out
    assert "Head leans" in text
    assert "Head faces the camera" not in text
    assert "Written: out.jpg, 40 x 40 px, 300 dpi" in text
    for operation in ("crop", "strip-metadata"):
        assert OPERATIONS[operation] in text


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ("xx-passport", "The authority takes photos that people make themselves."),
        ("yy-visa", "The authority has not said whether it takes photos that people make themselves."),
        ("zz-id-card", "this check is for practice. The office takes the photo. Book a visit."),
    ],
)
def test_who_may_take_it_is_said_first_and_once(script: Script, capsys: Capture, document: str, words: str) -> None:
    main(["check", "good.png", "faceless.png", "--document", document])
    text = capsys.readouterr().out.replace("\n", " ")
    assert text.count(words) == 1
    assert text.index(words) < text.index("good.png for")


def test_an_unusable_photo(script: Script, capsys: Capture) -> None:
    main(["check", "faceless.png", "--document", "xx-passport"])
    assert "No face found in this picture." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("verdict", "checks", "words"),
    [
        ("pass", PASS, "Ready: nothing to change. 1 met, 0 to check."),
        ("warn", WARN, "Usable, with 1 risk. 1 met, 0 to check."),
        ("warn", [*WARN, check("gaze", "warn", "x")], "Usable, with 2 risks. 1 met, 0 to check."),
        ("fail", FAIL, "Not ready: 1 thing to change. 1 met, 0 to check."),
        ("fail", [*FAIL, *FAIL, check("recency", "manual", "x")], "Not ready: 2 things to change. 2 met, 1 to check."),
    ],
)
def test_headlines(verdict: str, checks: list[dict[str, object]], words: str) -> None:
    assert headline({"verdict": verdict, "checks": checks}) == words


def test_every_status_has_its_place() -> None:
    statuses = ("fail", "warn", "manual", "pass", "not_assessed")
    checks = [check(status, status, f"Title of {status}") for status in statuses]
    lines = list(report_lines({"photo": "a", "verdict": "fail", "checks": checks}, "b"))
    text = "\n".join(line.text for line in lines)
    assert [text.index(f"Title of {status}") for status in statuses] == sorted(
        text.index(f"Title of {status}") for status in statuses
    )


def colours(capsys: Capture) -> bool:
    Terminal().line("text", style="fail")
    return "\x1b[" in capsys.readouterr().out


def test_colour_only_on_a_terminal_and_if_wanted(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert not colours(capsys)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert colours(capsys)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours(capsys)
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setenv("TERM", "dumb")
    assert not colours(capsys)


def test_long_lines_are_wrapped_under_themselves(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    Terminal().line("word " * 20, "!", indent=2)
    rows = capsys.readouterr().out.splitlines()
    assert rows[0].startswith("  ! word")
    assert all(row.startswith("    word") for row in rows[1:])
    assert max(map(len, rows)) <= 40


def test_a_terminal_without_our_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    class Ascii:
        encoding = "ascii"

    monkeypatch.setattr("sys.stdout", Ascii())
    assert encodable("33\u00a0mm, \u22122°") == "33 mm, -2?"
