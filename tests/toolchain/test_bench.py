"""The benchmark's own arithmetic: budgets, table, document, and what a server was asked for. No clocks."""

import json
import urllib.request
from pathlib import Path

import pytest

from toolchain.bench import __main__ as program
from toolchain.bench import report
from toolchain.bench.figures import BUDGETS, Figure, aim_met, budget_written, met
from toolchain.bench.sites import BenchServer

PEERS = {"human": 1000.0, "face_mesh": 4000.0}
ABOUT = {"cores": 2}


def test_relative_budgets_are_held_against_human() -> None:
    assert BUDGETS["cold.verdict"].limit == 2.0
    assert met(Figure("cold.verdict", 1999.0, "ms", PEERS))
    assert not met(Figure("cold.verdict", 2001.0, "ms", PEERS))
    assert aim_met(Figure("cold.verdict", 999.0, "ms", PEERS))
    assert aim_met(Figure("cold.verdict", 1001.0, "ms", PEERS)) is False
    assert budget_written(Figure("cold.verdict", 1.0, "ms", PEERS)) == "<= 2 x human (aim 1)"


def test_budgets_that_ask_for_more() -> None:
    assert met(Figure("native.one", 8.0, "photos/s"))
    assert not met(Figure("native.one", 7.9, "photos/s"))
    assert aim_met(Figure("native.one", 9.0, "photos/s")) is None


def test_figures_for_comparison_have_no_budget() -> None:
    figure = Figure("bytes.decoded", 18.0, "MB")
    assert budget_written(figure) == report.judged(figure) == ""


def test_table_shows_peers_and_notes() -> None:
    shown = report.text([Figure("warm.verdict", 600.0, "ms", PEERS, "7 runs")])
    assert "600 ms = 0.60 x human" in shown
    assert "1,000 ms" in shown and "4,000 ms" in shown
    assert "met, aim too" in shown
    assert shown.endswith("warm.verdict: 7 runs")


def test_a_part_measured_alone_leaves_the_rest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(report, "JSON", tmp_path / "bench.json")
    report.keep([Figure("landing.cls", 0.0, ""), Figure("native.one", 9.0, "photos/s")], ABOUT)
    kept = report.keep([Figure("native.one", 7.0, "photos/s")], {"cores": 4})
    assert [(figure.id, figure.value) for figure in kept] == [("landing.cls", 0.0), ("native.one", 7.0)]
    entries = json.loads((tmp_path / "bench.json").read_text())
    assert [(entry["met"], entry["machine"]["cores"]) for entry in entries] == [(True, 2), (False, 4)]


def test_document_keeps_causes_until_a_budget_is_met(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    document = tmp_path / "performance.md"
    document.write_text(f"Words.\n\n{report.BEGIN}\n{report.END}\n\nMore words.\n")
    monkeypatch.setattr(report, "DOCUMENT", document)
    slow = [Figure("native.one", 7.0, "photos/s"), Figure("build.again", 9.0, "s")]
    report.write_document(slow, ABOUT)
    first = document.read_text()
    assert first.count(report.UNKNOWN) == 2
    document.write_text(first.replace(report.UNKNOWN, "Too much to do.\n\nTwice.", 1))

    report.write_document([slow[0]._replace(value=6.0), slow[1]], ABOUT)
    second = document.read_text()
    assert "### `native.one`: 6.0 photos/s, budget >= 8 photos/s\n\nToo much to do.\n\nTwice.\n" in second
    assert second.count(report.UNKNOWN) == 1

    report.write_document([slow[0]._replace(value=9.0)], ABOUT)
    third = document.read_text()
    assert "Too much" not in third and "Nothing." in third
    assert third.startswith("Words.\n") and third.endswith("\nMore words.\n")


def test_server_tells_what_was_asked_for_before_a_moment(tmp_path: Path) -> None:
    site, photos = tmp_path / "site", tmp_path / "photos"
    for folder, name in ((site, "index.html"), (photos, "photo.jpg")):
        folder.mkdir()
        (folder / name).write_bytes(b"x")
    with BenchServer(site, {"bench": photos}) as server:
        assert server.find("/bench/../site/index.html") is None
        for path in ("", "bench/photo.jpg", ""):
            urllib.request.urlopen(server.address + path).read()
        last = server.timed.times[-1]
        assert server.before(last) == ["/"]
        assert server.before(last + 1) == ["/", "/"]


def test_peers_are_measured_without_the_policy_they_break(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"x")
    with BenchServer(tmp_path, {}, policy=False) as server:
        sent = urllib.request.urlopen(server.address).headers
    assert sent["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert sent["Content-Security-Policy"] is None


def test_every_measure_can_be_asked_for_alone() -> None:
    options = program._parsed(["--only", *program.MEASURES, "--runs", "3"])
    assert options.only == list(program.MEASURES) and options.runs == 3
    with pytest.raises(SystemExit):
        program._parsed(["--only", "luck"])
