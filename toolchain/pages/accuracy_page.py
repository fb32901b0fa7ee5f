"""The page /accuracy/: docs/accuracy.json (written by `build.py accuracy`) as tables with bars."""

import json
from collections.abc import Iterable
from typing import Any, TypedDict

from markupsafe import Markup

from toolchain.pages.context import PageContext, titled
from toolchain.pages.language import Language
from toolchain.pages.table import Page, Site
from toolchain.paths import ROOT

WIDTH = 120
"""Units of a bar's whole length: 20 % and more."""
WHOLE = 0.20


class Bar(TypedDict):
    """One figure on drawn pictures."""

    label: Markup
    length: float
    promised: float | None


class Line(TypedDict):
    """One check."""

    id: str
    requirement: str
    flagged: Markup
    real: Markup
    bars: list[Bar]
    published: Markup


class AccuracyContext(TypedDict):
    page: PageContext
    good: Markup
    rejected: list[Markup]
    smiles: Markup
    tones: list[str]
    tone_lines: list[tuple[str, list[str]]]
    lines: list[Line]


def read() -> dict[str, Any]:
    """The figures that are committed: measured once with photos that no build needs."""
    made: dict[str, Any] = json.loads((ROOT / "docs" / "accuracy.json").read_text(encoding="utf-8"))
    return made


def pages(site: Site) -> Iterable[Page]:
    """One for each language."""
    yield Page("accuracy/", "accuracy.html", lambda page: context(site.language, read(), page))


def context(language: Language, made: dict[str, Any], page: PageContext) -> AccuracyContext:
    """What the template shows."""
    smiles, comma = made["smiles"], language.comma
    return AccuracyContext(
        page=titled(page, language.say("accuracy.title"), language.say("accuracy.description")),
        good=language.say("accuracy.good", count=len(made["rejected"]), of=made["neutral"]),
        rejected=[
            language.say("accuracy.rejected", photo=item["photo"], tone=item["tone"], checks=comma.join(item["checks"]))
            for item in made["rejected"]
        ],
        smiles=language.say(
            "accuracy.smiles", visible=smiles["visible"], missed=_percent(language, smiles["missed_at_2"]),
            pairs=smiles["pairs"], all=_percent(language, smiles["all_pairs"]),
        ),
        tones=list(made["tones"]),
        tone_lines=_tones(made),
        lines=[_line(language, check) for check in made["checks"]],
    )  # fmt: skip


def _tones(made: dict[str, Any]) -> list[tuple[str, list[str]]]:
    lines = []
    for check in made["checks"]:
        cells = [check["tones"].get(tone, {"flagged": 0, "people": 0}) for tone in made["tones"]]
        if any(cell["flagged"] for cell in cells):
            lines.append((check["id"], [f"{cell['flagged']}/{cell['people']}" for cell in cells]))
    return lines


def _line(language: Language, check: dict[str, Any]) -> Line:
    found, missed = len(check["real"]["found"]), len(check["real"]["missed"])
    real = language.say("accuracy.no_real")
    if found + missed:
        real = language.say("accuracy.real", found=found, of=found + missed)
    if check["real"]["eer"] is not None:
        real = language.say(
            "accuracy.real.rate", found=found, of=found + missed, rate=_percent(language, check["real"]["eer"])
        )
    bars = []
    for name, by in check["drawn"].items():
        for strength, figures in by.items():
            label = language.say(
                "accuracy.drawn",
                name=name.replace("_", " "),
                strength=strength,
                n=figures["n"],
                rate=_percent(language, figures["eer"]),
            )
            promised = None if check["promise"] is None or strength != "2" else _length(check["promise"])
            bars.append(Bar(label=label, length=_length(figures["eer"]), promised=promised))
    published = Markup("–")
    if check["best"]:
        best, who = check["best"]
        published = language.say("accuracy.published", rate=_tenths(language, best), who=who)
    return Line(
        id=check["id"],
        requirement=language.pipeline.get(f"finding.{check['id']}.pass.title", check["requirement"]),
        flagged=language.say(
            "accuracy.flagged", n=len(check["flagged"]), count=len(check["failed"]), of=check["neutral"]
        ),
        real=real,
        bars=bars,
        published=published,
    )


def _percent(language: Language, share: float) -> str:
    return _tenths(language, 100 * share)


def _tenths(language: Language, number: float) -> str:
    return f"{number:.1f}".replace(".", language.decimal)


def _length(share: float) -> float:
    return round(min(1.0, share / WHOLE) * WIDTH, 1)
