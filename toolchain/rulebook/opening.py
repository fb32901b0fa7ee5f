"""What of a document is open data: the values behind which stands somebody who may set or publish the rule."""

from collections.abc import Mapping
from typing import Any

from toolchain.rulebook.spec import BANDS

LICENCE = "CC-BY-4.0"
OPEN_KINDS = ("law", "authority", "mission", "copy", "transcript")
"""Kinds of sources whose values we publish. Press, vendors, scraped lists and memory stay on the site, marked so."""

GROUPS = ("print", "digital", *BANDS, "background", "glasses", "head_covering", "expression", "recency")
POLICIES = ("edit_policy", "self_made")
LISTS = ("children", "companions")
OF_FIRST_SOURCE = ("colour", "photos_required", "submission", "changes")
"""Values that name no source of their own stand on the first one."""
OWN_WORDS = ("notes", "contradictions")
"""Our sentences; they can speak of any source, so they are open only where every source is."""

NOTHING: Mapping[str, Any] = {
    "edit_policy": {"crop": "unstated", "background": "unstated", "light": "unstated", "note": "", "source": None},
    "self_made": {"status": "unstated", "why": "", "instead": "", "source": None},
    "colour": None,
    "photos_required": None,
}


def opened(document: Mapping[str, Any]) -> dict[str, Any] | None:
    """The open part of a compiled document, in the same shape; None if no value is open.

    Values of other sources are made to say nothing and their keys listed in `withheld`; `sources` holds open ones only.
    """
    made = dict(document)
    kept = [place for place, source in enumerate(document["sources"]) if source["kind"] in OPEN_KINDS]
    index = {place: new for new, place in enumerate(kept)}
    withheld = [name for name in GROUPS if document[name] and document[name]["source"] not in index]
    withheld += [name for name in POLICIES if document[name]["source"] not in (None, *index)]
    if document["sources"][0]["kind"] not in OPEN_KINDS:
        withheld += [name for name in OF_FIRST_SOURCE if document[name]]
    if len(kept) < len(document["sources"]):
        withheld += [name for name in OWN_WORDS if document[name]]
    for name in withheld:
        made[name] = NOTHING.get(name, [] if isinstance(document[name], list) else None)
    for name in LISTS:
        made[name] = [group for group in document[name] if group["source"] in index]
        withheld += [name] if len(made[name]) < len(document[name]) else []
    if made["head_height"] is None and made["head_top"] != "unspecified" and 0 not in index:
        made["head_top"] = "unspecified"
        withheld.append("head_top")
    made["max_age_months"] = (made["recency"] or {}).get("months")
    for name in (*GROUPS, *POLICIES):
        made[name] = _moved(made[name], index)
    for name in LISTS:
        made[name] = [_moved(group, index) for group in made[name]]
    made["sources"] = [document["sources"][place] for place in kept]
    made |= {"withheld": sorted(withheld), "licence": LICENCE}
    says = any(made[name] for name in (*GROUPS, *LISTS)) or any(made[name]["source"] is not None for name in POLICIES)
    return made if says else None


def _moved(group: Mapping[str, Any] | None, index: Mapping[int, int]) -> dict[str, Any] | None:
    """The group pointing to its source's new place."""
    if group is None:
        return None
    return dict(group) | {"source": None if group["source"] is None else index[group["source"]]}
