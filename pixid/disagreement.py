"""Bands of one document that no head can keep together, and what the findings say about it.

A head is measured in T (eye midpoint to chin): every top of the head lies a known range of T above the chin. A band
on a size is then an interval of T; a band on a height is an interval of where the eyes lie, for each T. Two bands
disagree when no T leaves anything.
"""

from pixid.document import Document
from pixid.finding import Finding

TOPS = {
    "skull": (1.84, 2.00),
    "hair": (1.83, 2.31),
    "unspecified": (1.83, 2.31),
    "forehead": (1.52, 1.82),
}
"""Height of the top of the head over the chin, T: the range of 102 annotated adults (skull: 1.92 with 0.08 either way,
forehead: 1 + 0.673 with 0.15); "unspecified" is kept by either reading."""
WIDTHS = {"face_width": (0.95, 1.75), "eye_distance": (0.42, 0.72)}
"""Temple to temple and eye to eye, T, with room for how differently they are drawn."""
LEAST_T, STEP, STEPS = 0.02, 0.0025, 260
"""Sizes of a head that are tried, as parts of the frame's height."""
EASE = 1e-9
HEIGHTS = ("eye_line", "bottom_margin", "top_margin")
"""Bands on where something lies rather than on a size."""
PLACED = ("head_height", "eye_line", "top_margin", "bottom_margin", "chin_to_pupil", "face_width", "eye_distance")
"""Bands that can disagree; centring leaves the other direction alone."""


def pairs(document: Document) -> list[tuple[str, str]]:
    """Every two stated bands that no head can keep together."""
    names = [name for name in PLACED if name in document.bands]
    return [(a, b) for k, a in enumerate(names) for b in names[k + 1 :] if not possible(document, (a, b))]


def possible(document: Document, names: tuple[str, ...]) -> bool:
    """Is there a head, whole in the frame, that keeps these bands?"""
    low, high = TOPS[document.head_top]
    for top in (low, (low + high) / 2, high):
        first, end = _reach(document, names, top)
        for k in range(first, end):
            if _fits(document, names, LEAST_T + k * STEP, top):
                return True
    return False


def _reach(document: Document, names: tuple[str, ...], top: float) -> tuple[int, int]:
    """The sizes worth trying, from and below: the bands on sizes leave few, and trying all takes a page 10 ms."""
    least, most = LEAST_T, LEAST_T + (STEPS - 1) * STEP
    for name in names:
        band = document.band(name)
        if band is None or name in HEIGHTS:
            continue
        small, large = _size(document, name, 1.0, top)
        if band.min is not None:
            least = max(least, band.min / large - STEP)
        if band.max is not None:
            most = min(most, (band.max + STEP * large) / small)
    first, last = int((least - LEAST_T) / STEP), int((most - LEAST_T) / STEP)
    return max(0, first), min(STEPS, last + 2)


def _fits(document: Document, names: tuple[str, ...], t: float, top: float) -> bool:
    """A head of `t`, its top `top` T above the chin: do its bands leave a height for the eyes?"""
    lowest, highest = t, 1 - (top - 1) * t  # chin and top lie in the frame
    for name in names:
        band = document.band(name)
        assert band is not None
        least = 0.0 if band.min is None else band.min
        most = 1.0 if band.max is None else band.max
        if name == "eye_line":
            lowest, highest = max(lowest, least), min(highest, most)
        elif name == "bottom_margin":
            lowest, highest = max(lowest, least + t), min(highest, most + t)
        elif name == "top_margin":
            lowest, highest = max(lowest, 1 - most - (top - 1) * t), min(highest, 1 - least - (top - 1) * t)
        else:
            small, large = _size(document, name, t, top)
            # Between two sizes that are tried lies one of the band, however narrow it is.
            room = STEP * large / t
            if large + room < least or small - room > most:
                return False
    return lowest <= highest + EASE


def _size(document: Document, name: str, t: float, top: float) -> tuple[float, float]:
    if name == "head_height":
        return t * top, t * top
    if name == "chin_to_pupil":
        return t, t
    return t * WIDTHS[name][0] / document.aspect, t * WIDTHS[name][1] / document.aspect


def explained(findings: list[Finding], document: Document) -> list[Finding]:
    """The findings, those of bands that had to give way named as what they are: numbers that disagree.

    Nobody can mend them, so they are risks and no longer things to change.
    """
    kept = [finding.id for finding in findings if finding.status in ("pass", "warn")]
    return [_explained(finding, document, kept) for finding in findings]


def _explained(finding: Finding, document: Document, kept: list[str]) -> Finding:
    name = finding.id.replace("-", "_")
    if finding.status != "fail" or name not in document.bands or name not in PLACED:
        return finding
    others = [other for other in PLACED if other in document.bands and other.replace("_", "-") in kept]
    for other in others:
        if not possible(document, (name, other)):
            return Finding(finding.id, "warn", "disagree", *finding[3:7], {"band": name, "other": other})
    return finding
