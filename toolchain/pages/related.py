"""Pages near a document's: the others of its country, and others of its size."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from toolchain.pages import country_page, listing, size_page, units
from toolchain.pages.context import Near
from toolchain.pages.language import Language
from toolchain.pages.names import full_name, is_verified

MOST = 6
"""Links in one list."""


class Neighbours(NamedTuple):
    """All documents by country and by size, found once for all pages of a language."""

    countries: Mapping[str, Sequence[Mapping[str, Any]]]
    sizes: Mapping[size_page.Size, Sequence[Mapping[str, Any]]]

    @classmethod
    def of(cls, language: Language, documents: Sequence[Mapping[str, Any]]) -> "Neighbours":
        """The neighbours among `documents`."""
        return cls(listing.by_country(language, documents), size_page.by_size(documents))

    def near(self, language: Language, data: Mapping[str, Any]) -> list[Near]:
        """What stands beside the document `data`; nothing where it is alone."""
        made = []
        code = data["country"]
        country = language.country(code)
        same = [other for other in self.countries.get(code, ()) if other["id"] != data["id"]]
        if same:
            made.append(
                Near(
                    title=language.say("related.country", country=country),
                    links=links(language, same[:MOST]),
                    more=language.address(country_page.path(code)),
                    more_words=language.say("related.all.country", country=country),
                )
            )
        if data["print"]:
            size = data["print"]["width_mm"], data["print"]["height_mm"]
            others = [other for other in self.sizes.get(size, ()) if other["country"] != code]
            if others:
                said = units.product(language, "mm", *size)
                made.append(
                    Near(
                        title=language.say("related.size", size=said),
                        links=links(language, after(data["id"], others)[:MOST]),
                        more=language.address(size_page.path(size)),
                        more_words=language.say("related.all.size", size=said),
                    )
                )
        return made


def after(id: str, documents: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Verified documents before others, by id and beginning behind `id`: so every page is linked from some."""
    return sorted(documents, key=lambda data: (not is_verified(data), data["id"] < id, data["id"]))


def links(language: Language, documents: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Addresses and names."""
    return [(language.address(f"{data['id']}/"), full_name(language, data)) for data in documents]
