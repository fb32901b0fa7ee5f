"""The committed memory of the rulebook: counts that may not fall, and a fingerprint of every value.

A value that differs from its fingerprint needs an entry in the `changes` of its file (date, key, what, and by = "us"
where we corrected our reading); `python -m toolchain.rulebook --accept` then writes the new fingerprints.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from toolchain.rulebook.census import FLOORS, Census
from toolchain.rulebook.load import Spec
from toolchain.rulebook.mistakes import Mistake
from toolchain.rulebook.spec import GROUPS

FILE = "ledger.json"
DIGITS = 6
"""Hexadecimal digits of a fingerprint: 1 in 16 million changes goes unseen."""

SCALARS = ("head_top", "colour", "copies", "submission", "children", "companions")
NOT_THE_VALUE = ("source", "note")
"""Saying who says so, or saying it better, changes no rule."""


def read(folder: Path) -> dict[str, Any]:
    """The ledger of the rulebook in `folder`; an empty one if there is none yet."""
    path = folder / FILE
    if not path.exists():
        return {"floors": {}, "documents": {}}
    ledger: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return ledger


def write(folder: Path, specs: Sequence[Spec], census: Census) -> None:
    """Take the rulebook as it is as the new reference. One line per document, so that a diff reads well."""
    floors = json.dumps({name: census.counts[name] for name in FLOORS})
    lines = ",\n".join(f"    {json.dumps(spec.id)}: {json.dumps(entry(spec), sort_keys=True)}" for spec in specs)
    text = f'{{\n  "floors": {floors},\n  "documents": {{\n{lines}\n  }}\n}}\n'
    (folder / FILE).write_text(text, encoding="utf-8")


def entry(spec: Spec) -> dict[str, Any]:
    """What the ledger remembers of one document: fingerprints of its values, and how many changes are written down."""
    changes = sorted(f"{change['date']} {change['key']}" for change in spec.data.get("changes", []))
    return {"values": fingerprints(spec.data), "changes": changes}


def fingerprints(data: Mapping[str, Any]) -> dict[str, str]:
    """Key of a value -> fingerprint of what it says."""
    return {key: _fingerprint(data[key]) for key in (*GROUPS, *SCALARS) if key in data}


def _fingerprint(value: Any) -> str:
    text = json.dumps(_bare(value), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items() if key not in NOT_THE_VALUE}
    return [_bare(item) for item in value] if isinstance(value, list) else value


def compare(ledger: Mapping[str, Any], specs: Sequence[Spec], census: Census) -> list[Mistake]:
    """Counts that fell, documents that vanished, values that changed without a dated entry in `changes`."""
    found = [
        Mistake(FILE, name, f"fell from {floor} to {census.counts[name]}")
        for name, floor in ledger["floors"].items()
        if census.counts.get(name, 0) < floor
    ]
    known = {spec.id: spec for spec in specs}
    for id, remembered in ledger["documents"].items():
        if id not in known:
            found.append(Mistake(FILE, id, "has no spec any more"))
            continue
        found += _undated(remembered, known[id])
    return found


def _undated(remembered: Mapping[str, Any], spec: Spec) -> list[Mistake]:
    now = entry(spec)
    dated = {change.split(" ", 1)[1] for change in now["changes"] if change not in remembered["changes"]}
    before, after = remembered["values"], now["values"]
    return [
        Mistake(spec.file, key, 'changed without its date: add {date = "YYYY-MM", key, what} to changes')
        for key in sorted({*before, *after})
        if before.get(key) != after.get(key) and key not in dated
    ]
