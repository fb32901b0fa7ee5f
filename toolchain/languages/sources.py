"""Every English sentence of ours with its key, gathered from the tables where it stands."""

import importlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pixid.catalogue import Checks, Findings, Table, Tables, Tuples
from toolchain.pages.words import APP, COUNTRIES, SENTENCES
from toolchain.paths import ROOT

TABLES = ("pixid/*words*.py", "pixid/errors.py", "pixid_native/*words*.py")
"""Modules whose tables (pixid.catalogue) are gathered."""
NO_COUNTRIES = ("SCHENGEN", "ZZ")
"""Areas of the rulebook that the CLDR has no name for."""


class Message(NamedTuple):
    """What is to be said in each language. `many` is "" unless the sentence counts something."""

    key: str
    """msgctxt: who says it, a colon, its key there: "page:home.title", "app:counts", "pixid:finding.roll.low.act"."""
    one: str
    many: str

    @property
    def counts(self) -> bool:
        """Does it have plural forms?"""
        return bool(self.many)


def messages() -> list[Message]:
    """All of them: pages, app, pipeline and command line, in the order of their tables."""
    areas = {f"country.{code}": COUNTRIES[code] for code in NO_COUNTRIES}
    found = [*_messages("page", SENTENCES | areas), *_messages("app", APP)]
    return [*found, *_messages("pixid", {key: text for table in _tables() for key, text in _flat(table)})]


def _tables() -> Iterable[Any]:
    """Each table once, where modules import one another's too."""
    seen: set[int] = set()
    for path in [path for pattern in TABLES for path in sorted(ROOT.glob(pattern))]:
        for value in vars(importlib.import_module(f"{path.parent.name}.{path.stem}")).values():
            if isinstance(value, (Table, Tables, Tuples, Findings, Checks)) and id(value) not in seen:
                seen.add(id(value))
                yield value


def _messages(speaker: str, table: Mapping[str, str]) -> Iterable[Message]:
    """Pairs `key.one` and `key.other` become one message."""
    for key, english in table.items():
        stem, _, form = key.rpartition(".")
        if form == "other" and f"{stem}.one" in table:
            continue
        if form == "one" and f"{stem}.other" in table:
            yield Message(f"{speaker}:{stem}", english, table[f"{stem}.other"])
        else:
            yield Message(f"{speaker}:{key}", english, "")


def _flat(value: Any) -> Iterable[tuple[str, str]]:
    """Key -> English of a table, of tables in it, of tuples of sentences; what is not said ("") is left out."""
    for key, english in value.english.items():
        if isinstance(value, (Tables, Checks)):
            yield from _flat(value[key])
        elif isinstance(value, Tuples):
            for place, text in enumerate(english):
                if text:
                    yield f"{value.group}.{key}.{value.name(place)}", text
        elif english:
            yield f"{value.group}.{key}", english
