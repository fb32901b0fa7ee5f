"""`pixid sheet PHOTO[=ID]... -o SHEET.pdf`: several people, or several documents, on one print sheet."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pixid.errors import PhotoError
from pixid_native import rulebook
from pixid_native.commands import common, outputs
from pixid_native.files import writable
from pixid_native.printing import Line, Terminal, print_json
from pixid_native.report_text import headline, sheet_line
from pixid_native.stop import Stop
from pixid_native.words import HELP, STOPS, TOLD

if TYPE_CHECKING:
    from pixid.document import Document

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: "Commands") -> None:
    words = commands.add_parser("sheet", help=HELP["sheet"], description=HELP["sheet"])
    words.add_argument(
        "photos",
        nargs="+",
        metavar="PHOTO[=ID]",
        help=HELP["sheet.photos"],
    )
    outputs.add_sheet(words, "-o", "--output", required=True)
    common.add(words, required=False)
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    wanted = [split(text, arguments.document) for text in arguments.photos]
    outputs.kind_of(arguments.output)
    for photo, document in wanted:
        outputs.printable(document)
        writable(arguments.output, photo)
    data = work(arguments, wanted)
    if arguments.json:
        print_json(data)
    else:
        Terminal().lines(lines(data))
    return 2 if not data["outputs"] else int(any(photo["verdict"] == "fail" for photo in data["photos"]))


def split(text: str, usual: str | None) -> tuple[str, "Document"]:
    """PHOTO=ID or PHOTO. Raises Stop where no document is named, UnknownDocument."""
    photo, equals, id = text.rpartition("=")
    if not equals or Path(text).exists():
        photo, id = text, usual or ""
    if not id:
        raise Stop(STOPS["sheet.document"].format(photo=photo))
    return photo, rulebook.document(id)


def work(arguments: argparse.Namespace, wanted: list[tuple[str, "Document"]]) -> dict[str, Any]:
    """{"photos": a report each, "outputs": {"sheet": ...}}; nothing is written if one photo cannot be used."""
    from pixid import drive, pipeline, verdict
    from pixid.printing import Order, printed

    engine = common.engine(arguments)
    reports: list[dict[str, Any]] = []
    orders = []
    for photo, document in wanted:
        try:
            with common.blame_engine():
                report = drive.finish(pipeline.check(engine, photo, document.as_print()))
                made = drive.finish(pipeline.make(engine, report))
                orders.append(Order(drive.finish(printed(engine, made)), arguments.copies))
            reports.append({**report.data(), "photo": photo})
        except PhotoError as error:
            reports.append(verdict.unusable(photo, document, error))
    if len(orders) < len(wanted):
        return {"photos": reports, "outputs": {}}
    country = wanted[0][1].country
    written = outputs.write_sheet(engine, orders, country, arguments.output, arguments.paper)
    return {"photos": reports, "outputs": {"sheet": written}}


def lines(data: dict[str, Any]) -> list[Line]:
    """Each photo's verdict, then the sheet."""
    said = []
    for photo in data["photos"]:
        text = photo["error"]["message"] if photo["verdict"] == "unusable" else headline(photo)
        said.append(Line(TOLD["sheet.photo"].format(photo=photo["photo"], document=photo["document"], verdict=text)))
    sheet = data["outputs"].get("sheet")
    said.append(sheet_line(sheet) if sheet else Line(TOLD["no-sheet"], style="strong"))
    return said
