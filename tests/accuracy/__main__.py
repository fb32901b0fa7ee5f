"""How accurate we are: `python3 build.py accuracy [--people N] [--strengths 123]`; `accuracy matte` is its own run,
`accuracy again` writes the documents anew from the figures that are kept, after a limit or a word was changed.

Prints our geometry against hand-placed points, then judges every check on portraits and their alterations and writes
docs/accuracy.md, docs/accuracy.json, docs/checks.md and pixid/error_rates.py. Exit code 1: a promise of the geometry is
not kept; 2: no photos.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from pprint import pformat
from typing import Any

from models_src.training.samples import all_samples
from pixid_native import rulebook
from tests.accuracy import checks, expression, geometry, report, table
from tests.accuracy.matte import run as matte_run
from tests.oracle.recorded import photo_folder

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
DOCUMENT = "schengen-visa"
"""By ICAO's rules: 35 x 45 mm, neutral expression, glasses allowed, a plain light wall."""


def main(options: Sequence[str]) -> int:
    if options[:1] == ["matte"]:
        return matte_run.main(options[1:])
    if options[:1] == ["again"]:
        written(json.loads((DOCS / "accuracy.json").read_text(encoding="utf-8")))
        return 0
    words = argparse.ArgumentParser("build.py accuracy")
    words.add_argument("--people", type=int, default=26, help="neutral portraits that are altered, at most 52")
    words.add_argument("--strengths", default="123", help="of the alterations")
    words.add_argument("--kept", action="store_true", help="judge only alterations that were examined before")
    chosen = words.parse_args(options)
    folder = photo_folder()
    portraits = list(geometry.measured(folder, busy=True))
    if not portraits:
        print(f"There are no annotated portraits (london_*.tem) in PIXID_PHOTOS={folder}.", file=sys.stderr)
        return 2
    found = geometry.figures(portraits)
    print(geometry.HEADING, *(figure.row() for figure in found.values()), sep="\n")
    broken = geometry.broken(found)
    print(*broken, sep="\n", file=sys.stderr)
    samples = list(all_samples(chosen.people, [int(s) for s in chosen.strengths], kept_only=chosen.kept))
    judged = checks.judged(samples, rulebook.document(DOCUMENT))
    made = report.data(checks.rows(judged), judged, expression.figures(samples), found)
    (DOCS / "accuracy.json").write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    written(made)
    print(report.accuracy(made))
    return 1 if broken else 0


def written(made: dict[str, Any]) -> None:
    """Everything that is made of docs/accuracy.json and the code."""
    (DOCS / "accuracy.md").write_text(report.accuracy(made), encoding="utf-8")
    (DOCS / "checks.md").write_text(table.checks(made), encoding="utf-8")
    (ROOT / "pixid" / "error_rates.py").write_text(module(report.rates(made)), encoding="utf-8")


def module(rates: dict[str, dict[str, object]]) -> str:
    text = pformat(rates, width=116, sort_dicts=False)
    return (
        '"""How often each check was wrong in our tests. Made by `python3 build.py accuracy`; do not edit.\n\n'
        "flagged: good portraits (of `good`) that it flagged. missed: pictures with the defect (`of`) it let pass;\n"
        'kind: "real", or "drawn" where the defect was put in by us (strength 2), which proves less.\n"""\n\n'
        f"RATES: dict[str, dict[str, object]] = {text}\n"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
