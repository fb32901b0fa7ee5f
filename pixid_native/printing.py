"""To standard output: JSON for programs, text for people."""

import json
import os
import shutil
import sys
import textwrap
from collections.abc import Iterable
from typing import Any, NamedTuple

COLOURS = {"fail": "31", "warn": "33", "manual": "36", "pass": "32", "strong": "1", "quiet": "2"}
"""SGR codes; shape and word carry the meaning, colour only helps."""


class Line(NamedTuple):
    """`mark` stands in the left margin, `style` is a key of COLOURS or ""; long texts are wrapped under themselves."""

    text: str
    mark: str = ""
    style: str = ""
    indent: int = 0


def print_json(data: Any) -> None:
    """Readable, and plain ASCII where the terminal cannot take more. Raises ValueError for NaN: it is no JSON."""
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    print(json.dumps(data, ensure_ascii=ascii_only, indent=2, allow_nan=False))


class Terminal:
    """Text for people; colour only on a terminal, and never with NO_COLOR (no-color.org)."""

    def __init__(self) -> None:
        self.coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        self.width = min(max(shutil.get_terminal_size().columns, 40), 100)

    def lines(self, lines: Iterable[Line]) -> None:
        for line in lines:
            self.line(*line)

    def line(self, text: str, mark: str = "", style: str = "", indent: int = 0) -> None:
        margin = " " * indent + (f"{mark} " if mark else "")
        wrapped = textwrap.wrap(text, self.width, initial_indent=margin, subsequent_indent=" " * len(margin),
                                break_long_words=False, break_on_hyphens=False) or [""]  # fmt: skip
        for row in wrapped:
            print(encodable(f"\x1b[{COLOURS[style]}m{row}\x1b[0m" if style and self.coloured else row))


def encodable(text: str) -> str:
    """The text with plain spaces and "?" for what the terminal cannot show, instead of an error."""
    encoding = sys.stdout.encoding or "ascii"
    if not encoding.lower().startswith("utf"):
        text = text.replace("\u00a0", " ").replace("\u2212", "-")
    return text.encode(encoding, "replace").decode(encoding)
