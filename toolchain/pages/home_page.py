"""The home page: a search, and every document by country, readable without a script."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from pixid.document import from_data
from toolchain.errors import BuildError
from toolchain.pages import country_page, guide_page, listing, size_page
from toolchain.pages.context import Card, Country, HomeContext, Letter, PageContext, titled
from toolchain.pages.dates import last_read
from toolchain.pages.language import Language
from toolchain.pages.names import full_name
from toolchain.pages.script import data_block
from toolchain.pages.table import Page, Site
from toolchain.rulebook import census
from toolchain.rulebook.vocabulary import CONFIDENCE

SAID_BY_SCRIPT = ("search.none", "search.failed", "last.accepted")
"""Sentences that travel with the page for its script, beside all forms of search.count."""
COMMON_SIZES = 8
"""Sizes linked from the home page: those that most documents ask for."""


def pages(site: Site) -> Iterable[Page]:
    """One for each language."""
    newest = max((last_read(data) for data in site.documents), default="")
    yield Page(
        "",
        "home.html",
        lambda page: context(site.language, site.documents, page),
        script="home.mjs",
        modified=newest,
    )


def context(language: Language, documents: Sequence[Mapping[str, Any]], page: PageContext) -> HomeContext:
    """Countries by name, and their documents by name."""
    for data in documents:
        if data["country"] not in language.countries:
            raise BuildError(f"{language.name} has no name for the country {data['country']} ({data['id']}).")
    countries = [
        Country(
            id=code.lower(),
            address=language.address(country_page.path(code)),
            name=language.country(code),
            documents=[card(language, data) for data in found],
        )
        for code, found in listing.by_country(language, documents).items()
    ]
    title, description = language.say("home.title"), language.say("home.description", count=len(documents))
    return HomeContext(
        page=titled(page, title, description),
        counts=counts(language, documents),
        letters=letters_of(language, countries),
        countries=countries,
        guides=[
            (language.address(f"{guide_page.FOLDER}{id}/"), language.say(f"guide.{id}.title"))
            for id in guide_page.GUIDES
        ],
        sizes=common_sizes(language, documents),
        words_json=data_block(
            {key: text for key, text in language.sentences.items() if key in SAID_BY_SCRIPT or is_count(key)}
        ),
    )


def letters_of(language: Language, countries: Sequence[Country]) -> list[Letter]:
    """The first letters of the countries with where each begins; none where names begin with characters of their own,
    as Chinese ones do."""
    letters: dict[str, str] = {}
    for country in countries:
        letters.setdefault(language.initial(country["name"]), country["id"])
    if len(letters) * 2 > len(countries):
        return []
    return [Letter(letter=key, country=id) for key, id in letters.items()]


def is_count(key: str) -> bool:
    """Is it a form of the sentence that counts what was found?"""
    return key.startswith("search.count.")


def counts(language: Language, documents: Sequence[Mapping[str, Any]]) -> list[Markup]:
    """How many documents there are, and how well the decisive values of each grade are founded."""
    found = census.count(documents).counts
    countries = len({data["country"] for data in documents} - {listing.NO_COUNTRY})
    grades = {grade: found[grade] for grade in CONFIDENCE}
    return [
        language.say("home.counts", documents=found["documents"], countries=countries),
        language.say("home.counts.confidence", **grades),
    ]


def card(language: Language, data: Mapping[str, Any]) -> Card:
    """A document's line in the list."""
    document = from_data(dict(data))
    refused = data["self_made"]["status"] == "not_accepted"
    return Card(
        id=document.id,
        name=full_name(language, data),
        summary=listing.size(language, document) or language.say("home.sizeless"),
        refused=language.say("home.refused") if refused else Markup(""),
    )


def common_sizes(language: Language, documents: Sequence[Mapping[str, Any]]) -> list[tuple[str, Markup]]:
    """The sizes with pages of their own that most documents ask for, smallest first: address and size."""
    sizes = size_page.by_size(documents)
    paged = [size for size, found in sizes.items() if len(found) >= size_page.ENOUGH]
    chosen = sorted(paged, key=lambda size: -len(sizes[size]))[:COMMON_SIZES]
    lines = [size_page.line(language, size, sizes[size]) for size in paged if size in chosen]
    return [(line["address"], line["size"]) for line in lines]
