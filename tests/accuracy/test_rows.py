"""No check and no point of a standard's list without its row, and no row that says other than code and figures do.

Needs no photos: docs/accuracy.json is what was measured with them.
"""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest

from pixid.error_rates import RATES
from pixid.words import FINDINGS
from tests.accuracy import report, table
from tests.accuracy.cases import CASES, LENGTHS, MANUAL, UNASKED
from tests.accuracy.standards import FICV, OFIQ, TR_03121

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
KNOWN = {case.id for case in CASES} | {length.id for length in LENGTHS} | {row[0] for row in MANUAL}
LIGHT = (
    "too-dark", "too-light", "contrast", "hot-spots", "skin-colour", "colour", "face-light", "face-shadow",
    "eye-shadow", "red-eyes", "glasses-glare", "glasses-tint",
)  # fmt: skip
"""Rules that look at the skin's light or colour."""


@pytest.fixture(scope="module")
def made() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DOCS / "accuracy.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("page", ["checks.md", "accuracy.md"])
def test_every_check_has_its_row(page: str) -> None:
    rows = set(re.findall(r"^\| ([a-z-]+) \|", (DOCS / page).read_text(encoding="utf-8"), re.MULTILINE))
    assert set(FINDINGS) <= rows


def test_every_check_is_a_case_a_length_or_a_question() -> None:
    assert set(FINDINGS) == KNOWN - set(UNASKED)


def test_the_documents_say_what_code_and_figures_do(made: dict[str, Any]) -> None:
    """A limit, a measure or a figure that was changed without `python3 build.py accuracy again` fails here."""
    assert (DOCS / "checks.md").read_text(encoding="utf-8") == table.checks(made)
    assert (DOCS / "accuracy.md").read_text(encoding="utf-8") == report.accuracy(made)
    assert report.rates(made) == RATES


def test_every_case_has_figures(made: dict[str, Any]) -> None:
    assert {check["id"] for check in made["checks"]} == {case.id for case in CASES} == set(RATES)


def test_every_point_of_the_lists_has_its_row(made: dict[str, Any]) -> None:
    with (ROOT / "tests" / "data" / "ofiq_expected_results.csv").open() as file:
        columns = next(csv.reader(file, delimiter=";"))
    assert set(FICV) == set(range(1, 31))
    assert set(OFIQ) == {name.removesuffix(".scalar") for name in columns if name.endswith(".scalar")}
    assert {id for ids in (*FICV.values(), *TR_03121.values(), *OFIQ.values()) for id in ids} <= KNOWN
    rows = table.checks(made).splitlines()
    for id, _, why in MANUAL:
        assert any(row.startswith(f"| {id} |") and f"none: {why}" in row and "| manual" in row for row in rows)


@pytest.mark.parametrize("id", LIGHT)
def test_no_rule_of_light_fails_a_good_portrait_of_any_tone(id: str, made: dict[str, Any]) -> None:
    tones = next(check["tones"] for check in made["checks"] if check["id"] == id)
    assert set(tones) == {"light", "tan", "intermediate", "dark", "brown"}
    assert {tone: by["failed"] for tone, by in tones.items() if by["failed"]} == {}
