"""Every word of the interface in English, as whole sentences with named gaps; the other languages translate these.

    page.py       the pages before any script runs
    accuracy.py   the page about error rates
    advice.py     what a document's page says beyond its table
    places.py     home with its search, countries, sizes
    guides.py     the guides
    legal.py      privacy, terms, refunds, cookies
    about.py      about, business, your data, without a network
    pwa.py        without a network, installed
    rule.py       the rulebook's closed vocabulary (toolchain/rulebook/vocabulary.py)
    units.py      units and ranges
    selling.py    copies that sell or take donations, and only those
    app.py        the app's own words; they travel in each document's page
    countries.py  names of countries

Gaps are `{named}`; counts have two forms, `key.one` and `key.other`. Only what belongs to one document alone (its names
and notes) comes from its spec. Pages say them through toolchain.pages.language.
"""

from toolchain.pages.words.about import ABOUT
from toolchain.pages.words.accuracy import ACCURACY
from toolchain.pages.words.advice import ADVICE
from toolchain.pages.words.app import APP
from toolchain.pages.words.countries import COUNTRIES
from toolchain.pages.words.guides import GUIDES
from toolchain.pages.words.legal import LEGAL
from toolchain.pages.words.page import PAGE
from toolchain.pages.words.places import PLACES
from toolchain.pages.words.pwa import PWA
from toolchain.pages.words.rule import RULE
from toolchain.pages.words.selling import SELLING
from toolchain.pages.words.units import UNITS

__all__ = [
    "ABOUT",
    "ACCURACY",
    "ADVICE",
    "APP",
    "COUNTRIES",
    "GUIDES",
    "LEGAL",
    "PAGE",
    "PLACES",
    "PWA",
    "RULE",
    "SELLING",
    "SENTENCES",
    "UNITS",
]

SENTENCES: dict[str, str] = {
    **PAGE, **ACCURACY, **RULE, **UNITS, **ADVICE, **PLACES, **GUIDES, **LEGAL, **ABOUT, **PWA, **SELLING,
}  # fmt: skip
"""Everything pages say; a new file of words is added here."""
