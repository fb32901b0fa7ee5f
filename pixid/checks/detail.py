"""The picture's own quality: sharpness, missing or made-up pixels, noise, compression, tones, retouching."""

from pixid.checks.graded import enough, graded, unassessed
from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding
from pixid.frame import Frame

LEAST_IED = 90.0
"""px between the eyes (ISO's least): with fewer, 1 mm is less than 1.4 px and sharpness is a question of resolution."""
LEAST_IED_PIXELS = 24.0
"""px: single pixels tell of noise, compression and tones in small pictures too."""


def sharpness(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Detail of about 1 mm against detail of about 4 mm, around the eyes."""
    if not enough(evidence, LEAST_IED, "eyes.band0"):
        return unassessed("sharpness")
    return graded("sharpness", 100 * ratio(evidence, "eyes.band0", "eyes.band2"), {}, variant="low")


def pixelation(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Share of neighbours that are exactly equal, the direction with fewer: squares of one colour."""
    if not enough(evidence, LEAST_IED_PIXELS, "pixels.equal.down"):
        return unassessed("pixelation")
    m = evidence.measures
    return graded("pixelation", 100 * min(m["pixels.equal.down"], m["pixels.equal.across"]), {})


def enlarged(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Finest detail against the next, pixel by pixel: an enlarged picture has no finest detail."""
    if not enough(evidence, LEAST_IED_PIXELS, "pixels.fine"):
        return unassessed("enlarged")
    return graded("enlarged", 100 * ratio(evidence, "pixels.fine", "pixels.coarse"), {}, variant="low")


def noise(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Grain in the calmest part of the face, codes."""
    if not enough(evidence, LEAST_IED_PIXELS, "pixels.noise"):
        return unassessed("noise")
    return graded("noise", evidence.measures["pixels.noise"], {})


def compression(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Blocks of 8 px, by how regularly neighbours differ; the quantisation of the file itself where it is a JPEG."""
    if not enough(evidence, LEAST_IED_PIXELS, "comb.8"):
        return unassessed("compression")
    finding = graded("compression", evidence.measures["comb.8"], {})
    header = evidence.header
    if finding.status == "pass" and header is not None and header.step is not None:
        coarse = graded("compression", header.step, {}, variant="file", name="quantisation")
        return coarse if coarse.status != "pass" else finding
    return finding


def tones(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Levels of the poorest channel in the face; ISO asks for 7 bits of variation, which 128 levels give."""
    if not enough(evidence, LEAST_IED_PIXELS, "levels.least"):
        return unassessed("tones")
    return graded("tones", evidence.measures["levels.least"], {}, variant="low")


def smoothing(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Fine detail of the skin against that of eyes and brows: smoothed skin has none where lashes are sharp."""
    if not enough(evidence, LEAST_IED, "skin.band0"):
        return unassessed("smoothing")
    return graded("smoothing", 100 * ratio(evidence, "skin.band0", "eyes.band0"), {}, variant="low")


def screen(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """The strongest fine pattern that repeats: a screen's grid, or the dots of a print."""
    if not enough(evidence, LEAST_IED, "pattern"):
        return unassessed("screen")
    return graded("screen", evidence.measures["pattern"], {})


def ratio(evidence: Evidence, one: str, other: str) -> float:
    """One measure over another."""
    return evidence.measures[one] / max(evidence.measures[other], 1e-6)
