"""What eight bits would save and lose: python -m quantize.table, in the tests' environment after a build.

Prints a table of every network's variants and writes it into docs/models.md, between its two markers. PIXID_PHOTOS
names a folder of portraits; without it only crops of one picture are judged.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import brotli
import onnx

from models_src.published import GRAPHS
from quantize import int8, pictures, web
from quantize.halves import split
from quantize.judging import SUBJECTS, Feed, Session, Subject, feeds
from quantize.optimise import optimise

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "models.md"
BEGIN, END = "<!-- quantize.table -->", "<!-- /quantize.table -->"
LIMIT = 0.1
"""What a variant may lose on the worst picture, px of the network's own input."""
CALIBRATED, JUDGED = 24, 24
RUNS = 12
HEADING = """\
| network | variant | bytes, brotli 11 | time natively, ms | time in WebAssembly, ms | lost: median | worst | in |
| --- | --- | --- | --- | --- | --- | --- | --- |"""


class Variant(NamedTuple):
    """One way to store and compute a network. `files`: what travels, each compressed alone; `lost`: per picture."""

    name: str
    files: Sequence[bytes]
    model: onnx.ModelProto


class Row(NamedTuple):
    """One line of the table; bytes after compression, milliseconds, `web` a complaint where it does not run."""

    subject: Subject
    variant: str
    size: int
    native: float
    web: float | str
    lost: Sequence[float]

    def text(self) -> str:
        middle = sorted(self.lost)[len(self.lost) // 2]
        shown = f"does not run: {self.web}" if isinstance(self.web, str) else f"{self.web:.1f}"
        return (
            f"| {self.subject.graph} | {self.variant} | {self.size:,} | {self.native:.1f} | {shown} "
            f"| {_px(middle)} | {_px(max(self.lost))} | {self.subject.unit} |"
        )


def variants(model: onnx.ModelProto, given: Sequence[Feed], graph: str) -> Iterator[Variant]:
    """`model` not yet optimised."""
    shipped = optimise(model)
    yield Variant("float32", [shipped.SerializeToString()], shipped)
    halves = split(shipped, f"{graph}.weights")
    structure = halves.structure.SerializeToString()
    yield Variant("float16 storage (shipped)", [structure, halves.weights], shipped)
    rounded = int8.weights_only(shipped)
    yield Variant("int8 storage", [structure, rounded.stored], rounded.model)
    for form in int8.FORMS:
        made = int8.static(model, given, form)
        yield Variant(f"int8 convolutions, {form}", [made.SerializeToString()], made)


def rows(models: Mapping[str, Path], runtime: Path) -> Iterator[Row]:
    """The whole table; progress goes to standard error."""
    built = {subject.graph: GRAPHS[subject.graph].build(models) for subject in SUBJECTS}
    shipped = {graph: Session(optimise(model)) for graph, model in built.items()}
    calibration = feeds(shipped, [picture for _, picture in pictures.pictures(CALIBRATED, 0)])
    judged = feeds(shipped, [picture for _, picture in pictures.pictures(JUDGED, 1)])
    for subject in SUBJECTS:
        given, small = judged[subject.graph], judged[subject.graph][-1]
        right = [shipped[subject.graph](feed) for feed in given]
        made = list(variants(built[subject.graph], calibration[subject.graph], subject.graph))
        sessions = [Session(variant.model) for variant in made]
        times = _interleaved(sessions, small)
        for variant, session, native in zip(made, sessions, times, strict=True):
            print(f"{subject.graph}, {variant.name} ...", file=sys.stderr, flush=True)
            lost = [subject.apart(feed, best, session(feed)) for feed, best in zip(given, right, strict=True)]
            size = sum(len(brotli.compress(file, quality=11)) for file in variant.files)
            yield Row(subject, variant.name, size, native, web.run(variant.model, small, runtime), lost)


def decision(found: Sequence[Row]) -> str:
    """A sentence per network: the smallest variant that keeps the limit, or what the least harmful one would cost."""
    lines = []
    for subject in SUBJECTS:
        mine = [row for row in found if row.subject is subject]
        (shipped,) = (row for row in mine if "shipped" in row.variant)
        better = [row for row in mine if "int8" in row.variant and max(row.lost) <= LIMIT and row.size < shipped.size]
        best = min(better, key=lambda row: row.size, default=None)
        if best is not None:
            saved = shipped.size - best.size
            lines.append(f"- {subject.graph}: {best.variant} stays within {LIMIT} px and saves {saved:,} bytes.")
            continue
        nearest = min((row for row in mine if "int8" in row.variant), key=lambda row: max(row.lost))
        lines.append(
            f"- {subject.graph}: not quantised. The least harmful variant ({nearest.variant}) would save "
            f"{shipped.size - nearest.size:,} bytes and lose {_px(max(nearest.lost))} px on the worst picture."
        )
    return "\n".join(lines)


def write(text: str, document: Path = DOCUMENT) -> None:
    """Put the table between the markers. Raises ValueError where they are not in the document."""
    before, begin, rest = document.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{document} has no {BEGIN} ... {END}")
    document.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m quantize.table", description=__doc__)
    parser.add_argument("--models", type=Path, default=ROOT / "build" / "models", help="folder of the .tflite files")
    parser.add_argument("--runtime", type=Path, help="onnxruntime-web's dist folder (the installed one)")
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args(arguments)
    models = {path.stem: path for path in options.models.glob("*.tflite")}
    found = list(rows(models, options.runtime or web.runtime()))
    about = f"{JUDGED} pictures judged, {CALIBRATED} others calibrated on: {pictures.sources()}."
    text = "\n".join([about, "", HEADING, *(row.text() for row in found), "", decision(found)])
    print(text)
    if not options.dry:
        write(text)
    return 0


def _interleaved(sessions: Sequence[Session], feed: Feed) -> list[float]:
    """Best of RUNS runs of each session, taken in turns: what else the machine does only ever adds."""
    turns = [[session.milliseconds(feed) for session in sessions] for _ in range(RUNS)]
    return [min(times) for times in zip(*turns, strict=True)]


def _px(number: float) -> str:
    return "another number of faces" if number == float("inf") else f"{number:.3f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
