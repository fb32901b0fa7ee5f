"""OFIQ's mappings from raw measure to component, against its own 28 images.

tests/data/ofiq_expected_results.csv is OFIQ's data/tests/expected_results/expected_results.csv (commit a16a990, MIT).
"""

import csv
from pathlib import Path

import pytest

from pixid.ofiq import component

with (Path(__file__).parent / "data" / "ofiq_expected_results.csv").open() as _file:
    ROWS = list(csv.DictReader(_file, delimiter=";"))
MEASURES = [name.removesuffix(".scalar") for name in ROWS[0] if name.endswith(".scalar")]
OURS = {"NaturalColor": "NaturalColour"}


def test_the_table_is_whole() -> None:
    assert len(ROWS) == 28
    assert len(MEASURES) == 28


@pytest.mark.parametrize("measure", MEASURES)
def test_component(measure: str) -> None:
    for row in ROWS:
        expected = int(row[f"{measure}.scalar"])
        assert abs(component(OURS.get(measure, measure), float(row[measure])) - expected) <= 1, row["Filename"]
