"""The rules of a document as rows of a table, each with its source; and the four facts beside the drawing."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from pixid.document import HORIZONTAL, VERTICAL, Document
from toolchain.pages import sizes, units
from toolchain.pages.context import Mark, Rule
from toolchain.pages.language import Language


def mark(document: Document, index: int | None) -> Mark | None:
    """The source mark for `index` of the document's sources."""
    source = document.source(index)
    return None if source is None or index is None else Mark(number=index + 1, title=source.title)


def row(
    language: Language,
    document: Document,
    label: Markup | str,
    value: Markup | str,
    source: int | None,
    *details: Markup | str,
) -> Rule:
    """A stated rule; `label` is a key of the words, or words already said.

    It is verified unless its source proves nothing or nobody has checked the document.
    """
    behind = document.source(source)
    return Rule(
        label=label if isinstance(label, Markup) else language.say(label),
        value=capital(Markup("{}").format(value)),
        details=lines(details),
        source=mark(document, source),
        verified=document.confidence != "memory" and (behind is None or behind.verified),
        stated=True,
    )


def silent(language: Language, label: str, words: str = "rule.not_stated") -> Rule:
    """A requirement the authority says nothing about."""
    return Rule(
        label=language.say(label),
        value=capital(language.say(words)),
        details=[],
        source=None,
        verified=True,
        stated=False,
    )


def capital(text: Markup) -> Markup:
    """The first letter in upper case; what begins with a number or markup stays as it is."""
    return Markup(text[:1].upper() + text[1:])


def lines(details: Iterable[Markup | str]) -> list[Markup]:
    """Details as lines: facts together, set apart by semicolons, then every full sentence on its own."""
    said = [Markup("{}").format(part) for part in details if part]
    facts = [part for part in said if not part.endswith(".")]
    return [Markup("; ").join(facts)] * bool(facts) + [part for part in said if part.endswith(".")]


def table(language: Language, document: Document) -> list[Rule]:
    """Every rule of the document in reading order."""
    return [
        *_size_rows(language, document),
        *_band_rows(language, document),
        *_person_rows(language, document),
        *_paper_rows(language, document),
        *_policy_rows(language, document),
        *child_rows(language, document),
        *_companion_rows(language, document),
    ]


def facts(language: Language, document: Document) -> list[Rule]:
    """Size, head, eyes and background: what the drawing shows."""
    size = sizes.paper(language, document) or sizes.pixels(language, document)
    made = [silent(language, "fact.size")]
    if size:
        group = document.print or document.digital
        assert group is not None
        made = [row(language, document, "fact.size", size, group.source)]
    for label, name in (("fact.head", "head_height"), ("fact.eyes", "eye_line")):
        words = sizes.length(language, document, name)
        if words is None:
            made.append(silent(language, label))
            continue
        if name == "eye_line":
            words = language.say("fact.eyes.from", range=words)
        made.append(row(language, document, label, words, document.bands[name].source))
    made.append(background(language, document, "fact.background"))
    return made


def background(language: Language, document: Document, label: str) -> Rule:
    """The allowed colours of the background, the preferred one first."""
    group = document.data["background"]
    if not group:
        return silent(language, label)
    return row(language, document, label, colours(language, document), group["source"], group.get("note", ""))


def colours(language: Language, document: Document) -> Markup:
    """ "white or off-white"."""
    names = [language.say(f"background.{colour}") for colour in document.background_colours]
    if len(names) < 2:
        return names[0]
    return language.say("list.or", first=units.join(language, names[:-1]), last=names[-1])


def _size_rows(language: Language, document: Document) -> list[Rule]:
    rows = []
    paper = sizes.paper(language, document)
    if paper and document.print:
        note = document.data["print"].get("note", "")
        rows.append(
            row(
                language,
                document,
                "rule.print",
                paper,
                document.print.source,
                sizes.paper_inches(language, document),
                note,
            )
        )
        if document.print.dpi and not (document.digital and document.digital.dpi):
            rows.append(
                row(
                    language,
                    document,
                    "rule.dpi",
                    units.product(language, "dpi", document.print.dpi),
                    document.print.source,
                )
            )
    digital = document.digital
    if digital is None:
        return rows
    pixels = sizes.pixels(language, document)
    if pixels:
        note = document.data["digital"].get("note", "")
        aspect = digital.aspect and language.say(
            "rule.aspect", aspect=units.whole(f"{digital.aspect[0]} : {digital.aspect[1]}")
        )
        rows.append(row(language, document, "rule.pixels", pixels, digital.source, aspect or "", note))
    if digital.dpi:
        rows.append(row(language, document, "rule.dpi", units.product(language, "dpi", digital.dpi), digital.source))
    kilobytes = sizes.kilobytes(language, digital)
    if kilobytes:
        rows.append(row(language, document, "rule.file", kilobytes, digital.source))
    if digital.formats:
        names = units.join(language, [language.say(f"format.{name}") for name in digital.formats])
        rows.append(row(language, document, "rule.formats", names, digital.source))
    return rows


def _band_rows(language: Language, document: Document) -> list[Rule]:
    rows = []
    for name in (*VERTICAL, *HORIZONTAL):
        words = sizes.length(language, document, name)
        if words is None:
            if name in ("head_height", "eye_line"):
                rows.append(silent(language, f"rule.{name}"))
            continue
        about = {
            "head_height": language.say(f"rule.head.{document.head_top}"),
            "eye_line": language.say("rule.eyes.from"),
        }.get(name, "")
        details = [about, *sizes.band_detail(language, document, name), document.data[name].get("note", "")]
        rows.append(row(language, document, f"rule.{name}", words, document.bands[name].source, *details))
    return rows


def _person_rows(language: Language, document: Document) -> list[Rule]:
    rows = [background(language, document, "rule.background")]
    for name in ("expression", "glasses", "head_covering"):
        group = document.data[name]
        if not group:
            continue
        conditions = units.join(language, [language.say(f"condition.{word}") for word in group["conditions"]])
        if group["rule"]:
            value, details = language.say(f"{name}.{group['rule']}"), (conditions, group["note"])
        else:
            value, details = conditions, (Markup(""), group["note"])
        rows.append(row(language, document, f"rule.{name}", value, group["source"], *details))
    return rows


def _paper_rows(language: Language, document: Document) -> list[Rule]:
    data, rows = document.data, []
    first = 0 if data["sources"] else None
    if data["colour"]:
        rows.append(row(language, document, "rule.colour", language.say(f"colour.{data['colour']}"), first))
    recency = data.get("recency")
    if recency:
        value = language.say("rule.age.value", age=age(language, recency))
        rows.append(row(language, document, "rule.age", value, recency["source"], recency["note"]))
    if data["photos_required"]:
        rows.append(row(language, document, "rule.count", units.whole(str(data["photos_required"])), first))
    if data["submission"]:
        ways = units.join(language, [language.say(f"submission.{way}") for way in data["submission"]])
        rows.append(row(language, document, "rule.submission", ways, first))
    return rows


def age(language: Language, recency: Mapping[str, Any]) -> Markup:
    """ "6 months" or "30 days"."""
    if recency.get("months"):
        return units.kept(language.count("months", recency["months"]))
    return units.kept(language.count("days", recency["days"]))


def _policy_rows(language: Language, document: Document) -> list[Rule]:
    made = document.data["self_made"]
    rows = []
    if made["status"] == "unstated":
        rows.append(silent(language, "rule.self_made"))
    else:
        details = (made["why"], made["instead"], made.get("note", ""))
        rows.append(
            row(
                language,
                document,
                "rule.self_made",
                language.say(f"rule.self_made.{made['status']}"),
                made["source"],
                *details,
            )
        )
    policy = document.data["edit_policy"]
    for part in ("crop", "background", "light"):
        if policy[part] == "unstated":
            rows.append(silent(language, f"rule.edit.{part}", f"rule.edit.{part}.unstated"))
        else:
            note = policy["note"] if part == "crop" else ""
            rows.append(
                row(
                    language,
                    document,
                    f"rule.edit.{part}",
                    language.say(f"rule.edit.{policy[part]}"),
                    policy["source"],
                    note,
                )
            )
    if policy["note"] and policy["crop"] == "unstated":
        rows[-1]["details"] += lines([policy["note"]])
    return rows


def child_rows(language: Language, document: Document) -> list[Rule]:
    rows = []
    for group in document.data.get("children", []):
        parts = [language.say(f"condition.{word}") for word in group.get("conditions", [])]
        for key, words in (("head_mm", _millimetres), ("head_ratio", units.percent)):
            if key in group:
                parts.append(language.say("rule.children.head", range=units.whole(words(language, *group[key]))))
        value = units.join(language, parts)
        label = language.count("rule.children", group["under"])
        rows.append(row(language, document, label, value, group["source"], group.get("note", "")))
    return rows


def _millimetres(language: Language, low: float | None, high: float | None) -> str:
    return units.span(language, low, high, "mm")


def _companion_rows(language: Language, document: Document) -> list[Rule]:
    rows = []
    for group in document.data.get("companions", []):
        parts = []
        if "mm" in group:
            parts.append(units.product(language, "mm", *group["mm"]))
        if "px" in group:
            parts.append(units.product(language, "px", *group["px"]))
        if "kb" in group:
            parts.append(units.whole(units.span(language, group["kb"][0] or None, group["kb"][1], "kb")))
        value = units.join(language, parts) if parts else language.say("rule.companion")
        rows.append(
            row(language, document, f"companion.{group['what']}", value, group["source"], group.get("note", ""))
        )
    return rows
