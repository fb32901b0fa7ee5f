"""`pixid make PHOTO --document ID -o OUT.jpg`: the document's file, ready to send or print."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pixid import wording
from pixid.errors import PhotoError
from pixid_native import rulebook
from pixid_native.commands import common
from pixid_native.files import writable, write
from pixid_native.printing import Terminal, print_json
from pixid_native.report_text import PRESSING, made_lines, report_lines, standing_lines
from pixid_native.stop import Stop

if TYPE_CHECKING:
    from pixid.document import Document
    from pixid.pipeline import Made
    from pixid_native.engine import NativeEngine

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

SUFFIXES = (".jpg", ".jpeg")


def add(commands: "Commands") -> None:
    words = commands.add_parser("make", help="make the file for a document", description=__doc__)
    words.add_argument("photo", metavar="PHOTO", help="a picture file")
    words.add_argument("-o", "--output", required=True, type=Path, metavar="OUT.jpg", help="the JPEG to write")
    common.add(words)
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    document = rulebook.document(arguments.document)
    if arguments.output.suffix.lower() not in SUFFIXES:
        raise Stop(f"PixID writes JPEG files: end {arguments.output.name} in .jpg")
    writable(arguments.output, arguments.photo)
    made = work(common.engine(arguments), arguments.photo, document, arguments.output)
    if arguments.json:
        print_json(made)
    else:
        terminal = Terminal()
        terminal.lines(standing_lines(document))
        terminal.lines(report_lines(made, document.data["names"]["en"], PRESSING))
        terminal.lines(made_lines(made))
    return 2 if not made["outputs"] else int(made["verdict"] == "fail")


def work(engine: "NativeEngine", photo: str, document: "Document", output: Path) -> dict[str, Any]:
    """The report plus "outputs" ({"photo": what was written where}), "operations" and "matrix"."""
    from pixid import drive, pipeline, verdict

    try:
        with common.blame_engine():
            report = drive.finish(pipeline.check(engine, photo, document))
            made = drive.finish(pipeline.make(engine, report))
        outputs = {}
        if made.file is not None:
            write(output, engine.contents(made.file.handle))
            outputs["photo"] = facts(made, output)
        data = {**made.report.data(), "photo": photo}
        made_of = {"outputs": outputs, "operations": list(made.operations), "matrix": matrix(made)}
        return data | made_of | {"no_file": no_file(made)}
    except PhotoError as error:
        nothing: dict[str, Any] = {"outputs": {}, "operations": [], "matrix": None, "no_file": None}
        return verdict.unusable(photo, document, error) | nothing
    finally:
        engine.clear()


def facts(made: "Made", output: Path) -> dict[str, Any]:
    """What a portal's upload page asks about a file."""
    assert made.file is not None
    return {
        "file": str(output),
        "width": made.width,
        "height": made.height,
        "dpi": made.dpi,
        "bytes": made.file.size,
        "quality": made.quality,
        "chroma": made.chroma,
    }


def no_file(made: "Made") -> dict[str, str] | None:
    """Why nothing was written though the photo could be judged; null where a file was."""
    return None if made.file is not None else {"id": made.why_not, "message": wording.no_file(made)}


def matrix(made: "Made") -> list[float] | None:
    """Photo px -> output px, null where no file was made. Six decimals: 0.01 px at 10000 px from the corner."""
    return None if made.file is None else [round(number, 6) for number in made.matrix]
