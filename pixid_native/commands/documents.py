"""`pixid documents [--json] [SEARCH]`: which documents there are."""

import argparse
from typing import TYPE_CHECKING, Any

from pixid_native import rulebook
from pixid_native.printing import Terminal, print_json

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

SELF_MADE = {
    "not_accepted": "cannot be self-made",
    "conditional": "self-made on conditions",
    "unstated": "not said whether self-made",
}
"""What stands behind a name where a photo of one's own is not plainly accepted."""


def add(commands: "Commands") -> None:
    words = commands.add_parser("documents", help="list the documents PixID knows", description=__doc__)
    words.add_argument("search", nargs="*", metavar="SEARCH", help="country, kind, size or your own words")
    words.add_argument("--json", action="store_true", help="print JSON")
    words.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    found = rulebook.search(" ".join(arguments.search))
    if arguments.json:
        print_json([summary(entry) for entry in found])
        return 0
    terminal = Terminal()
    width = max((len(entry["id"]) for entry in found), default=0)
    for entry in found:
        remark = SELF_MADE.get(entry["self_made"]["status"], "")
        terminal.line(f"{entry['id']:<{width}}  {entry['names']['en']}" + (f" ({remark})" if remark else ""))
    if not found:
        terminal.line("No document matches. `pixid documents` without words lists all.")
    return 0


def summary(entry: dict[str, Any]) -> dict[str, Any]:
    """What other programs rely on."""
    return {key: entry[key] for key in ("id", "country", "names", "self_made", "edit_policy", "head_top", "confidence")}
