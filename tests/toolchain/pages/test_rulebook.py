"""Every document of the rulebook gets a page that is whole, and the home page leads to it."""

import re
from functools import cache

import pytest
from markupsafe import Markup

from pixid.document import from_data
from tests.toolchain.committed import documents as rulebook
from tests.toolchain.pages.rendered import Page
from toolchain.pages import build, document_page, home_page
from toolchain.pages.context import DocumentContext, PageContext
from toolchain.pages.language import ENGLISH
from toolchain.pages.related import Neighbours
from toolchain.pages.words import PAGE
from toolchain.paths import ROOT

ASSETS = {name: f"/assets/{name}" for name in ("site.css", "sprite.svg", "pictures.svg", "favicon.svg", "icon-192.png")}
FETCHED = {
    "structured": "",
    "fetched": {
        "rest": "/assets/tool.en.txt",
        "documents": "/rulebook/documents.json",
        "search": "/rulebook/search.json",
        "catalogue": "",
    },
}
TEMPLATES = build.environment(ROOT / "site" / "templates", ASSETS, [])
PLAIN = PageContext(
    lang="en",
    dir="ltr",
    title="",
    description="",
    path="",
    address="/",
    site="",
    offer=None,
    share="",
    alternates=[],
    indexed=True,
    modified="",
    policy=Markup("default-src 'none'"),
    start="/app/0/start.mjs",
    preload=[],
    everywhere=["/app/0/installed.mjs"],
)


NEIGHBOURS = Neighbours.of(ENGLISH, rulebook())


@cache
def shown(place: int) -> tuple[DocumentContext, str]:
    """What the page of the document at `place` in the rulebook is made of, and its HTML; made once for all tests."""
    context = document_page.context(ENGLISH, NEIGHBOURS, rulebook()[place], PLAIN)
    return context, build.render(TEMPLATES, ENGLISH, "document.html", {**context, **FETCHED}).decode()


PLACES = range(len(rulebook()))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: str(rulebook()[place]["id"]))
def test_page(place: int) -> None:
    context, html = shown(place)
    found = Page(html)
    ids = {element.attributes["id"] for element in found.all(id="")}
    anchors = {link.attributes["href"][1:] for link in found.all("a", href="") if link.attributes["href"][0] == "#"}
    assert anchors <= ids
    assert not re.search(r"\bNone\b|\binf\b|\{\w+\}|\.\.(?!\.)| ,|;;", found.text), "something unsaid shows"
    filled = [element for element in found.elements if "primary" in element.attributes.get("class", "").split()]
    assert [element.name for element in filled] == ["a" if context["refused"] else "span"]


def test_every_value_leads_in_one_click_to_its_source_its_kind_and_when_it_was_read() -> None:
    for place, data in enumerate(rulebook()):
        context, _ = shown(place)
        numbers = {line["number"] for line in context["sources"] if line["kind"] and line["read"]}
        assert numbers == set(range(1, len(data["sources"]) + 1))
        values = [*context["rules"], *context["facts"], *([context["notice"]] if context["notice"] else [])]
        for value in values:
            if value.get("stated", True):
                mark = value["source"]
                assert mark is not None and mark["number"] in numbers, (data["id"], value)
        assert context["answer_sources"] or str(context["answer"]).lower() == PAGE["answer.none"], data["id"]


def test_who_may_take_it_is_said_of_every_document() -> None:
    words = {
        "accepted": PAGE["self_made.accepted"],
        "unstated": "The authority has not said",
        "conditional": PAGE["notice.conditional"],
        "not_accepted": PAGE["notice.not_accepted"],
    }
    for place, data in enumerate(rulebook()):
        made = data["self_made"]
        _, html = shown(place)
        before = Markup(html[: html.index("data-start-panel")]).unescape()
        assert words[made["status"]] in before, data["id"]
        assert made["why"] in before and made["instead"] in before, data["id"]


def test_a_document_without_a_size_says_why_there_is_no_file() -> None:
    found = 0
    for place, data in enumerate(rulebook()):
        context, _ = shown(place)
        assert not (context["sizeless"] and from_data(data).has_size)
        if not from_data(data).has_size:
            found += 1
            assert context["sizeless"] or context["refused"] or context["uncropped"], data["id"]
    assert found >= 30


def test_home_leads_to_every_document() -> None:
    page = Page(
        build.render(
            TEMPLATES, ENGLISH, "home.html", {**home_page.context(ENGLISH, rulebook(), PLAIN), **FETCHED}
        ).decode()
    )
    addresses = {link.attributes["href"] for link in page.all("a", href="")}
    assert {f"/{data['id']}/" for data in rulebook()} <= addresses
    ids = {element.attributes["id"] for element in page.all(id="")}
    assert {address[1:] for address in addresses if address.startswith("#")} <= ids
