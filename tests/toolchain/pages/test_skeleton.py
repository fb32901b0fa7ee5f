"""What site/README.md promises the app is in every document's page, and the app asks for nothing else."""

import re

from tests.toolchain.pages.operators import SELLER
from tests.toolchain.pages.rendered import CHOSEN, Page, gather, page, site
from toolchain.paths import ROOT

WHOLE = (ROOT / "site" / "README.md").read_text()
OTHERS = WHOLE.split("## Pages without the tool")[1].split("\n## ")[0]
SELLING = WHOLE.split("## Copies that sell")[1].split("\n## ")[0]
README = WHOLE.replace(OTHERS, "").replace(SELLING, "")
PROMISED = set(re.findall(r"\[data-([a-z-]+)", README)) | set(
    re.findall(r"\bdata-(inside|required|chosen|dragging|document|state|primary)\b", README)
)
GONE = {"place", "words", "languages"}
"""Of the file with the rest of the tool alone, or of a site in several languages."""
BY_STYLE_ONLY = {"required", "chosen", "dragging"}
"""Attributes that the app sets and only the style sheet reads."""


def test_every_promised_part_is_there() -> None:
    for id in CHOSEN:
        there = {name[5:] for element in page(id).elements for name in element.attributes if name.startswith("data-")}
        assert there >= PROMISED - BY_STYLE_ONLY - GONE, id
        assert there <= PROMISED, id


def test_what_is_promised_of_pages_without_the_tool_is_there() -> None:
    promised = set(re.findall(r"\[data-([a-z-]+)", OTHERS)) - {"document"}
    pages = ("", "your-data", "offline", "shell")
    attributes = {name for path in pages for element in page(path).elements for name in element.attributes}
    assert promised <= {name.removeprefix("data-") for name in attributes}


def test_what_is_promised_of_copies_that_sell_is_there() -> None:
    sold = Page(gather((), SELLER)["us-passport/index.html"].decode())
    attributes = {name for element in sold.elements for name in element.attributes}
    assert {f"data-{name}" for name in re.findall(r"\[data-([a-z-]+)", SELLING)} <= attributes


def test_style_only_attributes_are_styled() -> None:
    css = next(data.decode() for path, data in site().items() if path.endswith(".css"))
    assert all(f"[data-{name}]" in css for name in BY_STYLE_ONLY)


def test_templates_are_the_promised_ones() -> None:
    promised = set(re.findall(r"`([a-z_-]+)`", README.split("## Templates")[1].split("`html[data-dragging]`")[0]))
    there = {template.attributes["data-template"] for template in page("us-passport").all("template")}
    assert there <= promised


def test_the_app_clones_only_templates_that_exist() -> None:
    app = "\n".join(path.read_text() for path in sorted((ROOT / "site" / "app").rglob("*.py")))
    templates = [template for path in ("us-passport", "shell") for template in page(path).all("template")]
    there = {template.attributes["data-template"] for template in templates}
    asked = set(re.findall(r"clone(?:_shape)?\(\"([a-z_-]+)\"", app))
    assert all(any(name.startswith(start) for name in there) for start in asked if start.endswith("-"))
    assert {name for name in asked if not name.endswith("-")} <= there
    parts = set(re.findall(r"\b(?:part|parts|text)\(\"([a-z-]+)\"", app))
    named = PROMISED | set(re.findall(r"\[data-([a-z-]+)", OTHERS))
    assert all(any(name.startswith(start) for name in named) for start in parts if start.endswith("-"))
    assert {name for name in parts if not name.endswith("-")} <= named
