"""The guides: our advice in words, and beside it what every authority says, taken from the rulebook when building."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypedDict

from markupsafe import Markup

from toolchain.errors import BuildError
from toolchain.pages import guide_rules, prose, size_page, units
from toolchain.pages.context import PageContext, titled
from toolchain.pages.dates import last_read
from toolchain.pages.guide_rules import Documents
from toolchain.pages.language import Language
from toolchain.pages.table import Page, Site

FOLDER = "guides/"
COMMON_SIZES: tuple[size_page.Size, ...] = ((35, 45), (51, 51), (40, 60), (30, 40), (50, 70))
"""What the printing guide counts prints of."""

Blocks = Mapping[str, list[prose.Block]]
GUIDES: dict[str, Callable[[Language, Documents], Blocks]] = {
    "lighting": lambda language, documents: {"setup": [figure(language, "setup", "home.take.drawing")]},
    "baby": lambda language, documents: {
        "how": [figure(language, "baby", "guide.baby.drawing")],
        "rules": guide_rules.children(language, documents),
    },
    "glasses": lambda language, documents: {"rules": guide_rules.groups(language, documents, "glasses")},
    "covering": lambda language, documents: {"rules": guide_rules.groups(language, documents, "head_covering")},
    "printing": lambda language, documents: {"fits": [fits(language)]},
    "gosuslugi": lambda language, documents: {"documents": guide_rules.russian(language, documents)},
}
"""Guide -> what the rulebook adds to its parts."""

CLAIMS: dict[str, tuple[str, str, Mapping[str, Any]]] = {
    "guide.gosuslugi.answer": ("ru-internal-passport-gosuslugi", "digital", {"width_px_min": 827, "dpi": 600}),
    "guide.gosuslugi.office.p": ("ru-foreign-passport-10y", "self_made", {"status": "conditional"}),
    "guide.printing.keep.li1": ("tr-passport", "print", {"width_mm": 50, "height_mm": 60}),
    "guide.printing.keep.li2": ("ca-passport-online-renewal", "edit_policy", {"crop": "forbidden"}),
}
"""Sentences that say what an authority wants: document, group, and the values that make them true."""


def pages(site: Site) -> Iterable[Page]:
    """The list of guides, then each."""
    newest = max((last_read(data) for data in site.documents), default="")
    yield Page(FOLDER, "guides.html", lambda page: overview(site.language, page))
    for id in GUIDES:
        yield Page(
            f"{FOLDER}{id}/",
            "prose.html",
            lambda page, id=id: context(site, id, page),  # type: ignore[misc]
            modified=newest,
        )


class GuidesContext(TypedDict):
    """guides.html."""

    page: PageContext
    guides: list[tuple[str, Markup, Markup]]
    """Address, name, and what it is about."""


def overview(language: Language, page: PageContext) -> GuidesContext:
    """All guides."""
    return GuidesContext(
        page=titled(page, language.say("guides.title"), language.say("guides.description")),
        guides=[
            (
                language.address(f"{FOLDER}{id}/"),
                language.say(f"guide.{id}.title"),
                language.say(f"guide.{id}.description"),
            )
            for id in GUIDES
        ],
    )


def context(site: Site, id: str, page: PageContext) -> prose.ProseContext:
    """One guide."""
    language, prefix = site.language, f"guide.{id}"
    numbers = guide_rules.numbers(site.documents).get(id, {})
    gaps: dict[str, object] = {
        **numbers,
        "accuracy": prose.link(language, "accuracy/", "accuracy.title"),
        "business": prose.link(language, "business/", "business.title"),
    }
    marks = {key: mark for key in CLAIMS if (mark := claim(language, site.documents, key))}
    answer = language.say(f"{prefix}.answer", **numbers)
    return prose.ProseContext(
        page=titled(page, language.say(f"{prefix}.title"), language.say(f"{prefix}.description")),
        answer=answer + marks.get(f"{prefix}.answer", Markup("")),
        updated=Markup(""),
        path=[(language.address(FOLDER), language.say("site.guides"))],
        parts=prose.parts(language, prefix, gaps, extras=GUIDES[id](language, site.documents), marks=marks),
        beside=[
            (language.address(f"{FOLDER}{other}/"), language.say(f"guide.{other}.title"))
            for other in GUIDES
            if other != id
        ],
    )


def claim(language: Language, documents: Sequence[Mapping[str, Any]], key: str) -> Markup | None:
    """A link to the source of the sentence `key`; None where the document is not among `documents`.

    Raises BuildError when the rulebook no longer says what the sentence does.
    """
    id, group, values = CLAIMS[key]
    data = next((data for data in documents if data["id"] == id), None)
    if data is None:
        return None
    if any(data[group][name] != value for name, value in values.items()):
        raise BuildError(f"{key} no longer agrees with {id}: {group} was {dict(values)}.")
    return Markup(" ") + guide_rules.source_link(language, data, data[group]["source"])


def figure(language: Language, name: str, words: str) -> prose.Block:
    """The set-up seen from above: the name of the picture, and what it shows."""
    return prose.block("figure", [Markup(name), language.say(words)])


def fits(language: Language) -> prose.Block:
    """How many prints of the common sizes a sheet holds."""
    papers = [name for name, _ in size_page.fits(COMMON_SIZES[0])]
    rows = [[language.say("size.paper"), *(units.product(language, "mm", *size) for size in COMMON_SIZES)]]
    for name in papers:
        counts = [dict(size_page.fits(size)).get(name, 0) for size in COMMON_SIZES]
        rows.append([units.whole(name), *(Markup(count) for count in counts)])
    return prose.block("table", [language.say("guide.printing.fits.title")], rows=rows)
