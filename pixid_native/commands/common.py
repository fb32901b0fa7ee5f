"""What `check` and `make` share: the document, the language, the engine, and whose mistake an error is."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from pixid.errors import PhotoError
from pixid_native import speaking
from pixid_native.debug import debugging
from pixid_native.stop import Stop
from pixid_native.words import HELP

if TYPE_CHECKING:
    from pixid_native.engine import NativeEngine


def add(words: argparse.ArgumentParser, required: bool = True) -> None:
    """The options all commands on photos share; `required`: must one document be named for all of them?"""
    words.add_argument("--document", required=required, metavar="ID", help=HELP["document"])
    words.add_argument("--json", action="store_true", help=HELP["json"])
    add_language(words)
    words.add_argument("--threads", type=_threads, default=1, metavar="N", help=HELP["threads"])


def add_language(words: argparse.ArgumentParser) -> None:
    """`--lang`, which speaking.py has read by then."""
    known = ", ".join(speaking.languages())
    words.add_argument("--lang", default="en", metavar="LANG", help=HELP["lang"].format(languages=known))


def engine(arguments: argparse.Namespace) -> "NativeEngine":
    """The engine the arguments ask for. Raises MissingData."""
    from pixid_native.engine import NativeEngine

    return NativeEngine(threads=arguments.threads)


@contextmanager
def blame_engine() -> Iterator[None]:
    """A mistake of ours while one photo is worked on becomes that photo's error: the others are judged all the same."""
    try:
        yield
    except (PhotoError, Stop):
        raise
    except MemoryError as error:
        raise PhotoError("too-large") from error
    except Exception as error:
        if debugging():
            raise
        cause = f"{type(error).__name__}: {error}".split("\n", 1)[0]
        raise PhotoError("engine", reason=cause) from error


def _threads(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 64:
        raise argparse.ArgumentTypeError("1 to 64")
    return number
