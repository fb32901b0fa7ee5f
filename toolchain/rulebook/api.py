"""The rulebook for others: /api/v1/, static files that any program may read.

    documents.json         every open document
    documents/<id>.json    one of them
    documents.csv          the main values, one line per document
    schema.json            JSON Schema of a document
    spec.schema.json       JSON Schema of a spec file, for editors
    changes.xml            Atom feed of rule changes
    README.txt             licence and terms in words

Nothing here depends on the clock: the same specs give the same bytes.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from toolchain.rulebook import feed, schema, table
from toolchain.rulebook.opening import LICENCE, opened

VERSION = 1
FOLDER = f"api/v{VERSION}"

README = """\
PixID rulebook, version {version}, as of {updated}: {count} documents

What photo a passport, visa or identity document wants, each value with its source and the month in which we read it.
We read laws, pages of authorities and missions, word-for-word copies and dated readings by others; no authority has
checked this. Ask the authority before you rely on a value.

Licence: Creative Commons Attribution 4.0 International (https://creativecommons.org/licenses/by/4.0/).
Name "PixID rulebook" and, where you can, the source of the value.

Values known only from the press, vendors, scraped lists or memory are not in here; `withheld` names what was left out.
The address /api/v1/ stays; keys may be added to it. A change that would break a reader gets /api/v2/.
"""


def write(documents: Sequence[dict[str, Any]], dist: Path) -> int:
    """Write the open part of the compiled `documents` below `dist`; returns how many documents have one."""
    outputs = gather(documents)
    for name, content in outputs.items():
        path = dist / FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
    for path in (dist / FOLDER).rglob("*"):
        if path.is_file() and path.relative_to(dist / FOLDER).as_posix() not in outputs:
            path.unlink()
    return sum(name.startswith("documents/") for name in outputs)


def gather(documents: Sequence[dict[str, Any]]) -> dict[str, bytes]:
    """Path below /api/v1/ -> bytes."""
    rows = [row for row in map(opened, documents) if row is not None]
    updated = latest(rows)
    whole = {"version": VERSION, "updated": updated, "licence": LICENCE, "documents": rows}
    texts = {
        "documents.json": _json(whole),
        "documents.csv": table.csv_of(rows),
        "schema.json": _json(schema.of_open_document()),
        "spec.schema.json": _json(schema.of_spec()),
        "changes.xml": feed.atom(rows, updated),
        "README.txt": README.format(version=VERSION, updated=updated, count=len(rows)),
    }
    texts |= {f"documents/{row['id']}.json": _json(row) for row in rows}
    return {name: text.encode() for name, text in texts.items()}


def latest(rows: Sequence[dict[str, Any]]) -> str:
    """The newest month in the data: read or changed."""
    read = [str(source["read"]) for row in rows for source in row["sources"]]
    changed = [str(change["date"]) for row in rows for change in row["changes"]]
    return max(read + changed)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False) + "\n"
