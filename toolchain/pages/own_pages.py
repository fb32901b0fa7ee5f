"""The two pages about this device: what is stored on it, and what to do without a network."""

from collections.abc import Iterable
from typing import TypedDict

from markupsafe import Markup

from toolchain.pages.context import PageContext, titled
from toolchain.pages.language import Language
from toolchain.pages.script import data_block
from toolchain.pages.table import Page, Site

SAID_BY_SCRIPT = (
    "your_data.deleted",
    "your_data.restored",
    "your_data.failed",
    "your_data.records",
    "your_data.files",
    "your_data.characters",
    "your_data.local",
    "your_data.session",
    "your_data.database",
    "your_data.cache",
    "your_data.worker",
    "your_data.remove",
)
"""Sentences that travel with the page for its script."""


class YourDataContext(TypedDict):
    """your_data.html."""

    page: PageContext
    languages: list[tuple[str, str]]
    """Language tags and names to choose from."""
    words_json: Markup


class OfflineContext(TypedDict):
    """offline.html."""

    page: PageContext


def pages(site: Site) -> Iterable[Page]:
    """Two for each language; neither is for search engines."""
    language = site.language
    yield Page("your-data/", "your_data.html", lambda page: your_data(language, page), script="your_data.mjs")
    yield Page("offline/", "offline.html", lambda page: offline(language, page), indexed=False, script="offline.mjs")


def your_data(language: Language, page: PageContext) -> YourDataContext:
    """Everything stored, to see, save, correct and delete."""
    return YourDataContext(
        page=titled(page, language.say("your_data.title"), language.say("your_data.description")),
        languages=[(other["lang"], other["name"]) for other in page["alternates"]],
        words_json=data_block({key: language.sentences[key] for key in SAID_BY_SCRIPT}),
    )


def offline(language: Language, page: PageContext) -> OfflineContext:
    """What is shown for a page that is not stored."""
    return OfflineContext(page=titled(page, language.say("offline.title"), language.say("offline.description")))
