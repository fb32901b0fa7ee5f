"""`pixid documents [--json] [SEARCH]`: which documents there are."""

import argparse
from typing import TYPE_CHECKING, Any

from pixid import catalogue
from pixid.document import from_data
from pixid_native import rulebook
from pixid_native.commands import common
from pixid_native.printing import Terminal, print_json
from pixid_native.words import HELP, TOLD

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]


def add(commands: "Commands") -> None:
    words = commands.add_parser("documents", help=HELP["documents"], description=HELP["documents"])
    words.add_argument("search", nargs="*", metavar="SEARCH", help=HELP["search"])
    words.add_argument("--json", action="store_true", help=HELP["json"])
    common.add_language(words)
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    found = rulebook.search(" ".join(arguments.search))
    if arguments.json:
        print_json([summary(entry) for entry in found])
        return 0
    terminal = Terminal()
    width = max((len(entry["id"]) for entry in found), default=0)
    for entry in found:
        key = f"self_made.{entry['self_made']['status']}"
        name = from_data(entry).name
        terminal.line(f"{entry['id']:<{width}}  {TOLD[key].format(name=name) if key in TOLD else name}")
    if not found:
        terminal.line(TOLD["none"])
    return 0


def summary(entry: dict[str, Any]) -> dict[str, Any]:
    """What other programs rely on; in another language the document's name and reasons are in it, too."""
    if catalogue.language() != "en":
        made, policy = entry["self_made"], entry["edit_policy"]
        entry = entry | {
            "names": entry["names"] | {catalogue.language(): from_data(entry).name},
            "self_made": made | {part: catalogue.prose(made.get(part) or "") for part in ("why", "instead", "note")},
            "edit_policy": policy | {"note": catalogue.prose(policy.get("note") or "")},
        }
    return {key: entry[key] for key in ("id", "country", "names", "self_made", "edit_policy", "head_top", "confidence")}
