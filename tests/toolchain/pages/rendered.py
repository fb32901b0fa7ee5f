"""The site rendered for tests: the real templates, rules and app, with an empty manifest in place of built graphs."""

import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from tests.toolchain.committed import documents as rulebook
from toolchain.languages import load
from toolchain.operator import Operator
from toolchain.pages import build
from toolchain.pages.language import ENGLISH, Language
from toolchain.paths import ROOT, SITE
from toolchain.rulebook.compile import compile_spec
from toolchain.rulebook.load import Spec

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
INLINE = frozenset("a bdi code span strong".split())
"""Elements that set no blank between what they hold and what is around them."""
ALONE = frozenset("path circle rect line image use".split())
"""SVG elements that our templates write as `<.../>`."""


class Element(NamedTuple):
    """A start tag, its attributes, and the names of the elements around it."""

    name: str
    attributes: dict[str, str]
    around: tuple[str, ...]


class Page(HTMLParser):
    """A strict reader: every element must be closed in order. Keeps elements and the text outside scripts."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.scripts: list[tuple[dict[str, str], str]] = []
        self._open: list[str] = []
        self._text: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"<{tag}> has an attribute twice: {names}"
        attributes = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, attributes, tuple(self._open)))
        if tag == "script":
            self.scripts.append((attributes, ""))
        if tag not in VOID:
            self._open.append(tag)
        self._blank(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALONE, f"<{tag}/> is no empty element"
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}, tuple(self._open)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop() == tag, f"</{tag}> is out of order"
        self._blank(tag)

    def _blank(self, tag: str) -> None:
        if tag not in INLINE:
            self._text.append(" ")

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)
        elif "template" not in self._open and "head" not in self._open:
            self._text.append(data)

    @property
    def text(self) -> str:
        """What can be read, blanks evened out."""
        return re.sub(r"\s+", " ", "".join(self._text)).strip()

    def all(self, name: str = "", **attributes: str) -> list[Element]:
        """Elements of that name ("" for any) with these attributes; `data_app` is data-app, "" any value."""
        wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
        return [
            element
            for element in self.elements
            if (not name or element.name == name)
            and all(
                key in element.attributes and value in ("", element.attributes[key]) for key, value in wanted.items()
            )
        ]


CHOSEN = (
    "us-passport",
    "us-dv-lottery",
    "gb-passport-digital",
    "schengen-visa",
    "ru-internal-passport-gosuslugi",
    "in-passport-icao",
)
"""The documents most tests render; test_rulebook.py renders all."""


@cache
def documents() -> tuple[dict[str, Any], ...]:
    """The chosen documents, compiled."""
    return tuple(data for data in rulebook() if data["id"] in CHOSEN)


def variant(id: str, **data: Any) -> dict[str, Any]:
    """A made-up document with the given keys of a spec, in Austria."""
    source = {"title": "Ministry", "kind": "authority", "url": "https://example.org/photo", "read": "2026-11"}
    whole: dict[str, Any] = {
        "document": "passport",
        "names": {"en": f"Test {id}"},
        "confidence": "official",
        "sources": {"page": source},
    }
    return compile_spec(Spec(id, "AT", f"at/{id}.toml", whole | data))


REFUSED = {"status": "not_accepted", "why": "The office takes the photo.", "instead": "Book a visit."}
VARIANTS = (
    variant("refused", print={"mm": [35, 45]}, self_made=REFUSED),
    variant(
        "unverified",
        confidence="memory",
        print={"mm": [35, 45]},
        sources={"memory": {"title": "Somebody", "kind": "memory", "read": "2026-11"}},
    ),
    variant(
        "changed",
        print={"mm": [35, 45]},
        companions=[{"what": "signature", "px": [140, 60], "kb": [0, 20]}],
        children=[{"under": 6, "head_mm": [20, 30], "conditions": ["mouth may be open"]}],
        changes=[
            {"date": "2026-02", "key": "recency", "what": "Photos may be 3 months old."},
            {"date": "2026-01", "key": "print", "what": "It is 35 mm wide.", "by": "us"},
            {"date": "2020-01", "key": "glasses", "what": "Glasses came off."},
        ],
    ),
    variant(
        "paper",
        print={"mm": [35, 45]},
        edit_policy={"crop": "forbidden", "background": "forbidden", "light": "forbidden", "source": "page"},
    ),
    variant("bare", digital={"formats": ["jpeg"]}, self_made={"status": "conditional"}),
)


def gather(
    extra: tuple[dict[str, Any], ...] = VARIANTS,
    runs: Operator | None = None,
    languages: Sequence[Language] = (ENGLISH,),
) -> dict[str, bytes]:
    """All outputs for the chosen documents and `extra`, from a tree whose graphs are not built; `runs`: who runs it."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("site", "pixid", "functions"):
            (root / name).symlink_to(ROOT / name)
        manifest = root / "pixid_native" / "data" / "graphs.json"
        manifest.parent.mkdir(parents=True)
        manifest.write_text(json.dumps({"version": 1, "graphs": {}}))
        return build.gather(root, [*documents(), *extra], languages, runs)


@cache
def spoken() -> list[Language]:
    """English and every language of site/locales."""
    return load.languages(SITE / "locales", rulebook())


@cache
def site() -> dict[str, bytes]:
    """The outputs, rendered once for all tests."""
    return gather()


REST = re.compile(r'data-rest="/([^"]+)"')


def completed(html: str, read: Callable[[str], str]) -> str:
    """A page as site/app/rest.mjs leaves it: with the rest of the tool, which `read` takes from the site."""
    found = REST.search(html)
    if not found:
        return html
    for name, part in parts(read(found[1])).items():
        place = f'<template data-place="{name}"></template>\n'
        assert html.count(place) == 1, name
        html = html.replace(place, part)
    return html


def parts(rest: str) -> dict[str, str]:
    """The parts of the tool's second file by the place where they go."""
    lines = rest.partition("<template data-place=")[1:]
    made = {}
    for piece in "".join(lines).split("<template data-place=")[1:]:
        name, _, part = piece.partition(">\n")
        made[name.strip('"')] = part.rstrip().removesuffix("</template>")
    return made


def text(path: str) -> str:
    """A file of the site."""
    return site()[path].decode()


@cache
def page(name: str) -> Page:
    """A rendered page by its document id, or "" for the home page; with the whole tool."""
    return Page(completed(site()[f"{name}/index.html" if name else "index.html"].decode(), text))


@cache
def pages() -> dict[str, Page]:
    """Every page of the site with the whole tool: path below dist -> page."""
    html = {path: data.decode() for path, data in site().items() if path.endswith(".html")}
    return {path: Page(completed(found, text)) for path, found in html.items()}
