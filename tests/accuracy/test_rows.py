"""No check without its row: each is in docs/checks.md, and each that judges pictures has figures. Needs no photos."""

import json
import re
from pathlib import Path

from pixid.error_rates import RATES
from pixid.words import FINDINGS
from tests.accuracy.cases import CASES, GEOMETRY, MANUAL

ROOT = Path(__file__).parents[2]


def test_every_check_has_its_row() -> None:
    table = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| ([a-z-]+) \|", table, re.MULTILINE))
    assert set(FINDINGS) <= rows


def test_every_check_is_a_case_a_length_or_a_question() -> None:
    known = {case.id for case in CASES} | {row[0] for row in GEOMETRY} | {row[0] for row in MANUAL}
    assert set(FINDINGS) == known


def test_every_case_has_figures() -> None:
    made = json.loads((ROOT / "docs" / "accuracy.json").read_text(encoding="utf-8"))
    assert {check["id"] for check in made["checks"]} == {case.id for case in CASES} == set(RATES)
