"""`pixid make PHOTO --document ID -o OUT.jpg [--sheet SHEET.pdf] [--report REPORT.html]`: ready to send or print."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pixid import wording
from pixid.backdrop_choice import NAMES, backdrop, colours
from pixid.errors import PhotoError
from pixid_native import rulebook
from pixid_native.commands import common, make_part, outputs
from pixid_native.files import writable, write
from pixid_native.printing import Terminal, print_json
from pixid_native.report_text import PRESSING, made_lines, report_lines, standing_lines
from pixid_native.stop import Stop
from pixid_native.words import HELP, STOPS

if TYPE_CHECKING:
    from pixid.backdrop_choice import Backdrop
    from pixid.document import Document
    from pixid.making import Made
    from pixid.strokes import Stroke
    from pixid.tone import Tone
    from pixid_native.engine import NativeEngine

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

FORMATS = {".jpg": "jpeg", ".jpeg": "jpeg", ".png": "png"}


def add(commands: "Commands") -> None:
    words = commands.add_parser("make", help=HELP["make"], description=HELP["make"])
    words.add_argument("photo", metavar="PHOTO", help=HELP["photo"])
    words.add_argument("-o", "--output", required=True, type=Path, metavar="OUT.jpg", help=HELP["output"])
    outputs.add_sheet(words, "--sheet")
    words.add_argument("--report", type=Path, metavar="REPORT.html", help=HELP["report"])
    words.add_argument("--date", type=outputs.date, metavar="YYYY-MM-DD", help=HELP["date"])
    words.add_argument("--light", type=float, metavar="STOPS", help=HELP["light"])
    words.add_argument("--warmth", type=float, metavar="W", help=HELP["warmth"])
    words.add_argument(
        "--background", nargs="?", const="", metavar="COLOUR", help=HELP["background"].format(names=", ".join(NAMES))
    )
    words.add_argument("--strokes", type=Path, metavar="STROKES.json", help=HELP["strokes"])
    words.add_argument("--part", metavar="WHAT", help=HELP["part"])
    common.add(words)
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    document = rulebook.document(arguments.document)
    if arguments.part is not None:
        return make_part.run(document, arguments)
    format = chosen(document, arguments.output)
    tone = light(document, arguments)
    behind = background(document, arguments.background)
    drawn = strokes(arguments.strokes)
    written = [path for path in (arguments.output, arguments.sheet, arguments.report) if path is not None]
    for path in written:
        writable(path, arguments.photo)
    if len({path.resolve() for path in written}) < len(written):
        raise Stop(STOPS["same-name"])
    outputs.check_sheet(document, arguments)
    made = work(common.engine(arguments), document, arguments, format, tone, behind, drawn)
    if arguments.json:
        print_json(made)
    else:
        terminal = Terminal()
        terminal.lines(standing_lines(document))
        terminal.lines(report_lines(made, document.name, PRESSING))
        terminal.lines(made_lines(made))
    return 2 if not made["outputs"] else int(made["verdict"] == "fail")


def chosen(document: "Document", output: Path) -> str:
    """The format that the name of the output asks for. Raises Stop where the portal does not take it."""
    from pixid.making import chosen_format

    format = FORMATS.get(output.suffix.lower())
    if format is None:
        raise Stop(STOPS["format"].format(name=output.name))
    try:
        return chosen_format(document, format)
    except ValueError:
        assert document.digital is not None
        taken = wording.either([name.upper() for name in document.digital.formats])
        raise Stop(STOPS["portal"].format(formats=taken, name=output.name)) from None


def light(document: "Document", arguments: argparse.Namespace) -> "Tone | None":
    """The change of light that was asked for. Raises Stop where the document forbids it, with the reason."""
    from pixid.tone import tone

    if arguments.light is None and arguments.warmth is None:
        return None
    insist(document, "light")
    made = tone(arguments.light or 0.0, arguments.warmth or 0.0)
    return None if made.is_plain else made


def background(document: "Document", text: str | None) -> "Backdrop | None":
    """The colour that was asked for, the document's own where none was named. Raises Stop where it is none, or where
    the document forbids it, with the reason."""
    if text is None:
        return None
    insist(document, "background")
    try:
        return backdrop(text) if text else colours(document)[0]
    except ValueError:
        raise Stop(STOPS["background"].format(colour=text, names=", ".join(NAMES))) from None


def strokes(path: Path | None) -> "tuple[Stroke, ...]":
    """Those of a file. Raises Stop where it holds none."""
    from pixid.strokes import read

    if path is None:
        return ()
    try:
        return read(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):  # no file, no JSON, or other JSON
        raise Stop(STOPS["strokes"].format(file=path)) from None


def insist(document: "Document", part: str) -> None:
    """Raises Stop where the document forbids to change `part` of the picture, with the reason and its source."""
    from pixid import edits

    switch = edits.switch(document, part)
    if switch.offered:
        return
    source = document.source(switch.source)
    if source is None:
        raise Stop(switch.text)
    raise Stop(STOPS["source"].format(sentence=switch.text, title=source.title, read=source.read))


def work(
    engine: "NativeEngine",
    document: "Document",
    arguments: argparse.Namespace,
    format: str,
    tone: "Tone | None",
    behind: "Backdrop | None",
    drawn: "tuple[Stroke, ...]" = (),
) -> dict[str, Any]:
    """The report plus "outputs" (what was written where), "operations" and "matrix"."""
    from pixid import drive, pipeline, verdict

    photo = arguments.photo
    try:
        with common.blame_engine():
            report = drive.finish(pipeline.check(engine, photo, document))
            made = drive.finish(pipeline.make(engine, report, tone, format, behind, drawn))
        written = {}
        if made.file is not None:
            write(arguments.output, engine.contents(made.file.handle))
            written["photo"] = facts(made, arguments.output)
        with common.blame_engine():
            written |= outputs.sheet(engine, made, arguments) | outputs.report(engine, made, arguments)
        data = {**made.report.data(), "photo": photo}
        done: dict[str, Any] = {"operations": list(made.operations), "matrix": matrix(made), "no_file": no_file(made)}
        if made.strokes:
            done["strokes"] = [stroke.data() for stroke in made.strokes]
        told = {"operations_text": wording.operations(made), "notes": notes(made)}
        return data | {"outputs": written} | done | told
    except PhotoError as error:
        nothing: dict[str, Any] = {"outputs": {}, "operations": [], "matrix": None, "no_file": None}
        return verdict.unusable(photo, document, error) | nothing
    finally:
        engine.clear()


def notes(made: "Made") -> list[str]:
    """What the visitor has to know besides: what an edited or a cut picture may mean."""
    from pixid import edits

    said = wording.notes(made) if made.file is not None else []
    for part, change in (("background", made.backdrop), ("light", made.tone)):
        if change is not None:
            said.append(edits.switch(made.report.document, part).text)
    return said


def facts(made: "Made", output: Path) -> dict[str, Any]:
    """What a portal's upload page asks about a file."""
    assert made.file is not None
    return {
        "file": str(output),
        "width": made.width,
        "height": made.height,
        "dpi": made.dpi,
        "bytes": made.file.size,
        "format": made.format,
        "quality": made.quality,
        "chroma": made.chroma,
    }


def no_file(made: "Made") -> dict[str, str] | None:
    """Why nothing was written though the photo could be judged; null where a file was."""
    return None if made.file is not None else {"id": made.why_not, "message": wording.no_file(made)}


def matrix(made: "Made") -> list[float] | None:
    """Photo px -> output px, null where no file was made. Six decimals: 0.01 px at 10000 px from the corner."""
    return None if made.file is None else [round(number, 6) for number in made.matrix]
