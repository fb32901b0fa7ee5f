"""How good the matte is: `python3 build.py accuracy matte [--people N] [--oracle N] [--sheets FOLDER]`.

Composes portraits before walls drawn by code, scores the segmenter's mask, our matte and closed form, and writes the
figures into docs/matting.md. `--sheets` also writes contact sheets at 100 % on white, light grey and blue; they show
people and are never committed. Exit code 1: a goal is missed; 2: no photos.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from models_src.training.mattes import Portrait, portrait
from models_src.training.people import is_scored
from pixid_native.engine import NativeEngine
from tests.accuracy.composed import top
from tests.accuracy.matte import clothes, composing, figures, headscarf, methods, sheets, shown
from tests.accuracy.matte.scores import Score, score
from tests.accuracy.matte.shown import Shown
from tests.oracle.recorded import photo_folder

Scored = dict[str, dict[str, list[Score]]]
"""Method -> wall -> one score per person."""
SHAVED = ("070", "114", "142")
"""Of the people who are scored: shaved or slick heads."""
VEILED = 4
"""One in so many is scored with a headscarf, too."""


def main(options: Sequence[str]) -> int:
    words = argparse.ArgumentParser("build.py accuracy matte")
    words.add_argument("--people", type=int, default=99, help="at most; nobody that anything was tuned on")
    words.add_argument("--oracle", type=int, default=8, help="people for closed form, which takes seconds each")
    words.add_argument("--sheets", type=Path, metavar="FOLDER", help="where to write contact sheets")
    chosen = words.parse_args(options)
    engine = NativeEngine()
    photos = [path for path in sorted(photo_folder().glob("london_*_03.jpg"))]
    people = [path for path in photos if is_scored(path.stem.split("_")[1])][: chosen.people]
    if not people:
        print(f"There are no portraits before plain walls (london_*.jpg) in {photo_folder()}.", file=sys.stderr)
        return 2
    scored: Scored = {}
    tops: dict[str, list[float]] = {wall: [] for wall in composing.WALLS}
    veiled: Scored = {}
    looks: dict[str, list[Shown]] = {wall: [] for wall in composing.WALLS}
    for k, path in enumerate(people):
        one = portrait(engine, path)
        _person(engine, one, k < chosen.oracle, scored, tops, looks)
        if k % VEILED == 0:
            _person(engine, headscarf.worn(one), False, veiled)
        if chosen.sheets is not None:
            sheets.write(engine, one, chosen.sheets)
    shaved = [k for k, path in enumerate(people) if path.stem.split("_")[1] in SHAVED]
    groups = {
        "shaved or slick heads": {
            name: {wall: [scores[k] for k in shaved] for wall, scores in scored[name].items()}
            for name in (figures.RAW, figures.OURS)
        },
        "a headscarf, drawn over the hair": veiled,
    }
    holed = [clothes.holes(engine, path) for path in sorted(photo_folder().glob("congress_*.jpg"))]
    found = figures.Figures(len(people), min(chosen.oracle, len(people)), scored, tops, groups, looks, holed)
    text = figures.table(found)
    print(text)
    figures.write(text)
    missed = figures.missed(found)
    print(*missed, sep="\n", file=sys.stderr)
    return 1 if missed else 0


def _person(
    engine: NativeEngine,
    one: Portrait,
    oracle: bool,
    scored: Scored,
    tops: dict[str, list[float]] | None = None,
    looks: dict[str, list[Shown]] | None = None,
) -> None:
    truth = top(one.alpha, one.t)
    for wall in composing.WALLS:
        photo = methods.composed(engine, one, wall)
        ours = methods.ours(engine, photo)
        made = {figures.RAW: photo.mask, figures.OURS: ours, figures.STEEPENED: methods.steepened(ours, photo)}
        if looks is not None:
            looks[wall].append(shown.shown(engine, photo.evidence.picture, one))
        if oracle:
            made |= {figures.EXACT: methods.closed_form(photo), figures.TOLD: methods.told(photo)}
        for name, alpha in made.items():
            scored.setdefault(name, {}).setdefault(wall, []).append(score(alpha, one))
        face = photo.evidence.measured
        if tops is not None:
            tops[wall].append((face.hair_top[1] - truth) / face.t)
        engine.clear()
