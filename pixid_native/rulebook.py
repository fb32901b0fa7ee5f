"""The compiled rulebook: which documents there are, and the one somebody means."""

import difflib
from pathlib import Path
from typing import Any

from pixid.catalogue import language, prose
from pixid.document import Document, from_data
from pixid.search import Index
from pixid.wording import either
from pixid_native.data import load
from pixid_native.stop import Stop
from pixid_native.words import STOPS

INDEX = "search.en.json"
NEAR = 0.6
"""Likeness (difflib's ratio, 0..1) from which an id counts as a slip of the keyboard."""


class UnknownDocument(Stop):
    """No document has this id; `near` are those that may be meant, best first."""

    def __init__(self, id: str, near: list[str]) -> None:
        self.id = id
        self.near = near
        said = STOPS["unknown.near" if near else "unknown"]
        super().__init__(said.format(id=repr(id), near=either(near)))


def entries(folder: Path | None = None) -> list[dict[str, Any]]:
    """Every document's data, sorted by id."""
    documents: list[dict[str, Any]] = load("documents.json", folder)
    return sorted(documents, key=lambda entry: str(entry["id"]))


def document(id: str, folder: Path | None = None) -> Document:
    """The document with this id. Raises UnknownDocument, MissingData."""
    known = {entry["id"]: entry for entry in entries(folder)}
    if id not in known:
        raise UnknownDocument(id, near(id, list(known)))
    return from_data(known[id])


def near(id: str, known: list[str]) -> list[str]:
    """At most three ids that look like `id` or hold all its words, best first."""
    wanted = id.lower().replace("_", "-")
    words = wanted.split("-")
    holding = [other for other in known if all(word in other.split("-") for word in words)]
    alike = difflib.get_close_matches(wanted, known, 3, NEAR)
    return list(dict.fromkeys(alike + holding))[:3]


def search(words: str, folder: Path | None = None) -> list[dict[str, Any]]:
    """What people mean by `words`, best first: country, kind, size, their own words, slips of the keyboard allowed
    (pixid.search). After it come documents whose id, country or names merely hold every word. All of them for "".
    """
    known = {entry["id"]: entry for entry in entries(folder)}
    wanted = words.lower().split()
    meant: list[str] = []
    for name in dict.fromkeys([f"search.{language()}.json", INDEX]):  # English words are understood everywhere
        meant += Index(load(name, folder)).find(words, len(known)) if wanted and not meant else []
    holding = [id for id, entry in known.items() if all(word in _haystack(entry) for word in wanted)]
    exact = [id for id in known if id == words.strip().lower()]
    return [known[id] for id in dict.fromkeys([*exact, *meant, *holding])]


def _haystack(entry: dict[str, Any]) -> str:
    names = " ".join([*(str(name) for name in entry["names"].values() if name), prose(entry["names"]["en"])])
    return f"{entry['id']} {entry['country']} {entry['document']} {names}".lower()
