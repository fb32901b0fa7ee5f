"""Specs and compiled documents for tests."""

from typing import Any

from toolchain.rulebook.compile import compile_spec
from toolchain.rulebook.load import Spec

SOURCES = {
    "page": {"title": "Ministry", "kind": "authority", "url": "https://example.org", "read": "2026-11"},
    "law": {"title": "Law", "kind": "law", "read": "2026-11", "changed": "2026-02"},
    "list": {"title": "A list", "kind": "scrape", "url": "https://example.org/list", "read": "2026-10"},
}


def spec(id: str = "xx-passport", **data: Any) -> Spec:
    """A spec of Ruritania (XX) that states what `data` says."""
    whole = {"document": "passport", "names": {"en": "Passport"}, "confidence": "official", "sources": SOURCES} | data
    return Spec(id, "XX", f"{id.replace('-', '/', 1)}.toml", whole)


def compiled(id: str = "xx-passport", **data: Any) -> dict[str, Any]:
    """The same, compiled."""
    return compile_spec(spec(id, **data))
