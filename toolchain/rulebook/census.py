"""What the rulebook holds, counted: shown by the validator, on the site, and kept from shrinking by the ledger."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from toolchain.rulebook.spec import BANDS
from toolchain.rulebook.vocabulary import UNVERIFIED

FLOORS = ("documents", "countries", "official", "with a size", "with a head band", "with an address", "with a date")
"""Counts that may only grow."""


@dataclass(frozen=True)
class Census:
    """Counts of compiled documents, by name, in the order in which they are shown."""

    counts: Mapping[str, int]

    def lines(self) -> list[str]:
        """One line per count, numbers right-aligned."""
        width = max(len(str(count)) for count in self.counts.values())
        return [f"{count:>{width}}  {name}" for name, count in self.counts.items()]


def count(documents: Sequence[Mapping[str, Any]]) -> Census:
    """Count compiled documents (shape: specs/README.md)."""
    confidence = Counter(document["confidence"] for document in documents)
    self_made = Counter(document["self_made"]["status"] for document in documents)
    kinds = Counter(document["sources"][0]["kind"] for document in documents)
    counts = {
        "documents": len(documents),
        "countries": len({document["country"] for document in documents}),
        "official": confidence["official"],
        "secondary": confidence["secondary"],
        "memory": confidence["memory"],
        "with a size": sum(map(has_size, documents)),
        "with a head band": sum(document["head_height"] is not None for document in documents),
        "with any band": sum(any(document[name] for name in BANDS) for document in documents),
        "with an address": sum(any(source["url"] for source in document["sources"]) for document in documents),
        "with a date": sum(all(source["read"] for source in document["sources"]) for document in documents),
        "unverified": sum(kinds[kind] for kind in UNVERIFIED),
    }
    counts |= {f"self-made {status}": self_made[status] for status in sorted(self_made)}
    counts |= {f"first source is {kind}": kinds[kind] for kind in sorted(kinds)}
    return Census(counts)


def has_size(document: Mapping[str, Any]) -> bool:
    """Does the document state a size, in mm or px?"""
    digital = document["digital"] or {}
    return document["print"] is not None or any(
        digital.get(f"{side}_px_{end}") for side in ("width", "height") for end in ("min", "max")
    )
