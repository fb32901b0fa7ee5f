"""Plural forms: gettext numbers them, the CLDR names them; a catalogue has both."""

import gettext

from babel import Locale
from babel.messages.plurals import get_plural
from babel.plural import to_gettext

from pixid.catalogue import CATEGORIES, PERIOD
from toolchain.errors import BuildError


def forms(locale: Locale) -> dict[str, int]:
    """CLDR category -> index of the form in a catalogue, for the categories that whole numbers have.

    As gettext numbers them; where its usual expression contradicts the CLDR (Hindi counts 0 like 1), in the CLDR's
    order. Raises BuildError where the two do not even have as many forms.
    """
    index_of = gettext.c2py(get_plural(locale).plural_expr)
    found: dict[str, set[int]] = {}
    for number in range(2 * PERIOD):
        found.setdefault(locale.plural_form(number), set()).add(index_of(number))
    if all(len(indices) == 1 for indices in found.values()):
        return {category: min(indices) for category, indices in found.items()}
    if len(found) != get_plural(locale).num_plurals:
        raise BuildError(f"{locale}: gettext and the CLDR disagree about the plural forms.")
    return {category: place for place, category in enumerate(name for name in CATEGORIES if name in found)}


def expression(locale: Locale) -> str:
    """What a catalogue's Plural-Forms says: gettext's usual expression, the CLDR's where that one contradicts it."""
    index_of, known = gettext.c2py(get_plural(locale).plural_expr), forms(locale)
    agree = all(index_of(number) == known[locale.plural_form(number)] for number in range(2 * PERIOD))
    return str(get_plural(locale)) if agree else to_gettext(locale.plural_form)


def digits(locale: Locale) -> str:
    """For each number from 0 to 199 the index of its category, as pixid.catalogue reads it."""
    return "".join(str(CATEGORIES.index(locale.plural_form(number))) for number in range(2 * PERIOD))
