"""The table of eight-bit variants: what it decides, and where it is written."""

from pathlib import Path

import pytest

from quantize import table
from quantize.judging import SUBJECTS

FIND = SUBJECTS[0]


def row(variant: str, size: int, *lost: float) -> table.Row:
    return table.Row(FIND, variant, size, 1.5, 2.5, lost)


def rest() -> list[table.Row]:
    """The other networks, undecided."""
    made = []
    for subject in SUBJECTS[1:]:
        made.append(table.Row(subject, "float16 storage (shipped)", 100, 1, 1, [0.0]))
        made.append(table.Row(subject, "int8 storage", 60, 1, 1, [0.4]))
    return made


def test_a_variant_is_taken_only_if_its_worst_picture_keeps_the_limit() -> None:
    shipped, good, bad = (
        row("float16 storage (shipped)", 100, 0.0),
        row("int8 storage", 60, 0.0, 0.1),
        row("int8 b", 50, 0.0, 0.11),
    )
    said = table.decision([shipped, good, bad, *rest()]).splitlines()
    assert said[0] == "- find: int8 storage stays within 0.1 px and saves 40 bytes."
    assert said[1].startswith("- find_far: not quantised.") and "lose 0.400 px" in said[1]


def test_a_variant_that_saves_nothing_is_not_taken() -> None:
    said = table.decision([row("float16 storage (shipped)", 100, 0.0), row("int8 storage", 100, 0.01), *rest()])
    assert said.startswith("- find: not quantised.")


def test_a_complaint_of_the_web_stands_in_the_row() -> None:
    shown = row("int8 convolutions, QDQ", 1234, 0.5, 0.2, 0.3)._replace(web="no kernel").text()
    assert (
        shown
        == "| find | int8 convolutions, QDQ | 1,234 | 1.5 | does not run: no kernel | 0.300 | 0.500 | box, px of 128 |"
    )


def test_the_table_stands_between_its_markers(tmp_path: Path) -> None:
    document = tmp_path / "models.md"
    document.write_text(f"before\n{table.BEGIN}\nold\n{table.END}\nafter\n")
    table.write("new", document)
    assert document.read_text() == f"before\n{table.BEGIN}\nnew\n{table.END}\nafter\n"
    document.write_text("no markers")
    with pytest.raises(ValueError, match=r"models\.md"):
        table.write("new", document)


def test_the_markers_are_in_our_document() -> None:
    text = table.DOCUMENT.read_text(encoding="utf-8")
    assert text.index(table.BEGIN) < text.index(table.END)
