"""The loader names every mistake of every file at once, with file and key."""

from pathlib import Path

import pytest

from toolchain.rulebook.load import load
from toolchain.rulebook.mistakes import RulebookError

GOOD = """
document = "passport"
names = {en = "Passport"}
confidence = "official"
print = {mm = [35, 45]}
head_height = {mm = [32, 36]}
[sources]
page = {title = "Ministry", kind = "authority", url = "https://example.org/photo", read = "2026-11"}
"""


def mistakes(folder: Path, **files: str) -> dict[str, list[str]]:
    """Write `country__document` = text files, load them, give key -> messages of what is wrong."""
    for name, text in files.items():
        country, document = name.split("__")
        (folder / country).mkdir(exist_ok=True)
        (folder / country / f"{document.replace('_', '-')}.toml").write_text(text)
    with pytest.raises(RulebookError) as caught:
        load(folder)
    found: dict[str, list[str]] = {}
    for mistake in caught.value.mistakes:
        assert mistake.file
        assert str(mistake) in str(caught.value)
        found.setdefault(mistake.key, []).append(mistake.message)
    return found


def with_lines(*lines: str) -> str:
    return "\n".join(lines) + GOOD


def test_a_good_spec_takes_its_id_from_its_place(tmp_path: Path) -> None:
    for country, name in (("us", "passport"), ("zz", "student-card")):
        (tmp_path / country).mkdir()
        (tmp_path / country / f"{name}.toml").write_text(GOOD)
    assert [(spec.id, spec.country) for spec in load(tmp_path)] == [("student-card", "ZZ"), ("us-passport", "US")]


def test_mistakes_of_all_files_come_together(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        us__passport=with_lines('color = "colour"', 'head_top = "hat"', "copies = 0").replace("[35, 45]", '"35x45"'),
        fr__visa=GOOD.replace("[32, 36]", "[36, 32]"),
        de__visa="document =",
        it__visa=GOOD.replace('read = "2026-11"', 'read = "last week"'),
    )
    assert set(found) == {"color", "head_top", "copies", "print.mm", "head_height.mm", "", "sources.page.read"}
    assert "unknown key" in found["color"][0]
    assert "skull, hair, forehead" in found["head_top"][0]


@pytest.mark.parametrize(
    ("line", "key", "words"),
    [
        ("digital = {kb = [50, 51]}", "digital.kb", "no file fits"),
        ("digital = {kb = [60, 50]}", "digital.kb", "greater than the greatest"),
        ("digital = {px = [600, 800], px_min = [1, 1]}", "digital.px", "contradict"),
        ("digital = {px_min = [600, 800], px_max = [500, 900]}", "digital.px_max", "width"),
        ("digital = {px = [600, 800], aspect = [1, 1]}", "digital.aspect", "shape"),
        ("chin_to_pupil = {mm = [46, 50]}", "chin_to_pupil", "larger than the photo"),
        ("copies = 2.0", "copies", "whole number"),
        ("digital = {formats = ['webp']}", "digital.formats[0]", "must be one of"),
        ("recency = {months = 0}", "recency.months", "from 1 to 120"),
        ("colour = 'sepia'", "colour", "must be one of"),
        ("face_width = {px = [100, 200]}", "face_width.px", "needs digital.px"),
        ("face_width = {mm = [36, 40]}", "face_width", "larger than the photo"),
        ("centring = {ratio = [0.4, 1.5]}", "centring.ratio", "from 0 to 1"),
        ("glasses = {rule = 'never'}", "glasses.rule", "forbidden"),
        ("glasses = {}", "glasses", "at least one of"),
        ("glasses = {rule = 'forbidden', source = 'nobody'}", "glasses.source", "there is no 'nobody'"),
        ("self_made = {status = 'not_accepted', why = 'Taken at the office.'}", "self_made.instead", "is missing"),
        ("background = {colours = ['white', 'white']}", "background.colours[1]", "twice"),
        ("background = {colours = ['mauve']}", "background.colours[0]", "must be one of"),
        ("names.fr = 'Passeport'", "names.fr", "unknown key"),
        ("changes = [{date = '2026-01', key = 'glass', what = 'Gone.'}]", "changes[0].key", "names no key"),
        ("notes = [' padded ']", "notes[0]", "a text"),
        ("copies = true", "copies", "whole number"),
    ],
)
def test_each_mistake_is_found(tmp_path: Path, line: str, key: str, words: str) -> None:
    text = GOOD.replace('names = {en = "Passport"}', "names.en = 'Passport'")
    found = mistakes(tmp_path, us__passport=f"{line}\n{text}")
    assert list(found) == [key]
    assert words in found[key][0]


def test_mm_and_ratio_that_exclude_each_other(tmp_path: Path) -> None:
    found = mistakes(tmp_path, us__passport=GOOD.replace("[32, 36]", "[32, 36], ratio = [0.3, 0.5]"))
    assert "contradict" in found["head_height"][0]


@pytest.mark.parametrize(
    "line",
    [
        "top_margin = {mm = [20, 30]}",
        "eye_line = {ratio = [0.1, 0.2]}",
        "eye_line = {ratio = [0.8, 0.9], from = 'top'}",
        "face_width = {mm = [5, 8]}",
        "chin_to_pupil = {mm = [11, 13]}\nhead_top = 'skull'",
    ],
)
def test_bands_that_no_head_can_satisfy_name_both(tmp_path: Path, line: str) -> None:
    found = mistakes(tmp_path, us__passport=f"{line}\n{GOOD}")
    assert set(found) == {"head_height", line.split()[0]}
    assert "together with head_height" in found[line.split()[0]][0]


def test_mm_without_a_print(tmp_path: Path) -> None:
    assert list(mistakes(tmp_path, us__passport=GOOD.replace("print = {mm = [35, 45]}", ""))) == ["head_height.mm"]


def test_a_source_needs_an_address_unless_it_is_a_memory_or_a_text(tmp_path: Path) -> None:
    no_url = GOOD.replace(', url = "https://example.org/photo"', "")
    found = mistakes(tmp_path, us__passport=no_url, fr__visa=no_url.replace("authority", "memory"))
    assert list(found) == ["sources.page.url"]


def test_an_empty_folder_is_no_rulebook(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="holds no spec"):
        load(tmp_path)
