"""Catalogues as files: brought up to date without losing a translation, and compiled with the language's plurals."""

import re
from pathlib import Path

import pytest
from babel import Locale

from pixid import catalogue, words
from pixid.catalogue import ENGLISH as PLAIN
from tests.toolchain.committed import documents
from toolchain.errors import BuildError
from toolchain.languages import folder, load, plurals, po, prose, sources, telling
from toolchain.languages.sources import Message
from toolchain.pages.language import ENGLISH, Language
from toolchain.paths import SITE

RUSSIAN = Locale("ru")
FOUND = Message("page:found", "{count} document", "{count} documents")
OLD = Message("page:choose", "Choose a photo", "")


def spoken(id: str) -> Language:
    """One of the languages that are built."""
    return next(each for each in load.languages(SITE / "locales", list(documents())) if each.id == id)


def translated(path: Path, text: str, to: str) -> None:
    """Put a translation into a catalogue, as a person does."""
    path.write_text(path.read_text().replace(f'msgid "{text}"\nmsgstr ""', f'msgid "{text}"\nmsgstr "{to}"'))


def test_updating_keeps_translations_and_marks_changed_english(tmp_path: Path) -> None:
    path = tmp_path / "messages.po"
    po.update(path, RUSSIAN, [OLD, FOUND])
    translated(path, "Choose a photo", "Выберите фото")
    first = path.read_bytes()
    po.update(path, RUSSIAN, [OLD, FOUND])
    assert path.read_bytes() == first
    assert po.read(path, RUSSIAN)[po.key_of(OLD)].forms == ("Выберите фото",)
    po.update(path, RUSSIAN, [FOUND, OLD._replace(one="Choose your photo")])
    entry = po.read(path, RUSSIAN)[po.key_of(OLD)]
    assert entry.forms == ("Выберите фото",) and entry.stale
    po.update(path, RUSSIAN, [FOUND])
    assert po.key_of(OLD) not in po.read(path, RUSSIAN)


@pytest.mark.parametrize("code", ["en", "ru", "ar", "pl", "fr", "ja", "hi", "uk"])
def test_plural_forms_of_gettext_and_the_cldr(code: str) -> None:
    locale = Locale(code)
    digits = plurals.digits(locale)
    assert set(plurals.forms(locale)) == {catalogue.CATEGORIES[int(digit)] for digit in digits}
    try:
        catalogue.use({"plurals": digits})
        for count in [*range(220), 1000, 1001, 1002, 1011, 1021, 99_999, 123_456]:
            assert catalogue.plural(count) == locale.plural_form(count), count
    finally:
        catalogue.use(PLAIN)


def test_a_catalogue_replaces_sentences_numbers_and_plurals_and_goes_again() -> None:
    russian = spoken("ru")
    english = words.FINDINGS["head-height"]["low"]
    try:
        catalogue.use(telling.catalogue(russian, native=True))
        assert words.FINDINGS["head-height"]["low"] != english
        assert [words.COUNTED.count("faces", count).format(count=count) for count in (1, 3, 5, 21)] == [
            "1 лицо", "3 лица", "5 лиц", "21 лицо",
        ]  # fmt: skip
        assert catalogue.localised("1.5") == "1,5"
        assert catalogue.prose("Indian passport") == "Паспорт Индии"
    finally:
        catalogue.use(PLAIN)
    assert words.FINDINGS["head-height"]["low"] == english


def test_documents_are_told_in_the_language_and_stay_themselves() -> None:
    russian = spoken("ru")
    told = {data["id"]: data for data in telling.documents(russian, documents())}
    for data in documents():
        other = told[data["id"]]
        assert other["names"]["en"] == data["names"]["en"]
        assert other["sources"] == data["sources"] and len(other["notes"]) == len(data["notes"])
        assert all(re.search("[а-яё]", note.lower()) for note in other["notes"]), data["id"]
    assert all(data is same for data, same in zip(documents(), telling.documents(ENGLISH, documents())))


def test_keys_are_unique() -> None:
    keys = [message.key for message in sources.messages()]
    assert len(keys) == len(set(keys))
    texts = [(message.key, message.one) for message in prose.messages(list(documents()))]
    assert len(texts) == len(set(texts))


def test_an_incomplete_language_stops_the_build_and_a_draft_does_not(tmp_path: Path) -> None:
    french = tmp_path / "fr"
    french.mkdir()
    about = 'name = "Français"\nalphabet = "abcdefghijklmnopqrstuvwxyz"\n'
    (french / "language.toml").write_text(about)
    with pytest.raises(BuildError, match=r"(?s)fr: page:site\.name: not translated.*and \d+ more"):
        load.languages(tmp_path, list(documents()))
    (french / "language.toml").write_text(about + "draft = true\n")
    assert load.languages(tmp_path, list(documents())) == [ENGLISH]
    (french / "language.toml").write_text(about + 'nme = "x"\n')
    with pytest.raises(BuildError, match="nme"):
        folder.read(french)
