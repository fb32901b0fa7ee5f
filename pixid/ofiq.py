"""OFIQ's scale (ISO/IEC 29794-5:2025, reference implementation 1.0.3, BSI): raw measures mapped to components 0..100.

component = clamp(round(h (a + s sigma((x - x0) / w)))). The mappings are OFIQ's own, proved on its table of expected
results; the raw values are ours where both have the measure, so they agree as far as the measures do. They grade how
well a picture serves face recognition: they are no limits of any document, and none of our checks reads them.
"""

from math import cos, exp, pi, radians, sin, sqrt

from pixid.colour import linear

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from pixid.evidence import Evidence

CURVES = {
    # h, a, s, x0, w
    "UnifiedQualityScore": (100.0, 0.0, 1.0, 23.0, 2.6),
    "BackgroundUniformity": (190.0, 1.0, -1.0, 10.0, 100.0),
    "UnderExposurePrevention": (120.0, 0.832, -1.0, 0.92, 0.05),
    "Sharpness": (1.0, -14.0, 115.0, -20.0, 15.0),
    "CompressionArtifacts": (1.0, -0.0278, 103.0, 0.3308, 0.092),
    "NaturalColour": (200.0, 1.0, -1.0, 0.0, 10.0),
    "EyesOpen": (100.0, 0.0, 1.0, 0.02, 0.01),
    "MouthClosed": (100.0, 1.0, -1.0, 0.2, 0.06),
    "InterEyeDistance": (100.0, 0.0, 1.0, 70.0, 20.0),
    "LeftwardCropOfTheFaceImage": (100.0, 0.0, 1.0, 0.9, 0.1),
    "RightwardCropOfTheFaceImage": (100.0, 0.0, 1.0, 0.9, 0.1),
    "MarginAboveOfTheFaceImage": (100.0, 0.0, 1.0, 1.4, 0.1),
    "MarginBelowOfTheFaceImage": (100.0, 0.0, 1.0, 1.8, 0.1),
    "ExpressionNeutrality": (100.0, 0.0, 1.0, -5000.0, 5000.0),
}
PLAIN = ("SingleFacePresent", "EyesVisible", "MouthOcclusionPrevention", "FaceOcclusionPrevention")
"""100 (1 - x)."""
POSE = ("HeadPoseYaw", "HeadPosePitch", "HeadPoseRoll")
"""100 max(0, cos x)^2, degrees."""


def component(measure: str, x: float) -> int:
    """OFIQ's component of a raw value."""
    if measure in CURVES:
        h, a, s, x0, w = CURVES[measure]
        value = h * (a + s * _sigma((x - x0) / w))
    elif measure in PLAIN:
        value = 100 * (1 - x)
    elif measure in POSE:
        value = 100 * max(0.0, cos(radians(x))) ** 2
    elif measure == "HeadSize":
        value = 200 * (1 - _sigma(abs(x - 0.45) / 0.05))
    elif measure == "IlluminationUniformity":
        value = 100 * max(0.0, x) ** 0.3
    elif measure == "LuminanceMean":
        value = 100 * _sigma((x - 0.2) / 0.05) * (1 - _sigma((x - 0.8) / 0.05))
    elif measure == "LuminanceVariance":
        value = 100 * sin(pi * 60 * x / (60 * x + 1))
    elif measure == "OverExposurePrevention":
        value = 1 / (x + 0.01)
    elif measure == "DynamicRange":
        value = 12.5 * x
    elif measure == "NoHeadCoverings":
        value = _head_coverings(x)
    else:
        raise ValueError("OFIQ has no measure " + measure)
    return int(max(0.0, min(100.0, value + 0.5)))


def of(evidence: "Evidence") -> dict[str, dict[str, float]]:
    """{measure: {"raw", "component"}} for what we measure as OFIQ does; empty before the measures are there."""
    return {
        name: {"raw": round(raw, 6), "component": component(name, raw)} for name, raw in sorted(_raw(evidence).items())
    }


def _raw(evidence: "Evidence") -> dict[str, float]:
    m, face, picture = evidence.measures, evidence.measured, evidence.picture
    if not m:
        return {}
    features, eyes = evidence.features, evidence.measured.eyes
    sizes = sorted([found.side * found.side for found in evidence.faces])
    return {
        "LuminanceMean": m["ofiq.luminance_mean"],
        "LuminanceVariance": m["ofiq.luminance_variance"],
        "UnderExposurePrevention": m["ofiq.under"],
        "OverExposurePrevention": m["ofiq.over"],
        "DynamicRange": m["ofiq.entropy"],
        "NaturalColour": _unnatural(m),
        "SingleFacePresent": sizes[-2] / sizes[-1] if len(sizes) > 1 else 0.0,
        "EyesOpen": features.lid_gap,
        "MouthClosed": features.mouth_gap,
        "InterEyeDistance": face.ied / max(cos(radians(face.yaw)), 0.1),
        "HeadSize": face.t / picture.height,
        "LeftwardCropOfTheFaceImage": face.eye_right[0] / face.ied,
        "RightwardCropOfTheFaceImage": (picture.width - face.eye_left[0]) / face.ied,
        "MarginAboveOfTheFaceImage": eyes[1] / face.t,
        "MarginBelowOfTheFaceImage": (picture.height - eyes[1]) / face.t,
        "HeadPoseYaw": face.yaw,
        "HeadPosePitch": face.pitch,
        "HeadPoseRoll": face.roll,
    }


def _unnatural(m: dict[str, float]) -> float:
    """Distance of the cheeks' a*, b* from 5..25, 5..35; 100 where either is negative. White is D50, as OFIQ adapts."""
    light = [linear((m["cheek_left." + c] + m["cheek_right." + c]) / 2) for c in "rgb"]
    x, y, z = [row[0] * light[0] + row[1] * light[1] + row[2] * light[2] for row in TO_XYZ_D50]
    fx, fy, fz = [_root(value) for value in (x / 0.96422, y, z / 0.82521)]
    a, b = 500 * (fx - fy), 200 * (fy - fz)
    if a < 0 or b < 0:
        return 100.0
    da, db = max(0.0, 5 - a, a - 25), max(0.0, 5 - b, b - 35)
    return sqrt(da * da + db * db)


TO_XYZ_D50 = (
    (0.4360747, 0.3850649, 0.1430804),
    (0.2225045, 0.7168786, 0.0606169),
    (0.0139322, 0.0971045, 0.7141733),
)
"""Linear sRGB to XYZ adapted to D50 (Bradford)."""


def _root(t: float) -> float:
    return t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116


def _head_coverings(x: float) -> float:
    if x <= 0:
        return 100.0
    if x >= 0.95:
        return 0.0
    low, high = _sigma((0 - 0.02) / 0.1), _sigma((0.95 - 0.02) / 0.1)
    return 100 * (high - _sigma((x - 0.02) / 0.1)) / (high - low)


def _sigma(t: float) -> float:
    if t < -700:
        return 0.0
    return 1 / (1 + exp(-t))
