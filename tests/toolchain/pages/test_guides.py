"""Guides: what they say of authorities is what the rulebook says, and breaks the build when it no longer is."""

import copy

import pytest

from tests.toolchain.committed import documents as rulebook
from tests.toolchain.pages import operators
from tests.toolchain.pages.test_rulebook import PLAIN
from toolchain.errors import BuildError
from toolchain.pages import guide_page, guide_rules
from toolchain.pages.language import ENGLISH
from toolchain.pages.table import Site
from toolchain.pages.words import SENTENCES

SITE = Site(ENGLISH, rulebook(), operators.NOBODY)


@pytest.mark.parametrize("key", guide_page.CLAIMS)
def test_every_claim_stands_in_the_rulebook(key: str) -> None:
    assert key in SENTENCES
    mark = guide_page.claim(ENGLISH, rulebook(), key)
    assert mark is not None and "#source-" in mark


def test_a_claim_that_no_longer_holds_stops_the_build() -> None:
    changed = [copy.deepcopy(dict(data)) for data in rulebook()]
    id, group, values = guide_page.CLAIMS["guide.gosuslugi.answer"]
    (data,) = [data for data in changed if data["id"] == id]
    data[group][next(iter(values))] = None
    with pytest.raises(BuildError, match="no longer agrees"):
        guide_page.claim(ENGLISH, changed, "guide.gosuslugi.answer")


def test_counts_are_those_of_the_rulebook() -> None:
    counted = guide_rules.numbers(rulebook())
    glasses = [data["glasses"]["rule"] for data in rulebook() if data["glasses"] and data["glasses"]["rule"]]
    assert counted["glasses"]["stated"] == len(glasses)
    assert counted["glasses"]["forbidden"] == glasses.count("forbidden")
    covering = counted["covering"]
    assert covering["stated"] == int(str(covering["faith"])) + int(str(covering["forbidden"]))


@pytest.mark.parametrize("group", ["glasses", "head_covering"])
def test_every_document_that_speaks_of_it_is_listed_once_with_its_source(group: str) -> None:
    blocks = guide_rules.groups(ENGLISH, rulebook(), group)
    items = [item for block in blocks for one in block["groups"] for item in one["items"]]
    stating = {f"/{data['id']}/" for data in rulebook() if data[group] and data[group]["rule"]}
    assert {item["address"] for item in items} == stating
    assert len(items) == len(stating)
    assert all(item["mark"].startswith(item["address"] + "#source-") for item in items)


def test_rules_for_children_are_all_listed() -> None:
    (block, *_) = guide_rules.children(ENGLISH, rulebook())
    listed = [item for group in block["groups"] for item in group["items"]]
    assert len(listed) == sum(len(data["children"]) for data in rulebook())


@pytest.mark.parametrize("id", guide_page.GUIDES)
def test_a_guide_is_whole(id: str) -> None:
    made = guide_page.context(SITE, id, PLAIN)
    assert len(made["parts"]) >= 2
    assert all(part["title"] and part["blocks"] for part in made["parts"])
    assert len(made["beside"]) == len(guide_page.GUIDES) - 1
