"""What a document's page says beyond the table, each sentence from a stated rule and with its source.

Nothing is said where the authority says nothing: a short page is a true one. Only `at_home` is our own advice, and its
page says so.
"""

from collections.abc import Iterable

from markupsafe import Markup

from pixid.document import Document
from toolchain.pages import rules, sizes, units
from toolchain.pages.context import Mark, Pair, Refusal
from toolchain.pages.language import Language

PICTURES = {
    ("background", ""): ("plain", "wallpaper"),
    ("expression", ""): ("plain", "smile"),
    ("glasses", ""): ("glasses", "glare"),
    ("glasses", "forbidden"): ("plain", "glasses"),
    ("glasses", "avoid"): ("plain", "glare"),
    ("head_covering", ""): ("scarf", "scarf-low"),
    ("head_covering", "forbidden"): ("plain", "scarf"),
}
"""(group, rule) -> the drawings of right and wrong; rule "" where none of its own stands here."""


def pairs(language: Language, document: Document) -> list[Pair]:
    """Background, expression, glasses and head covering, as far as the authority speaks of them.

    None where people cannot bring their own photo.
    """
    made: list[Pair] = []
    if document.self_made.status == "not_accepted":
        return made
    for group in ("background", "expression", "glasses", "head_covering"):
        data = document.data[group]
        if not data or not (group == "background" or data["rule"]):
            continue
        rule = "" if group == "background" else data["rule"]
        right = rules.colours(language, document) if group == "background" else language.say(f"{group}.{rule}")
        wrong = f"pairs.{group}.wrong.{rule}" if rule else f"pairs.{group}.wrong"
        pictures = PICTURES.get((group, rule)) or PICTURES[group, ""]
        made.append(
            Pair(
                label=language.say(f"rule.{group}"),
                right=pictures[0],
                right_words=rules.capital(right),
                wrong=pictures[1],
                wrong_words=language.say(wrong if language.knows(wrong) else f"pairs.{group}.wrong"),
                source=rules.mark(document, data["source"]),
            )
        )
    return made


def at_home(language: Language, document: Document) -> list[Markup]:
    """Steps to take the photo at home; none where people cannot bring their own."""
    if document.self_made.status == "not_accepted":
        return []
    wall = language.say("home.take.wall.any")
    if document.background_colours:
        wall = language.say("home.take.wall", colours=rules.colours(language, document))
    framing = [] if document.crop_allowed else [language.say("home.take.uncropped")]
    steps = ("stand", "camera", "face", "file")
    said = [language.say(f"home.take.{step}") for step in steps]
    return [wall, *said[:2], *framing, *said[2:]]


def refusals(language: Language, document: Document) -> list[Refusal]:
    """The limits and bans the authority states, said as what they keep out."""
    data = document.data
    return [
        *_edits(language, document),
        *_numbers(language, document),
        *(
            [Refusal(text=Markup("{}").format(data["self_made"]["note"]), source=_mark(document, "self_made"))]
            if data["self_made"].get("note")
            else []
        ),
    ]


def _edits(language: Language, document: Document) -> Iterable[Refusal]:
    policy, source = document.edit_policy, _mark(document, "edit_policy")
    if policy.crop == "forbidden":
        yield Refusal(text=language.say("refusals.crop"), source=source)
    forbidden = [part for part in ("background", "light") if getattr(policy, part) == "forbidden"]
    if forbidden:
        words = "both" if len(forbidden) == 2 else forbidden[0]
        yield Refusal(text=language.say(f"refusals.{words}"), source=source)


def _numbers(language: Language, document: Document) -> Iterable[Refusal]:
    data, digital = document.data, document.digital
    if head := sizes.length(language, document, "head_height"):
        yield Refusal(text=language.say("refusals.head", range=head), source=_mark(document, "head_height"))
    if data["recency"]:
        age = rules.age(language, data["recency"])
        yield Refusal(text=language.say("refusals.age", age=age), source=_mark(document, "recency"))
    if digital and (size := sizes.pixels(language, document)):
        yield Refusal(text=language.say("refusals.pixels", size=size), source=_mark(document, "digital"))
    if digital and (size := sizes.kilobytes(language, digital)):
        yield Refusal(text=language.say("refusals.kilobytes", size=size), source=_mark(document, "digital"))
    if digital and digital.formats:
        names = units.join(language, [language.say(f"format.{name}") for name in digital.formats])
        yield Refusal(text=language.say("refusals.formats", formats=names), source=_mark(document, "digital"))


def _mark(document: Document, group: str) -> Mark | None:
    return rules.mark(document, document.data[group]["source"])
