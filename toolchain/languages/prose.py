"""The rulebook's own sentences: names, kinds, notes, reasons, changes; and documents told in a language.

A sentence is its own key (with "name" or "kind" before it for what is no sentence), so that one that stands in twenty
documents is translated once. Titles of sources are names in their own language and stay.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from toolchain.languages.sources import Message
from toolchain.pages.words import SENTENCES

NAME, KIND, TEXT = "name", "kind", "text"
POLICIES = {"self_made": ("why", "instead", "note"), "edit_policy": ("note",)}
LISTED = {
    "children": ("note",),
    "companions": ("note",),
    "contradictions": ("versions", "choice"),
    "changes": ("what",),
}

Telling = Callable[[str, str], str]
"""(NAME, KIND or TEXT, English) -> what stands in its place."""


def told(document: Mapping[str, Any], language: str, telling: Telling) -> dict[str, Any]:
    """A compiled document with every sentence of its own replaced; its name stands beside the English one."""
    made = deepcopy(dict(document))
    made["names"][language] = telling(NAME, made["names"]["en"])
    made["document"] = telling(KIND, made["document"])
    for value in made.values():
        if isinstance(value, dict) and value.get("note"):
            value["note"] = telling(TEXT, value["note"])
    for name, parts in POLICIES.items():
        _tell(made[name], [part for part in parts if part != "note"], telling)
    for name, parts in LISTED.items():
        for entry in made.get(name) or []:
            _tell(entry, parts, telling)
    for entry in made.get("contradictions") or []:
        if f"rule.{entry['about']}" not in SENTENCES:  # else it is a part of the rule, which has its name on the page
            entry["about"] = telling(TEXT, entry["about"])
    made["notes"] = [telling(TEXT, note) for note in made["notes"]]
    return made


def messages(documents: Sequence[Mapping[str, Any]]) -> list[Message]:
    """Every sentence of the rulebook once, in the order of the documents."""
    found: dict[tuple[str, str], None] = {}

    def note(kind: str, english: str) -> str:
        found[kind, english] = None
        return english

    for document in documents:
        told(document, "en", note)
    return [Message(kind, english, "") for kind, english in found]


def _tell(entry: dict[str, Any], parts: Iterable[str], telling: Telling) -> None:
    for part in parts:
        if entry.get(part):
            entry[part] = telling(TEXT, entry[part])
