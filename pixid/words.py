"""Every sentence of a finding, by check and variant: (title, detail, act). Whole sentences with named gaps.

Gaps: {value} and {limit} are formatted by `wording`; the others are the finding's own. Lengths and pixels "are";
perception "looks". The picture is the subject, never the person.
"""

from pixid.words_face import FACE
from pixid.words_photo import PHOTO

FINDINGS = {
    "other-faces": {
        "pass": ("One person in the picture", "1 face; {limit}.", ""),
        "outside": ("One person in the frame", "1 face; {limit}. Outside the frame and cut away: {places}.", ""),
        "high": (
            "More than one person in the frame",
            "{value}; {limit}. Besides the largest: {places}.",
            "Take the photo with nobody else in view, toys and posters too.",
        ),
    },
    "head-height": {
        "pass": ("Head height", "{value} from chin to {top}; {limit}.", ""),
        "low": (
            "Head too small in the frame",
            "{value} from chin to {top}; {limit}.",
            "Make the picture larger in the frame, starting from the original photo.",
        ),
        "high": (
            "Head too large in the frame",
            "{value} from chin to {top}; {limit}.",
            "Make the picture smaller in the frame. If its edge shows, take the photo from a step further back.",
        ),
        "close": (
            "Head height is near the limit",
            "About {value} ({low} to {high}) from chin to {top}; {limit}. Too close to call.",
            "Check the top of the head in the picture; hair can hide it.",
        ),
        "reading": (
            "Head height depends on the reading",
            "{value} from chin to {top}, but inside the rule from chin to {other_top}; {limit}. "
            "The authority does not say which it means.",
            "Smooth high hair down if it can be done, or ask the office which top it measures to.",
        ),
    },
    "eye-line": {
        "pass": ("Eye line", "{value} from the lower edge; {limit}.", ""),
        "low": (
            "Eyes too low in the frame",
            "{value} from the lower edge; {limit}.",
            "Take the photo again with more room below the chin, or move the picture up in the frame.",
        ),
        "high": (
            "Eyes too high in the frame",
            "{value} from the lower edge; {limit}.",
            "Take the photo again with more room above the hair, or move the picture down in the frame.",
        ),
        "close": (
            "Eye line is near the limit",
            "About {value} ({low} to {high}) from the lower edge; {limit}. Too close to call.",
            "Leave a little more room around the head in the next photo.",
        ),
    },
    "top-margin": {
        "pass": ("Wall above the head", "{value} above the head; {limit}.", ""),
        "low": (
            "Too little wall above the hair",
            "{value} above the head; {limit}.",
            "Take the photo again with more room above. Missing wall is never painted.",
        ),
        "high": (
            "Too much wall above the head",
            "{value} above the head; {limit}.",
            "Move the picture up in the frame, or take the photo from a step nearer.",
        ),
        "close": (
            "Room above the head barely fits",
            "About {value} ({low} to {high}) above the head; {limit}. Too close to call.",
            "Check the top of the head in the picture; hair can hide it.",
        ),
        "cut": (
            "Hair is cut by the photo",
            "The hair reaches the upper edge of the photo; our limit is the whole head in the picture.",
            "Take the photo again with more room above the hair.",
        ),
    },
    "bottom-margin": {
        "pass": ("Room below the chin", "{value} below the chin; {limit}.", ""),
        "low": (
            "Too little room below the chin",
            "{value} below the chin; {limit}.",
            "Take the photo again with more of the shoulders in it.",
        ),
        "high": (
            "Too much room below the chin",
            "{value} below the chin; {limit}.",
            "Move the picture down in the frame.",
        ),
        "close": (
            "Room below the chin barely fits",
            "About {value} ({low} to {high}) below the chin; {limit}. Too close to call.",
            "Check where the chin ends in the picture.",
        ),
    },
    "chin-to-pupil": {
        "pass": ("Chin to pupils", "{value} from the chin to the line of the pupils; {limit}.", ""),
        "low": (
            "Face too small in the frame",
            "{value} from the chin to the line of the pupils; {limit}.",
            "Make the picture larger in the frame, starting from the original photo.",
        ),
        "high": (
            "Face too large in the frame",
            "{value} from the chin to the line of the pupils; {limit}.",
            "Make the picture smaller in the frame.",
        ),
        "close": (
            "Chin to pupils is near the limit",
            "About {value} ({low} to {high}) from the chin to the line of the pupils; {limit}. Too close to call.",
            "Check where the chin ends in the picture.",
        ),
    },
    "face-width": {
        "pass": ("Face width", "{value} across the face; {limit}.", ""),
        "low": (
            "Face too narrow in the frame",
            "{value} across the face; {limit}.",
            "Make the picture larger in the frame.",
        ),
        "high": (
            "Face too wide in the frame",
            "{value} across the face; {limit}.",
            "Make the picture smaller in the frame.",
        ),
        "close": (
            "Face width is near the limit",
            "About {value} ({low} to {high}) across the face; {limit}. Too close to call.",
            "Brush hair behind the ears so that the sides of the face show.",
        ),
    },
    "centring": {
        "pass": ("Head in the middle", "{value} of the width; {limit}.", ""),
        "low": (
            "Head left of the middle",
            "{value} of the width; {limit}.",
            "Take the photo again with more wall at the left of the picture.",
        ),
        "high": (
            "Head right of the middle",
            "{value} of the width; {limit}.",
            "Take the photo again with more wall at the right of the picture.",
        ),
        "close": (
            "Head is barely in the middle",
            "About {value} of the width; {limit}. Too close to call.",
            "Leave the same room on both sides in the next photo.",
        ),
    },
    "roll": {
        "pass": ("Head upright", "{value}; {limit}.", ""),
        "low": (
            "Head leans to the left of the picture",
            "{value}; {limit}.",
            "Hold the camera level and the head upright.",
        ),
        "high": (
            "Head leans to the right of the picture",
            "{value}; {limit}.",
            "Hold the camera level and the head upright.",
        ),
        "close": (
            "Head leans, near the limit",
            "About {value}, give or take {spread}; {limit}. Too close to call.",
            "Hold the camera level and the head upright.",
        ),
    },
    "yaw": {
        "pass": ("Head faces the camera", "{value}; {limit}.", ""),
        "low": (
            "Head turned to the left of the picture",
            "{value}, give or take {spread}; {limit}.",
            "Point the nose at the lens, camera at eye height.",
        ),
        "high": (
            "Head turned to the right of the picture",
            "{value}, give or take {spread}; {limit}.",
            "Point the nose at the lens, camera at eye height.",
        ),
        "close": (
            "Head is turned, near the limit",
            "About {value}, give or take {spread}; {limit}. Too close to call.",
            "Point the nose at the lens, camera at eye height.",
        ),
    },
    "pitch": {
        "pass": ("Head level", "{value}; {limit}.", ""),
        "low": (
            "Head tilted down",
            "{value}, give or take {spread}; {limit}.",
            "Lift the chin a little and hold the camera at eye height.",
        ),
        "high": (
            "Head tilted up",
            "{value}, give or take {spread}; {limit}.",
            "Lower the chin a little and hold the camera at eye height.",
        ),
        "close": (
            "Head is tilted, near the limit",
            "About {value}, give or take {spread}; {limit}. Too close to call.",
            "Hold the camera at eye height and look straight into the lens.",
        ),
    },
    "eye-distance": {
        "pass": ("Pixels in the face", "{value} between the eyes; {limit}.", ""),
        "low": (
            "Too few pixels in the face",
            "{value} between the eyes; {limit}.",
            "Use the original file, not a screenshot or a copy from a messenger.",
        ),
    },
    "photo-size": {
        "pass": ("Photo large enough", "{value} high; {limit}.", ""),
        "file-pass": ("Size in pixels", "The file is {width} x {height} px; {limit} in {side}.", ""),
        "low": (
            "Too few pixels for this document",
            "The frame is {value} high, {missing} are missing for a file of {width} x {height} px without enlarging.",
            "Use the original file, take the photo from a step nearer, or use a better camera.",
        ),
        "file-low": (
            "File has too few pixels",
            "The file is {width} x {height} px; {limit} in {side}.",
            "Use the original file, not a screenshot or a copy from a messenger.",
        ),
        "file-high": (
            "File has too many pixels",
            "The file is {width} x {height} px; {limit} in {side}.",
            "Save the picture smaller, or make the file from the original photo here.",
        ),
    },
    "file-format": {
        "pass": ("File format", "{format}; the rule is {formats}.", ""),
        "high": (
            "The portal does not take this format",
            "{format}; the rule is {formats}.",
            "Save the photo as {formats}.",
        ),
    },
    "file-shape": {
        "pass": ("Shape of the picture", "{width} x {height} px; the rule is {shape}.", ""),
        "low": (
            "Picture too narrow",
            "{width} x {height} px; the rule is {shape}.",
            "Make the file from the original photo here.",
        ),
        "high": (
            "Picture too wide",
            "{width} x {height} px; the rule is {shape}.",
            "Make the file from the original photo here.",
        ),
    },
    "file-size": {
        "pass": ("File size", "{value}; {limit}.", ""),
        "low": (
            "File too small for the portal",
            "{value}; {limit}.",
            "Save it in better quality from the original photo.",
        ),
        "high": (
            "File too large for the portal",
            "{value}; {limit}.",
            "Save it in lower quality, or make the file here.",
        ),
    },
    "print-density": {
        "pass": ("Density written in the file", "{value}; {limit}.", ""),
        "low": ("Density in the file is too low", "{value}; {limit}.", "Make the file from the original photo here."),
        "absent": (
            "No density in the file",
            "The file does not say its density; {limit}.",
            "Make the file from the original photo here.",
        ),
    },
    "recency": {
        "months": (
            "Was the photo taken within the last {months} months?",
            "A file's date can be wrong, so this is asked.",
            "",
        ),
        "month": ("Was the photo taken within the last month?", "A file's date can be wrong, so this is asked.", ""),
        "days": (
            "Was the photo taken within the last {days} days?",
            "A file's date can be wrong, so this is asked.",
            "",
        ),
    },
    "photograph": {
        "manual": (
            "Is this a photo of the person, not of a print, a screen or a painting?",
            "Not measured yet.",
            "",
        ),
    },
}

DISAGREE = (
    "The authority's own numbers disagree",
    "{value} for {band}; {limit}. No head keeps this together with the rule for {other}, which is kept.",
    "Ask the office which of the two it measures.",
)
BANDS = {
    "head_height": "the height of the head",
    "eye_line": "the line of the eyes",
    "top_margin": "the wall above the head",
    "bottom_margin": "the room below the chin",
    "chin_to_pupil": "the distance from chin to pupils",
    "face_width": "the width of the face",
    "eye_distance": "the distance between the eyes",
    "centring": "the middle of the head",
}
FINDINGS.update(FACE)
FINDINGS.update(PHOTO)

TOPS = {
    "skull": "the crown of the head without hair",
    "unspecified": "the crown of the head without hair",
    "hair": "the top of the hair",
    "forehead": "the hairline",
}
PLACES = {
    "left": "one at the left, about {side} px wide",
    "middle": "one in the middle, about {side} px wide",
    "right": "one at the right, about {side} px wide",
}
SELF_MADE = {
    "accepted": "The authority takes photos that people make themselves.",
    "conditional": "The authority takes photos that people make themselves only on conditions. {why} {instead}",
    "not_accepted": (
        "The authority does not take photos that people make themselves, so this check is for practice. {why} {instead}"
    ),
    "unstated": "The authority has not said whether it takes photos that people make themselves.",
}
NO_FILE = {
    "self-made-refused": "No file is made: the authority does not take photos that people make themselves. {instead}",
    "crop-forbidden": "This authority refuses cropped photos. Send the original file, {name}, as it is.",
    "as-is": "The file was checked as it stands; nothing was made from it.",
    "no-size": "No source we have read states a size for this photo, so no file is made; ask the office for one.",
}
OPERATIONS = {
    "crop": "cropped",
    "turn": "turned by {turn}",
    "resize": "resized to {width} x {height} px",
    "enlarge": "enlarged to {width} x {height} px, because the photo has too few pixels",
    "pad": "filled up to the smallest file the portal takes, with labelled padding that is no part of the picture",
    "convert": "written anew as {format}, the whole picture, because the portal cannot take a {given} file",
    "recompress": "written anew with fewer bytes, the whole picture, because the portal takes no file of this size",
    "light": "light changed on request by one curve for the whole picture: {stops}\u00a0stops, red {red}, blue {blue}",
    "strip-metadata": "camera data and place removed",
}
EDITS = {
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
}
PAPER_CROP = (
    "This authority refuses prints that were cut from a larger picture: ask the office, or use a booth or a studio."
)
UPLOAD_CROP = "This authority refuses cropped uploads: the original is sent as it is."
LOCATION = "The file holds the place where it was taken (GPS), and sending it tells the office where that is."
SIDES = {"width": "width", "height": "height"}
FACES = {"one": "1 face", "other": "{count} faces"}
LIMITS = {
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
}
UNITS = {
    "mm": "{number}\u00a0mm",
    "%": "{number}%",
    "px": "{number}\u00a0px",
    "deg": "{number}°",
    "kb": "{number}\u00a0KB",
    "dpi": "{number}\u00a0dpi",
    "": "{number}",
    "count": "{number}",
}
