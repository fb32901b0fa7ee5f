"""The closed words of a spec.

A new word is added here and in toolchain/pages/words/rule.py, which holds its sentence: free text cannot be translated.
"""

KINDS = ("law", "authority", "mission", "copy", "transcript", "press", "vendor", "scrape", "memory")
"""Who says so, strongest first. copy: the official text, reprinted word for word. transcript: somebody's reading."""

UNVERIFIED = ("scrape", "memory")
"""Kinds that prove nothing; their values are shown as unverified and stay out of the open data."""

CONFIDENCE = ("official", "secondary", "memory")
HEAD_TOPS = ("skull", "hair", "forehead", "unspecified")
SELF_MADE = ("accepted", "conditional", "not_accepted", "unstated")
EDIT = ("allowed", "forbidden", "unstated")
COLOUR_MODES = ("colour", "colour_or_bw", "bw")

SUBMISSION = ("print", "upload", "photographer", "on_site", "app")
"""print: paper. upload: a file of one's own. photographer: a licensed one's digital channel. on_site: taken by the
authority. app: taken inside the authority's own application."""

FORMATS = ("jpeg", "png", "gif", "bmp", "tiff", "heic", "pdf", "jpeg2000")

BACKGROUNDS = (
    "white", "off-white", "cream", "beige", "light grey", "grey", "light blue", "blue", "red", "light brown",
    "light",  # any plain light colour
    "neutral",  # any plain light colour without a cast, ideally grey
    "plain",  # any single colour
    "contrasting",  # any single colour that sets the head off
)  # fmt: skip

GLASSES = ("forbidden", "avoid", "allowed", "required")
"""required: people who always wear them must be photographed in them."""
GLASSES_CONDITIONS = (
    "eyes visible", "no glare", "no tint", "no dark lenses", "tint only if medical", "frame clear of eyes",
    "thin frame", "medical exception", "no coloured lenses",
)  # fmt: skip

HEAD_COVERINGS = (
    "forbidden", "religious", "religious or medical", "religious, cultural or medical", "allowed", "required",
)  # fmt: skip
HEAD_COVERING_CONDITIONS = (
    "face visible", "chin to forehead visible", "face edges visible", "forehead visible", "ears visible",
    "no shadow", "plain colour", "contrasting colour", "not white", "worn daily", "with statement", "office decides",
    "national dress", "no headband", "no military uniform", "women only",
)  # fmt: skip

EXPRESSIONS = ("neutral", "natural", "slight smile allowed")
EXPRESSION_CONDITIONS = (
    "mouth closed", "no teeth", "no smile", "eyes open", "looking at camera", "facing forward", "ears visible",
    "eyebrows visible", "hair off the face", "no coloured lenses", "no head tilt", "formal dress",
)  # fmt: skip

CHILD_CONDITIONS = (
    "expression free", "mouth may be open", "eyes may be closed", "gaze free", "head position free", "head size free",
    "supporting hand hidden", "lying on plain sheet", "photo optional",
)  # fmt: skip

CHANGED_BY = ("authority", "us")
"""Who changed a value: the authority its rule (what is meant where nothing is said), or we our reading of it."""

COMPANIONS = ("signature", "thumbprint", "full-body photo", "side photo", "declaration", "passport scan")
