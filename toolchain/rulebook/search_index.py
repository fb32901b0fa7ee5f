"""Makes the index that pixid.search reads: for each language one small file of folded words and where they stand."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pixid.search import is_letter, split
from toolchain.pages.words.countries import COUNTRIES
from toolchain.rulebook.folding import fold, table
from toolchain.rulebook.search_words import ENGLISH, SearchWords

MOST_BYTES = 12 * 1024
"""Budget of one language's index, brotli-compressed at quality 11."""

INCH_MM = 25.4
CONFIDENCE = ("official", "secondary", "memory")
KINDS = ("passport", "visa", "identity", "residence", "driving")
"""Documents that fit a question equally well come in these orders, then by id."""


def index(
    documents: Sequence[Mapping[str, Any]],
    words: SearchWords = ENGLISH,
    countries: Mapping[str, str] = COUNTRIES,
    names: Mapping[str, str] | None = None,
) -> bytes:
    """The index of one language for compiled documents as JSON. Equal documents and words give equal bytes.

    `countries`: code -> name; `names`: id -> name in that language, the English ones if None.
    """
    ordered = sorted(documents, key=_rank)
    places: dict[str, list[int]] = {}
    for place, document in enumerate(ordered):
        name = document["names"]["en"] if names is None else names[document["id"]]
        for word in words_of(document, words, countries, name):
            places.setdefault(word, []).append(place)
    known = sorted(places)
    made = {
        "documents": [document["id"] for document in ordered],
        "words": " ".join(known),
        "places": [_steps(places[word]) for word in known],
        "idle": fold(words.idle),
        "folds": table(set("".join(known)) | {"\u00d7"}),
    }
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()


def words_of(document: Mapping[str, Any], words: SearchWords, countries: Mapping[str, str], name: str) -> set[str]:
    """Every folded word by which the document can be found."""
    country, kind = document["country"], document["document"]
    texts = [document["id"].replace("-", " "), kind, name, document["names"].get("local", "")]
    texts += [countries[country], words.countries.get(country, ""), words.documents.get(document["id"], "")]
    texts += [said for part, said in words.kinds.items() if part in kind]
    found = {word for text in texts for word in split(fold(text))} - {""}
    return {word for word in found - set(fold(words.idle).split()) if not is_letter(word)} | sizes(document)


def sizes(document: Mapping[str, Any]) -> set[str]:
    """The document's sizes as people write them: mm, cm, whole inches, pixels of a single or least size."""
    found = set()
    if document["print"]:
        sides = document["print"]["width_mm"], document["print"]["height_mm"]
        found |= {"x".join(f"{side / unit:g}" for side in sides) for unit in (1, 10)}
        inches = [side / INCH_MM for side in sides]
        if all(abs(inch - round(inch)) < 0.02 for inch in inches):
            found.add("x".join(f"{round(inch)}" for inch in inches))
    digital = document["digital"] or {}
    if digital.get("width_px_min") and digital.get("height_px_min"):
        found.add(f"{digital['width_px_min']}x{digital['height_px_min']}")
    return found


def _rank(document: Mapping[str, Any]) -> tuple[int, int, bool, bool, str]:
    """Sort key: a plain "visa" comes before a "diversity visa entry", that of many countries before one country's."""
    kinds = [place for place, kind in enumerate(KINDS) if kind in document["document"]]
    plain = document["document"].startswith(KINDS)
    grade, kind = CONFIDENCE.index(document["confidence"]), min(kinds, default=len(KINDS))
    return grade, kind, not plain, document["country"] != "SCHENGEN", document["id"]


def _steps(places: Sequence[int]) -> list[int]:
    """Rising numbers as the steps between them: small ones compress better."""
    return [place - before for before, place in zip((0, *places), places, strict=False)]
