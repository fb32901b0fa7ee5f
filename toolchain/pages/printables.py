"""What can be printed, as one list to choose from. It stands in the page for any document (shell_page), where the tool
of every page reads it once there is a print sheet (site/app/rulebook.mjs)."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from pixid.document import from_data
from pixid.printing import can_print
from toolchain.pages import listing, sizes
from toolchain.pages.language import Language
from toolchain.pages.names import full_name


class Printable(NamedTuple):
    """A document that can be printed, as a list says it."""

    id: str
    words: str


class Printables(NamedTuple):
    """Those of a country."""

    country: str
    documents: list[Printable]


def printables(language: Language, documents: Sequence[Mapping[str, Any]]) -> list[Printables]:
    """Every document that has a print to make, by country, with the size of its print."""
    found = []
    for code, of_country in listing.by_country(language, documents).items():
        listed = []
        for data in of_country:
            document = from_data(dict(data))
            size = sizes.paper(language, document)
            if size and can_print(document):
                listed.append(Printable(document.id, f"{full_name(language, data)}{language.comma}{size.striptags()}"))
        if listed:
            found.append(Printables(language.country(code), listed))
    return found
