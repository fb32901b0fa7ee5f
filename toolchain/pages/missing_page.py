"""404.html: what hosts show for an address that leads nowhere."""

from collections.abc import Iterable

from toolchain.pages.context import MissingContext, PageContext, titled
from toolchain.pages.language import Language
from toolchain.pages.table import Page, Site


def pages(site: Site) -> Iterable[Page]:
    """One for each language."""
    yield Page("404.html", "missing.html", lambda page: context(site.language, page), indexed=False)


def context(language: Language, page: PageContext) -> MissingContext:
    """What the template shows."""
    return MissingContext(page=titled(page, language.say("missing.title"), language.say("missing.answer")))
