"""JSON-LD and RDFa are valid by schema.org; what JSON-LD says, the page says."""

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
    "HowTo": {"name": ("Text",), "step": ("Text",)},
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


def test_rdfa_is_of_the_vocabulary() -> None:
    for path, one in pages().items():
        marked = [element.attributes for element in one.all(property="") if element.name != "meta"]
        kinds = {element.attributes["typeof"] for element in one.all(typeof="")}
        assert kinds <= set(PROPERTIES), path
        allowed = {name: holds for kind in kinds for name, holds in PROPERTIES[kind].items()}
        for attributes in marked:
            assert attributes.get("typeof", "Text") in allowed[attributes["property"]], (path, attributes)


def test_questions_and_steps_are_marked() -> None:
    shown = page("schengen-visa")
    steps = [element for element in shown.all("li") if element.around[-2:] == ("section", "ol")]
    assert len(shown.all("li", property="step")) == 5 <= len(steps)
    asked = len(shown.all("dt", property="name"))
    assert asked == len(shown.all("dd", property="acceptedAnswer")) == len(shown.all("span", property="text")) > 3
    (told,) = blocks("schengen-visa")
    assert [entry["position"] for entry in told["itemListElement"]] == [1, 2, 3]
    assert all(entry["name"] in shown.text for entry in told["itemListElement"])


def test_a_document_that_refuses_self_made_photos_has_no_steps() -> None:
    assert not page("refused").all(property="step")


def test_the_home_page_is_an_application() -> None:
    (thing,) = blocks("")
    assert thing["@type"] == "WebApplication" and thing["isAccessibleForFree"] is True
