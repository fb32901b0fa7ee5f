"""Questions that people search for, answered from the rules; a question without a stated answer is not asked."""

from collections.abc import Iterable

from markupsafe import Markup

from pixid.document import Document
from toolchain.pages import rules, size_page, sizes, units
from toolchain.pages.context import Question
from toolchain.pages.language import Language


def questions(language: Language, document: Document, title: str) -> list[Question]:
    """What can be answered about a document, called `title` in the questions."""
    found = [
        *_size(language, document, title),
        *_file(language, document, title),
        *_yourself(language, document, title),
        *_person(language, document, title),
        *_background(language, document),
        *_age_and_count(language, document),
    ]
    return [
        Question(question=question, answer=answer, source=rules.mark(document, source))
        for question, answer, source in found
    ]


Answered = tuple[Markup, Markup, int | None]


def _size(language: Language, document: Document, title: str) -> Iterable[Answered]:
    size = sizes.paper(language, document)
    if document.print is None or size is None:
        return
    mm = document.print.width_mm, document.print.height_mm
    gaps = {"size": size, "pixels": units.whole(size_page.pixels(mm)), "dpi": size_page.DPI}
    inches = sizes.paper_inches(language, document)
    answer = (
        language.say("faq.size.answer.inches", inches=inches, **gaps)
        if inches
        else language.say("faq.size.answer", **gaps)
    )
    yield language.say("faq.size", title=title), answer, document.print.source


def _file(language: Language, document: Document, title: str) -> Iterable[Answered]:
    digital = document.digital
    if digital is None:
        return
    formats = [language.say(f"format.{one}") for one in digital.formats]
    facts = [sizes.pixels(language, document), sizes.kilobytes(language, digital), *formats]
    said = [fact for fact in facts if fact]
    if len(said) > 1:
        answer = language.say("faq.file.answer", facts=rules.capital(units.join(language, said)))
        yield language.say("faq.file", title=title), answer, digital.source


def _yourself(language: Language, document: Document, title: str) -> Iterable[Answered]:
    made = document.data["self_made"]
    question = language.say("faq.self", title=title)
    if made["status"] == "accepted":
        yield question, language.say("faq.self.accepted"), made["source"]
    elif made["why"]:
        yield question, Markup("{} {}").format(made["why"], made["instead"]), made["source"]


def _person(language: Language, document: Document, title: str) -> Iterable[Answered]:
    for group in ("glasses", "head_covering", "expression"):
        data = document.data[group]
        if not data or not data["rule"]:
            continue
        rule = language.say(f"{group}.{data['rule']}")
        conditions = [language.say(f"condition.{word}") for word in data["conditions"]]
        answer = language.say("faq.stated", rule=rule)
        if conditions:
            answer = language.say("faq.stated.conditions", rule=rule, conditions=units.join(language, conditions))
        yield language.say(f"faq.{group}", title=title), answer, data["source"]


def _background(language: Language, document: Document) -> Iterable[Answered]:
    policy = document.edit_policy
    if policy.background in ("allowed", "forbidden"):
        yield language.say("faq.background"), language.say(f"faq.background.{policy.background}"), policy.source


def _age_and_count(language: Language, document: Document) -> Iterable[Answered]:
    recency = document.data["recency"]
    if recency:
        age = rules.age(language, recency)
        yield language.say("faq.age"), language.say("faq.age.answer", age=age), recency["source"]
    if document.data["photos_required"] and "print" in document.data["submission"]:
        count = document.data["photos_required"]
        yield language.say("faq.count"), language.count("faq.count.answer", count), 0
