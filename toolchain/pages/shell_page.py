"""A document's page without its document: the service worker's answer where there is no network and the page was never
visited. The app takes the document from the rulebook, by the address. It has what can be printed, too, for the sheets
of every page."""

from collections.abc import Iterable
from typing import TypedDict

from markupsafe import Markup

from toolchain.pages.context import Age, PageContext, titled
from toolchain.pages.document_page import ACCEPT
from toolchain.pages.printables import Printables, printables
from toolchain.pages.table import Page, Site

PATH = "shell/"


class ShellContext(TypedDict):
    """shell.html with tool.html; the names are those of DocumentContext."""

    page: PageContext
    id: str
    name: Markup
    refused: bool
    uncropped: bool
    paper_uncropped: bool
    sizeless: bool
    choose: Markup
    choose_name: Markup
    accept: str
    ages: list[Age]
    unloaded: str
    printables: list[Printables]


def pages(site: Site) -> Iterable[Page]:
    """One for each language; not for search engines."""
    yield Page(PATH, "shell.html", lambda page: context(site, page), with_tool=True, indexed=False)


def context(site: Site, page: PageContext) -> ShellContext:
    """What the template shows before the app has found the document."""
    language = site.language
    name = language.say("shell.name")
    return ShellContext(
        page=titled(page, language.say("shell.title"), language.say("shell.description")),
        id="",
        name=name,
        refused=False,
        uncropped=False,
        paper_uncropped=False,
        sizeless=False,
        choose=language.say("tool.choose"),
        choose_name=language.say("tool.choose.name", name=name),
        accept=ACCEPT,
        ages=[],
        unloaded=language.app["trouble.load"],
        printables=printables(language, site.documents),
    )
