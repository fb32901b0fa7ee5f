"""The built site in languages other than English: a share of the pages of each, another for each language.

That every page of English is whole is looked at elsewhere; the templates are the same."""

import json
from pathlib import Path

import pytest

from tests.toolchain.pages.rendered import Page, completed
from toolchain.languages import folder
from toolchain.paths import DIST, SITE

SHARE = 37
"""One page of so many."""
LANGUAGES = [entry.id for entry in folder.folders(SITE / "locales") if not entry.draft]


def read(path: str) -> str:
    return (DIST / path).read_text(encoding="utf-8")


def chosen(tag: str) -> list[Path]:
    """The share of a language's pages."""
    return sorted((DIST / tag).rglob("*.html"))[LANGUAGES.index(tag) % SHARE :: SHARE]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_pages_are_whole_and_lead_somewhere(tag: str) -> None:
    pages = chosen(tag)
    assert len(pages) > 10
    for path in pages:
        page = Page(completed(path.read_text(encoding="utf-8"), read))
        (html,) = page.all("html")
        assert html.attributes["lang"] == tag, path
        ids = [element.attributes["id"] for element in page.all(id="")]
        assert len(ids) == len(set(ids)), path
        for attributes, text in page.scripts:
            if "json" in attributes.get("type", ""):
                assert json.loads(text or "{}") is not None, path
        for element in page.elements:
            address = element.attributes.get("href") or element.attributes.get("src") or ""
            file, _, anchor = address.partition("#")
            if address.startswith("/"):
                assert (DIST / file.lstrip("/") / ("index.html" if file.endswith("/") else "")).is_file(), (
                    path,
                    address,
                )
            elif address.startswith("#"):
                assert anchor in ids, (path, address)


def test_sources_say_that_their_titles_are_english() -> None:
    for tag in LANGUAGES:
        page = Page(read(f"{tag}/schengen-visa/index.html"))
        titles = [link for link in page.all("a", rel="noreferrer") if "ol" in link.around]
        assert titles and all(link.attributes.get("lang") == "en" for link in titles), tag
