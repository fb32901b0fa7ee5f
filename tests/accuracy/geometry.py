"""Our geometry against hand-placed points.

Lengths are shares of the portrait's own annotated IED
(between the eye centres) or T (eye midpoint to chin). Signed figures are positive where ours lies higher on the head.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

from pixid.drive import finish
from pixid.face import Face
from pixid.pipeline import examine, roi
from pixid_native.engine import NativeEngine
from tests.accuracy import tops
from tests.accuracy.annotations import Annotation, Numbers, portraits


class Portrait(NamedTuple):
    """One portrait: what people placed, and what we measured (raises PhotoError without a face)."""

    truth: Annotation
    face: Face
    terms: tops.Terms
    busy: dict[str, tops.Busy]


class Figure(NamedTuple):
    """One row of the table: one value per portrait or eye, in shares of `unit`."""

    name: str
    unit: str
    values: Numbers

    def row(self) -> str:
        size = np.abs(self.values)
        middle = f"{len(size):>4} {self.values.mean():>+8.4f} {self.values.std():>7.4f}"
        return f"{self.name:<44} {middle} {np.quantile(size, 0.95):>7.4f} {size.max():>7.4f}  {self.unit}"


class Promise(NamedTuple):
    """A figure's mean, its root mean square or its p95 may be at most `most` away from 0."""

    figure: str
    most: float
    kind: str = "mean"

    def value(self, figure: Figure) -> float:
        """The promised number."""
        if self.kind == "rms":
            return float(np.sqrt((figure.values**2).mean()))
        if self.kind == "p95":
            return float(np.quantile(np.abs(figure.values), 0.95))
        return float(figure.values.mean())


PROMISES = (
    Promise("eye", 0.010),
    Promise("ied", 0.003),
    Promise("chin", 0.025),
    Promise("chin higher", 0.005),
    Promise("crown higher", 0.015),
    Promise("crown others", 0.055, "rms"),
    Promise("hair higher", 0.015),
    Promise("hair higher", 0.05, "p95"),
    *(Promise(f"hair {wall}", 0.015) for wall in tops.BUSY),
    *(Promise(f"hair {wall}", 0.05, "p95") for wall in tops.BUSY),
)
"""The project's own promises about eyes, chin, hair and crown; the others hold what was reached. A wall of the hair's
own colour is measured and promised nothing."""
SURE = 0.9
"""Share of people for whom the stated uncertainty of head height has to be true."""

HEADING = f"{'':<44} {'n':>4} {'mean':>8} {'sd':>7} {'p95':>7} {'most':>7}"


def measured(folder: Path, busy: bool = False) -> Iterator[Portrait]:
    """Every annotated portrait in `folder`, measured by the native engine; with `busy` before other walls too, which
    takes five times as long."""
    engine = NativeEngine()
    for truth in portraits(folder):
        evidence = finish(examine(engine, truth.photo))
        mesh = finish(engine.run("mesh", evidence.picture, {"roi": roi(evidence.faces[0])}))["points"]
        engine.clear()
        yield Portrait(
            truth,
            evidence.measured,
            tops.terms(truth, evidence, mesh),
            dict(tops.before_busy_walls(engine, truth)) if busy else {},
        )


def figures(measured: list[Portrait]) -> dict[str, Figure]:
    """All figures by key, without those that nothing was measured for."""
    rows = {
        "eye": ("eye centre from the middle of the iris ring", "IED", [d for p in measured for d in eye_distances(p)]),
        "ied": ("distance between the eyes, error", "IED", [p.face.ied / p.truth.ied - 1 for p in measured]),
        "chin": ("chin, distance", "T", [distance(p.face.chin, p.truth.chin) / p.truth.unit for p in measured]),
        "chin higher": ("chin, higher by", "T", [higher(p, p.face.chin, p.truth.chin) for p in measured]),
        "crown higher": ("skull crown, higher by", "T", [higher(p, p.face.crown, p.truth.skull) for p in measured]),
        "crown others": (
            "skull crown, fitted to all others",
            "T",
            list(tops.cross_validated([p.terms for p in measured])),
        ),
        "hair higher": ("top of the hair, higher by", "T", [h for p in measured for h in hair_heights(p)]),
    }
    for wall in (*tops.BUSY, tops.OWN_HAIR):
        heights = [h for p in measured if p.busy for h in hair_heights(p, p.busy[wall])]
        rows[f"hair {wall}"] = (f"top of the hair before {wall}, higher by", "T", heights)
    for top in ("skull", "hair"):
        rows[f"sure {top}"] = (f"head height to {top}, share of its uncertainty", "", inside(measured, top))
    return {key: Figure(name, unit, np.array(values)) for key, (name, unit, values) in rows.items() if values}


def eye_distances(portrait: Portrait) -> list[float]:
    face, truth = portrait.face, portrait.truth
    pairs = ((face.eye_left, truth.eye_left), (face.eye_right, truth.eye_right))
    return [distance(ours, theirs) / truth.ied for ours, theirs in pairs]


def hair_heights(portrait: Portrait, busy: tops.Busy | None = None) -> list[float]:
    """How much higher it was found, on the portrait or before a `busy` wall; empty where the top of this hair was not
    measured against its own wall."""
    truth = portrait.truth
    if truth.hair_top is None:
        return []
    row, face = (truth.hair_top, portrait.face) if busy is None else (busy.hair_top, busy.face)
    return [(row - face.hair_top[1]) / truth.unit]


def inside(measured: list[Portrait], top: str) -> list[float]:
    """Error of each head height (chin to `top`) as part of the uncertainty that was stated for it: within 1 it was
    true."""
    shares = []
    for portrait in measured:
        truth, face = portrait.truth, portrait.face
        stated = face.top_spread(top) * face.t
        if top == "hair":
            if truth.hair_top is None:
                continue
            real = truth.chin[1] - truth.hair_top
        else:
            real = distance((truth.chin[0], truth.chin[1]), truth.skull)
        shares.append((distance(face.chin, np.array(face.top(top))) - real) / stated)
    return shares


def higher(portrait: Portrait, ours: tuple[float, float], theirs: Numbers) -> float:
    """Along the annotated axis from chin to eyes, T."""
    truth = portrait.truth
    return float((np.array(ours) - theirs) @ (truth.eyes - truth.chin)) / truth.unit**2


def distance(ours: tuple[float, float], theirs: Numbers) -> float:
    return float(np.linalg.norm(np.array(ours) - theirs))


def broken(found: dict[str, Figure]) -> list[str]:
    """A sentence for each promise that is not kept."""
    sentences = []
    for promise in PROMISES:
        figure = found.get(promise.figure)
        if figure is not None and abs(promise.value(figure)) > promise.most:
            value = f"{promise.kind} {promise.value(figure):+.4f} {figure.unit}"
            sentences.append(f"{figure.name}: {value}, at most {promise.most} is promised")
    for key, figure in found.items():
        if key.startswith("sure") and (np.abs(figure.values) <= 1).mean() < SURE:
            share = (np.abs(figure.values) <= 1).mean()
            sentences.append(f"{figure.name}: true for {share:.2f} of people, {SURE} are promised")
    return sentences
