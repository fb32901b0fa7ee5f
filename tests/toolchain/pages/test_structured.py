"""JSON-LD is valid by schema.org and says what the page says."""

import json
from typing import Any

from tests.toolchain.pages.rendered import VARIANTS, page, pages

PROPERTIES: dict[str, dict[str, tuple[str, ...]]] = {
    "WebApplication": {
        "name": ("Text",), "url": ("URL",), "description": ("Text",), "applicationCategory": ("Text",),
        "operatingSystem": ("Text",), "browserRequirements": ("Text",), "inLanguage": ("Text",),
        "isAccessibleForFree": ("Boolean",),
    },
    "BreadcrumbList": {"itemListElement": ("ListItem",)},
    "ListItem": {"position": ("Integer",), "name": ("Text",), "item": ("URL",)},
    "HowTo": {"name": ("Text",), "step": ("HowToStep",)},
    "HowToStep": {"position": ("Integer",), "text": ("Text",)},
    "FAQPage": {"mainEntity": ("Question",)},
    "Question": {"name": ("Text",), "acceptedAnswer": ("Answer",)},
    "Answer": {"text": ("Text",)},
}  # fmt: skip
"""The part of schema.org's vocabulary (version 29) that the site uses: type -> property -> what it may hold."""


def blocks(name: str) -> list[dict[str, Any]]:
    """The things a page tells."""
    found = [text for attributes, text in page(name).scripts if attributes.get("type") == "application/ld+json"]
    return [thing for text in found for thing in json.loads(text)["@graph"]]


def check(thing: Any, kinds: tuple[str, ...]) -> None:
    if isinstance(thing, list):
        for one in thing:
            check(one, kinds)
    elif isinstance(thing, dict):
        assert thing["@type"] in kinds, thing
        allowed = PROPERTIES[thing["@type"]]
        for name, value in thing.items():
            if name != "@type":
                check(value, allowed[name])
    elif isinstance(thing, bool):
        assert "Boolean" in kinds
    elif isinstance(thing, int):
        assert "Integer" in kinds
    else:
        assert kinds in (("Text",), ("URL",)) and thing.strip() and "<" not in thing and "&amp;" not in thing


def test_every_block_is_of_the_vocabulary() -> None:
    count = 0
    for path, one in pages().items():
        for attributes, text in one.scripts:
            if attributes.get("type") == "application/ld+json":
                made = json.loads(text)
                assert made["@context"] == "https://schema.org", path
                check(made["@graph"], tuple(PROPERTIES))
                count += 1
    assert count > len(VARIANTS)


def test_questions_and_steps_are_those_on_the_page() -> None:
    text = page("schengen-visa").text
    told = {thing["@type"]: thing for thing in blocks("schengen-visa")}
    for one in told["FAQPage"]["mainEntity"]:
        assert one["name"] in text and one["acceptedAnswer"]["text"] in text
    for step in told["HowTo"]["step"]:
        assert step["text"] in text
    assert [entry["position"] for entry in told["BreadcrumbList"]["itemListElement"]] == [1, 2, 3]


def test_a_document_that_refuses_self_made_photos_has_no_steps() -> None:
    assert "HowTo" not in {thing["@type"] for thing in blocks("refused")}


def test_the_home_page_is_an_application() -> None:
    (thing,) = blocks("")
    assert thing["@type"] == "WebApplication" and thing["isAccessibleForFree"] is True
