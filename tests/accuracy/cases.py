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
    Case("other-faces", "one person", ISO, "faces the detector finds in the frame", ("second_face",), (), None, (1.2, "BioPass")),
    Case("eyes-closed", "eyes open", ISO, "lid gap of the less open eye, % of T", ("eyes_closed",), (), 0.02, (0.2, "id3")),
    Case("gaze", "looking at the camera", ISO, "iris off the middle of its lids, yaw taken away", ("gaze",), (), 0.08, (5.4, "ICAONet")),
    Case("red-eyes", "no red eyes", ISO, "pupil's red over its green and blue", ("red_eyes",), (), 0.02, (1.0, "id3")),
    Case("hair-over-eyes", "no hair across the eyes", "Doc 9303-3 EVZ", "head on the mesh's eye features", ("hair_over_eyes",), labels.HAIR_OVER_EYES, 0.12, (11.9, "Parente")),
    Case("eye-covered", "eyes visible", "Doc 9303-3 EVZ", "head on the mesh's eye features", ("eye_covered",), ()),
    Case("mouth-open", "mouth closed", ISO, "inner lip gap over lower lip", ("mouth_open",), labels.MOUTH_OPEN, 0.02, (0.6, "id3")),
    Case("expression", "neutral expression", ISO, "head on the mesh's lip features", (), labels.visibly_smiles, 0.10),
    Case("brows", "brows not raised", "", "brow over lid, % of T", ("brows_raised",), ()),
    Case("glasses", "glasses, where a document refuses them", "document", "head on the mesh's eye features", ("glasses",), labels.GLASSES, 0.05),
    Case("glasses-glare", "no reflections on lenses", ISO, "lens lighter than the skin's light end, share", ("lens_glare",), labels.LENS_GLARE, None, (0.8, "ICAONet")),
    Case("glasses-tint", "no dark lenses", ISO, "head on the mesh's eye features", ("tinted",), (), None, (0.4, "ICAONet")),
    Case("glasses-frames", "no heavy frames", ISO, "head on the mesh's eye features", ("heavy_frames",), labels.HEAVY_FRAMES, None, (1.4, "id3")),
    Case("glasses-over-eyes", "no frame over the eyes", "Doc 9303-3 EVZ", "head on the mesh's eye features", ("frames_over_eyes",), (), None, (2.3, "ICAONet")),
    Case("head-covering", "no hat or cap", ISO, "head on the mesh's face features", ("hat",), labels.HAT, None, (0.6, "MobileNetV1")),
    Case("face-covered", "no veil over the face", ISO, "head on face and lip features", ("mouth_covered",), labels.MOUTH_COVERED, None, (0.0, "ICAONet")),
    Case("too-dark", "exposure", ISO, "brightest of skin and wall, % of full", ("dark",), (), None, (1.2, "ICAONet")),
    Case("too-light", "exposure", ISO, "95th percentile of the skin's luma, % of full", ("light",), (), None, (1.2, "ICAONet")),
    Case("contrast", "not washed out", "", "1st percentile of the face's luma, % of full", ("washed_out",), (), 0.02, (0.0, "BioPass")),
    Case("hot-spots", "no flash reflection on skin", ISO, "share of clipped skin", ("hot_spots",), (), 0.02, (0.6, "BioLab")),
    Case("skin-colour", "natural skin colour", "ISO/IEC 29794-5", "a*, b* of the cheeks outside natural skin's", ("colour_cast",), labels.PINK_CAST, 0.02, (1.7, "ICAONet")),
    Case("colour", "colour photo", ISO, "90th percentile of channel differences", ("grey",), labels.GREY),
    Case("face-light", "even light, left and right", ISO, "darker against lighter side, luma", ("side_light",), (), 0.04, (3.3, "ICAONet")),
    Case("face-shadow", "no shadows across the face", ISO, "log luma left over after usual shading", ("face_shadow",), (), 0.04, (3.3, "ICAONet")),
    Case("eye-shadow", "no shadows in the sockets", "", "head on the face's shading", ("socket_shadow",), (), 0.04),
    Case("background-colour", "colour of the background", "document", "CIE difference to the nearest named colour", ("wall_colour",), ()),
    Case("background-even", "plain background", ISO, "fine variation of the wall's light", ("wall_texture",), ("pif_ryan-fiorentino-headshot.jpg", "pif_scott-riffle-headshot.jpeg", "pif_olivia-zhu-headshot.jpeg", "skimage_astronaut.png", "facerec_obama.jpg", "webmorph_lisa2.jpg", "webmorph_zoom_15cm.jpg", "webmorph_zoom_45cm.jpg", "ukho_image-m2-textured-background.jpg"), 0.04, (3.7, "BioTest")),
    Case("background-shadow", "no shadow behind the head", ISO, "darkest wall beside the head", ("wall_shadow",), ("ukho_image-m1-flash-shadow.jpg",), 0.04, (2.3, "BioLab")),
    Case("background-gradient", "background evenly lit", ISO, "tilt of the wall's light", ("wall_gradient",), (), 0.04),
    Case("sharpness", "1 mm of detail visible", ISO, "detail of 1 mm over detail of 4 mm at the eyes", ("blur", "motion"), (), 0.02, (1.6, "BioPass")),
    Case("pixelation", "no pixelation", "", "share of equal neighbours", ("pixelation",), (), 0.02, (0.0, "SDK2")),
    Case("enlarged", "no upscaling", "", "finest band over the next, per pixel", ("enlarged",), ()),
    Case("noise", "low noise", ISO, "Immerkaer's sigma in the calmest blocks", ("noise",), ()),
    Case("compression", "low compression", ISO, "comb of 8 px in the steps between neighbours", ("compression",), ()),
    Case("tones", "7 bits of tones in the face", ISO, "levels of the poorest channel", ("posterised",), ()),
    Case("smoothing", "no retouching", ISO, "skin's fine detail over the eyes'", ("smoothed",), ()),
    Case("screen", "no photo of a photo", "", "strongest fine repetition along lines", ("moire",), ()),
    Case("objects", "no other people or objects", ISO, "mask beside the head", (), ()),
    Case("camera-distance", "distance of 0.7 m and more", ISO, "middle of the mesh against its edge", ("perspective",), labels.TOO_CLOSE),
)  # fmt: skip


class Length(NamedTuple):
    """A check of lengths, pixels or bytes. `figures`: of tests/accuracy/geometry.py that tell its error; `exact`: why
    there is none."""

    id: str
    requirement: str
    clause: str
    measure: str
    figures: tuple[str, ...] = ()
    exact: str = ""


NOT_POSED = "no set with known angles"
LENGTHS = (
    Length("head-height", "head size", "8.3.5", "chin to the top of skull or hair over the frame", ("chin", "crown others", "hair higher")),
    Length("eye-line", "vertical position", "8.3.3", "eyes over the lower edge, of the frame's height", ("eye",)),
    Length("top-margin", "room above", "document", "top of the hair or head to the upper edge", ("hair higher",)),
    Length("bottom-margin", "room below", "document", "chin to the lower edge", ("chin",)),
    Length("chin-to-pupil", "chin to pupils", "document", "chin to the line of the irises", ("chin", "eye")),
    Length("face-width", "face width", "document; 8.3.4", "temple to temple on the mesh", (), "temples have no hand-placed points"),
    Length("centring", "horizontal position", "8.3.2", "middle of the eyes across the frame", ("eye",)),
    Length("roll", "pose", "7.2.2", "line of the irises", ("eye",)),
    Length("yaw", "pose", "7.2.2", "rigid fit of a head to the mesh", (), NOT_POSED),
    Length("pitch", "pose", "7.2.2", "rigid fit of a head to the mesh", (), NOT_POSED),
    Length("eye-distance", "90 px between the eyes", "19794-5", "distance of the irises, px", ("eye", "ied")),
    Length("photo-size", "pixels of the file", "document", "px of the frame", (), "counted"),
    Length("head-cut", "whole face in the photo", "", "outline of the mesh to the photo's edges, px", ("chin",)),
    Length("file-format", "format", "document", "the file's first bytes", (), "counted"),
    Length("file-shape", "shape", "document", "width over height", (), "counted"),
    Length("file-size", "bytes", "document", "bytes of the file", (), "counted"),
    Length("print-density", "density", "document", "density in the file's header", (), "counted"),
)  # fmt: skip
"""Checks of lengths: proved against hand-placed points, not by alterations."""

MANUAL = (
    ("recency", "age of the photo", "a file's date can be wrong"),
    ("photograph", "a photo of the person, not of a print or painting", "a good print of a good photo shows nothing"),
    ("shoulders", "shoulders square to the camera", "clothes and hair hide them from the mask"),
    ("mirrored", "not mirrored", "faces are too symmetric for pixels to tell"),
    ("ink", "no ink marks or creases on a scan", "they look like hair and scars to every measure we tried"),
    ("recognisability", "a score of recognisers", "no document asks for it: it grades recognition, not the photo"),
)
"""What no measure answers, and why: questions, and the one point of the lists that nobody is asked about."""
UNASKED = ("recognisability",)
