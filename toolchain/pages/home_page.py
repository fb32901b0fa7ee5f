"""The home page: every document by country, readable without a script."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from pixid.document import from_data
from toolchain.errors import BuildError
from toolchain.pages import sizes, units
from toolchain.pages.context import Card, Country, HomeContext, Letter, PageContext, titled
from toolchain.pages.document_page import SELF_MADE_SIGNS, country_id, last_read, split_name
from toolchain.pages.language import Language
from toolchain.pages.table import Page, Site
from toolchain.rulebook import census
from toolchain.rulebook.vocabulary import CONFIDENCE

NO_COUNTRY = "ZZ"
"""Photos tied to no country stand last."""


def pages(site: Site) -> Iterable[Page]:
    """One for each language."""
    newest = max((last_read(data) for data in site.documents), default="")
    yield Page("", "home.html", lambda page: context(site.language, site.documents, page), modified=newest)


def context(language: Language, documents: Sequence[Mapping[str, Any]], page: PageContext) -> HomeContext:
    """Countries by name, and their documents by name."""
    by_country: dict[str, list[Card]] = {}
    for data in documents:
        if data["country"] not in language.countries:
            raise BuildError(f"{language.name} has no name for the country {data['country']} ({data['id']}).")
        by_country.setdefault(data["country"], []).append(card(language, data))
    countries = [
        Country(
            id=country_id(code),
            name=language.country(code),
            documents=sorted(by_country[code], key=lambda found: language.place(found["name"])),
        )
        for code in sorted(by_country, key=lambda code: (code == NO_COUNTRY, language.place(language.country(code))))
    ]
    letters: dict[str, str] = {}
    for country in countries:
        letters.setdefault(country["name"][0], country["id"])
    title, description = language.say("home.title"), language.say("home.description", count=len(documents))
    return HomeContext(
        page=titled(page, title, description),
        counts=counts(language, documents),
        letters=[Letter(letter=key, country=id) for key, id in letters.items()],
        countries=countries,
    )


def counts(language: Language, documents: Sequence[Mapping[str, Any]]) -> list[Markup]:
    """How many documents there are, and how well the decisive values of each grade are founded."""
    found = census.count(documents).counts
    countries = len({data["country"] for data in documents} - {NO_COUNTRY})
    grades = {grade: found[grade] for grade in CONFIDENCE}
    return [
        language.say("home.counts", documents=found["documents"], countries=countries),
        language.say("home.counts.confidence", **grades),
    ]


def card(language: Language, data: Mapping[str, Any]) -> Card:
    """A document's line in the list."""
    document = from_data(dict(data))
    name, qualifier = split_name(language.name_of(data))
    size = [found for found in (sizes.paper(language, document), sizes.pixels(language, document)) if found]
    status = data["self_made"]["status"]
    return Card(
        id=document.id,
        name=f"{name}, {qualifier}" if qualifier else name,
        summary=units.join(language, size) or language.say("home.sizeless"),
        sign=SELF_MADE_SIGNS[status],
        self_made=language.say(f"home.self_made.{status}"),
    )
