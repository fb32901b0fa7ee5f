"""The language of the command line: `--lang`, read before anything is said, help included."""

import sys
from collections.abc import Sequence

from pixid import catalogue
from pixid_native import data
from pixid_native.words import STOPS

OPTION = "--lang"
PREFIX = "words."


def languages() -> list[str]:
    """Those there are words in, English first."""
    found = sorted(path.name.split(".")[1] for path in data.FOLDER.glob(f"{PREFIX}*.json"))
    return ["en", *found]


def wanted(arguments: Sequence[str]) -> str:
    """What `--lang` says, "en" where nothing; the last one counts, as it does for every option."""
    found = "en"
    for place, argument in enumerate(arguments):
        if argument.startswith(f"{OPTION}="):
            found = argument.partition("=")[2]
        elif argument == OPTION and place + 1 < len(arguments):
            found = arguments[place + 1]
    return found


def use(language: str) -> None:
    """Speak `language` from now on, English with a word about it where there is no such catalogue."""
    catalogue.use(catalogue.ENGLISH)
    if language == "en":
        return
    if language in languages():
        catalogue.use(data.load(f"{PREFIX}{language}.json"))
    else:
        print(f"pixid: {STOPS['language'].format(language=repr(language))}", file=sys.stderr)
