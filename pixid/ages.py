"""Rules for children: the same document with what an authority asks of, or leaves free for, an age.

An age is what somebody says, never what a picture shows. Where a document has no rules of its own for children there is
nothing to ask.

    document = for_age(document, 6)     a child under 6 by the document's own groups
"""

from pixid.document import Document
from pixid.finding import Finding
from pixid.rule_values import Band

FREES = {
    "expression free": ("expression", "mouth-open", "brows"),
    "mouth may be open": ("mouth-open",),
    "eyes may be closed": ("eyes-closed",),
    "gaze free": ("gaze",),
    "head position free": ("roll", "yaw", "pitch", "centring"),
    "head size free": ("head-height",),
}
"""Findings that a condition of the rulebook does away with; the other conditions are no matter of measuring."""


def groups(document: Document) -> list[int]:
    """Ages, in years, under which other rules hold, the youngest first."""
    return sorted({group["under"] for group in document.data.get("children") or []})


def for_age(document: Document, under: int) -> Document:
    """The document as it is for children under `under` years, one of `groups`: the rules of every group that such a
    child belongs to, the narrower one last. Raises ValueError for an age the document does not name."""
    if under not in groups(document):
        raise ValueError(f"{document.id} has no rule for children under {under}")
    bands, conditions = dict(document.bands), []
    for group in sorted(document.data["children"], key=lambda group: -group["under"]):
        if group["under"] < under:
            continue
        for key, unit in (("head_mm", "mm"), ("head_ratio", "ratio")):
            if key in group:
                bands["head_height"] = Band(group[key][0], group[key][1], unit, group["source"], 1)
        conditions += [one for one in group.get("conditions", []) if one not in conditions]
    if "head size free" in conditions:
        bands.pop("head_height", None)
    child = {"under": under, "conditions": conditions}
    return Document(*document[:7], bands, document.head_top, document.data | {"child": child})


def like(document: Document, under: int | None) -> Document:
    """The document as it is for a child whose age was told for another one: by the narrowest of its groups that surely
    holds a child under `under` years; itself where there is none, or where nobody told an age."""
    holding = [] if under is None else [age for age in groups(document) if age >= under]
    return for_age(document, holding[0]) if holding else document


def under(document: Document) -> int | None:
    """The age that `for_age` was asked for; None for the document as it is for everybody else."""
    child = document.data.get("child")
    return child["under"] if child else None


def freed(document: Document) -> list[str]:
    """Ids of findings that are not required of this child."""
    child = document.data.get("child")
    return [id for one in (child["conditions"] if child else []) for id in FREES.get(one, ())]


def required(findings: list[Finding], document: Document) -> list[Finding]:
    """Those that count for the age the document is for."""
    free = freed(document)
    return [finding for finding in findings if finding.id not in free]
