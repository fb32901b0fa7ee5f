"""docs/checks.md: one row for every requirement, its limits read from the code and its error rates from the figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pixid.checks import light, mouth, pixels, pose, scene, wall
from pixid.document import ISO_BANDS
from pixid.thresholds import THRESHOLDS
from tests.accuracy.cases import CASES, LENGTHS, MANUAL, UNASKED
from tests.accuracy.standards import clause

HEAD = """# Every requirement, and the check that measures it

Made by `python3 build.py accuracy` from the code and docs/accuracy.json; a test holds it to both. One row for every
check and every point of three lists: FICV's 30 tests, the criteria of BSI TR-03121-3-2 and OFIQ's components. A
document's own rule goes before a limit that is named here. Limits called ours are in pixid/thresholds.py: where a risk
begins, and where a defect is plain enough to fail a photo; a limit without the second never fails one. Error rates:
docs/accuracy.md.

| id | requirement | clause | measure | limit | source of the limit | status | error rate |
|---|---|---|---|---|---|---|---|
"""

STATED: Mapping[str, tuple[str, str]] = {
    "other-faces": ("1 face in the frame", "standard"),
    "mouth-open": (f"at most {mouth.OPEN_LIPS:g}", "standard"),
    "skin-colour": (
        "a* {:g} to {:g}, b* {:g} to {:g}".format(*light.SKIN_A, *light.SKIN_B)
        + "; hue {:g} to {:g} deg, chroma at most {:g} L*".format(*light.SKIN_HUE, light.SKIN_CHROMA),
        "OFIQ; hue and chroma ours",
    ),
    "background-colour": (f"at most {wall.SAME:g}, plain {wall.PLAIN:g}", "document's colours; distance ours"),
    "roll": (f"{-pose.MOST_ROLL:g} to {pose.MOST_ROLL:g} deg", "ISO, TR-03121"),
    "yaw": (f"{-pose.MOST_TURN:g} to {pose.MOST_TURN:g} deg", "ISO, TR-03121"),
    "pitch": (f"{-pose.MOST_TURN:g} to {pose.MOST_TURN:g} deg", "ISO, TR-03121"),
    "eye-distance": (f"at least {pixels.LEAST_IED:g} px", "ISO, TR-03121"),
    "head-cut": (f"at least {scene.EDGE:g} px", "standard"),
    "top-margin": ("the document's, else at least 0", "document; else ours"),
    "photo-size": ("pixels of the document's file or print", "document"),
}
"""Limits that are no thresholds of ours: as a text, and whose."""


def checks(made: Mapping[str, Any]) -> str:
    """The page; `made`: docs/accuracy.json."""
    by_id = {check["id"]: check for check in made["checks"]}
    rows = []
    for case in CASES:
        rows.append((case.id, case.requirement, case.clause, case.measure, "automatic", _caught(by_id[case.id])))
    for length in LENGTHS:
        error = length.exact or _error(made["geometry"], length.figures)
        rows.append((length.id, length.requirement, length.clause, length.measure, "automatic", error))
    for id, requirement, why in MANUAL:
        status = "manual: nobody is asked" if id in UNASKED else "manual"
        rows.append((id, requirement, "" if id in UNASKED else "document", f"none: {why}", status, ""))
    return HEAD + "".join(_row(*row) for row in rows)


def _row(id: str, requirement: str, own: str, measure: str, status: str, error: str) -> str:
    limit, source = ("", "") if status.startswith("manual") else limits(id)
    cells = (id, requirement, clause(own, id), measure, limit, source, status, error)
    return "| " + " | ".join(cells) + " |\n"


def limits(id: str) -> tuple[str, str]:
    """A check's limit as a text, and whose it is."""
    if id in STATED:
        return STATED[id]
    if id in THRESHOLDS:
        threshold = THRESHOLDS[id]
        plain = "" if threshold.plain is None else f", plain {threshold.plain:g}"
        return f"at {'most' if threshold.above else 'least'} {threshold.risk:g}{plain} {threshold.unit}".strip(), "ours"
    band = ISO_BANDS.get(id.replace("-", "_"))
    if band is not None:
        return f"the document's, else {100 * band[0]:g} to {100 * band[1]:g} %", "document; else ISO 39794-5 D"
    return "the document's", "document"


def _caught(check: Mapping[str, Any]) -> str:
    """Flagged falsely, missed of the drawn, found of the real."""
    said = [f"{len(check['flagged'])} of {check['neutral']} good flagged"]
    counts = [by["2"] for by in check["drawn"].values() if "2" in by]
    if counts:
        said.append(f"{sum(c['missed'] for c in counts)} of {sum(c['n'] for c in counts)} drawn missed")
    found, missed = len(check["real"]["found"]), len(check["real"]["missed"])
    if found + missed:
        said.append(f"{missed} of {found + missed} real missed")
    return ", ".join(said)


def _error(geometry: Mapping[str, Any], names: tuple[str, ...]) -> str:
    return "; ".join(
        f"{geometry[name]['name']}: mean {geometry[name]['mean']:+.4f}, 95 % within {geometry[name]['p95']:.4f}"
        f" {geometry[name]['unit']} (n {geometry[name]['n']})"
        for name in names
    )
