"""The compiled rulebook: units, open ends, sources by index, equal bytes."""

import json
from pathlib import Path

from pixid.document import from_data
from tests.toolchain.rulebook.making import compiled
from toolchain.rulebook.compile import write


def test_sources_become_indices_and_the_first_is_the_default() -> None:
    made = compiled(print={"mm": [35, 45]}, head_height={"mm": [32, 36], "source": "law"})
    assert made["print"] == {"width_mm": 35, "height_mm": 45, "dpi": None, "note": "", "source": 0}
    assert made["head_height"]["source"] == 1
    assert made["sources"][1] == {"title": "Law", "kind": "law", "read": "2026-11", "changed": "2026-02", "url": None}


def test_two_units_are_narrowed_to_what_satisfies_both() -> None:
    band = compiled(print={"mm": [35, 45]}, head_height={"mm": [32, 40], "ratio": [0.6, 0.8]})["head_height"]
    assert (band["min"], band["max"], band["unit"]) == (32, 36, "mm")
    assert band["stated"] == {"mm": [32, 40], "ratio": [0.6, 0.8]}


def test_open_ends_are_null() -> None:
    infinity = float("inf")
    made = compiled(
        print={"mm": [35, 45]},
        top_margin={"mm": [2, infinity]},
        eye_distance={"mm": [0, 12]},
        digital={"kb": [50, infinity]},
    )
    assert (made["top_margin"]["min"], made["top_margin"]["max"]) == (2, None)
    assert (made["eye_distance"]["min"], made["eye_distance"]["max"]) == (None, 12)
    assert (made["digital"]["file_kb_min"], made["digital"]["file_kb_max"]) == (50, None)


def test_px_become_ratios_that_keep_the_rule() -> None:
    band = compiled(digital={"px_min": [354, 472]}, eye_line={"px": [256, 300]})["eye_line"]
    assert band["unit"] == "ratio"
    assert 256 <= band["min"] * 472 < 256.001
    assert 299.999 < band["max"] * 472 <= 300


def test_an_eye_line_from_the_top_is_turned_round() -> None:
    band = compiled(print={"mm": [35, 45]}, eye_line={"mm": [15, 20], "from": "top"})["eye_line"]
    assert (band["min"], band["max"], band["from"], band["stated_from"]) == (25, 30, "bottom", "top")


def test_one_size_is_least_and_greatest() -> None:
    digital = compiled(digital={"px": [500, 653], "kb": [0, 250]})["digital"]
    assert (digital["width_px_min"], digital["width_px_max"]) == (500, 500)
    assert (digital["height_px_min"], digital["height_px_max"]) == (653, 653)
    assert (digital["file_kb_min"], digital["file_kb_max"]) == (None, 250)


def test_silence_is_there_to_be_read() -> None:
    made = compiled()
    assert made["edit_policy"]["crop"] == "unstated"
    assert made["self_made"]["status"] == "unstated"
    document = from_data(made)
    assert document.crop_allowed
    assert not document.has_size
    assert document.is_fallback("head_height")


def test_equal_specs_give_equal_bytes(tmp_path: Path) -> None:
    text = """
document = "visa"
names.en = "Visa"
confidence = "memory"
sources.me = {title="x", kind="memory", read="2026-11"}
"""
    for folder, names in (("a", ("fr", "at")), ("b", ("at", "fr"))):
        for name in names:
            (tmp_path / folder / name).mkdir(parents=True)
            (tmp_path / folder / name / "visa.toml").write_text(text)
        write(tmp_path / folder, tmp_path / folder / "out" / "documents.json")
    first, second = ((tmp_path / folder / "out" / "documents.json").read_bytes() for folder in "ab")
    assert first == second
    assert [document["id"] for document in json.loads(first)] == ["at-visa", "fr-visa"]
