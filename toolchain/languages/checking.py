"""What a build does not let pass in a catalogue: every mistake as a sentence that names the key."""

import re
from collections.abc import Iterable, Mapping, Sequence
from string import Formatter

from toolchain.languages import lengths
from toolchain.languages.po import KEYS_ARE_SENTENCES, Entry, Key, key_of
from toolchain.languages.sources import Message

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def mistakes(sources: Sequence[Message], catalogue: Mapping[Key, Entry], same: frozenset[str], forms: int) -> list[str]:
    """Missing, unchanged, made for other English, other gaps, too few plural forms (`forms`: how many there must be),
    too long for its place."""
    return [text for message in sources for text in _of(message, catalogue.get(key_of(message)), same, forms)]


def _of(message: Message, entry: Entry | None, same: frozenset[str], forms: int) -> Iterable[str]:
    name = message.key if message.key not in KEYS_ARE_SENTENCES else f"{message.key} {message.one!r}"
    if entry is None or not any(entry.forms):
        yield f"{name}: not translated."
        return
    if entry.stale or entry.english != ((message.one, message.many) if message.counts else (message.one,)):
        yield f"{name}: its English has changed; translate it anew and take the mark `fuzzy` away."
        return
    wanted = forms if message.counts else 1
    if len(entry.forms) != wanted or not all(entry.forms):
        yield f"{name}: {sum(map(bool, entry.forms))} of {wanted} plural forms."
        return
    for text in entry.forms:
        if has_words(text) and text in (message.one, message.many) and text not in same:
            yield f"{name}: the same as in English; if it is a name, list it under `same` in language.toml."
        if "||" in text and "||" not in message.one:
            yield f"{name}: holds several forms in one; only counted sentences have them."
        room = lengths.most(message.key, message.one)
        if room and len(text) > room:
            yield f"{name}: {len(text)} characters where there is room for {room}."
        yield from _gaps(name, message, text)


def _gaps(name: str, message: Message, text: str) -> Iterable[str]:
    if message.key in KEYS_ARE_SENTENCES:
        if numbers(text) != numbers(message.one):
            yield f"{name}: has the numbers {numbers(text)} instead of {numbers(message.one)}."
        return
    try:
        there, wanted = gaps(text), gaps(message.one) | gaps(message.many)
    except ValueError as error:
        yield f"{name}: {error}."
        return
    if there != wanted:
        yield f"{name}: has the gaps {sorted(there)} instead of {sorted(wanted)}."


def gaps(text: str) -> set[str]:
    """Names of the {gaps}. Raises ValueError for braces that do not match."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def has_words(text: str) -> bool:
    """Is there anything to translate beside gaps, signs and numbers?"""
    return any(letter.isalpha() for letter in re.sub(r"\{\w*\}", "", text))


def numbers(text: str) -> list[str]:
    """The numbers in a text, whatever the decimal sign, in order of size."""
    return sorted(number.replace(",", ".") for number in NUMBER.findall(text))
