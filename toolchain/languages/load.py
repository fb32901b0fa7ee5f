"""From site/locales to the languages of the build: catalogues read, checked and put into shape."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from toolchain.errors import BuildError
from toolchain.languages import folder, glossary, plurals, po, prose, searching, sources
from toolchain.languages.checking import mistakes
from toolchain.languages.folder import Folder
from toolchain.languages.po import Entry, Key
from toolchain.languages.sources import Message
from toolchain.pages.language import ENGLISH, Language
from toolchain.pages.words import COUNTRIES

MESSAGES, RULEBOOK = "messages.po", "rulebook.po"
MOST_SHOWN = 40


def languages(locales: Path, documents: Sequence[Mapping[str, Any]]) -> list[Language]:
    """English, then every language below `locales` that is no draft. Raises BuildError with a list of what is wrong."""
    found, wrong = [ENGLISH], []
    ours, rulebook = sources.messages(), prose.messages(documents)
    for entry in folder.folders(locales):
        if not entry.draft:
            texts, told = catalogues(entry)
            found_wrong = wrong_in(entry, ours, texts) + wrong_in(entry, rulebook, told)
            wrong += [f"{entry.id}: {mistake}" for mistake in found_wrong]
            if not found_wrong:
                found.append(language(entry, ours, texts, told))
    if wrong:
        more = f"\n  and {len(wrong) - MOST_SHOWN} more" if len(wrong) > MOST_SHOWN else ""
        listed = "\n  ".join(wrong[:MOST_SHOWN])
        raise BuildError(f"site/locales is not complete (python -m toolchain.languages lists all):\n  {listed}{more}")
    return found


def wrong_in(entry: Folder, sources: Sequence[Message], catalogue: Mapping[Key, Entry]) -> list[str]:
    """Every mistake of one of a language's catalogues, by itself and by the language's glossary."""
    forms = len(set(plurals.forms(entry.locale).values()))
    return [
        *mistakes(sources, catalogue, entry.same, forms),
        *glossary.broken(glossary.read(entry.path), sources, catalogue),
    ]


def catalogues(entry: Folder) -> tuple[dict[Key, Entry], dict[Key, Entry]]:
    """What is translated of our sentences and of the rulebook's."""
    return po.read(entry.path / MESSAGES, entry.locale), po.read(entry.path / RULEBOOK, entry.locale)


def language(entry: Folder, ours: Iterable[Message], texts: Mapping[Key, Entry], told: Mapping[Key, Entry]) -> Language:
    """The language of a complete folder."""
    spoken: dict[str, dict[str, str]] = {"page": {}, "app": {}, "pixid": {}}
    categories = plurals.forms(entry.locale)
    for message in ours:
        speaker, _, key = message.key.partition(":")
        forms = texts[po.key_of(message)].forms
        if message.counts:
            spoken[speaker] |= {f"{key}.{category}": forms[index] for category, index in categories.items()}
        else:
            spoken[speaker][key] = forms[0]
    return Language(
        id=entry.id,
        dir=entry.locale.text_direction,
        name=entry.name,
        sentences=spoken["page"],
        app=spoken["app"],
        countries=countries(entry, spoken["page"]),
        locale=entry.locale,
        alphabet=entry.alphabet,
        search=searching.read(entry.path),
        pipeline=spoken["pixid"],
        prose=_by_kind({key: value.forms[0] for key, value in told.items()}),
    )


def _by_kind(told: Mapping[Key, str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {kind: {} for kind in (prose.NAME, prose.KIND, prose.TEXT)}
    for (kind, english), text in told.items():
        found[kind][english] = text
    return found


def countries(entry: Folder, sentences: Mapping[str, str]) -> dict[str, str]:
    """Code -> name, by the folder itself, then by the CLDR. Raises BuildError for one that neither names."""
    areas = {code: sentences[f"country.{code}"] for code in sources.NO_COUNTRIES}
    named = dict(entry.locale.territories) | areas | dict(entry.countries)
    if missing := [code for code in COUNTRIES if code not in named]:
        raise BuildError(f"{entry.id}: language.toml has to name {', '.join(missing)} under [countries].")
    return {code: named[code] for code in COUNTRIES}
