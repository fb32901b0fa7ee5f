"""What `make` and `sheet` write besides the photo: print sheets and the report."""

import argparse
import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pixid import sheet as layout
from pixid_native.files import write
from pixid_native.stop import Stop
from pixid_native.words import HELP, STOPS

if TYPE_CHECKING:
    from pixid.document import Document
    from pixid.making import Made
    from pixid.printing import Printed
    from pixid_native.engine import NativeEngine

KINDS = {".pdf": "pdf", ".jpg": "jpeg", ".jpeg": "jpeg", ".png": "png"}
PAPERS = [entry[0] for entry in layout.PAPERS]


def add_sheet(words: argparse.ArgumentParser, *flags: str, required: bool = False) -> None:
    """The options of a print sheet; `flags` name its file."""
    words.add_argument(*flags, type=Path, required=required, metavar="SHEET.pdf", help=HELP["sheet.file"])
    words.add_argument("--paper", choices=PAPERS, help=HELP["paper"])
    words.add_argument("--copies", type=copies, metavar="N", help=HELP["copies"])


def check_sheet(document: "Document", arguments: argparse.Namespace) -> None:
    """Raises Stop where no sheet can be made, before any work is done."""
    if arguments.sheet is None:
        if arguments.paper or arguments.copies:
            raise Stop(STOPS["sheet.named"])
        return
    kind_of(arguments.sheet)
    printable(document)


def kind_of(path: Path) -> str:
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise Stop(STOPS["sheet.format"].format(name=path.name))
    return kind


def printable(document: "Document") -> None:
    from pixid.printing import can_print

    if not can_print(document):
        raise Stop(STOPS["sheet.size"].format(document=document.name))


def sheet(engine: "NativeEngine", made: "Made", arguments: argparse.Namespace) -> dict[str, Any]:
    """Write the sheet if one is wanted: {"sheet": what it is}."""
    from pixid import drive
    from pixid.printing import Order, printed

    if arguments.sheet is None:
        return {}
    order = Order(drive.finish(printed(engine, made)), arguments.copies)
    country = made.report.document.country
    return {"sheet": write_sheet(engine, [order], country, arguments.sheet, arguments.paper)}


def write_sheet(
    engine: "NativeEngine", orders: list[Any], country: str, path: Path, paper_id: str | None
) -> dict[str, Any]:
    from pixid import drive
    from pixid.printing import make_sheet

    paper = layout.paper(paper_id) if paper_id else layout.usual_paper(country)
    try:
        made: Printed = drive.finish(make_sheet(engine, paper, orders, kind_of(path)))
    except ValueError as error:
        if str(error) == "more than one sheet":
            raise Stop(STOPS["sheet.several"]) from error
        raise Stop(STOPS["sheet.paper"].format(paper=paper.id)) from error
    write(path, engine.contents(made.file.handle))
    return {
        "file": str(path),
        "paper": paper.id,
        "width_mm": made.sheets[0].width,
        "height_mm": made.sheets[0].height,
        "sheets": len(made.sheets),
        "copies": made.copies,
        "dpi": made.dpi or None,
        "bytes": made.file.size,
    }


def report(engine: "NativeEngine", made: "Made", arguments: argparse.Namespace) -> dict[str, Any]:
    """Write the report if one is wanted: {"report": what it is}."""
    from pixid import drive
    from pixid.report_html import make_report

    if arguments.report is None:
        return {}
    day = arguments.date or datetime.date.today().isoformat()
    file = drive.finish(make_report(engine, made, day))
    write(arguments.report, engine.contents(file.handle))
    return {"report": {"file": str(arguments.report), "date": day, "bytes": file.size}}


def date(text: str) -> str:
    """argparse's reader of a date."""
    return datetime.date.fromisoformat(text).isoformat()


def copies(text: str) -> int:
    """argparse's reader of a number of prints."""
    number = int(text)
    if not 1 <= number <= 500:
        raise argparse.ArgumentTypeError("1 to 500")
    return number
