"""Sentences of what is seen in a face: by check and variant (title, detail, act), as in `words`.

Perception "looks"; the picture is the subject, never the person; light is explained by lamps and windows.
"""

FACE = {
    "eyes-closed": {
        "pass": ("Eyes open", "Lids {value} of the eye-to-chin length apart; {limit}.", ""),
        "high": (
            "The eyes look closed",
            "Lids {value} of the eye-to-chin length apart; {limit}.",
            "Take several in a row and keep one with open eyes. Lashes, lenses or shadow can mislead us.",
        ),
        "pixels": ("Open eyes not measured", "The face has too few pixels for this.", ""),
    },
    "gaze": {
        "pass": ("Looking into the lens", "Irises {value} of an eye's width off the middle; {limit}.", ""),
        "high": (
            "Looking past the lens",
            "Irises {value} of an eye's width off the middle; {limit}.",
            "Look into the lens itself, not at the screen.",
        ),
        "pixels": ("Gaze not measured", "The face has too few pixels for this.", ""),
    },
    "red-eyes": {
        "pass": ("Pupils not red", "Redness {value}; {limit}.", ""),
        "high": (
            "The pupils look red",
            "Redness {value}; {limit}.",
            "Switch the flash off and add light from the side of the camera.",
        ),
        "pixels": ("Red eyes not measured", "The eyes have too few pixels for this.", ""),
    },
    "hair-over-eyes": {
        "pass": ("Eyes free of hair", "Likeness to covered eyes {value}; {limit}.", ""),
        "high": (
            "Hair may cover an eye",
            "Likeness to covered eyes {value}; {limit}.",
            "Brush hair behind the ears or pin it back.",
        ),
        "pixels": ("Hair over the eyes not measured", "The face has too few pixels for this.", ""),
    },
    "eye-covered": {
        "pass": ("Both eyes in view", "Likeness to a covered eye {value}; {limit}.", ""),
        "high": (
            "An eye looks covered",
            "Likeness to a covered eye {value}; {limit}.",
            "Take off what covers the eye. For medical reasons ask the office first.",
        ),
        "pixels": ("Covered eyes not measured", "The face has too few pixels for this.", ""),
    },
    "mouth-open": {
        "pass": ("Mouth closed", "Lip gap {value} of the lower lip; {limit}.", ""),
        "high": (
            "The mouth looks open",
            "Lip gap {value} of the lower lip; {limit}.",
            "Close the lips without pressing. A beard or a shadow can look like this.",
        ),
        "close": (
            "The mouth looks slightly open",
            "Lip gap about {value} of the lower lip; {limit}. Too close to call.",
            "Close the lips without pressing. A beard or a shadow can look like this.",
        ),
        "pixels": ("Mouth not measured", "The face has too few pixels for this.", ""),
    },
    "expression": {
        "pass": ("Plain expression", "Likeness to a smile {value}; {limit}.", ""),
        "high": (
            "This looks like a smile",
            "Likeness to a smile {value}; {limit}.",
            "Breathe out, relax the face, then take the photo.",
        ),
        "pixels": ("Expression not measured", "The face has too few pixels for this.", ""),
    },
    "brows": {
        "pass": ("Brows not raised", "Brows {value} of the eye-to-chin length over the lids; {limit}.", ""),
        "manual": (
            "Are the brows relaxed?",
            "Brows {value} of the eye-to-chin length over the lids; high brows and raised ones look alike to us.",
            "Relax the forehead.",
        ),
        "high": (
            "The brows look raised",
            "Brows {value} of the eye-to-chin length over the lids; {limit}.",
            "Relax the forehead. Brows that always sit high are fine.",
        ),
        "pixels": ("Brows not measured", "The face has too few pixels for this.", ""),
    },
    "glasses": {
        "pass": ("No glasses seen", "Likeness to glasses {value}; {limit}.", ""),
        "allowed": ("Glasses may be worn here", "Likeness to glasses {value}. The document allows them.", ""),
        "high": ("Glasses look present", "Likeness to glasses {value}; {limit}.", "Take the photo without glasses."),
        "forbidden": (
            "Glasses look present",
            "Likeness to glasses {value}; {limit}. This document does not take photos with glasses.",
            "Take the photo without glasses. Medical exceptions need what the document asks for.",
        ),
        "avoid": (
            "Glasses look present",
            "Likeness to glasses {value}; {limit}. This document advises against them.",
            "Take the photo without glasses if possible.",
        ),
        "pixels": ("Glasses not measured", "The face has too few pixels for this.", ""),
    },
    "glasses-glare": {
        "pass": ("No reflections around the eyes", "{value} of the eye's surroundings; {limit}.", ""),
        "high": (
            "Light reflected in the glasses",
            "{value} of the eye's surroundings; {limit}.",
            "Lower the glasses a little or move the lamp aside. Take them off if possible.",
        ),
        "pixels": ("Reflections not measured", "The face has too few pixels for this.", ""),
    },
    "glasses-tint": {
        "pass": ("No dark lenses", "Likeness to tinted lenses {value}; {limit}.", ""),
        "high": (
            "The lenses look tinted",
            "Likeness to tinted lenses {value}; {limit}.",
            "Wear clear lenses, or take the glasses off. Lenses that darken need minutes indoors.",
        ),
        "pixels": ("Tinted lenses not measured", "The face has too few pixels for this.", ""),
    },
    "glasses-frames": {
        "pass": ("No heavy frames", "Likeness to heavy frames {value}; {limit}.", ""),
        "high": (
            "The frames look heavy",
            "Likeness to heavy frames {value}; {limit}.",
            "Wear a lighter frame, or take the glasses off.",
        ),
        "pixels": ("Frames not measured", "The face has too few pixels for this.", ""),
    },
    "glasses-over-eyes": {
        "pass": ("No frame over the eyes", "Likeness to a frame over the eyes {value}; {limit}.", ""),
        "high": (
            "A frame looks to cut an eye",
            "Likeness to a frame over the eyes {value}; {limit}.",
            "Push the glasses up until the eyes lie in the middle of the lenses.",
        ),
        "pixels": ("Frames over the eyes not measured", "The face has too few pixels for this.", ""),
    },
    "head-covering": {
        "pass": ("No head covering seen", "Likeness to a head covering {value}; {limit}.", ""),
        "allowed": ("Head coverings may be worn here", "The document allows them.", ""),
        "none": (
            "Is the head uncovered?",
            "It looks as if something covers the head; hair can look like this.",
            "Take off hats, bands and large clips.",
        ),
        "religious": (
            "Is the head covering worn for faith or health?",
            "It looks as if something covers the head. The face has to be free from chin to forehead.",
            "Leave the face free from chin to forehead, without shadows on it.",
        ),
        "pixels": ("Head covering not measured", "The face has too few pixels for this.", ""),
    },
    "face-covered": {
        "pass": ("Mouth and nose in view", "Likeness to a covered face {value}; {limit}.", ""),
        "high": (
            "Something looks to cover the face",
            "Likeness to a covered face {value}; {limit}.",
            "Leave the face free from chin to forehead.",
        ),
        "pixels": ("Covered face not measured", "The face has too few pixels for this.", ""),
    },
    "hot-spots": {
        "pass": ("No hot spots on the skin", "{value} of the skin; {limit}.", ""),
        "high": (
            "Bright spots on the skin",
            "{value} of the skin; {limit}.",
            "Switch the flash off, and hang a thin white sheet before the lamp.",
        ),
        "pixels": ("Hot spots not measured", "The face has too few pixels for this.", ""),
    },
    "skin-colour": {
        "pass": ("Natural colours", "{value} from the edge of natural skin colours; {limit}.", ""),
        "high": (
            "The colours look unnatural",
            "{value} outside natural skin colours; {limit}.",
            "Use daylight or white lamps of one kind, and set white balance to automatic.",
        ),
        "close": (
            "Colours are near the limit",
            "About {value} outside natural skin colours; {limit}. Too close to call.",
            "Use daylight or white lamps of one kind, and set white balance to automatic.",
        ),
        "grey": ("Colours not measured", "The picture is black and white.", ""),
        "pixels": ("Colours not measured", "The face has too few pixels for this.", ""),
    },
    "face-light": {
        "pass": ("Both sides equally lit", "{value} between the sides of the face; {limit}.", ""),
        "high": (
            "One side of the face is darker",
            "{value} under the other side, at the {half} of the picture; {limit}.",
            "Turn towards the window, not side-on. Put white paper on the darker side.",
        ),
        "pixels": ("Light on the face not measured", "The face has too few pixels for this.", ""),
    },
    "face-shadow": {
        "pass": ("No shadow across the face", "{value} between parts of the face; {limit}.", ""),
        "high": (
            "A shadow looks to cross the face",
            "{value} between parts of the face; {limit}.",
            "Face the window or lamp; take hair and hands out of the light.",
        ),
        "pixels": ("Shadows on the face not measured", "The face has too few pixels for this.", ""),
    },
    "eye-shadow": {
        "pass": ("No shadow in the eye sockets", "Likeness to shaded sockets {value}; {limit}.", ""),
        "high": (
            "The eye sockets look dark",
            "Likeness to shaded sockets {value}; {limit}.",
            "Light the face from the front, not from the ceiling.",
        ),
        "pixels": ("Eye sockets not measured", "The face has too few pixels for this.", ""),
    },
}
