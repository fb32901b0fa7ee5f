"""What may be changed in a picture beyond cutting and resampling: asked of the document, never assumed.

`allowed`: the switch is there. `unstated`: it is there, off, with the caution that an edited picture can be refused.
`forbidden`: there is no switch, and the reason stands in its place with its source.
"""

from collections import namedtuple

from pixid.document import Document
from pixid.words import EDITS

PARTS = ("background", "light")


class Switch(namedtuple("Switch", "part status offered text note source")):
    """One kind of change. `offered`: whether a switch may be shown, which is always off at first; `text`: the sentence
    beside it or in its place; `note`: the authority's words as the rulebook has them, "" for none; `source`: index."""

    __slots__ = ()
    part: str
    status: str
    offered: bool
    text: str
    note: str
    source: int | None


def switch(document: Document, part: str) -> Switch:
    """What this document leaves of `part`, one of PARTS."""
    policy = document.edit_policy
    status = policy.background if part == "background" else policy.light
    # A file that must be the camera's own is not to be edited either, whatever is said about light.
    if not document.is_framed:
        status = "forbidden"
    said = status != "unstated"
    return Switch(
        part, status, status != "forbidden", EDITS[part][status], policy.note if said else "",
        policy.source if said else None,
    )  # fmt: skip


def switches(document: Document) -> list[Switch]:
    """All of them, in the order of PARTS."""
    return [switch(document, part) for part in PARTS]


def insist(document: Document, part: str) -> None:
    """Raises ValueError where the document forbids to change `part`: the last gate before any pixel is touched."""
    if not switch(document, part).offered:
        raise ValueError(document.id + " forbids changes of " + part)
