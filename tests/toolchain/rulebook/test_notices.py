"""Oddities are listed, not refused."""

from typing import Any

import pytest

from tests.toolchain.rulebook.making import SOURCES, compiled, spec
from toolchain.rulebook.notices import notices


@pytest.mark.parametrize(
    ("data", "odd"),
    [
        ({"print": {"mm": [35, 45]}, "digital": {"px": [413, 531], "dpi": 300}}, {"digital.dpi": "34.97 x 44.96 mm"}),
        ({"print": {"mm": [35, 45]}, "digital": {"px": [414, 532], "dpi": 300}}, {}),
        ({"print": {"mm": [40, 50]}, "digital": {"aspect": [3, 4]}}, {"digital": "0.750"}),
        ({"print": {"mm": [35, 45]}, "digital": {"aspect": [7, 9], "px_min": [492, 633]}}, {}),
        ({"print": {"mm": [35, 45]}, "digital": {"px_min": [400, 500], "px_max": [450, 600]}}, {}),
        ({"sources": {"list": SOURCES["list"]}}, {"confidence": "kind scrape"}),
        ({"confidence": "memory"}, {"confidence": "kind authority"}),
        ({"confidence": "secondary", "sources": {"list": SOURCES["list"]}}, {}),
    ],
)
def test_oddities(data: dict[str, Any], odd: dict[str, str]) -> None:
    found = {notice.key: notice.message for notice in notices([spec(**data)], [compiled(**data)])}
    assert set(found) == set(odd)
    for key, words in odd.items():
        assert words in found[key]
