"""The home page: every document by country, readable without a script."""

from typing import Any

from markupsafe import Markup

from pixid.document import from_data
from toolchain.errors import BuildError
from toolchain.pages import sizes, units
from toolchain.pages.context import Card, Country, HomeContext, Letter, PageContext, titled
from toolchain.pages.document_page import SELF_MADE_SIGNS, country_id, split_name
from toolchain.pages.words import COUNTRIES, say
from toolchain.rulebook import census
from toolchain.rulebook.vocabulary import CONFIDENCE

NO_COUNTRY = "ZZ"
"""Photos tied to no country stand last."""


def context(documents: list[dict[str, Any]], page: PageContext) -> HomeContext:
    """Countries by name, and their documents by name."""
    by_country: dict[str, list[Card]] = {}
    for data in documents:
        if data["country"] not in COUNTRIES:
            raise BuildError(f"toolchain/pages/words/countries.py has no name for {data['country']} ({data['id']}).")
        by_country.setdefault(data["country"], []).append(card(data))
    countries = [
        Country(id=country_id(code), name=COUNTRIES[code], documents=sorted(cards, key=lambda found: found["name"]))
        for code, cards in sorted(by_country.items(), key=lambda item: (item[0] == NO_COUNTRY, COUNTRIES[item[0]]))
    ]
    letters: dict[str, str] = {}
    for country in countries:
        letters.setdefault(country["name"][0], country["id"])
    title, description = say("home.title"), say("home.description", count=len(documents))
    return HomeContext(
        page=titled(page, title, description),
        counts=counts(documents),
        letters=[Letter(letter=key, country=id) for key, id in letters.items()],
        countries=countries,
    )


def counts(documents: list[dict[str, Any]]) -> list[Markup]:
    """How many documents there are, and how well the decisive values of each grade are founded."""
    found = census.count(documents).counts
    countries = len({data["country"] for data in documents} - {NO_COUNTRY})
    grades = {grade: found[grade] for grade in CONFIDENCE}
    return [
        say("home.counts", documents=found["documents"], countries=countries),
        say("home.counts.confidence", **grades),
    ]


def card(data: dict[str, Any]) -> Card:
    """A document's line in the list."""
    document = from_data(data)
    name, qualifier = split_name(data["names"]["en"])
    size = [found for found in (sizes.paper(document), sizes.pixels(document)) if found]
    status = data["self_made"]["status"]
    return Card(
        id=document.id,
        name=f"{name}, {qualifier}" if qualifier else name,
        summary=units.join(size) or say("home.sizeless"),
        sign=SELF_MADE_SIGNS[status],
        self_made=say(f"home.self_made.{status}"),
    )
