"""One language of the site: its sentences, and how it writes numbers, dates, lists and names of countries.

Everything that puts words on a page is handed a `Language`; nothing about the language of a page is global.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from toolchain.pages.words import APP, COUNTRIES, SENTENCES

MONTHS = "January February March April May June July August September October November December".split()
NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, eq=False)
class Language:
    """`sentences` are those of the pages, `app` those that travel to the tool; both by key."""

    id: str
    """BCP 47: "en", "ru", "pt-BR"."""
    dir: str
    """ "ltr" or "rtl"."""
    name: str
    """The language's own name for itself."""
    sentences: Mapping[str, str]
    app: Mapping[str, str]
    countries: Mapping[str, str]

    def say(self, key: str, **gaps: object) -> Markup:
        """The sentence `key` with its gaps filled, safe for HTML: gaps are escaped unless they are Markup.

        Raises KeyError for an unknown sentence or a gap that is not filled.
        """
        return Markup(escape(self.sentences[key])).format(**gaps)

    def count(self, key: str, count: int, **gaps: object) -> Markup:
        """The sentence for `count` things, in the plural form of the language; `{count}` is a gap."""
        return self.say(f"{key}.{self.plural(count)}", count=count, **gaps)

    def plural(self, count: int) -> str:
        """CLDR's category of a whole number: "one", "few", "many", "other", ..."""
        return "one" if count == 1 else "other"

    def knows(self, key: str) -> bool:
        """Is there a sentence `key`?"""
        return key in self.sentences

    def country(self, code: str) -> str:
        """The name of a country or area, by its code in the rulebook. Raises KeyError."""
        return self.countries[code]

    def name_of(self, document: Mapping[str, Any]) -> str:
        """The name of a document of the rulebook, in this language where it has one there."""
        names: Mapping[str, str] = document["names"]
        return names.get(self.id) or names["en"]

    def number(self, value: float) -> str:
        """At most two decimals, thousands set apart by a no-break space."""
        return f"{round(value, 2):,.2f}".rstrip("0").rstrip(".").replace(",", NO_BREAK)

    def unit(self, unit: str, number: str) -> str:
        """A number, or several, with their unit: unit("mm", "35 × 45") is "35 × 45 mm". `unit` as in `unit.*`."""
        return self.sentences[f"unit.{unit}"].format(number=number).replace(" ", NO_BREAK)

    def date(self, date: str) -> str:
        """ "2026-05" or "2026-05-12" as "May 2026" or "12 May 2026"; raises ValueError for anything else."""
        parts = [int(part) for part in date.split("-")]
        if len(parts) not in (2, 3) or not 1 <= parts[1] <= 12:
            raise ValueError(f"not a date: {date!r}")
        day = f"{parts[2]}{NO_BREAK}" if len(parts) == 3 else ""
        return f"{day}{MONTHS[parts[1] - 1]}{NO_BREAK}{parts[0]}"

    def ordered(self, names: Iterable[str]) -> list[str]:
        """Names as a dictionary of the language orders them."""
        return sorted(names, key=self.place)

    def place(self, name: str) -> tuple[str, str]:
        """The sort key of a name."""
        return name.casefold(), name

    def address(self, path: str) -> str:
        """Where the page `path` ("", "accuracy/", "schengen-visa/#rules") of this language stands on the site."""
        return f"/{path}" if self.id == "en" else f"/{self.id}/{path}"

    def file(self, path: str) -> str:
        """The file of the page `path` below dist: "schengen-visa/" is "ru/schengen-visa/index.html"."""
        return self.address(path + "index.html" if path.endswith("/") or not path else path).lstrip("/")


ENGLISH = Language("en", "ltr", "English", SENTENCES, APP, COUNTRIES)
"""The language of the sources."""
