"""`pixid make PICTURE --document ID --part signature -o OUT.jpg`: what a form asks for beside the photo."""

import argparse
from typing import TYPE_CHECKING, Any

from pixid.errors import PhotoError
from pixid_native.commands import common
from pixid_native.files import writable, write
from pixid_native.printing import Line, Terminal, print_json
from pixid_native.stop import Stop
from pixid_native.words import STOPS, TOLD

if TYPE_CHECKING:
    from pixid.companions import Part
    from pixid.document import Document

SUFFIXES = (".jpg", ".jpeg")


def run(document: "Document", arguments: argparse.Namespace) -> int:
    """Write the part; 0, or 2 where nothing could be written. Raises Stop."""
    wanted = chosen(document, arguments.part)
    if arguments.sheet or arguments.report or arguments.light or arguments.warmth or arguments.strokes:
        raise Stop(STOPS["part.alone"])
    if arguments.background is not None:
        raise Stop(STOPS["part.alone"])
    if arguments.output.suffix.lower() not in SUFFIXES:
        raise Stop(STOPS["part.format"].format(name=arguments.output.name))
    writable(arguments.output, arguments.photo)
    data = work(document, wanted, arguments)
    if arguments.json:
        print_json(data)
    else:
        Terminal().lines([Line(text, style="strong") for text in told(data)])
    return 0 if data["outputs"] else 2


def chosen(document: "Document", what: str) -> "Part":
    """Raises Stop with the parts there are."""
    from pixid.companions import parts

    known = {one.what: one for one in parts(document)}
    if what not in known:
        gaps = {"document": document.name, "what": what}
        if not known:
            raise Stop(STOPS["part.none"].format(**gaps))
        raise Stop(STOPS["part.unknown"].format(parts=", ".join(known), **gaps))
    return known[what]


def work(document: "Document", wanted: "Part", arguments: argparse.Namespace) -> dict[str, Any]:
    """{"photo", "document", "part", "outputs", "operations", "matrix"}, and an error where nothing could be made."""
    from pixid import drive
    from pixid.companions import make_part

    about = {"photo": arguments.photo, "document": document.id, "part": wanted.what}
    engine = common.engine(arguments)
    try:
        with common.blame_engine():
            made = drive.finish(make_part(engine, arguments.photo, wanted))
        write(arguments.output, engine.contents(made.file.handle))
    except PhotoError as error:
        return about | {"outputs": {}, "operations": [], "matrix": None, "error": error.data()}
    size = {"width": made.width, "height": made.height, "bytes": made.file.size, "quality": made.quality}
    written = {wanted.what: {"file": str(arguments.output)} | size}
    return about | {"outputs": written, "operations": made.operations, "matrix": [round(n, 6) for n in made.matrix]}


def told(data: dict[str, Any]) -> list[str]:
    if not data["outputs"]:
        return [data["error"]["message"]]
    made = data["outputs"][data["part"]]
    size = {"width": made["width"], "height": made["height"], "kb": f"{made['bytes'] / 1024:.0f}"}
    return [TOLD["written.plain"].format(file=made["file"], **size)]
