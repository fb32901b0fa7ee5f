"""Pieces of the report page that its parts share: escaped text, paragraphs, dates and marks of sources."""

from pixid.report_words import REPORT

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from typing import Any


def dated(date: str) -> str:
    """ "2026-11" or "2026-11-26" as the language writes it."""
    parts = date.split("-")
    if len(parts) < 2:
        return date
    gaps = {"year": parts[0], "month": parts[1], "day": parts[-1]}
    return REPORT["date" if len(parts) > 2 else "month"].format(**gaps)


def escape(text: str) -> str:
    """Text for an element or a quoted attribute."""
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, name)
    return text


def paragraph(text: str, kind: str = "") -> str:
    """A paragraph; `kind` is its class."""
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def cite(source: "dict[str, Any]", cited: "list[dict[str, Any]]") -> str:
    """The number of a source, which joins the list at the end when it is first named."""
    key = (source["title"], source["url"], source["read"])
    known = [(other["title"], other["url"], other["read"]) for other in cited]
    if key not in known:
        cited.append(source)
        known.append(key)
    number = known.index(key) + 1
    return f'<a href="#source-{number}">[{number}]</a> {escape(dated(source["read"]))}'
