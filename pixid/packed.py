"""The whole rulebook as the app gets it: one file, one line per document; only the documents asked for are parsed.

The file (toolchain.rulebook.pack writes it) is JSON, {id: document}, and leaves out what says nothing. A document that
is taken from it has the whole shape of the compiled rulebook again (specs/README.md), but for the sentences that stand
on its page alone: notes, contradictions and changes are empty.
"""

import json

from pixid.document import HORIZONTAL, VERTICAL, Document, from_data

BAND = {"min": None, "max": None, "note": ""}
RULE: "dict[str, object]" = {"rule": None, "conditions": [], "note": ""}
GROUPS = {
    "print": {"dpi": None, "note": ""},
    "digital": {
        "width_px_min": None, "width_px_max": None, "height_px_min": None, "height_px_max": None, "dpi": None,
        "file_kb_min": None, "file_kb_max": None, "formats": [], "aspect": None, "note": "",
    },
    "background": {"hex": None, "note": ""},
    "recency": {"months": None, "days": None, "note": ""},
    "glasses": RULE,
    "head_covering": RULE,
    "expression": RULE,
}  # fmt: skip
"""Group -> what it holds where its parts say nothing; the group itself is null where none does."""
POLICIES = {
    "edit_policy": {"crop": "unstated", "background": "unstated", "light": "unstated", "note": "", "source": None},
    "self_made": {"status": "unstated", "why": "", "instead": "", "note": "", "source": None},
}
"""Groups that are always there."""
PLAIN = ("colour", "photos_required")
LISTS = ("submission", "children", "companions", "notes", "contradictions", "changes")


class Rulebook:
    """All documents of a packed file. Made by `parse`."""

    def __init__(self, lines: dict[str, str]) -> None:
        self.lines = lines

    def ids(self) -> list[str]:
        """Ids of all documents, in the file's order."""
        return list(self.lines)

    def document(self, id: str) -> Document:
        """The document with this id. Raises KeyError."""
        data = json.loads(self.lines[id])
        data["id"] = id
        return from_data(restored(data))


def parse(text: str) -> Rulebook:
    """Find the documents of a packed file, without reading what they say."""
    lines = {}
    for line in text.strip()[1:-1].split(",\n"):
        id, _, rest = line[1:].partition('":')
        lines[id] = rest
    return Rulebook(lines)


def restored(data: dict) -> dict:  # type: ignore[type-arg]
    """One packed document in the compiled shape: what was left out is there again, as null or empty."""
    made = dict(data)
    for name in LISTS:
        made[name] = data.get(name, [])
    for name in PLAIN:
        made[name] = data.get(name)
    made["head_top"] = data.get("head_top", "unspecified")
    for name, nothing in GROUPS.items():
        made[name] = nothing | data[name] if name in data else None
    for name in VERTICAL + HORIZONTAL:
        made[name] = BAND | data[name] if name in data else None
    for name, nothing in POLICIES.items():
        made[name] = nothing | data.get(name, {})
    made["sources"] = [{"url": None} | source for source in data["sources"]]
    made["max_age_months"] = made["recency"]["months"] if made["recency"] else None
    return made
