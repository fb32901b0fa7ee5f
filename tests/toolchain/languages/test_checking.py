"""Each thing that a build must not let pass in a catalogue, and what it must."""

import pytest

from toolchain.languages import lengths, sources
from toolchain.languages.checking import mistakes, numbers
from toolchain.languages.po import Entry
from toolchain.languages.sources import Message

PLAIN = Message("page:home.answer", "Choose a photo for {name}", "")
COUNTED = Message("page:found", "{count} document found", "{count} documents found")
TITLE = Message("page:site.name", "PixID", "")
NOTE = Message("text", "At most 35 x 45, at least 26 x 32 mm.", "")


def said(message: Message, *forms: str, stale: bool = False, english: tuple[str, ...] = ()) -> list[str]:
    """What is wrong with `forms` as the translation of `message`, in a language that counts with three."""
    meant = (message.one, message.many) if message.counts else (message.one,)
    key = (message.key, message.one if message.key == "text" else "")
    return mistakes([message], {key: Entry(forms, stale, english or meant)}, frozenset({"JPEG"}), 3)


def test_whole_translations_pass() -> None:
    assert said(PLAIN, "Выбрать фото: {name}") == []
    assert said(COUNTED, "Найден {count} документ", "Найдено {count} документа", "Найдено {count} документов") == []
    assert said(NOTE, "Не больше 35 × 45, не меньше 26 × 32 мм.") == []


def test_a_missing_sentence() -> None:
    assert mistakes([PLAIN], {}, frozenset(), 3) == ["page:home.answer: not translated."]
    assert said(PLAIN, "") == ["page:home.answer: not translated."]


def test_a_sentence_equal_to_its_english_unless_it_is_listed_or_has_no_words() -> None:
    assert "the same as in English" in said(PLAIN, PLAIN.one)[0]
    assert "the same as in English" in said(TITLE, "PixID")[0]
    assert said(Message("page:format.jpeg", "JPEG", ""), "JPEG") == []
    assert said(Message("page:size.both", "{first} ({second})", ""), "{first} ({second})") == []


@pytest.mark.parametrize("text", ["Выбрать фото", "Выбрать фото: {title}", "Выбрать {name} {size}", "Выбрать {name"])
def test_gaps_that_differ(text: str) -> None:
    assert len(said(PLAIN, text)) == 1


def test_forms_of_a_sentence_that_counts_nothing() -> None:
    assert "several forms" in said(PLAIN, "Выбрать {name} || Выбрать {name}")[0]


def test_plural_forms_that_are_missing() -> None:
    assert said(COUNTED, "Найден {count} документ", "Найдено {count} документа", "") == [
        "page:found: 2 of 3 plural forms."
    ]
    assert said(COUNTED, "Найдено {count} документов") == ["page:found: 1 of 3 plural forms."]


def test_english_that_has_changed_since() -> None:
    assert "has changed" in said(PLAIN, "Выбрать: {name}", english=("Take a photo for {name}",))[0]
    assert "has changed" in said(PLAIN, "Выбрать: {name}", stale=True)[0]


def test_numbers_of_the_rulebook() -> None:
    assert "numbers" in said(NOTE, "Не больше 35 × 45, не меньше 36 × 32 мм.")[0]
    assert numbers("1,5 и 0.25") == numbers("0,25 and 1.5")


def test_a_button_has_room_for_twice_its_english_and_a_bit() -> None:
    undo = Message("page:adjust.undo", "Undo", "")
    assert said(undo, "Отменить") == []
    assert said(undo, "Отменить последнее") == ["page:adjust.undo: 18 characters where there is room for 16."]
    assert said(Message("page:adjust.hint", "Undo", ""), "Отменить последнее") == []


def test_what_has_little_room_is_said_somewhere() -> None:
    assert {message.key for message in sources.messages()} >= lengths.SHORT
