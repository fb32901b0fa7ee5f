"""Every word of the interface, as whole sentences with named gaps: translating the site is translating this folder.

    page.py       the pages before any script runs
    rule.py       the rulebook's closed vocabulary (toolchain/rulebook/vocabulary.py)
    app.py        the app's own words; they travel in each document's page
    countries.py  names of countries

Gaps are `{named}`; counts have two forms, `key.one` and `key.other`. Only what belongs to one document alone (its names
and notes) comes from its spec.
"""

from markupsafe import Markup, escape

from toolchain.pages.words.app import APP
from toolchain.pages.words.countries import COUNTRIES
from toolchain.pages.words.page import PAGE
from toolchain.pages.words.rule import RULE

__all__ = ["APP", "COUNTRIES", "PAGE", "RULE", "say", "say_count"]


def say(key: str, **gaps: object) -> Markup:
    """The sentence `key` with its gaps filled, safe for HTML: gaps are escaped unless they are Markup.

    Raises KeyError for an unknown sentence or a gap that is not filled.
    """
    return Markup(escape(PAGE[key] if key in PAGE else RULE[key])).format(**gaps)


def say_count(key: str, count: int, **gaps: object) -> Markup:
    """The sentence for `count` things, `key.one` or `key.other`; `{count}` is a gap."""
    return say(f"{key}.one" if count == 1 else f"{key}.other", count=count, **gaps)
