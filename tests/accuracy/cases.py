"""Which check has to find what: for each its requirement, the alterations that put the defect in, the real portraits that
have it, and the best published rate for the same requirement (FICV-1.0, private pictures; not comparable with ours)."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from models_src.training import labels


class Case(NamedTuple):
    """`id` of the check; `requirement` in ISO's words; `clause`; `measure`; `drawn` alterations; `real` positives;
    `promise` most EER at strength 2; `best` published EER %, and whose; `where` the limit comes from."""

    id: str
    requirement: str
    clause: str
    measure: str
    drawn: tuple[str, ...] = ()
    real: Callable[[str], bool] | Collection[str] = ()
    promise: float | None = None
    best: tuple[float, str] | None = None


ISO = "ISO/IEC 19794-5 / 39794-5"
CASES = (
    Case("other-faces", "one person", f"{ISO}; FICV 30", "faces the detector finds in the frame", ("second_face",), (), None, (1.2, "BioPass")),
    Case("eyes-closed", "eyes open", f"{ISO}; FICV 16", "lid gap of the less open eye, % of T", ("eyes_closed",), (), 0.02, (0.2, "id3")),
    Case("gaze", "looking at the camera", f"{ISO}; FICV 9", "iris off the middle of its lids, yaw taken away", ("gaze",), (), 0.08, (5.4, "ICAONet")),
    Case("red-eyes", "no red eyes", f"{ISO}; FICV 20", "pupil's red over its green and blue", ("red_eyes",), (), 0.02, (1.0, "id3")),
    Case("hair-over-eyes", "no hair across the eyes", "Doc 9303-3 EVZ; FICV 15", "head on the mesh's eye features", ("hair_over_eyes",), labels.HAIR_OVER_EYES, 0.12, (11.9, "Parente")),
    Case("eye-covered", "eyes visible", "Doc 9303-3 EVZ", "head on the mesh's eye features", ("eye_covered",), ()),
    Case("mouth-open", "mouth closed", f"{ISO}; FICV 29", "inner lip gap over lower lip", ("mouth_open",), labels.MOUTH_OPEN, 0.02, (0.6, "id3")),
    Case("expression", "neutral expression", f"{ISO}", "head on the mesh's lip features", (), labels.visibly_smiles, 0.10),
    Case("brows", "brows not raised", "BSI TR-03121", "brow over lid, % of T", ("brows_raised",), ()),
    Case("glasses", "glasses, where a document refuses them", "document", "head on the mesh's eye features", ("glasses",), labels.GLASSES, 0.05),
    Case("glasses-glare", "no reflections on lenses", f"{ISO}; FICV 24", "share of clipped pixels around the eye", ("lens_glare",), labels.LENS_GLARE, None, (0.8, "ICAONet")),
    Case("glasses-tint", "no dark lenses", f"{ISO}; FICV 23", "head on the mesh's eye features", ("tinted",), (), None, (0.4, "ICAONet")),
    Case("glasses-frames", "no heavy frames", f"{ISO}; FICV 25", "head on the mesh's eye features", ("heavy_frames",), labels.HEAVY_FRAMES, None, (1.4, "id3")),
    Case("glasses-over-eyes", "no frame over the eyes", "Doc 9303-3 EVZ; FICV 26", "head on the mesh's eye features", ("frames_over_eyes",), (), None, (2.3, "ICAONet")),
    Case("head-covering", "no hat or cap", f"{ISO}; FICV 27", "head on the mesh's face features", ("hat",), labels.HAT, None, (0.6, "MobileNetV1")),
    Case("face-covered", "no veil over the face", f"{ISO}; FICV 28", "head on face and lip features", ("mouth_covered",), labels.MOUTH_COVERED, None, (0.0, "ICAONet")),
    Case("too-dark", "exposure", f"{ISO}; FICV 12", "brightest of skin and wall, % of full", ("dark",), (), None, (1.2, "ICAONet")),
    Case("too-light", "exposure", f"{ISO}; FICV 12", "95th percentile of the skin's luma, % of full", ("light",), (), None, (1.2, "ICAONet")),
    Case("contrast", "not washed out", "FICV 13", "1st percentile of the face's luma, % of full", ("washed_out",), (), 0.02, (0.0, "BioPass")),
    Case("hot-spots", "no flash reflection on skin", f"{ISO}; FICV 19", "share of clipped skin", ("hot_spots",), (), 0.02, (0.6, "BioLab")),
    Case("skin-colour", "natural skin colour", "ISO/IEC 29794-5; FICV 11", "a*, b* of the cheeks outside 5-25, 5-35", ("colour_cast",), labels.PINK_CAST, 0.02, (1.7, "ICAONet")),
    Case("colour", "colour photo", f"{ISO}", "90th percentile of channel differences", ("grey",), labels.GREY),
    Case("face-light", "even light, left and right", f"{ISO}; FICV 22", "darker against lighter side, luma", ("side_light",), (), 0.04, (3.3, "ICAONet")),
    Case("face-shadow", "no shadows across the face", f"{ISO}; FICV 22", "log luma left over after usual shading", ("face_shadow",), (), 0.04, (3.3, "ICAONet")),
    Case("eye-shadow", "no shadows in the sockets", "BSI TR-03121", "head on the face's shading", ("socket_shadow",), (), 0.04),
    Case("background-colour", "colour of the background", "document", "CIE difference to the nearest named colour", ("wall_colour",), ()),
    Case("background-even", "plain background", f"{ISO}; FICV 17", "fine variation of the wall's light", ("wall_texture",), ("pif_ryan-fiorentino-headshot.jpg", "pif_scott-riffle-headshot.jpeg", "pif_olivia-zhu-headshot.jpeg", "skimage_astronaut.png", "facerec_obama.jpg", "webmorph_lisa2.jpg", "webmorph_zoom_15cm.jpg", "webmorph_zoom_45cm.jpg", "ukho_image-m2-textured-background.jpg"), 0.04, (3.7, "BioTest")),
    Case("background-shadow", "no shadow behind the head", f"{ISO}; FICV 21", "darkest wall beside the head", ("wall_shadow",), ("ukho_image-m1-flash-shadow.jpg",), 0.04, (2.3, "BioLab")),
    Case("background-gradient", "background evenly lit", f"{ISO}", "tilt of the wall's light", ("wall_gradient",), (), 0.04),
    Case("sharpness", "1 mm of detail visible", f"{ISO}; FICV 8", "detail of 1 mm over detail of 4 mm at the eyes", ("blur", "motion"), (), 0.02, (1.6, "BioPass")),
    Case("pixelation", "no pixelation", "FICV 14", "share of equal neighbours", ("pixelation",), (), 0.02, (0.0, "SDK2")),
    Case("enlarged", "no upscaling", "BSI TR-03121", "finest band over the next, per pixel", ("enlarged",), ()),
    Case("noise", "low noise", f"{ISO}", "Immerkaer's sigma in the calmest blocks", ("noise",), ()),
    Case("compression", "low compression", f"{ISO}", "comb of 8 px in the steps between neighbours", ("compression",), ()),
    Case("tones", "7 bits of tones in the face", f"{ISO}", "levels of the poorest channel", ("posterised",), ()),
    Case("smoothing", "no retouching", f"{ISO}", "skin's fine detail over the eyes'", ("smoothed",), ()),
    Case("screen", "no photo of a photo", "FICV -", "strongest fine repetition along lines", ("moire",), ()),
    Case("objects", "no other people or objects", f"{ISO}; FICV 30", "mask beside the head", (), ()),
    Case("camera-distance", "distance of 0.7 m and more", f"{ISO}", "middle of the mesh against its edge", ("perspective",), labels.TOO_CLOSE),
)  # fmt: skip

GEOMETRY = (
    ("head-height", "head size", "8.3.5"), ("eye-line", "vertical position", "8.3.3"), ("top-margin", "room above", "document"),
    ("bottom-margin", "room below", "document"), ("chin-to-pupil", "chin to pupils", "document"),
    ("face-width", "face width", "document"), ("centring", "horizontal position", "8.3.2"), ("roll", "pose", "7.2.2"), ("yaw", "pose", "7.2.2"),
    ("pitch", "pose", "7.2.2"), ("eye-distance", "90 px between the eyes", "19794-5; FICV 3"),
    ("photo-size", "pixels of the file", "document"), ("head-cut", "whole face in the photo", "FICV 2"),
    ("file-format", "format", "document"), ("file-shape", "shape", "document"), ("file-size", "bytes", "document"),
    ("print-density", "density", "document"),
)  # fmt: skip
"""Checks of lengths: proved against hand-placed points (docs/models.md, docs/framing.md), not by alterations."""

MANUAL = (
    ("recency", "age of the photo", "a file's date can be wrong"),
    ("photograph", "a photo of the person, not of a print or painting", "a good print of a good photo shows nothing"),
    ("shoulders", "shoulders square to the camera", "clothes and hair hide them from the mask"),
    ("mirrored", "not mirrored", "faces are too symmetric for pixels to tell"),
    ("ink", "no ink marks or creases on a scan", "they look like hair and scars to every measure we tried"),
)
"""Questions, and why no measure answers them. A hat of the hair's colour is asked about by head-covering itself."""
