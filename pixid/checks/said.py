"""What a document says of glasses, head coverings and expressions."""

from pixid.document import Document


def source_of(document: Document, group: str, *conditions: str) -> int | None:
    """The source of the document's rule on `group` (where it names one of `conditions`, if any are given)."""
    rule = document.data[group]
    if not rule:
        return None
    if conditions and not any([condition in rule["conditions"] for condition in conditions]):
        return None
    return rule["source"]  # type: ignore[no-any-return]


def stated(document: Document, group: str) -> str:
    """The rule's word, "" where the document says nothing."""
    rule = document.data[group]
    return (rule["rule"] or "") if rule else ""
