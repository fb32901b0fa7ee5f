"""What the tool shows once there is a photo, as a file of its own for each language: pages of documents stay small, and
nobody who only reads fetches it. site/app/rest.mjs puts its parts into the page."""

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from pixid.verdict import ISO_READ
from toolchain.pages.assets import hashed
from toolchain.pages.language import NO_BREAK, Language
from toolchain.pages.papers import PAPERS
from toolchain.pages.script import data_block

TEMPLATE = "tool_rest.html"
CONNECT_RULE = Markup("<code>connect-src 'self'</code>")
TIMES = re.compile(r"\} ([x×]) \{")
UNIT = re.compile(r"(\{(?:kb|most|dpi|height|height_mm)\}) (?=\w)")
"""Sizes in a sentence, "{width} × {height}" and "{kb} KB": no line may end within them."""
NAME_GAP = Markup("<span data-document-name></span>")
"""Where the name of the page's document goes."""


def context(language: Language) -> Mapping[str, Any]:
    """What the template may use. Nothing of it comes from the rulebook: pages of documents name the file, and another
    document must not change them all."""
    return {
        "lang": language.id,
        "dir": language.dir,
        "connect_rule": CONNECT_RULE,
        "name_gap": NAME_GAP,
        "papers": PAPERS,
        "words_json": data_block(words(language)),
    }


def words(language: Language) -> dict[str, str]:
    """What the app says, by key; a size and its unit stand in one line."""
    whole = {key: UNIT.sub(rf"\1{NO_BREAK}", text) for key, text in language.app.items()}
    whole = {key: TIMES.sub(rf"}}{NO_BREAK}\1{NO_BREAK}{{", text) for key, text in whole.items()}
    return whole | months(language)


def months(language: Language) -> dict[str, str]:
    """ "month.2026-11": the months in which sources may have been read, in words. A browser needs 10 to 35 ms of its
    only thread to write its first date."""
    year = int(ISO_READ[:4])
    read = [f"{one}-{month:02}" for one in (year - 1, year, year + 1) for month in range(1, 13)]
    return {f"month.{month}": language.date(month) for month in read}


def address(language: Language, data: bytes) -> str:
    """Where it stands. Not .html: some hosts send such addresses elsewhere, and search engines would list it."""
    return hashed(f"tool.{language.id}.txt", data)
