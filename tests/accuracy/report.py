"""The figures as JSON, and as the two documents that show them: docs/accuracy.md and docs/checks.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pixid.thresholds import THRESHOLDS
from tests.accuracy.cases import GEOMETRY, MANUAL
from tests.accuracy.checks import Judged, Row, rejected, tone_of
from tests.accuracy.figures import spoken

FEW = 10
"""Real examples below which no rate is given."""


def data(rows: Sequence[Row], judged: Sequence[Judged], smiles: dict[str, float]) -> dict[str, Any]:
    """Everything the page shows; rates are shares."""
    neutral = [j for j in judged if j.sample.neutral]
    pose = {
        name: {s: sum(j.findings[name].status == s for j in neutral) for s in ("pass", "warn", "fail")}
        for name in ("yaw", "pitch", "roll")
    }
    tones: dict[str, int] = {}
    for j in neutral:
        tones[tone_of(j.sample)] = tones.get(tone_of(j.sample), 0) + 1
    return {
        "neutral": len(neutral),
        "rejected": [{"photo": photo, "checks": ids, "tone": next(tone_of(j.sample) for j in neutral if j.sample.photo == photo)} for photo, ids in rejected(judged).items()],
        "pose": pose,
        "tones": tones,
        "smiles": smiles,
        "checks": [_check(row) for row in rows],
    }  # fmt: skip


def _check(row: Row) -> dict[str, Any]:
    case = row.case
    return {
        "id": case.id,
        "requirement": case.requirement,
        "neutral": row.neutral,
        "flagged": row.flagged,
        "failed": row.failed,
        "drawn": {name: {str(k): {"n": n, "missed": missed, "eer": round(rate, 4)} for k, (n, missed, rate) in by.items()} for name, by in row.drawn.items()},
        "real": {"found": row.real_found, "missed": row.real_missed, "eer": None if row.real_rate is None else round(row.real_rate, 4)},
        "tones": {name: {"people": p, "flagged": w, "failed": f} for name, (p, w, f) in row.groups.items()},
        "promise": case.promise,
        "best": case.best,
    }  # fmt: skip


def accuracy(made: dict[str, Any]) -> str:
    """docs/accuracy.md."""
    lines = [
        "# What the checks catch, and what they get wrong",
        "",
        "Made by `python3 build.py accuracy`; every row has n. **Real** pictures were photographed with the defect. **Drawn**",
        "ones are our own alterations of neutral London portraits (models_src/training/alterations.py), strength 1 just",
        "visible, 2 plain, 3 gross: a figure on them alone is a regression test, not an error rate in the world. The two are",
        "never averaged. Heads were judged on people they were not fitted on. Intervals are Wilson's, 95 %.",
        "",
        f"## Good photos: {made['neutral']} neutral London portraits",
        "",
        "All checks of a document by ICAO's rules except pose and the wall's colour (the set is not posed; its walls are grey).",
        "",
        f"Failed: {spoken(len(made['rejected']), made['neutral'])}.",
        "",
    ]
    lines += [f"- {item['photo']} ({item['tone']} skin): {', '.join(item['checks'])}" for item in made["rejected"]]
    lines += ["", "| pose | pass | warn | fail |", "|---|---|---|---|"]
    lines += [f"| {name} | {by['pass']} | {by['warn']} | {by['fail']} |" for name, by in made["pose"].items()]
    smiles = made["smiles"]
    lines += [
        "",
        "Skin tones (individual typology angle of the cheeks): " + ", ".join(f"{name} {n}" for name, n in made["tones"].items()) + ".",
        "",
        "## Expression, real: 52 London pairs",
        "",
        "39 of the 52 \"smiling\" pictures show teeth or clearly lifted corners (models_src/training/labels.py); 13 barely smile.",
        "",
        f"- visible smiles missed at 2 of 52 false alarms: {100 * smiles['missed_at_2']:.1f} % (promised: at most 3 %)",
        f"- all pairs, equal error rate: {100 * smiles['all_pairs']:.1f} % (promised: at most 10 %)",
        "",
        "## Every check",
        "",
        "Flagged: risk or fail among the good photos. EER: equal error rate against them. Published: best on FICV-1.0 (private",
        "pictures with real defects but for 10, 13 and 14): **not comparable** with figures on our own alterations.",
        "",
        "| check | good photos flagged | failed | drawn: EER at 1 / 2 / 3 (n) | missed at 2 | promised | real | published |",
        "|---|---|---|---|---|---|---|---|",
    ]  # fmt: skip
    for check in made["checks"]:
        lines.append(_line(check))
    lines += [
        "",
        "## By skin tone: good photos flagged (failed) of people",
        "",
        "| check | " + " | ".join(made["tones"]) + " |",
    ]
    lines.append("|---|" + "---|" * len(made["tones"]))
    for check in made["checks"]:
        cells = []
        for tone in made["tones"]:
            by = check["tones"].get(tone, {"people": 0, "flagged": 0, "failed": 0})
            cells.append(f"{by['flagged']} ({by['failed']}) of {by['people']}")
        if any(not cell.startswith("0 (0)") for cell in cells):
            lines.append(f"| {check['id']} | " + " | ".join(cells) + " |")
    lines += [
        "",
        "Checks not listed flagged nobody. No check was tested on children: none are among the pictures with known truth.",
        "",
    ]
    return "\n".join(lines)


def _line(check: dict[str, Any]) -> str:
    drawn, missed = [], []
    for name, by in check["drawn"].items():
        rates = " / ".join(f"{100 * by[k]['eer']:.1f}" if k in by else "-" for k in "123")
        counts = " / ".join(str(by[k]["n"]) if k in by else "-" for k in "123")
        drawn.append(f"{name}: {rates} % ({counts})")
        if "2" in by:
            missed.append(f"{by['2']['missed']} of {by['2']['n']}")
    real = check["real"]
    count = len(real["found"]) + len(real["missed"])
    said = "none"
    if count >= FEW:
        said = (
            f"EER {100 * real['eer']:.1f} %, found {spoken(len(real['found']), count)}"
            if real["eer"] is not None
            else spoken(len(real["found"]), count)
        )
    elif count:
        said = f"real: {len(real['found'])} of {count}"
    promise = "" if check["promise"] is None else f"{100 * check['promise']:.0f} %"
    best = "" if not check["best"] else f"{check['best'][0]:.1f} % {check['best'][1]}"
    flagged, failed = len(check["flagged"]), len(check["failed"])
    return (
        f"| {check['id']} | {flagged} of {check['neutral']} | {failed} | {'; '.join(drawn) or 'none'} | {', '.join(missed)} |"
        f" {promise} | {said} | {best} |"
    )


def checks(made: dict[str, Any], rows: Sequence[Row]) -> str:
    """docs/checks.md: every requirement with its check or the reason why it is asked."""
    lines = [
        "# Every requirement, and the check that measures it",
        "",
        "Made by `python3 build.py accuracy`. Limits called ours are in pixid/thresholds.py: where a risk begins, and where a",
        "defect is plain enough to fail a photo; a limit without the second never fails one. Error rates: docs/accuracy.md.",
        "",
        "| id | requirement | clause | measure | limit | source of the limit | status | flagged falsely, missed (drawn, strength 2) |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        case = row.case
        threshold = THRESHOLDS.get(case.id)
        if threshold is None:
            limit, source = "see clause", "standard"
        else:
            sign = "at most" if threshold.above else "at least"
            plain = "" if threshold.plain is None else f", plain {threshold.plain:g}"
            limit, source = f"{sign} {threshold.risk:g}{plain} {threshold.unit}".strip(), "ours"
        n, missed = 0, 0
        for by in row.drawn.values():
            if 2 in by:
                n, missed = n + by[2][0], missed + by[2][1]
        caught = f"{missed} of {n}" if n else "no pictures"
        lines.append(
            f"| {case.id} | {case.requirement} | {case.clause} | {case.measure} | {limit} | {source} | automatic | {len(row.flagged)} of {row.neutral}, {caught} |"
        )
    for id, requirement, clause in GEOMETRY:
        lines.append(
            f"| {id} | {requirement} | {clause} | lengths on the mesh, the file's header | the document's, else ISO's | document or standard | automatic | see docs/models.md |"
        )
    for id, requirement, why in MANUAL:
        lines.append(f"| {id} | {requirement} | document | none: {why} | | | manual | |")
    lines.append("")
    return "\n".join(lines)


def rates(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """For "How sure" beside a finding: flagged falsely, missed, and on what."""
    made = {}
    for row in rows:
        real = len(row.real_found) + len(row.real_missed)
        if real >= FEW:
            bad = {"missed": len(row.real_missed), "of": real, "kind": "real"}
        else:
            counts = [by[2] for by in row.drawn.values() if 2 in by]
            bad = {"missed": sum(c[1] for c in counts), "of": sum(c[0] for c in counts), "kind": "drawn"}
        made[row.case.id] = {"flagged": len(row.flagged), "good": row.neutral, **bad}
    return made
