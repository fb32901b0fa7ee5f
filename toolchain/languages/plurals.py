"""Plural forms: gettext numbers them by a C expression, the CLDR names them; a catalogue has both."""

import gettext

from babel import Locale
from babel.messages.plurals import get_plural

from pixid.catalogue import CATEGORIES, PERIOD
from toolchain.errors import BuildError


def forms(locale: Locale) -> dict[str, int]:
    """CLDR category -> index of gettext's form, for the categories that whole numbers have.

    Raises BuildError where the two disagree: a form would be said for the wrong numbers.
    """
    index_of = gettext.c2py(get_plural(locale).plural_expr)
    found: dict[str, int] = {}
    for number in range(2 * PERIOD):
        category, index = locale.plural_form(number), index_of(number)
        if found.setdefault(category, index) != index:
            raise BuildError(f"{locale}: gettext and the CLDR disagree about the plural of {number}.")
    return found


def digits(locale: Locale) -> str:
    """For each number from 0 to 199 the index of its category, as pixid.catalogue reads it."""
    return "".join(str(CATEGORIES.index(locale.plural_form(number))) for number in range(2 * PERIOD))
