"""The catalogue: complete, used, and in the voice of the house."""

import re
from string import Formatter

import pytest

from tests.toolchain.committed import documents as rulebook
from toolchain.pages import guide_page, legal_page, tool_rest, words
from toolchain.pages.language import ENGLISH
from toolchain.paths import ROOT
from toolchain.rulebook import vocabulary

EVERY = {**words.SENTENCES, **words.APP}
FORBIDDEN = r"\b(score|good|poor|failed|rejected|invalid|guaranteed?|compliant|AI|please|sorry|oops)\b|!"
"""Words that verdicts and labels never use."""

GROUPS = {
    "background": vocabulary.BACKGROUNDS,
    "glasses": vocabulary.GLASSES,
    "head_covering": vocabulary.HEAD_COVERINGS,
    "expression": vocabulary.EXPRESSIONS,
    "companion": vocabulary.COMPANIONS,
    "submission": vocabulary.SUBMISSION,
    "format": vocabulary.FORMATS,
    "colour": vocabulary.COLOUR_MODES,
    "kind": vocabulary.KINDS,
    "confidence": vocabulary.CONFIDENCE,
    "rule.head": vocabulary.HEAD_TOPS,
    "country.self": vocabulary.SELF_MADE,
    "condition": (
        *vocabulary.GLASSES_CONDITIONS,
        *vocabulary.HEAD_COVERING_CONDITIONS,
        *vocabulary.EXPRESSION_CONDITIONS,
        *vocabulary.CHILD_CONDITIONS,
    ),
}


@pytest.mark.parametrize("group", GROUPS)
def test_every_word_of_the_rulebook_has_a_sentence(group: str) -> None:
    missing = [word for word in GROUPS[group] if f"{group}.{word}" not in EVERY]
    assert missing == []


def test_every_country_has_a_name() -> None:
    assert {data["country"] for data in rulebook()} <= set(words.COUNTRIES)


def test_catalogues_do_not_overlap() -> None:
    parts = set(words.__all__) - {"COUNTRIES", "SENTENCES"}  # names of countries have a space of their own
    assert len(EVERY) == sum(len(getattr(words, part)) for part in parts)


def test_no_word_the_house_does_not_use() -> None:
    spoken = {key: text for key, text in EVERY.items() if re.search(FORBIDDEN, text)}
    assert spoken == {}


def test_gaps_are_named() -> None:
    for key, text in EVERY.items():
        for _, gap, spec, conversion in Formatter().parse(text):
            assert gap is None or (re.fullmatch(r"[a-z_]+", gap) and not spec and not conversion), key


def test_plurals_come_in_pairs_with_the_same_gaps() -> None:
    for key in EVERY:
        stem, _, form = key.rpartition(".")
        if form in ("one", "other"):
            one, other = (EVERY[f"{stem}.{form}"] for form in ("one", "other"))
            assert sorted(re.findall(r"{\w+}", one)) == sorted(re.findall(r"{\w+}", other))


def test_every_sentence_of_the_pages_is_used() -> None:
    selling = ROOT / "toolchain" / "selling.py"
    sources = [selling, *(ROOT / "toolchain" / "pages").glob("*.py"), *(ROOT / "site" / "templates").glob("*.html")]
    text = "\n".join(path.read_text() for path in sources)
    begun = set(re.findall(r"[\"']([a-z_.]+\.)(?:\{|[\"'] ~)", text))  # f"kind.{kind}" and "group." ~ group
    composed = {"edit.no_background", "edit.no_light"}  # f"edit.no_{part}"
    composed |= {"search.count.one", "search.count.other"}  # all forms at once
    whole = (*legal_page.PAGES, *(f"guide.{id}" for id in guide_page.GUIDES))
    read = ("pay.say.", *(f"{page}." for page in whole))  # all of them to the page's script; those in their order
    unused = [
        key
        for key in words.SENTENCES
        if key not in words.RULE
        and key not in words.UNITS
        and f'"{key.removesuffix(".one").removesuffix(".other")}"' not in text
        and f"'{key.removesuffix('.one').removesuffix('.other')}'" not in text
        and not key.startswith(read)
        and not any(key.startswith(start) for start in begun)
        and key not in composed
    ]
    assert unused == []


def test_the_tool_knows_the_months_in_which_sources_were_read() -> None:
    known = tool_rest.months(ENGLISH)
    read = {source["read"][:7] for data in rulebook() for source in data["sources"]}
    assert read and {f"month.{month}" for month in read} <= known.keys()
    assert known["month.2026-11"].split() == ["November", "2026"]
