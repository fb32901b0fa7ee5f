"""A document's page: from the compiled rules to what document.html shows."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from pixid import ages
from pixid.document import Document, from_data
from toolchain.pages import advice, diagram, rules, sizes, units
from toolchain.pages.context import (
    Age,
    Contradiction,
    CountryLink,
    DocumentContext,
    Mark,
    Notice,
    PageContext,
    Policy,
    SourceLine,
    titled,
)
from toolchain.pages.dates import is_recent, last_changed, last_read
from toolchain.pages.language import Language
from toolchain.pages.names import SELF_MADE_SIGNS, is_verified, split_name
from toolchain.pages.questions import questions
from toolchain.pages.related import Neighbours
from toolchain.pages.script import data_block
from toolchain.pages.table import Page, Site
from toolchain.rulebook import pack

FORMATS = ("jpeg", "png", "webp", "heic", "heif", "avif", "tiff", "bmp", "gif")
SHOWN = 160
"""Characters of a description that search engines show."""
ACCEPT = ",".join([*(f"image/{name}" for name in FORMATS), ".heic", ".heif"])
"""What the gallery button offers; the engine judges the bytes, so a wrong label costs nothing."""


def pages(site: Site) -> Iterable[Page]:
    """One for each document; what nobody has verified yet is kept out of search engines."""
    neighbours = Neighbours.of(site.language, site.documents)
    for data in site.documents:
        yield Page(
            f"{data['id']}/",
            "document.html",
            partial(context, site.language, neighbours, data),
            with_tool=True,
            indexed=is_verified(data),
            modified=last_changed(data),
        )


def says_photo(name: str) -> bool:
    """Is it the name of a photo ("Photo of 35 x 50 mm", "CV photo"), not of a document?"""
    words = name.lower().split()
    return "photo" in (words[0], words[-1])


def context(language: Language, neighbours: Neighbours, data: Mapping[str, Any], page: PageContext) -> DocumentContext:
    """Everything document.html shows for one compiled document; `page` without title and description."""
    document = from_data(dict(data))
    name, qualifier = split_name(language.name_of(data))
    refused = data["self_made"]["status"] == "not_accepted"
    table = rules.table(language, document)
    facts = rules.facts(language, document)
    said = answer(language, document) or language.say("answer.none")
    size = sizes.paper(language, document) or sizes.pixels(language, document)
    spoken = says_photo(split_name(data["names"]["en"])[0])
    if size:
        key = "document.page.named" if spoken else "document.page"
        title = language.say(key, name=name, size=size.striptags())
    else:
        title = language.say("document.page.plain.named" if spoken else "document.page.plain", name=name)
    heading = language.say("document.title.named" if spoken else "document.title", name=name)
    recent = [change(language, entry) for entry in data["changes"] if is_recent(entry, data)]
    description = language.say("document.description", answer=rules.capital(said).striptags())
    if len(description) > SHOWN:
        description = Markup(escape(rules.capital(said).striptags() + language.stop))
    return DocumentContext(
        page=titled(page, title, description),
        id=document.id,
        country=CountryLink(id=country_id(document.country), name=language.country(document.country)),
        kind=rules.capital(Markup(escape(split_name(data["document"])[0]))),
        name=name,
        title=heading,
        qualifier=qualifier,
        answer=rules.capital(said),
        answer_sources=answer_sources(document),
        notice=notice(language, document),
        refused=refused,
        ages=age_groups(language, document),
        uncropped=not document.is_framed and not refused,
        paper_uncropped=not document.crop_allowed and document.is_framed and not refused,
        sizeless=not document.has_size and document.crop_allowed and not refused,
        policies=policies(language, document),
        choose=language.say("tool.practice" if refused else "tool.choose"),
        choose_name=language.say("tool.practice.name" if refused else "tool.choose.name", name=name),
        accept=ACCEPT,
        diagram=drawing(language, document),
        sized=bool(sizes.paper(language, document) or sizes.pixels(language, document)),
        prints_true=document.print is not None,
        facts=facts,
        rules=table,
        pairs=advice.pairs(language, document),
        at_home=advice.at_home(language, document),
        refusals=advice.refusals(language, document),
        questions=questions(language, document, heading),
        related=neighbours.near(language, data),
        unverified=any(not rule["verified"] for rule in table),
        confidence=language.say(f"confidence.{document.confidence}"),
        notes=data["notes"],
        contradictions=[contradiction(language, entry) for entry in data.get("contradictions", [])],
        changes=recent,
        no_change=Markup("") if recent else language.say("changes.none", date=language.date(last_read(data))),
        earlier=[change(language, entry) for entry in data["changes"] if not is_recent(entry, data)],
        sources=[source_line(language, document, index) for index in range(len(data["sources"]))],
        document_json=data_block(for_the_app(language, data)),
        unloaded=language.app["trouble.load"],
    )


def for_the_app(language: Language, data: Mapping[str, Any]) -> dict[str, Any]:
    """What the page's script reads of the document: without what says nothing, its names but for the local one."""
    names = {tag: name for tag, name in data["names"].items() if tag in ("en", language.id)}
    return pack.without_silence({**data, "names": names})


def country_id(code: str) -> str:
    """The country's anchor on the home page."""
    return code.lower()


def answer(language: Language, document: Document) -> Markup:
    """The sentence under the title: size, head, background, age, file size, as far as stated."""
    parts = [size for size in (sizes.paper(language, document), sizes.pixels(language, document)) if size]
    if head := sizes.length(language, document, "head_height"):
        parts.append(language.say("answer.head", range=head))
    if not document.crop_allowed:
        parts.append(language.say("answer.uncropped.paper" if document.is_framed else "answer.uncropped"))
    if document.background_colours:
        parts.append(language.say("answer.background", colours=rules.colours(language, document)))
    if document.data.get("recency"):
        parts.append(language.say("answer.age", age=rules.age(language, document.data["recency"])))
    kilobytes = document.digital and sizes.kilobytes(language, document.digital)
    if kilobytes:
        parts.append(language.say("answer.file", size=kilobytes))
    return units.join(language, parts)


def answer_sources(document: Document) -> list[Mark]:
    """The sources of everything the answer says, each once."""
    data = document.data
    groups = [data[name] for name in ("print", "digital", "head_height", "background", "recency") if data[name]]
    if not document.crop_allowed:
        groups.append(data["edit_policy"])
    marks = [rules.mark(document, index) for index in sorted({group["source"] for group in groups})]
    return [found for found in marks if found is not None]


def age_groups(language: Language, document: Document) -> list[Age]:
    """Ages to choose between, the youngest first; none where the document has one rule for everybody."""
    limits = ages.groups(document)
    found = []
    for below, under in zip([0, *limits], limits, strict=False):
        words = language.say("age.between", low=below, high=under - 1) if below else language.count("age.under", under)
        found.append(Age(value=str(under), words=words))
    if limits:
        found.append(Age(value="", words=language.count("age.over", limits[-1])))
    return found


def policies(language: Language, document: Document) -> list[Policy]:
    """Who may take the photo and what may be edited, each with its source; a refusal has its own notice instead."""
    made, edit = document.data["self_made"], document.data["edit_policy"]
    if made["status"] == "not_accepted":
        return []
    lines = []
    if made["status"] != "conditional":
        source = rules.mark(document, made["source"]) if made["status"] != "unstated" else None
        lines.append(
            Policy(
                sign=SELF_MADE_SIGNS[made["status"]], text=language.say(f"self_made.{made['status']}"), source=source
            )
        )
    words = "edit.uncropped.paper" if document.is_framed and not document.crop_allowed else edit_words(edit)
    source = rules.mark(document, edit["source"]) if words != "edit.unstated" else None
    return [*lines, Policy(sign="crop" if document.is_framed else "whole", text=language.say(words), source=source)]


def edit_words(edit: dict[str, Any]) -> str:
    """The one sentence that says what may be done to the picture."""
    if edit["crop"] == "forbidden":
        return "edit.uncropped"
    forbidden = [part for part in ("background", "light") if edit[part] == "forbidden"]
    if len(forbidden) == 2:
        return "edit.crop_only"
    if forbidden:
        return f"edit.no_{forbidden[0]}"
    return "edit.allowed" if edit["background"] == edit["light"] == "allowed" else "edit.unstated"


def notice(language: Language, document: Document) -> Notice | None:
    """Why people cannot bring their own photo, or on what conditions; a refusal leads to how to get the photo."""
    made = document.self_made
    if made.status not in ("not_accepted", "conditional"):
        return None
    source = document.source(made.source)
    address = (source and source.url) or f"#source-{(made.source or 0) + 1}"
    return Notice(
        title=language.say(f"notice.{made.status}"),
        why=made.why or language.say(f"notice.{made.status}.why"),
        instead=made.instead,
        link=address if made.status == "not_accepted" else "",
        source=rules.mark(document, made.source),
    )


def drawing(language: Language, document: Document) -> Markup:
    """The rule diagram with its accessible name."""
    lines = [size.striptags() for size in (sizes.paper(language, document), sizes.pixels(language, document)) if size]
    stated = any(name in document.bands for name in ("head_height", "eye_line", "top_margin"))
    alt = language.say(
        "diagram.alt" if stated else "diagram.alt.none", size=units.join(language, [Markup(line) for line in lines])
    )
    return diagram.draw(language, document, alt.unescape(), tuple(lines))


def contradiction(language: Language, entry: dict[str, str]) -> Contradiction:
    """A disagreement between sources; `about` is a key of the rules where it can be."""
    key = f"rule.{entry['about']}"
    return Contradiction(
        about=language.say(key) if language.knows(key) else rules.capital(Markup(escape(entry["about"]))),
        versions=entry["versions"],
        choice=language.say("contradiction", choice=entry["choice"]),
    )


def change(language: Language, entry: dict[str, str]) -> Markup:
    """A change of the rule, or of our reading of it, with its date."""
    words = "changed.by_us" if entry.get("by") == "us" else "changed"
    return language.say(words, date=language.date(entry["date"]), what=entry["what"])


def source_line(language: Language, document: Document, index: int) -> SourceLine:
    """An entry of the source list."""
    source = document.source(index)
    assert source is not None
    return SourceLine(
        number=index + 1,
        title=source.title,
        url=source.url or "",
        kind=language.say(f"kind.{source.kind}"),
        read=language.say("sources.read", date=language.date(source.read)),
        changed=language.say("sources.changed", date=language.date(source.changed)) if source.changed else Markup(""),
    )
