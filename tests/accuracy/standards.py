"""What the standards' lists ask for, and which check answers each point: FICV's tests, BSI TR-03121-3-2's criteria (v6,
quality assurance of photos), OFIQ's measures (ISO/IEC 29794-5:2025, reference implementation 1.0.3)."""

from __future__ import annotations

from collections.abc import Mapping

FICV: Mapping[int, tuple[str, ...]] = {
    1: ("eye-distance",),
    2: ("head-cut",),
    3: ("eye-distance",),
    4: ("eye-line",),
    5: ("centring",),
    6: ("face-width",),
    7: ("head-height",),
    8: ("sharpness",),
    9: ("gaze",),
    10: ("ink",),
    11: ("skin-colour",),
    12: ("too-dark", "too-light"),
    13: ("contrast",),
    14: ("pixelation",),
    15: ("hair-over-eyes",),
    16: ("eyes-closed",),
    17: ("background-even",),
    18: ("roll", "yaw", "pitch"),
    19: ("hot-spots",),
    20: ("red-eyes",),
    21: ("background-shadow",),
    22: ("face-light", "face-shadow"),
    23: ("glasses-tint",),
    24: ("glasses-glare",),
    25: ("glasses-frames",),
    26: ("glasses-over-eyes",),
    27: ("head-covering",),
    28: ("face-covered",),
    29: ("mouth-open",),
    30: ("other-faces", "objects"),
}
"""By the number of the test (1: place of the eyes, 2: place of the face, 3 to 7: geometry)."""

TR_03121: Mapping[str, tuple[str, ...]] = {
    "roll": ("roll",),
    "mouth closed": ("mouth-open",),
    "image height to width": ("file-shape",),
    "head width": ("face-width",),
    "head height": ("head-height",),
    "vertical position": ("eye-line",),
    "horizontal position": ("centring",),
    "eye distance": ("eye-distance",),
    "exposure": ("too-dark", "too-light"),
    "focus": ("sharpness",),
    "colour space": ("colour",),
    "grey-scale density": ("tones",),
    "yaw": ("yaw",),
    "pitch": ("pitch",),
    "neutral expression": ("expression",),
    "raised brows": ("brows",),
    "eyes open": ("eyes-closed",),
    "no occlusion": ("hair-over-eyes", "eye-covered", "face-covered"),
    "gaze": ("gaze",),
    "background uniformity": ("background-even", "background-gradient"),
    "background shadow": ("background-shadow",),
    "other people or objects": ("other-faces", "objects"),
    "even light": ("face-light",),
    "shadows on the face": ("face-shadow",),
    "shadows on the eye sockets": ("eye-shadow",),
    "hot spots": ("hot-spots",),
    "effects on glasses": ("glasses-glare", "glasses-tint", "glasses-frames", "glasses-over-eyes"),
    "unnatural colour": ("skin-colour",),
    "red eyes": ("red-eyes",),
    "no upscaling": ("enlarged",),
}
"""Mandatory criteria first, then optional ones."""

OFIQ: Mapping[str, tuple[str, ...]] = {
    "UnifiedQualityScore": ("recognisability",),
    "BackgroundUniformity": ("background-even",),
    "IlluminationUniformity": ("face-light",),
    "LuminanceMean": ("too-dark", "too-light"),
    "LuminanceVariance": ("contrast",),
    "UnderExposurePrevention": ("too-dark",),
    "OverExposurePrevention": ("too-light",),
    "DynamicRange": ("tones",),
    "Sharpness": ("sharpness",),
    "CompressionArtifacts": ("compression",),
    "NaturalColour": ("skin-colour",),
    "SingleFacePresent": ("other-faces",),
    "EyesOpen": ("eyes-closed",),
    "MouthClosed": ("mouth-open",),
    "EyesVisible": ("eye-covered", "hair-over-eyes"),
    "MouthOcclusionPrevention": ("face-covered",),
    "FaceOcclusionPrevention": ("face-covered",),
    "InterEyeDistance": ("eye-distance",),
    "HeadSize": ("head-height",),
    "LeftwardCropOfTheFaceImage": ("centring",),
    "RightwardCropOfTheFaceImage": ("centring",),
    "MarginAboveOfTheFaceImage": ("top-margin",),
    "MarginBelowOfTheFaceImage": ("bottom-margin",),
    "HeadPoseYaw": ("yaw",),
    "HeadPosePitch": ("pitch",),
    "HeadPoseRoll": ("roll",),
    "ExpressionNeutrality": ("expression",),
    "NoHeadCoverings": ("head-covering",),
}
"""By the name of the component in OFIQ's own table of expected results."""


def clause(own: str, id: str) -> str:
    """`own` clause of a check with the points of the lists that it answers."""
    tests = [str(number) for number, ids in FICV.items() if id in ids]
    criteria = [name for name, ids in TR_03121.items() if id in ids]
    measures = [name for name, ids in OFIQ.items() if id in ids]
    lists = (("FICV", tests), ("TR-03121", criteria), ("OFIQ", measures))
    return "; ".join(
        [part for part in (own,) if part] + [f"{name} {', '.join(found)}" for name, found in lists if found]
    )
