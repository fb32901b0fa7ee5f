"""Print sizes: one table of all, and a page for each size that several documents ask for."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, TypedDict

from markupsafe import Markup

from pixid.sheet import PAPERS, Piece, lay_out, paper
from toolchain.pages import listing, units
from toolchain.pages.context import PageContext, titled
from toolchain.pages.dates import last_read
from toolchain.pages.language import Language
from toolchain.pages.names import is_verified
from toolchain.pages.papers import PAPERS as PAPER_NAMES
from toolchain.pages.table import Page, Site

FOLDER = "sizes/"
ENOUGH = 2
"""Documents from which a size has a page; a size of one document leads to that document."""
DPI = 600
"""Resolution of the pixels beside a size: what our own files of print sizes have."""

Size = tuple[float, float]
"""Width and height in mm."""


class SizeLine(TypedDict):
    """A size in the table of all."""

    address: str
    size: Markup
    inches: Markup
    pixels: Markup
    count: Markup


class SizesContext(TypedDict):
    """sizes.html."""

    page: PageContext
    answer: Markup
    pixels_title: Markup
    sizes: list[SizeLine]


class SizeContext(TypedDict):
    """size.html."""

    page: PageContext
    title: Markup
    answer: Markup
    width: str
    height: str
    alt: str
    fits: list[tuple[str, int]]
    """Paper and how many prints it holds."""
    documents: list[listing.Listed]
    others: list[SizeLine]


def path(size: Size) -> str:
    """Where the page of a size stands: "sizes/35x45/"."""
    return f"{FOLDER}{'x'.join(f'{side:g}' for side in size)}/"


def by_size(documents: Iterable[Mapping[str, Any]]) -> dict[Size, list[Mapping[str, Any]]]:
    """Size -> its documents, smallest area first."""
    found: dict[Size, list[Mapping[str, Any]]] = {}
    for data in documents:
        if data["print"]:
            found.setdefault((data["print"]["width_mm"], data["print"]["height_mm"]), []).append(data)
    return {size: found[size] for size in sorted(found, key=lambda size: (size[0] * size[1], size))}


def pages(site: Site) -> Iterable[Page]:
    """The table, and one page for each size that has ENOUGH documents."""
    sizes = by_size(site.documents)
    newest = max((last_read(data) for data in site.documents if data["print"]), default="")
    yield Page(FOLDER, "sizes.html", lambda page: all_sizes(site.language, sizes, page), modified=newest)
    for size, documents in sizes.items():
        if len(documents) >= ENOUGH:
            yield Page(
                path(size),
                "size.html",
                lambda page, size=size: context(site.language, sizes, size, page),  # type: ignore[misc]
                indexed=any(is_verified(data) for data in documents),
                modified=max(last_read(data) for data in documents),
            )


def all_sizes(language: Language, sizes: Mapping[Size, Sequence[Mapping[str, Any]]], page: PageContext) -> SizesContext:
    """The table of all sizes."""
    title, description = language.say("sizes.title"), language.say("sizes.description", count=len(sizes))
    return SizesContext(
        page=titled(page, title, description),
        answer=language.say("sizes.answer", dpi=DPI),
        pixels_title=language.say("sizes.pixels", dpi=DPI),
        sizes=[line(language, size, documents) for size, documents in sizes.items()],
    )


def line(language: Language, size: Size, documents: Sequence[Mapping[str, Any]]) -> SizeLine:
    """A size in a list; it leads to its page, or to its only document."""
    target = path(size) if len(documents) >= ENOUGH else f"{documents[0]['id']}/"
    return SizeLine(
        address=language.address(target),
        size=units.product(language, "mm", *size),
        inches=inches(language, size),
        pixels=units.whole(pixels(size)),
        count=language.count("sizes.count", len(documents)),
    )


def inches(language: Language, size: Size) -> Markup:
    """ "1.38 × 1.77 in"."""
    return units.whole(language.unit("in", " × ".join(units.decimal_inches(language, side) for side in size)))


def pixels(size: Size) -> str:
    """ "827 × 1063", at DPI."""
    return " × ".join(str(round(side / units.MM_PER_INCH * DPI)) for side in size)


@cache
def fits(size: Size) -> list[tuple[str, int]]:
    """Paper as shops call it, and how many prints of `size` our sheet lays on it; papers too small are left out."""
    names = dict(PAPER_NAMES)
    found = []
    for id, *_ in PAPERS:
        try:
            sheet = lay_out(paper(id), [Piece(size[0], size[1], None)])[0]
        except ValueError:
            continue
        found.append((names[id], len(sheet.places)))
    return found


def context(
    language: Language, sizes: Mapping[Size, Sequence[Mapping[str, Any]]], size: Size, page: PageContext
) -> SizeContext:
    """The page of one size."""
    documents = sizes[size]
    words = {
        "size": units.product(language, "mm", *size),
        "inches": inches(language, size),
        "pixels": units.whole(pixels(size)),
        "dpi": DPI,
    }
    plain = {name: value.striptags() if isinstance(value, Markup) else value for name, value in words.items()}
    ordered = [data for group in listing.by_country(language, documents).values() for data in group]
    several = [other for other in sizes if len(sizes[other]) >= ENOUGH and other != size]
    near = sorted(several, key=lambda other: abs(other[0] - size[0]) + abs(other[1] - size[1]))[:6]
    return SizeContext(
        page=titled(
            page,
            language.say("size.title", size=plain["size"]),
            language.say("size.description", **plain, count=len(documents)),
        ),
        title=language.say("size.title", size=words["size"]),
        answer=language.say("size.answer", **words),
        width=f"{size[0]:g}",
        height=f"{size[1]:g}",
        alt=words["size"].striptags() if isinstance(words["size"], Markup) else "",
        fits=fits(size),
        documents=[listing.listed(language, data) for data in ordered],
        others=[line(language, other, sizes[other]) for other in near],
    )
