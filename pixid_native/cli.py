"""The command line: `pixid documents | check | make | sheet`.

Exit codes: 0 everything acceptable, 1 at least one photo is not, 2 unusable input or arguments. Results go to standard
output, everything about the work itself to standard error. No error shows a traceback unless PIXID_DEBUG=1 asks for it.
"""

import argparse
import os
import sys
import traceback
from collections.abc import Sequence

from pixid_native import speaking
from pixid_native.commands import check, documents, make, sheet
from pixid_native.debug import debugging
from pixid_native.stop import Stop
from pixid_native.words import HELP, STOPS

INTERRUPTED = 130
"""128 + SIGINT, as shells say it."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; argparse itself exits (2, or 0 for --help)."""
    speaking.use(speaking.wanted(sys.argv[1:] if argv is None else argv))
    arguments = parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except Stop as stop:
        return _said(str(stop))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        if debugging():
            traceback.print_exc()
        cause = f"{type(error).__name__}: {error}".strip().split("\n", 1)[0]
        return _said(STOPS["ours"].format(cause=cause))


def parser() -> argparse.ArgumentParser:
    words = argparse.ArgumentParser("pixid", description=HELP["program"])
    commands = words.add_subparsers(title=HELP["commands"], metavar="COMMAND", required=True)
    for command in (documents, check, make, sheet):
        command.add(commands)
    return words


def _said(sentence: str) -> int:
    print(f"pixid: {sentence}", file=sys.stderr)
    return 2
