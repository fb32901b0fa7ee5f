"""`pixid check PHOTO... --document ID`: would this photo be accepted?"""

import argparse
from typing import TYPE_CHECKING, Any

from pixid.errors import PhotoError
from pixid_native import rulebook
from pixid_native.commands import common
from pixid_native.printing import Terminal, print_json
from pixid_native.report_text import report_lines, standing_lines
from pixid_native.words import HELP

if TYPE_CHECKING:
    from pixid.document import Document
    from pixid_native.engine import NativeEngine

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: "Commands") -> None:
    words = commands.add_parser("check", help=HELP["check"], description=HELP["check"])
    words.add_argument("photos", nargs="+", metavar="PHOTO", help=HELP["photos"])
    words.add_argument("--as-is", action="store_true", help=HELP["as-is"])
    words.add_argument(
        "--ofiq",
        action="store_true",
        help=HELP["ofiq"],
    )
    common.add(words)
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    document = rulebook.document(arguments.document)
    engine = common.engine(arguments)
    judged = []
    if not arguments.json:
        Terminal().lines(standing_lines(document))
    for photo in arguments.photos:
        judged.append(judge(engine, photo, document, arguments.as_is, arguments.ofiq))
        if not arguments.json:  # each as soon as it is known
            Terminal().lines(report_lines(judged[-1], document.name))
    if arguments.json:
        print_json(judged[0] if len(judged) == 1 else judged)
    return exit_code(judged)


def judge(
    engine: "NativeEngine", photo: str, document: "Document", as_is: bool, with_ofiq: bool = False
) -> dict[str, Any]:
    """The JSON object of one photo; one that cannot be used has the verdict "unusable" and an error."""
    from pixid import drive, ofiq, pipeline, verdict

    try:
        with common.blame_engine():
            report = drive.finish(pipeline.check(engine, photo, document, as_is))
            data = report.data()
            if with_ofiq:
                data = {**data, "ofiq": ofiq.of(report.evidence)}
    except PhotoError as error:
        return verdict.unusable(photo, document, error)
    finally:
        engine.clear()
    return {**data, "photo": photo}


def exit_code(judged: list[dict[str, Any]]) -> int:
    verdicts = {data["verdict"] for data in judged}
    return 2 if "unusable" in verdicts else int("fail" in verdicts)
