"""A document as one line of a list: name, size, head, background, who may take it, what may be edited."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypedDict

from markupsafe import Markup

from pixid.document import Document, from_data
from toolchain.pages import rules, sizes, units
from toolchain.pages.language import Language
from toolchain.pages.names import SELF_MADE_SIGNS, full_name, is_verified

NO_COUNTRY = "ZZ"
"""Photos tied to no country stand last."""


class Listed(TypedDict):
    """One document; what its authority does not state is the page's dash."""

    id: str
    address: str
    name: str
    country: str
    size: Markup
    head: Markup
    background: Markup
    sign: str
    self_made: Markup
    edit: Markup
    verified: bool


def listed(language: Language, data: Mapping[str, Any]) -> Listed:
    """The line of a compiled document."""
    document = from_data(dict(data))
    status = data["self_made"]["status"]
    return Listed(
        id=document.id,
        address=language.address(f"{document.id}/"),
        name=full_name(language, data),
        country=language.country(document.country),
        size=size(language, document),
        head=sizes.length(language, document, "head_height") or Markup(""),
        background=rules.capital(rules.colours(language, document)) if document.background_colours else Markup(""),
        sign=SELF_MADE_SIGNS[status],
        self_made=language.say(f"country.self.{status}"),
        edit=language.say(f"country.edit.{editing(document)}"),
        verified=is_verified(data),
    )


def size(language: Language, document: Document) -> Markup:
    """Paper and pixels, as far as stated."""
    found = [one for one in (sizes.paper(language, document), sizes.pixels(language, document)) if one]
    return units.join(language, found)


def editing(document: Document) -> str:
    """none, crop, allowed or unstated: what may be done to the picture."""
    policy = document.edit_policy
    if policy.crop == "forbidden":
        return "none"
    if "forbidden" in (policy.background, policy.light):
        return "crop"
    return "allowed" if policy.background == policy.light == "allowed" else "unstated"


def by_country(language: Language, documents: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """Code -> its documents by name; the countries by name, photos of no country last."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for data in documents:
        found.setdefault(data["country"], []).append(data)
    order = sorted(found, key=lambda code: (code == NO_COUNTRY, language.place(language.country(code))))
    return {code: named(language, found[code]) for code in order}


def named(language: Language, documents: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Documents in the order of their names."""
    return sorted(documents, key=lambda data: language.place(full_name(language, data)))
