"""The figures as a table, as JSON in build/bench.json, and as docs/performance.md."""

import json
import os
import platform
import re
from collections.abc import Mapping, Sequence
from typing import Any

from toolchain.bench.figures import BUDGETS, Figure, aim_met, budget_written, met, written
from toolchain.bench.sites import PEERS
from toolchain.paths import BUILD, ROOT

JSON = BUILD / "bench.json"
DOCUMENT = ROOT / "docs" / "performance.md"
BEGIN, END = "<!-- toolchain.bench -->", "<!-- /toolchain.bench -->"
UNKNOWN = "Cause not looked for yet."


def cells(figure: Figure) -> list[str]:
    """One row: what, ours, each peer, budget, met."""
    own = written(figure.value, figure.unit)
    if BUDGETS[figure.id].relative:
        own += f" = {figure.ratio:.2f} x human"
    peers = [written(figure.peers[name], figure.unit) if name in figure.peers else "" for name in PEERS]
    return [figure.id, BUDGETS[figure.id].what, own, *peers, budget_written(figure), judged(figure)]


def judged(figure: Figure) -> str:
    """In words, whether the budget is kept."""
    if not budget_written(figure):
        return ""
    if not met(figure):
        return "NOT MET"
    return {True: "met, aim too", False: "met, aim not", None: "met"}[aim_met(figure)]


def text(figures: Sequence[Figure]) -> str:
    """The table for a terminal, notes under it."""
    heading = ["", "", "PixID", *PEERS, "budget", ""]
    rows = [heading, *map(cells, figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    notes = [f"{figure.id}: {figure.note}" for figure in figures if figure.note]
    return "\n".join([*lines, "", *notes])


def machine(chromium: str) -> dict[str, Any]:
    """What the figures were taken on."""
    return {
        "cores": os.cpu_count(), "load": round(os.getloadavg()[0], 2), "system": platform.system(),
        "python": platform.python_version(), "chromium": chromium,
    }  # fmt: skip


def keep(figures: Sequence[Figure], about: Mapping[str, Any]) -> list[Figure]:
    """Write the JSON: these figures, and those of earlier runs that were not measured now. Returns all of them."""
    entries = {entry["id"]: entry for entry in _kept()}
    entries |= {figure.id: {**figure._asdict(), "machine": about} for figure in figures}
    ordered = [entries[id] for id in BUDGETS if id in entries]
    for entry in ordered:
        figure = _figure(entry)
        entry |= {"budget": budget_written(figure), "met": met(figure) if budget_written(figure) else None}
    JSON.parent.mkdir(parents=True, exist_ok=True)
    JSON.write_text(json.dumps(ordered, indent=1) + "\n")
    return [_figure(entry) for entry in ordered]


def write_document(figures: Sequence[Figure], about: Mapping[str, Any]) -> None:
    """Bring docs/performance.md up to date. Causes under its headings stay, for as long as their budget is not met."""
    before, begin, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
    inside, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{DOCUMENT.name} has no {BEGIN} ... {END}")
    causes = dict(re.findall(r"^### `(.+?)`.*?\n\n(.*?)\n*(?=^##|\Z)", inside, re.MULTILINE | re.DOTALL))
    rows = ["| figure | | PixID | " + " | ".join(PEERS) + " | budget | |", "|" + " --- |" * (5 + len(PEERS))]
    rows += ["| " + " | ".join(["`" + row[0] + "`", *row[1:]]) + " |" for row in map(cells, figures)]
    shown = ", ".join(f"{name} {value}" for name, value in about.items())
    parts = [f"Taken on: {shown}.", "\n".join(rows)]
    missed = [figure for figure in figures if budget_written(figure) and not met(figure)]
    parts += ["## Not met, and why", *([] if missed else ["Nothing."])]
    for figure in missed:
        own = written(figure.ratio, "x") if BUDGETS[figure.id].relative else written(figure.value, figure.unit)
        parts += [f"### `{figure.id}`: {own}, budget {budget_written(figure)}", causes.get(figure.id, UNKNOWN).strip()]
    DOCUMENT.write_text(before + BEGIN + "\n\n" + "\n\n".join(parts) + "\n\n" + END + after, encoding="utf-8")


def _kept() -> list[dict[str, Any]]:
    try:
        found: list[dict[str, Any]] = json.loads(JSON.read_text())
    except (OSError, ValueError):
        return []
    return found


def _figure(entry: Mapping[str, Any]) -> Figure:
    return Figure(**{name: entry[name] for name in Figure._fields})
