"""Sentences of where the head stands in the frame, and of the file: by check and variant, as in `words`."""

FRAME = {
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
            "Was the photo taken within the last {age}?",
            "A file's date can be wrong, so this is asked.",
            "",
        ),
        "month": ("Was the photo taken within the last month?", "A file's date can be wrong, so this is asked.", ""),
        "days": (
            "Was the photo taken within the last {age}?",
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
