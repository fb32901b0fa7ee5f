"""The documentation for maintainers says what the code does: its examples load, its tables are complete."""

import re
from pathlib import Path

import pytest

from toolchain.rulebook.load import load
from toolchain.rulebook.mistakes import RulebookError
from toolchain.rulebook.spec import SPEC
from toolchain.rulebook.vocabulary import KINDS, SUBMISSION

ROOT = Path(__file__).parents[3]
SCHEMA = (ROOT / "specs" / "README.md").read_text()
GUIDE = (ROOT / "docs" / "add-a-document.md").read_text()


def example(text: str) -> str:
    """The first whole spec in a document."""
    found = re.search(r"```toml\n(document = .*?)```", text, re.DOTALL)
    assert found
    return found.group(1).replace("https://...", "https://example.org")


@pytest.mark.parametrize("text", [SCHEMA, GUIDE], ids=["schema", "guide"])
def test_the_example_loads_and_is_short(tmp_path: Path, text: str) -> None:
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "passport.toml").write_text(example(text))
    assert [spec.id for spec in load(tmp_path)] == ["xx-passport"]
    assert example(text).count("\n") < 40


def test_the_change_of_the_guide_loads(tmp_path: Path) -> None:
    change = re.search(r"```toml\n(changes = .*?)```", GUIDE, re.DOTALL)
    assert change
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "passport.toml").write_text(change.group(1) + example(GUIDE))
    assert load(tmp_path)[0].data["changes"][0]["key"] == "recency"


def test_every_key_kind_and_way_is_explained() -> None:
    keys = SCHEMA.split("## Keys")[1].split("## What the build")[0]
    for word in (*SPEC.fields, *KINDS, *SUBMISSION):
        assert f"`{word}`" in keys, word


def test_a_newcomers_slips_are_named(tmp_path: Path) -> None:
    (tmp_path / "xx").mkdir()
    text = example(GUIDE).replace('read = "2026-11"', 'read = "November"').replace("head_top", "headtop")
    (tmp_path / "xx" / "passport.toml").write_text(text)
    with pytest.raises(RulebookError) as caught:
        load(tmp_path)
    assert {mistake.key for mistake in caught.value.mistakes} == {"headtop", "sources.registry.read"}
