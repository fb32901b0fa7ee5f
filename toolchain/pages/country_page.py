"""A country's page: all its documents side by side."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

from markupsafe import Markup

from toolchain.pages import listing
from toolchain.pages.context import PageContext, titled
from toolchain.pages.dates import last_read
from toolchain.pages.language import Language
from toolchain.pages.names import is_verified
from toolchain.pages.table import Page, Site

FOLDER = "countries/"
ENOUGH = 2
"""Documents from which a comparison says more than the document's own page."""


class CountryContext(TypedDict):
    """country.html."""

    page: PageContext
    title: Markup
    answer: Markup
    documents: list[listing.Listed]
    others: list[tuple[str, str]]
    """Neighbours in the list of countries: address and name."""


def path(code: str) -> str:
    """Where the page of a country stands."""
    return f"{FOLDER}{code.lower()}/"


def pages(site: Site) -> Iterable[Page]:
    """One for each country."""
    countries = listing.by_country(site.language, site.documents)
    codes = list(countries)
    for place, (code, documents) in enumerate(countries.items()):
        near = [other for other in codes[max(0, place - 3) : place + 4] if other != code]
        yield Page(
            path(code),
            "country.html",
            lambda page, code=code, documents=documents, near=near: context(  # type: ignore[misc]
                site.language, code, documents, near, page
            ),
            indexed=len(documents) >= ENOUGH and any(is_verified(data) for data in documents),
            modified=max(last_read(data) for data in documents),
        )


def context(
    language: Language, code: str, documents: Sequence[Mapping[str, Any]], near: Sequence[str], page: PageContext
) -> CountryContext:
    """The documents of the country `code` and links to those `near` in the list."""
    country = language.country(code)
    title = language.say("country.title", country=country)
    return CountryContext(
        page=titled(page, title, language.say("country.description", country=country)),
        title=title,
        answer=language.count("country.answer", len(documents)),
        documents=[listing.listed(language, data) for data in documents],
        others=[(language.address(path(other)), language.country(other)) for other in near],
    )
