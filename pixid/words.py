"""Every sentence of a finding, by check and variant: (title, detail, act). Whole sentences with named gaps.

Gaps: {value} and {limit} are formatted by `wording`; the others are the finding's own. Lengths and pixels "are";
perception "looks". The picture is the subject, never the person.
"""

from pixid.catalogue import Checks, Findings, Table, Tables
from pixid.words_face import FACE
from pixid.words_frame import FRAME
from pixid.words_photo import PHOTO

DISAGREE = {
    "disagree": (
        "The authority's own numbers disagree",
        "{value} for {band}; {limit}. No head keeps this together with the rule for {other}, which is kept.",
        "Ask the office which of the two it measures.",
    )
}
BANDS = Table(
    "band",
    {
        "head_height": "the height of the head",
        "eye_line": "the line of the eyes",
        "top_margin": "the wall above the head",
        "bottom_margin": "the room below the chin",
        "chin_to_pupil": "the distance from chin to pupils",
        "face_width": "the width of the face",
        "eye_distance": "the distance between the eyes",
        "centring": "the middle of the head",
    },
)
FINDINGS = Checks("finding", FRAME | FACE | PHOTO)
ANY_FINDING = Findings("finding", DISAGREE)
"""What can be said of every check."""

TOPS = Table(
    "top",
    {
        "skull": "the crown of the head without hair",
        "unspecified": "the crown of the head without hair",
        "hair": "the top of the hair",
        "forehead": "the hairline",
    },
)
PLACES = Table(
    "place",
    {
        "left": "one at the left, about {side} px wide",
        "middle": "one in the middle, about {side} px wide",
        "right": "one at the right, about {side} px wide",
    },
)
SELF_MADE = Table(
    "self_made",
    {
        "accepted": "The authority takes photos that people make themselves.",
        "conditional": "The authority takes photos that people make themselves only on conditions. {why} {instead}",
        "not_accepted": "The authority does not take photos that people make themselves, so this check is for practice. "
        "{why} {instead}",
        "unstated": "The authority has not said whether it takes photos that people make themselves.",
    },
)
NO_FILE = Table(
    "no_file",
    {
        "self-made-refused": "No file is made: the authority does not take photos that people make themselves. {instead}",
        "crop-forbidden": "This authority refuses cropped photos. Send the original file, {name}, as it is.",
        "as-is": "The file was checked as it stands; nothing was made from it.",
        "no-size": "No source we have read states a size for this photo, so no file is made; ask the office for one.",
    },
)
OPERATIONS = Table(
    "operation",
    {
        "crop": "cropped",
        "turn": "turned by {turn}",
        "resize": "resized to {width} x {height} px",
        "enlarge": "enlarged to {width} x {height} px, because the photo has too few pixels",
        "pad": "filled up to the smallest file the portal takes, with labelled padding that is no part of the picture",
        "convert": "written anew as {format}, the whole picture, because the portal cannot take a {given} file",
        "recompress": "written anew with fewer bytes, the whole picture, because the portal takes no file of this size",
        "background": "background replaced on request by the colour {colour}; what is said of the wall is about the photo",
        "outline": "outline of the person corrected by hand (strokes: {strokes})",
        "light": "light changed on request by one curve for the whole picture: {stops}\u00a0stops, red {red}, blue {blue}",
        "strip-metadata": "camera data and place removed",
    },
)
EDITS = Tables(
    "edit",
    {
        "background": {
            "allowed": "The background may be replaced.",
            "forbidden": "The background stays as photographed: this authority refuses edited pictures.",
            "unstated": "This authority has not said whether the background may be replaced; an edited picture can be a "
            "reason to refuse.",
        },
        "light": {
            "allowed": "Light and white balance may be corrected.",
            "forbidden": "Light and colours stay as photographed: this authority refuses edited pictures.",
            "unstated": "This authority has not said whether light may be corrected; an edited picture can be a reason to "
            "refuse.",
        },
    },
)
NOTES = Table(
    "note",
    {
        "paper-crop": "This authority refuses prints that were cut from a larger picture: ask the office, or use a "
        "booth or a studio.",
        "upload-crop": "This authority refuses cropped uploads: the original is sent as it is.",
        "location": "The file holds the place where it was taken (GPS), and sending it tells the office where that is.",
        "or": "{first} or {last}",
        "photo": "the photo",
        "iso": "ISO/IEC 19794-5 and 39794-5, as cited in BSI TR-03121-3",
    },
)
SIDES = Table("side", {"width": "width", "height": "height"})
HALVES = Table("half", {"left": "left", "right": "right"})
COLOURS = Table(
    "colour",
    {
        "white": "white",
        "off-white": "off-white",
        "cream": "cream",
        "beige": "beige",
        "light brown": "light brown",
        "light grey": "light grey",
        "grey": "grey",
        "light blue": "light blue",
        "blue": "blue",
        "red": "red",
        "light": "light",
        "neutral": "neutral",
        "plain": "plain",
        "contrasting": "contrasting",
    },
)
COUNTED = Table(
    "counted",
    {
        "faces.one": "{count} face",
        "faces.other": "{count} faces",
        "months.one": "{count} month",
        "months.other": "{count} months",
        "days.one": "{count} day",
        "days.other": "{count} days",
    },
)
LIMITS = Tables(
    "limit",
    {
        "rule": {
            "between": "the rule is {low}-{high}",
            "least": "the rule is at least {low}",
            "most": "the rule is at most {high}",
            "exactly": "the rule is {high}",
        },
        "ISO": {
            "between": "ISO asks for {low}-{high}",
            "least": "ISO asks for at least {low}",
            "most": "ISO asks for at most {high}",
            "exactly": "every authority asks for {high}",
        },
        "ours": {
            "between": "our limit is {low}-{high}",
            "least": "our limit is at least {low}",
            "most": "our limit is at most {high}",
            "exactly": "our limit is {high}",
        },
    },
)
UNITS = Table(
    "unit",
    {
        "mm": "{number}\u00a0mm",
        "%": "{number}%",
        "px": "{number}\u00a0px",
        "deg": "{number}°",
        "kb": "{number}\u00a0KB",
        "dpi": "{number}\u00a0dpi",
        "": "{number}",
        "count": "{number}",
    },
)
