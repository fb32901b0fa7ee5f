"""The table of pages: what a kind of page has to say about each of its pages.

A kind is a module with a function `pages(site)`; build.KINDS lists them all. It is called once for each language.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from toolchain.operator import Operator
from toolchain.pages.context import PageContext
from toolchain.pages.language import Language


class Site(NamedTuple):
    """What the pages of one language are made of."""

    language: Language
    documents: Sequence[Mapping[str, Any]]
    """Compiled rules with their prose in this language."""
    operator: Operator
    """Who runs this copy."""


class Page(NamedTuple):
    """One page of one language, before it is rendered."""

    path: str
    """Below the language's home: "" is the home page, "schengen-visa/" a folder with an index, "404.html" a file."""
    template: str
    context: Callable[[PageContext], Mapping[str, Any]]
    """What the template shows, made only when the page is written; takes what all pages have in common."""
    with_tool: bool = False
    """Does it load the app?"""
    script: str = ""
    """The module of site/app that a page without the tool loads."""
    indexed: bool = True
    """May search engines list it? If not it says so, and stays out of the sitemap."""
    modified: str = ""
    """When what it says last changed, as far as known: "2026-05" or "2026-05-12"."""


Kind = Callable[[Site], Iterable[Page]]
