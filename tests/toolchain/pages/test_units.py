"""Numbers as people read them."""

import pytest
from markupsafe import Markup

from toolchain.pages import units
from toolchain.pages.language import ENGLISH, NO_BREAK

SPACE = NO_BREAK


@pytest.mark.parametrize(
    ("low", "high", "unit", "expected"),
    [
        (32, 36, "mm", f"32–36{SPACE}mm"),
        (32, 32, "mm", f"32{SPACE}mm"),
        (28.6, 34.9, "mm", f"28.6–34.9{SPACE}mm"),
        (32, None, "mm", f"at least 32{SPACE}mm"),
        (None, 36, "mm", f"up to 36{SPACE}mm"),
        (None, None, "mm", ""),
        (45, 55, "percent", "45–55%"),
        (0, 5, "mm", f"0–5{SPACE}mm"),
        (1200, None, "", f"at least 1{SPACE}200"),
    ],
)
def test_span(low: float | None, high: float | None, unit: str, expected: str) -> None:
    assert units.span(ENGLISH, low, high, unit) == expected


def test_open_ends_in_drawings() -> None:
    assert units.span(ENGLISH, 207, None, "px", signs=True) == f"≥{SPACE}207{SPACE}px"
    assert units.percent(ENGLISH, None, 0.8, signs=True) == f"≤{SPACE}80%"


def test_percent_of_ratios() -> None:
    assert units.percent(ENGLISH, 0.5, 0.69) == "50–69%"
    assert units.percent(ENGLISH, 0.625, None) == "at least 62.5%"


@pytest.mark.parametrize(("mm", "expected"), [(51, "2"), (35, "1⅜"), (25, "1"), (28, "1⅛"), (13, "½"), (1, "0")])
def test_inches_to_the_nearest_eighth(mm: float, expected: str) -> None:
    assert units.inches(mm) == expected


def test_file_sizes() -> None:
    assert units.file_size(ENGLISH, 240) == f"240{SPACE}KB"
    assert units.file_size(ENGLISH, 10240) == f"10{SPACE}MB"
    assert units.file_size(ENGLISH, 1536) == f"1.5{SPACE}MB"


def test_dates() -> None:
    assert ENGLISH.date("2026-05") == f"May{SPACE}2026"
    assert ENGLISH.date("2026-05-12") == f"12{SPACE}May{SPACE}2026"
    for wrong in ("2026", "2026-13", "May 2026"):
        with pytest.raises(ValueError, match=r"."):
            ENGLISH.date(wrong)


def test_whole_escapes_and_keeps_together() -> None:
    assert units.whole("<1 mm") == Markup(f"<bdi>&lt;1{SPACE}mm</bdi>")
