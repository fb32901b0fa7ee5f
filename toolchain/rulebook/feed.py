"""Rule changes as an Atom feed (RFC 4287). Its addresses are relative: the site does not know its own host."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

ID = "urn:pixid:rulebook:changes"


def atom(rows: Sequence[Mapping[str, Any]], updated: str) -> str:
    """Every change of the open documents, newest first."""
    changes = [(change, row) for row in rows for change in row["changes"]]
    changes.sort(key=lambda found: (found[0]["date"], found[1]["id"], found[0]["key"]), reverse=True)
    entries = "".join(_entry(change, row) for change, row in changes)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
        f"<title>PixID: changes of photo rules</title>\n<id>{ID}</id>\n<updated>{_instant(updated)}</updated>\n"
        f"<author><name>PixID</name></author>\n<rights>CC BY 4.0</rights>\n{entries}</feed>\n"
    )


def _entry(change: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    title = f"{row['names']['en']}: {change['key'].replace('_', ' ')}"
    if change.get("by") == "us":
        title += " (correction)"
    address = quoteattr(f"documents/{row['id']}.json")
    id = ":".join((ID, row["id"], change["date"], change["key"]))
    return (
        f"<entry><title>{escape(title)}</title><id>{escape(id)}</id>"
        f"<updated>{_instant(change['date'])}</updated>"
        f'<link rel="alternate" type="application/json" href={address}/>'
        f"<summary>{escape(change['what'])}</summary></entry>\n"
    )


def _instant(month: str) -> str:
    """The first moment of a month: Atom wants seconds, our sources give months."""
    return f"{month}-01T00:00:00Z"
