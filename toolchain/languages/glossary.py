"""site/locales/<lang>/glossary.toml: a language says each of our terms as its offices do, in every sentence.

    never = ["hässlich"]            # beginnings of words that no sentence holds: what blames the face or the person

    [terms.crown]
    english = ["crown"]             # whole words of the English, in any case
    say = ["scheitel"]              # one of these parts of words stands wherever one of the English words does
    from = "Foto-Mustertafel"       # the office's text that says so
    but = ["pixid:some.key"]        # sentences where the English word means something else

A sentence is named by its key, or by its English where that is the key (the rulebook's).
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from toolchain.errors import BuildError
from toolchain.languages.po import KEYS_ARE_SENTENCES, Entry, Key, key_of
from toolchain.languages.sources import Message


class Term(NamedTuple):
    """One term: its English words, the parts of words that say it, where it is taken from, sentences that are free."""

    name: str
    english: tuple[str, ...]
    say: tuple[str, ...]
    source: str
    but: frozenset[str]


class Glossary(NamedTuple):
    """A language's terms and what it never says, in lower case."""

    terms: tuple[Term, ...]
    never: tuple[str, ...]


def read(folder: Path) -> Glossary:
    """The glossary of a language's folder; an empty one where it has none. Raises BuildError for what is not one."""
    path = folder / "glossary.toml"
    if not path.exists():
        return Glossary((), ())
    where = f"site/locales/{folder.name}/glossary.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BuildError(f"{where}: {error}") from None
    if unknown := sorted(set(data) - {"never", "terms"}):
        raise BuildError(f"{where}: unknown {', '.join(unknown)}.")
    terms = tuple(_term(where, name, entry) for name, entry in data.get("terms", {}).items())
    return Glossary(terms, _words(where, "never", data.get("never", [])))


def _term(where: str, name: str, entry: Mapping[str, Any]) -> Term:
    if unknown := sorted(set(entry) - {"english", "say", "from", "but"}):
        raise BuildError(f"{where}: {name}: unknown {', '.join(unknown)}.")
    english, say = (_words(where, f"{name}.{part}", entry.get(part)) for part in ("english", "say"))
    if not (english and say and entry.get("from")):
        raise BuildError(f"{where}: {name} needs english, say and from.")
    return Term(name, english, say, str(entry["from"]), frozenset(entry.get("but", ())))


def _words(where: str, name: str, listed: object) -> tuple[str, ...]:
    if not isinstance(listed, list) or not all(isinstance(word, str) and word for word in listed):
        raise BuildError(f"{where}: {name} has to be a list of words.")
    return tuple(word.lower() for word in listed)


def broken(glossary: Glossary, sources: Sequence[Message], catalogue: Mapping[Key, Entry]) -> list[str]:
    """Each sentence of a catalogue that says a term otherwise, or what is never said."""
    return [text for message in sources for text in _of(glossary, message, catalogue.get(key_of(message)))]


def _of(glossary: Glossary, message: Message, entry: Entry | None) -> Iterable[str]:
    if entry is None or entry.stale or not all(entry.forms):
        return  # missing or made for other English: that has been said
    name = message.one if message.key in KEYS_ARE_SENTENCES else message.key
    english, said = f"{message.one} {message.many}".lower(), [text.lower() for text in entry.forms]
    for term in glossary.terms:
        meant = name not in term.but and any(has_word(english, word) for word in term.english)
        if meant and not all(any(part in text for part in term.say) for text in said):
            yield f"{name}: says {term.name!r} without any of {', '.join(term.say)} (glossary.toml)."
    for word in glossary.never:
        if any(re.search(rf"\b{re.escape(word)}", text) for text in said):
            yield f"{name}: says {word!r}, which glossary.toml never says."


def has_word(text: str, word: str) -> bool:
    """Does a word stand in a text, whole, gaps in braces apart?"""
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", re.sub(r"\{\w*\}", "", text)) is not None
