"""The ledger: counts may not fall, values may not change without a date."""

from pathlib import Path
from typing import Any

import pytest

from tests.toolchain.rulebook.making import spec
from toolchain.rulebook import ledger
from toolchain.rulebook.__main__ import main
from toolchain.rulebook.census import count
from toolchain.rulebook.compile import compile_spec
from toolchain.rulebook.load import Spec
from toolchain.rulebook.mistakes import Mistake

BEFORE: dict[str, Any] = {"print": {"mm": [35, 45]}, "glasses": {"rule": "forbidden"}, "copies": 2}


def compare(folder: Path, before: list[Spec], after: list[Spec]) -> list[Mistake]:
    ledger.write(folder, before, count([compile_spec(spec) for spec in before]))
    return ledger.compare(ledger.read(folder), after, count([compile_spec(spec) for spec in after]))


@pytest.mark.parametrize(
    ("change", "keys"),
    [
        ({}, []),
        ({"notes": ["New words."]}, []),
        ({"glasses": {"rule": "forbidden", "note": "Said better.", "source": "law"}}, []),
        ({"eye_line": {"ratio": [0.5, 0.6]}}, ["eye_line"]),
        ({"copies": 4, "glasses": {"rule": "allowed"}}, ["copies", "glasses"]),
        ({"copies": 4, "changes": [{"date": "2026-12", "key": "copies", "what": "Four."}]}, []),
        ({"copies": 4, "changes": [{"date": "2026-12", "key": "glasses", "what": "Four."}]}, ["copies"]),
    ],
)
def test_a_changed_value_needs_a_dated_entry_of_its_own(
    tmp_path: Path, change: dict[str, Any], keys: list[str]
) -> None:
    found = compare(tmp_path, [spec(**BEFORE)], [spec(**BEFORE | change)])
    assert [mistake.key for mistake in found] == keys
    assert all(mistake.file == "xx/passport.toml" for mistake in found)


def test_an_old_entry_does_not_excuse_a_new_change(tmp_path: Path) -> None:
    dated = BEFORE | {"changes": [{"date": "2026-01", "key": "copies", "what": "Two."}]}
    assert [mistake.key for mistake in compare(tmp_path, [spec(**dated)], [spec(**dated | {"copies": 4})])] == [
        "copies"
    ]


def test_a_removed_value_is_a_changed_value(tmp_path: Path) -> None:
    without = {key: value for key, value in BEFORE.items() if key != "glasses"}
    assert [mistake.key for mistake in compare(tmp_path, [spec(**BEFORE)], [spec(**without)])] == ["glasses"]


def test_counts_may_not_fall(tmp_path: Path) -> None:
    two = [spec("xx-a", **BEFORE), spec("xx-b", **BEFORE)]
    found = compare(tmp_path, two, two[:1])
    assert {mistake.key for mistake in found} >= {"documents", "with a size", "with an address", "xx-b"}
    assert compare(tmp_path, two[:1], two) == []


def test_the_command_names_file_and_key_and_accepts_when_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "at").mkdir()
    file = tmp_path / "at" / "passport.toml"
    text = """
document = "passport"
names.en = "Passport"
confidence = "official"
copies = {}
[sources]
page = {{title = "Ministry", kind = "authority", url = "https://example.org", read = "2026-11"}}
"""
    command = ["--specs", str(tmp_path)]
    file.write_text(text.format(2))
    assert main([*command, "--accept"]) == 0
    assert "1  documents" in capsys.readouterr().out
    file.write_text(text.format(3))
    assert main(command) == 1
    assert "at/passport.toml: copies: changed without its date" in capsys.readouterr().err
    file.write_text(text.format('"three"'))
    assert main([*command, "--accept"]) == 1
    assert "at/passport.toml: copies: must be a whole number" in capsys.readouterr().err
    file.write_text('changes = [{date = "2026-12", key = "copies", what = "Three."}]' + text.format(3))
    assert main([*command, "--accept"]) == 0
    assert main(command) == 0


def test_the_command_knows_no_country_without_a_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "xx").mkdir()
    source = 'page = {title = "Ministry", kind = "memory", read = "2026-11"}'
    text = f'document = "visa"\nnames.en = "Visa"\nconfidence = "memory"\n[sources]\n{source}'
    (tmp_path / "xx" / "visa.toml").write_text(text)
    (tmp_path / "xx" / "long.toml").write_text("#\n" * 40 + text)
    assert main(["--specs", str(tmp_path)]) == 1
    errors = capsys.readouterr().err
    assert "xx/visa.toml: lies in xx/" in errors
    assert "xx/long.toml: has 45 lines" in errors
