"""A glossary holds a language to its terms and away from what it never says."""

from pathlib import Path

import pytest

from toolchain.errors import BuildError
from toolchain.languages import folder, glossary, po, prose, sources
from toolchain.languages.po import Entry
from toolchain.languages.sources import Message
from toolchain.paths import SITE, SPECS
from toolchain.rulebook import compile

WHOLE = """
never = ["hässlich"]
[terms.crown]
english = ["crown", "top of the head"]
say = ["Scheitel"]
from = "Foto-Mustertafel"
but = ["page:jewels"]
"""


def made(tmp_path: Path, text: str) -> glossary.Glossary:
    (tmp_path / "glossary.toml").write_text(text, encoding="utf-8")
    return glossary.read(tmp_path)


def wrong(found: glossary.Glossary, english: str, *said: str, key: str = "page:a", many: str = "") -> list[str]:
    message = Message(key, english, many)
    entry = Entry(said, False, (english, many) if many else (english,))
    return glossary.broken(found, [message], {po.key_of(message): entry})


def test_a_term_is_said_as_listed(tmp_path: Path) -> None:
    found = made(tmp_path, WHOLE)
    assert wrong(found, "The crown is cut.", "Der Scheitel fehlt.") == []
    assert wrong(found, "Crowns are cut.", "Die Spitze fehlt.") == []  # another word
    assert wrong(found, "Show {crown}.", "Zeig {crown}.") == []
    assert "'crown'" in wrong(found, "Top of the head: cut.", "Die Spitze fehlt.")[0]
    assert "'crown'" in wrong(found, "A crown", "Scheitel", "Spitzen", many="{n} parts of the crown")[0]
    assert wrong(found, "A crown of gold", "Krone", key="page:jewels") == []


def test_sentences_of_the_rulebook_are_named_by_their_english(tmp_path: Path) -> None:
    found = made(tmp_path, WHOLE.replace("page:jewels", "A crown of gold"))
    assert wrong(found, "A crown of gold", "Krone", key="text") == []


def test_what_is_never_said(tmp_path: Path) -> None:
    found = made(tmp_path, WHOLE)
    assert "never" in wrong(found, "Choose another photo.", "Hässliches Foto.")[0]
    assert wrong(found, "Choose another photo.", "Nimm ein anderes.") == []


def test_a_missing_sentence_is_not_told_twice(tmp_path: Path) -> None:
    found = made(tmp_path, WHOLE)
    assert glossary.broken(found, [Message("page:a", "The crown", "")], {}) == []
    assert wrong(found, "The crown", "") == []


@pytest.mark.parametrize(
    "text",
    ["also = 1", "[terms.crown", "never = 3", "[terms.crown]\nenglish = ['crown']", WHOLE + "\nwhy = 'x'"],
)
def test_what_is_no_glossary(tmp_path: Path, text: str) -> None:
    with pytest.raises(BuildError, match=r"glossary\.toml"):
        made(tmp_path, text)


def test_a_language_without_one_has_no_terms(tmp_path: Path) -> None:
    assert glossary.read(tmp_path) == glossary.Glossary((), ())


@pytest.mark.parametrize("entry", folder.folders(SITE / "locales"), ids=lambda entry: entry.id)
def test_every_language_has_a_glossary_of_words_that_it_says(entry: folder.Folder) -> None:
    """A term whose English nobody says is a slip."""
    found = glossary.read(entry.path)
    if entry.draft:
        pytest.skip(f"{entry.id} is still being written.")
    assert {"crown", "background", "finding"} <= {term.name for term in found.terms}
    all_sources = [*sources.messages(), *prose.messages(compile.compiled(SPECS))]
    english = "\n".join(f"{message.one}\n{message.many}" for message in all_sources).lower()
    for term in found.terms:
        assert any(glossary.has_word(english, word) for word in term.english), term.name
