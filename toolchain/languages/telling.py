"""A language as its readers get it: documents told in it, and the catalogue of pipeline, app and command line."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from toolchain.languages import plurals, prose
from toolchain.pages.assets import digest, hashed
from toolchain.pages.language import ENGLISH, Language
from toolchain.rulebook import pack, search_index

NATIVE_ONLY = "cli."
"""Sentences of the command line, which no page needs."""


def documents(language: Language, compiled: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Compiled documents with their own sentences in the language. Raises KeyError for one it does not have."""
    if language is ENGLISH:
        return compiled
    return [prose.told(one, language.id, lambda kind, english: language.prose[kind][english]) for one in compiled]


def catalogue(language: Language, native: bool = False) -> dict[str, Any]:
    """What pixid.catalogue.use takes. For the page without what only the command line says; its documents come told."""
    sentences = {key: text for key, text in language.pipeline.items() if native or not key.startswith(NATIVE_ONLY)}
    told = {**language.prose[prose.TEXT], **language.prose[prose.NAME]} if native else {}
    return {
        "language": language.id,
        "decimal": language.decimal,
        "comma": language.comma,
        "plurals": plurals.digits(language.locale),
        "sentences": sentences,
        "prose": told,
    }


def published(language: Language, compiled: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, bytes]]:
    """Name -> (address, content) of the files that pages of the language fetch once they are used:

    documents    /rulebook/documents.<lang>.<hash>.json, read by pixid.packed
    search       /rulebook/search.<lang>.<hash>.json, read by pixid.search
    catalogue    /assets/words.<lang>.<hash>.json, read by pixid.catalogue; ("", b"") for English
    """
    made = {"documents": pack.packed(documents(language, compiled)), "search": index(language, compiled)}
    found = {name: (f"/rulebook/{name}.{language.id}.{digest(data)}.json", data) for name, data in made.items()}
    words = b"" if language is ENGLISH else packed(language)
    return found | {"catalogue": (hashed(f"words.{language.id}.json", words) if words else "", words)}


def index(language: Language, compiled: Sequence[Mapping[str, Any]]) -> bytes:
    """What people find in this language; the words that mean a kind of document go by its English."""
    names = {data["id"]: language.name_of(data) for data in documents(language, compiled)}
    return search_index.index(compiled, language.search, language.countries, names)


def write(languages: Sequence[Language], compiled: Sequence[Mapping[str, Any]], native: Path) -> None:
    """Package data of the command line: catalogue and search index of every language but English."""
    made = {}
    for language in languages:
        if language is not ENGLISH:
            made[f"words.{language.id}.json"] = packed(language, native=True)
            made[f"search.{language.id}.json"] = index(language, compiled)
    for path in [*native.glob("words.*.json"), *native.glob("search.*.json")]:
        if path.name not in made and path.name != "search.en.json":
            path.unlink()
    for name, data in made.items():
        (native / name).write_bytes(data)


def packed(language: Language, native: bool = False) -> bytes:
    """The catalogue as JSON; the same language gives the same bytes."""
    made = catalogue(language, native)
    return json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
