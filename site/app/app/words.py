"""The app's sentences (toolchain/pages/words/app.py), and dates in the page's language."""

import json

from pyscript import document, window
from pyscript.ffi import to_js
from pyscript.js_modules import words

from pixid.catalogue import plural

SENTENCES = json.loads(words.all())


def say(key: str, **gaps) -> str:
    """The sentence `key` with its gaps filled. Raises KeyError for an unknown sentence or an unfilled gap."""
    return SENTENCES[key].format(**gaps)


def say_count(key: str, count: int, **gaps) -> str:
    """The sentence for `count` things, in the plural form of the language."""
    return say(key + "." + plural(count), count=count, **gaps)


def month(date: str) -> str:
    """ "2026-11" as "November 2026". Three years' months are among the sentences; the browser says others."""
    known = SENTENCES.get("month." + date[:7])
    if known is not None:
        return known
    options = to_js({"month": "long", "year": "numeric", "timeZone": "UTC"})
    return window.Date.new(date[:7] + "-01T00:00:00Z").toLocaleDateString(document.documentElement.lang, options)
