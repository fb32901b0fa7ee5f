"""Catalogues as gettext files: read, brought up to date, written. The same catalogue is the same bytes.

A message is found by msgctxt, our key. Where its English has changed since it was translated, the old translation
stays, marked `fuzzy` with the old English beside it: a person has to look, and until then it counts as missing.
"""

import io
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from toolchain.errors import BuildError
from toolchain.languages.plurals import expression
from toolchain.languages.sources import Message

KEYS_ARE_SENTENCES = ("name", "kind", "text")
"""Contexts of the rulebook's catalogue, where the English itself is the key."""


HEADER = """# Sentences of PixID; the key of each is its msgctxt. See docs/add-a-language.md.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


class Entry(NamedTuple):
    """A translation: one form, or as many as the language counts with. `stale`: made for other English."""

    forms: tuple[str, ...]
    stale: bool
    english: tuple[str, ...]


Key = tuple[str, str]
"""(msgctxt, English where that is the key, else "")."""


def key_of(message: Message) -> Key:
    """How a message is found in a catalogue."""
    return (message.key, message.one if message.key in KEYS_ARE_SENTENCES else "")


def read(path: Path, locale: Locale) -> dict[Key, Entry]:
    """The translations of a file, {} where there is none. Raises BuildError for what is no catalogue."""
    if not path.exists():
        return {}
    try:
        catalog = read_po(io.BytesIO(path.read_bytes()), locale=locale, abort_invalid=True)
    except PoFileError as error:
        raise BuildError(f"{path.parent.name}/{path.name}: {error}") from None
    found: dict[Key, Entry] = {}
    for message in catalog:
        if message.id:
            english, context = _texts(message.id), str(message.context or "")
            place = (context, english[0] if context in KEYS_ARE_SENTENCES else "")
            found[place] = Entry(_texts(message.string), message.fuzzy, english)
    return found


def _texts(texts: object) -> tuple[str, ...]:
    """One text or several, as several."""
    return tuple(map(str, texts)) if isinstance(texts, (tuple, list)) else (str(texts or ""),)


def update(path: Path, locale: Locale, sources: Iterable[Message]) -> None:
    """Write the catalogue of `sources` with every translation that is there; what nobody says any more goes."""
    known = read(path, locale)
    catalog = Catalog(locale=locale)
    for message in sources:
        entry = known.get(key_of(message))
        english = (message.one, message.many) if message.counts else (message.one,)
        empty = ("",) * (catalog.num_plurals if message.counts else 1)
        forms, flags = empty, set()
        if entry is not None and any(entry.forms):
            fits = len(entry.forms) == len(empty)
            forms = entry.forms if fits else empty
            stale = fits and (entry.stale or entry.english != english)
            flags = {"fuzzy"} if stale else set()
        catalog.add(
            english if message.counts else message.one,
            forms if message.counts else forms[0],
            context=message.key,
            flags=flags,
            previous_id=list(entry.english) if entry and flags and entry.english != english else [],
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed(catalog))


def packed(catalog: Catalog) -> bytes:
    """With a header of our own: without dates and names of tools, nothing that changes by itself."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=0, omit_header=True, include_previous=True)
    header = HEADER.format(language=catalog.locale_identifier, plurals=expression(Locale.parse(str(catalog.locale))))
    return header.encode() + buffer.getvalue()
