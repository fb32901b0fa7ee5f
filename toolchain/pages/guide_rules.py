"""What the rulebook adds to the guides: documents grouped by what their authority says, each with its source."""

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from pixid.document import from_data
from toolchain.pages import listing, rules, units
from toolchain.pages.language import Language
from toolchain.pages.names import full_name
from toolchain.pages.prose import Block, Group, Item, block

Documents = Sequence[Mapping[str, Any]]

ORDER = {
    "glasses": ("forbidden", "avoid", "required", "allowed"),
    "head_covering": (
        "forbidden",
        "religious",
        "religious or medical",
        "religious, cultural or medical",
        "allowed",
        "required",
    ),
}
"""Rules in the order in which they matter to a reader."""
FAITH = ("religious", "religious or medical", "religious, cultural or medical", "allowed", "required")
HEALTH = ("religious or medical", "religious, cultural or medical", "allowed")
RUSSIA = "RU"


def numbers(documents: Documents) -> dict[str, dict[str, object]]:
    """Guide -> the counts its first sentence names."""

    def count(group: str, *wanted: str) -> int:
        return sum([bool(data[group]) and data[group]["rule"] in (wanted or ORDER[group]) for data in documents])

    return {
        "lighting": {"forbidden": sum([data["edit_policy"]["background"] == "forbidden" for data in documents])},
        "glasses": {
            "stated": count("glasses"),
            "forbidden": count("glasses", "forbidden"),
            "allowed": count("glasses", "allowed"),
            "required": count("glasses", "required"),
        },
        "covering": {
            "stated": count("head_covering"),
            "faith": count("head_covering", *FAITH),
            "health": count("head_covering", *HEALTH),
            "forbidden": count("head_covering", "forbidden"),
        },
    }


def groups(language: Language, documents: Documents, group: str) -> list[Block]:
    """All documents that state `group`, by its rule."""
    made = []
    for rule in ORDER[group]:
        found = [data for data in documents if data[group] and data[group]["rule"] == rule]
        items = [
            item(
                language,
                data,
                units.join(language, [language.say(f"condition.{word}") for word in data[group]["conditions"]]),
                data[group]["source"],
            )
            for data in listing.named(language, found)
        ]
        if items:
            made.append(Group(title=language.say(f"{group}.{rule}"), items=items))
    note = block("p", [language.say("guide.rule.none")])
    return [note, block("groups", [], made)] if made else [note]


def children(language: Language, documents: Documents) -> list[Block]:
    """All documents with rules of their own for children."""
    items = []
    for data in listing.named(language, [data for data in documents if data.get("children")]):
        for row in rules.child_rows(language, from_data(dict(data))):
            about = language.say("guide.baby.rule", age=row["label"], rule=row["value"])
            source = row["source"]["number"] - 1 if row["source"] else None
            items.append(item(language, data, about, source))
    note = block("p", [language.say("guide.rule.none")])
    return [block("groups", [], [Group(title=Markup(""), items=items)]), note] if items else [note]


def russian(language: Language, documents: Documents) -> list[Block]:
    """Photos of Russian documents: size, and how they are handed in."""
    found = [data for data in documents if data["country"] == RUSSIA]
    items = []
    for data in listing.named(language, found):
        document = from_data(dict(data))
        ways = [language.say(f"submission.{way}") for way in data["submission"]]
        group = data["digital"] or data["print"] or data["self_made"]
        facts = units.join(language, [part for part in (listing.size(language, document), *ways) if part])
        items.append(item(language, data, facts, group["source"]))
    return [block("groups", [], [Group(title=Markup(""), items=items)])] if items else []


def item(language: Language, data: Mapping[str, Any], detail: Markup, source: int | None) -> Item:
    """A document in a list, with the source of what is said of it."""
    return Item(
        address=language.address(f"{data['id']}/"),
        name=full_name(language, data),
        detail=detail,
        mark="" if source is None else language.address(f"{data['id']}/#source-{source + 1}"),
        number=0 if source is None else source + 1,
        source="" if source is None else str(data["sources"][source]["title"]),
        verified=source is None
        or (data["confidence"] != "memory" and data["sources"][source]["kind"] not in ("scrape", "memory")),
    )


def source_link(language: Language, data: Mapping[str, Any], source: int) -> Markup:
    """The mark of a source on another page."""
    title = data["sources"][source]["title"]
    mark = language.say("sources.mark", number=source + 1)
    # the name begins with what is seen, for those who speak it to follow the link
    return Markup('<a class="mark" href="{}" aria-label="{} {}">{}</a>').format(
        language.address(f"{data['id']}/#source-{source + 1}"),
        mark,
        language.say("sources.mark.elsewhere", title=title),
        mark,
    )
