"""Every document of the rulebook gets a page that is whole, and the home page leads to it."""

import re

import pytest

from tests.toolchain.pages.rendered import Page, rulebook
from toolchain.pages import build, document_page, home_page
from toolchain.pages.context import PageContext
from toolchain.paths import ROOT

ASSETS = {name: f"/assets/{name}" for name in ("site.css", "sprite.svg", "favicon.svg")}
RULEBOOK = {name: f"/rulebook/{name}.json" for name in ("documents", "search.en")}
TEMPLATES = build.environment(ROOT / "site" / "templates", ASSETS, RULEBOOK)
PLAIN = PageContext(
    lang="en", dir="ltr", title="", description="", policy="default-src 'none'", start="/app/0/start.mjs"
)


@pytest.mark.parametrize("data", rulebook(), ids=lambda data: str(data["id"]))
def test_page(data: dict[str, object]) -> None:
    found = Page(build.render(TEMPLATES, "document.html", document_page.context(data, PLAIN)).decode())
    ids = {element.attributes["id"] for element in found.all(id="")}
    anchors = {link.attributes["href"][1:] for link in found.all("a", href="") if link.attributes["href"][0] == "#"}
    assert anchors <= ids
    assert not re.search(r"\bNone\b|\binf\b|\{\w+\}|\.\.(?!\.)| ,|;;", found.text), "something unsaid shows"
    refused = data["self_made"]["status"] == "not_accepted"  # type: ignore[index]
    filled = [element for element in found.elements if "primary" in element.attributes.get("class", "").split()]
    assert [element.name for element in filled] == ["a" if refused else "span"]


def test_home_leads_to_every_document() -> None:
    page = Page(build.render(TEMPLATES, "home.html", home_page.context(list(rulebook()), PLAIN)).decode())
    addresses = {link.attributes["href"] for link in page.all("a", href="")}
    assert {f"/{data['id']}/" for data in rulebook()} <= addresses
    ids = {element.attributes["id"] for element in page.all(id="")}
    assert {address[1:] for address in addresses if address.startswith("#")} <= ids
