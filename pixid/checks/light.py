"""Light and colour of the face. No absolute brightness of skin ever decides: exposure is judged by what is white and by
what is lost, shadows by comparing the two sides of one face."""

from math import atan2, degrees, exp, radians, sin, sqrt

from pixid.checks.graded import enough, graded, unassessed
from pixid.colour import lab
from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding, Limit, banded
from pixid.frame import Frame

LEAST_IED = 24.0
"""px between the eyes: a cheek's disc is then 4 px wide."""
SKIN_A, SKIN_B = (5.0, 25.0), (5.0, 35.0)
"""CIE a* and b* of natural skin (OFIQ NaturalColour; ISO/IEC 29794-5)."""
SKIN_HUE, SKIN_CHROMA = (18.0, 70.0), 0.75
"""Degrees from red (a*) towards yellow (b*), and most chroma over L*: 204 real portraits in colour, dark and light
skin, lie at 23 to 63 and up to 0.73, while dark skin in coloured light keeps within SKIN_A and SKIN_B. Ours:
beyond these alone a photo is warned of."""
SKIN_SPREAD = 3.0
"""Codes of white balance that cameras differ by move a* and b* by this much; ours."""
LUMA = (0.2126, 0.7152, 0.0722)
SIDES = (("cheek_left", "cheek_right"), ("forehead_left", "forehead_right"), ("socket_left", "socket_right"))


def exposure_dark(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """The brightest of eye whites, skin highlights and wall: in a dark photo even these are dark."""
    if not enough(evidence, LEAST_IED, "face.p99"):
        return unassessed("too-dark")
    m = evidence.measures
    brightest = max(m["face.p99"], m["wall.p50"] if m["wall.share"] > 0.03 else 0.0)
    return graded("too-dark", brightest / 2.55, {}, variant="low")


def exposure_light(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """The lighter half of the skin: near 100 % its colour and shape are lost."""
    if not enough(evidence, LEAST_IED, "skin.p95"):
        return unassessed("too-light")
    return graded("too-light", evidence.measures["skin.p95"] / 2.55, {})


def contrast(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """The darkest hundredth of the face, pupils, lashes and brows among it: in a washed-out photo it is grey."""
    if not enough(evidence, LEAST_IED, "face.p01"):
        return unassessed("contrast")
    return graded("contrast", evidence.measures["face.p01"] / 2.55, {})


def hot_spots(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Share of the skin where even the darkest channel is nearly full: a reflection, on any skin."""
    if not enough(evidence, LEAST_IED, "skin.hot"):
        return unassessed("hot-spots")
    return graded("hot-spots", 100 * evidence.measures["skin.hot"], {})


def skin_colour(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """a* and b* of the cheeks: how far outside natural skin, or how far inside (negative)."""
    if not enough(evidence, LEAST_IED, "cheek_left.r") or grey(evidence):
        return unassessed("skin-colour", "pixels" if not grey(evidence) else "grey")
    both = [(zone(evidence, "cheek_left")[k] + zone(evidence, "cheek_right")[k]) / 2 for k in range(3)]
    lightness, a, b = lab(both[0], both[1], both[2])
    outside = max(SKIN_A[0] - a, a - SKIN_A[1], SKIN_B[0] - b, b - SKIN_B[1])
    beside = max(_off_hue(a, b), sqrt(a * a + b * b) - SKIN_CHROMA * lightness)
    value, whose = (beside, "ours") if beside > 0 >= outside else (outside, "ISO")
    return banded("skin-colour", value, "", SKIN_SPREAD, Limit(None, 0.0, whose, None), {}, wary=False)


def _off_hue(a: float, b: float) -> float:
    """How far a*, b* lie from the hues of skin, in their own unit; negative inside."""
    hue = degrees(atan2(b, a))
    return sqrt(a * a + b * b) * sin(radians(min(90.0, max(SKIN_HUE[0] - hue, hue - SKIN_HUE[1]))))


def colour(evidence: Evidence, frame: Frame, document: Document) -> Finding | None:
    """Colour at all, where the document does not take black and white."""
    if document.data.get("colour") in ("bw", "colour_or_bw"):
        return None
    if "face.chroma" not in evidence.measures:
        return unassessed("colour")
    return graded("colour", evidence.measures["face.chroma"] / 2.55, {}, variant="low")


def grey(evidence: Evidence) -> bool:
    """Is this a black-and-white picture?"""
    return evidence.measures.get("face.chroma", 255.0) < 8.0


def face_light(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """How much darker one side is: cheek against cheek, brow against brow; the greater difference counts."""
    if not enough(evidence, LEAST_IED, "cheek_left.r"):
        return unassessed("face-light")
    worst, darker = 0.0, "left"
    for left, right in SIDES:
        a, b = tone(evidence, left), tone(evidence, right)
        gap = 1 - min(a, b) / max(a, b, 1.0)
        if gap > worst:
            worst, darker = gap, "left" if a < b else "right"
    return graded("face-light", 100 * worst, {"half": darker})


def face_shadow(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """How unevenly the skin is lit beyond what people differ in: dark against light parts of one face, as a share."""
    if not enough(evidence, LEAST_IED, "face.shade"):
        return unassessed("face-shadow")
    return graded("face-shadow", 100 * (1 - exp(-evidence.measures["face.shade"])), {})


def eye_shadow(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Dark sockets under light from above, by a head on the shading of the whole face."""
    if not enough(evidence, LEAST_IED, "look.socket_shadow"):
        return unassessed("eye-shadow")
    return graded("eye-shadow", evidence.measures["look.socket_shadow"], {})


def zone(evidence: Evidence, name: str) -> tuple[float, float, float]:
    """Mean colour of a zone, codes."""
    return evidence.measures[name + ".r"], evidence.measures[name + ".g"], evidence.measures[name + ".b"]


def tone(evidence: Evidence, name: str) -> float:
    """Luma of a zone, codes."""
    colour = zone(evidence, name)
    return LUMA[0] * colour[0] + LUMA[1] * colour[1] + LUMA[2] * colour[2]
