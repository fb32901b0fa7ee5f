"""Where the head lies in the frame and how large it is there, against the document's bands or ISO's."""

from pixid.document import HORIZONTAL, Document
from pixid.evidence import Evidence
from pixid.face import Face
from pixid.finding import Finding, Limit, banded
from pixid.frame import Frame
from pixid.wishes import tops

EYE_SPREAD = 0.01
"""Half-width of an eye centre's place, in T: 0.006 of the inter-eye distance was measured; ours, rounded up."""
EDGE = 0.01
"""Hair whose measured top lies this near (in T, about half a cell of the mask) to the photo's upper edge is cut off."""


def head_height(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """Chin to the top of the head, by the document's own definition of the top."""
    if _left_to_the_office(frame, document, "head_height"):
        return None
    face = evidence.measured
    used = tops(document)
    value = frame.down(face.chin) - frame.down(face.top(used[0]))
    spread = face.top_spread(used[0]) * face.t / frame.height
    gaps: dict[str, object] = {"top": used[0]}
    finding = _against(document, "head-height", "head_height", value, spread, gaps)
    if finding is None or len(used) == 1 or finding.status != "pass":
        return finding
    other = frame.down(face.chin) - frame.down(face.top(used[1]))
    gaps = {"top": used[1], "other_top": used[0]}
    second = _against(
        document, "head-height", "head_height", other, face.top_spread(used[1]) * face.t / frame.height, gaps
    )
    # The authority does not say which top it means: the skull decides, as in ICAO's text, the other reading is named.
    if second is not None and second.status == "fail":
        return Finding(second.id, "warn", "reading", second.value, second.unit, second.spread, second.limit, gaps)
    return finding


def eye_line(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """Height of the eyes over the frame's lower edge."""
    if _left_to_the_office(frame, document, "eye_line"):
        return None
    face = evidence.measured
    return _against(document, "eye-line", "eye_line", 1 - frame.down(face.eyes), EYE_SPREAD * face.t / frame.height, {})


def top_margin(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """Wall over the head. Where no margin is stated, at least the whole of the hair has to be in the frame: our
    limit."""
    face = evidence.measured
    finding = _stated_margin(face, frame, document)
    if finding is not None and finding.status == "fail":
        return finding
    limit = Limit(0.0, None, "ours", None)
    if face.hair_measured and face.hair_top[1] <= EDGE * face.t:
        return Finding("top-margin", "warn", "cut", 0.0, "%", 0.0, limit, {})
    return finding or banded("top-margin", 100 * frame.down(face.hair_top), "%", 0.0, limit, {})


def _stated_margin(face: Face, frame: Frame, document: Document) -> Finding | None:
    if "top_margin" not in document.bands:
        return None
    used = tops(document)[-1]
    value = frame.down(face.top(used))
    finding = _against(document, "top-margin", "top_margin", value, face.top_spread(used) * face.t / frame.height, {})
    if finding is None or finding.variant != "low":
        return finding
    band = document.band("top_margin")
    assert band is not None
    assert band.min is not None
    missing = max(1, round((band.min - value) * frame.height))
    return Finding(*finding[:7], {"missing": missing})


def bottom_margin(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """Distance from the chin to the frame's lower edge, where a document asks for one."""
    face = evidence.measured
    value = 1 - frame.down(face.chin)
    return _against(
        document, "bottom-margin", "bottom_margin", value, face.top_spread("hair") * face.t / frame.height, {}
    )


def chin_to_pupil(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """Distance from the chin to the line of the pupils, where a document asks for one."""
    face = evidence.measured
    value = frame.down(face.chin) - frame.down(face.eyes)
    return _against(document, "chin-to-pupil", "chin_to_pupil", value, 0.03 * face.t / frame.height, {})


def face_width(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """Width of the face from temple to temple, where a document asks for one."""
    face = evidence.measured
    return _against(document, "face-width", "face_width", face.width / frame.width, 0.05 * face.width / frame.width, {})


def centring(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """Middle of the eyes across the frame."""
    if _left_to_the_office(frame, document, "centring"):
        return None
    face = evidence.measured
    return _against(document, "centring", "centring", frame.across(face.eyes), EYE_SPREAD * face.ied / frame.width, {})


def _against(
    document: Document, id: str, name: str, value: float, spread: float, gaps: dict[str, object]
) -> Finding | None:
    """Hold a part of the frame against the band `name`, in the units in which the document speaks."""
    band = document.band(name)
    if band is None:
        return None
    stated = document.bands.get(name)
    whose = "ISO" if document.is_fallback(name) else "rule"
    factor, unit = 100.0, "%"
    if stated is not None and stated.unit == "mm" and document.print is not None:
        factor = document.print.width_mm if name in HORIZONTAL else document.print.height_mm
        unit = "mm"
    low = None if band.min is None else band.min * factor
    high = None if band.max is None else band.max * factor
    finding = banded(id, value * factor, unit, spread * factor, Limit(low, high, whose, band.source), gaps)
    if whose == "ISO" and finding.status == "fail":
        # The authority asks for no such band; ISO's stands in for it and is a risk, not a broken rule.
        return Finding(finding.id, "warn", *finding[2:])
    return finding


def _left_to_the_office(frame: Frame, document: Document, name: str) -> bool:
    """A photo that must not be cropped is framed by the office; ISO's own bands say nothing about it then."""
    return not document.is_framed and document.is_fallback(name)
