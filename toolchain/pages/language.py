"""One language of the site: its sentences, and how it writes numbers, dates, lists and names of countries.

Everything that puts words on a page is handed a `Language`; nothing about the language of a page is global.
"""

import datetime
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from string import Formatter
from typing import Any

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency
from markupsafe import Markup, escape

from toolchain.pages.words import APP, COUNTRIES, SENTENCES
from toolchain.rulebook import search_words
from toolchain.rulebook.search_words import SearchWords

NO_BREAK = "\N{NO-BREAK SPACE}"
DIGITS = "latn"
"""Numbering system: portals and rulers use these digits everywhere."""
STOPS = {"ja": "。", "zh": "。", "hi": "।"}
"""Full stops of scripts that have one of their own."""


@dataclass(frozen=True, eq=False)
class Language:
    """`sentences` are those of the pages, `app` those that travel to the tool, `pipeline` those of findings, report and
    command line (pixid.catalogue), each by key; `prose` is what the rulebook says, by kind and English."""

    id: str
    """BCP 47: "en", "ru", "pt-BR"."""
    dir: str
    """ "ltr" or "rtl"."""
    name: str
    """The language's own name for itself."""
    sentences: Mapping[str, str]
    app: Mapping[str, str]
    countries: Mapping[str, str]
    locale: Locale
    alphabet: str
    search: SearchWords
    pipeline: Mapping[str, str] = field(default_factory=dict)
    prose: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def say(self, key: str, **gaps: object) -> Markup:
        """The sentence `key` with its gaps filled, safe for HTML: gaps are escaped unless they are Markup.

        Raises KeyError for an unknown sentence or a gap that is not filled.
        """
        pieces = self._pieces.get(key) or self._pieces.setdefault(key, split(self.sentences[key]))
        return Markup("".join([text + (escape(gaps[gap]) if gap else "") for text, gap in pieces]))

    @cached_property
    def _pieces(self) -> dict[str, list[tuple[str, str]]]:
        """Sentences that were said, taken apart: a page says some three hundred."""
        return {}

    def count(self, key: str, count: int, **gaps: object) -> Markup:
        """The sentence for `count` things, in the plural form of the language; `{count}` is a gap."""
        return self.say(f"{key}.{self.plural(count)}", count=count, **gaps)

    def plural(self, count: int) -> str:
        """CLDR's category of a whole number: "one", "few", "many", "other", ..."""
        return self.locale.plural_form(count)

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
        plain = f"{round(value, 2):,.2f}".rstrip("0").rstrip(".").replace(",", NO_BREAK)
        return plain.replace(".", self.decimal)

    @property
    def stop(self) -> str:
        """What ends a sentence that the page puts together; the CLDR does not say."""
        return STOPS.get(self.locale.language, ".")

    @property
    def comma(self) -> str:
        """What stands between two parts of a line, with the blank that follows it where the script has blanks."""
        return str(self.say("list.comma", first="", last=""))

    @cached_property
    def decimal(self) -> str:
        """The decimal sign."""
        return str(self.locale.number_symbols[DIGITS]["decimal"])

    def price(self, amount: Decimal, currency: str) -> str:
        """An amount of money as the language writes it: "€3.90"."""
        return str(format_currency(amount, currency, locale=self.locale))

    def unit(self, unit: str, number: str) -> str:
        """A number, or several, with their unit: unit("mm", "35 × 45") is "35 × 45 mm". `unit` as in `unit.*`."""
        return self.sentences[f"unit.{unit}"].format(number=number).replace(" ", NO_BREAK)

    def date(self, date: str) -> str:
        """ "2026-05" or "2026-05-12" as "May 2026" or "12 May 2026"; raises ValueError for anything else."""
        parts = [int(part) for part in date.split("-")]
        if len(parts) not in (2, 3):
            raise ValueError(f"not a date: {date!r}")
        day = datetime.date(parts[0], parts[1], parts[2] if len(parts) == 3 else 1)
        if len(parts) == 3:
            said = format_date(day, "long", self.locale)
        else:
            said = format_skeleton("yMMMM", day, locale=self.locale)
        return said.replace(" ", NO_BREAK)

    def ordered(self, names: Iterable[str]) -> list[str]:
        """Names as a dictionary of the language orders them."""
        return sorted(names, key=self.place)

    def place(self, name: str) -> tuple[list[int], str]:
        """The sort key of a name: letters in the order of the alphabet, accents outside it and case do not count."""
        plain = unicodedata.normalize("NFC", name.casefold())
        letters = "".join(part if part in self.alphabet else _bare(part) for part in plain)
        return [self._rank(letter) for letter in letters], name

    def initial(self, name: str) -> str:
        """The letter under which a name stands in a list: its first, without an accent that does not count."""
        first = unicodedata.normalize("NFC", name)[0]
        return first if first.casefold() in self.alphabet else _bare(first)

    def _rank(self, letter: str) -> int:
        at = self.alphabet.find(letter)
        if at >= 0:
            return 1 + at
        return 0 if not letter.isalnum() else len(self.alphabet) + ord(letter)

    def address(self, path: str) -> str:
        """Where the page `path` ("", "accuracy/", "schengen-visa/#rules") of this language stands on the site."""
        return f"/{path}" if self.id == "en" else f"/{self.id}/{path}"

    def file(self, path: str) -> str:
        """The file of the page `path` below dist: "schengen-visa/" is "ru/schengen-visa/index.html"."""
        return self.address(path + "index.html" if path.endswith("/") or not path else path).lstrip("/")


def split(sentence: str) -> list[tuple[str, str]]:
    """A sentence as text, escaped, and the name of the gap behind it; the last gap may be none.

    Raises ValueError for a gap that is more than a name.
    """
    pieces = []
    for text, gap, form, conversion in Formatter().parse(sentence):
        if form or conversion:
            raise ValueError(f"no plain gap: {sentence!r}")
        pieces.append((str(escape(text)), gap or ""))
    return pieces


def _bare(letter: str) -> str:
    """A letter without its accents."""
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))


ENGLISH = Language(
    "en",
    "ltr",
    "English",
    SENTENCES,
    APP,
    COUNTRIES,
    Locale("en", "GB"),
    "0123456789abcdefghijklmnopqrstuvwxyz",
    search_words.ENGLISH,
)
"""The language of the sources."""
