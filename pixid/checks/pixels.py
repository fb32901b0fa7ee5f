"""Enough pixels: in the face, and for the document's file without enlarging."""

from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding, Limit, banded
from pixid.frame import Frame

LEAST_IED = 90.0
"""px between the eye centres (ISO/IEC 19794-5; BSI TR-03121-3-2 v5.2.1 table 4.3)."""


def eye_distance(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Pixels between the eyes in the photo as it was given."""
    return banded("eye-distance", evidence.measured.ied, "px", 0.0, Limit(LEAST_IED, None, "ISO", None), {})


def photo_size(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """Height of the frame in photo px against the least the document's file needs; nothing is ever enlarged unasked.

    A photo judged as it stands has to be of a permitted size itself.
    """
    if frame.whole:
        return _as_it_stands(evidence, document)
    if not document.has_size:
        return None
    width, height, _ = document.output_size(0)
    limit = Limit(float(height), None, "rule", _size_source(document))
    missing = max(0, height - round(frame.height))
    gaps: dict[str, object] = {"missing": missing, "width": width, "height": height}
    return banded("photo-size", float(round(frame.height)), "px", 0.0, limit, gaps)


def _as_it_stands(evidence: Evidence, document: Document) -> Finding | None:
    digital, picture = document.digital, evidence.picture
    if digital is None or not digital.has_pixels:
        return None
    sides = (
        ("width", picture.width, digital.width_px_min, digital.width_px_max),
        ("height", picture.height, digital.height_px_min, digital.height_px_max),
    )
    worst = None
    for side, value, low, high in sides:
        if not (low or high):
            continue
        limit = Limit(low, high, "rule", digital.source)
        gaps: dict[str, object] = {"width": picture.width, "height": picture.height, "side": side}
        finding = banded("photo-size", float(value), "px", 0.0, limit, gaps)
        finding = Finding(finding.id, finding.status, "file-" + finding.variant, finding.value, "px", 0.0, limit, gaps)
        if worst is None or (worst.status == "pass" and finding.status != "pass"):
            worst = finding
    return worst


def _size_source(document: Document) -> int | None:
    digital = document.digital
    if digital is not None and digital.has_pixels:
        return digital.source
    return document.print.source if document.print is not None else None
