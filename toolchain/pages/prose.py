"""Pages of running text: a page is its sentences in the order of the dictionary.

Under a prefix ("privacy") stand parts ("privacy.rights"), and in each part its leaves: `title` opens it, `p`, `p1`, ...
are paragraphs, `li1`, ... points of a list, `step1`, ... numbered steps. A part whose name is a condition ("paid"), or
ends in one ("retention_paid"), is left out unless the condition holds; so one dictionary serves every copy of the site.
"""

import re
from collections.abc import Collection, Mapping
from typing import TypedDict

from markupsafe import Markup

from toolchain.pages.context import PageContext
from toolchain.pages.language import Language
from toolchain.pages.words import SENTENCES

CONDITIONS = ("free", "paid", "donation", "known", "unknown")
LEAF = re.compile(r"(title|p|li|step)\d*")
LISTS = {"li": "ul", "step": "ol"}


class Item(TypedDict):
    """A document in a list: where it is, what it says, who says so."""

    address: str
    name: str
    detail: Markup
    mark: str
    """Address of the source; "" for none."""
    number: int
    """Its number on the document's page; 0 for none."""
    source: str
    """Its title."""
    verified: bool


class Group(TypedDict):
    """Documents that say the same."""

    title: Markup
    items: list[Item]


class Block(TypedDict):
    """One block of a part. `kind`: p, ul, ol, figure, groups or table; the lists that do not belong to it are empty."""

    kind: str
    items: list[Markup]
    groups: list[Group]
    rows: list[list[Markup]]
    """Of a table; the first row holds the headings."""


class Part(TypedDict):
    """A part with its heading; `id` is its anchor."""

    id: str
    title: Markup
    blocks: list[Block]


class ProseContext(TypedDict):
    """prose.html."""

    page: PageContext
    answer: Markup
    updated: Markup
    parts: list[Part]
    path: list[tuple[str, Markup]]
    """Pages above this one: address and name."""
    beside: list[tuple[str, Markup]]
    """Sister pages: address and name."""


def block(
    kind: str, items: list[Markup], groups: list[Group] | None = None, rows: list[list[Markup]] | None = None
) -> Block:
    """A block of one kind."""
    return Block(kind=kind, items=items, groups=groups or [], rows=rows or [])


def parts(
    language: Language,
    prefix: str,
    gaps: Mapping[str, object],
    facts: Collection[str] = (),
    extras: Mapping[str, list[Block]] | None = None,
    marks: Mapping[str, Markup] | None = None,
) -> list[Part]:
    """The parts of the page `prefix`. `facts` are the conditions that hold; `extras` stand at the end of their parts,
    `marks` (sources) at the end of the sentences with these keys.

    Raises KeyError for a gap that is not given.
    """
    found: dict[str, Part] = {}
    for key in SENTENCES:
        if not key.startswith(prefix + ".") or key.endswith(".other"):
            continue
        name, _, leaf = key.removeprefix(prefix + ".").removesuffix(".one").partition(".")
        if not (form := LEAF.fullmatch(leaf)) or not holds(name, facts):
            continue
        base = name if name in CONDITIONS else name.partition("_")[0]
        part = found.setdefault(base, Part(id=base, title=Markup(""), blocks=[]))
        sentence = said(language, key, gaps) + (marks or {}).get(key, Markup(""))
        if form[1] == "title":
            part["title"] = sentence
        else:
            _add(part["blocks"], LISTS.get(form[1], "p"), sentence)
    for name, blocks in (extras or {}).items():
        found[name]["blocks"] += blocks
    return [part for part in found.values() if part["title"]]


def holds(name: str, facts: Collection[str]) -> bool:
    """Does the part `name` stand in a copy of which `facts` are true?"""
    return all(word in facts for word in name.split("_") if word in CONDITIONS)


def said(language: Language, key: str, gaps: Mapping[str, object]) -> Markup:
    """The sentence `key`; one with several forms counts `gaps["count"]`."""
    if not key.endswith(".one"):
        return language.say(key, **gaps)
    count = gaps["count"]
    assert isinstance(count, int)
    others = {name: gap for name, gap in gaps.items() if name != "count"}
    return language.count(key.removesuffix(".one"), count, **others)


def link(language: Language, path: str, words: str) -> Markup:
    """A link to a page of the site, called by the sentence `words`."""
    return Markup('<a href="{}">{}</a>').format(language.address(path), language.say(words))


def _add(blocks: list[Block], kind: str, sentence: Markup) -> None:
    """A list goes on where the block before is one of its kind."""
    if kind != "p" and blocks and blocks[-1]["kind"] == kind:
        blocks[-1]["items"].append(sentence)
    else:
        blocks.append(block(kind, [sentence]))
