"""Sentences of what is seen in the picture as a whole: by check and variant (title, detail, act), as in `words`."""

PHOTO = {
    "too-dark": {
        "pass": ("Bright enough", "Brightest parts at {value}; {limit}.", ""),
        "low": (
            "Photo too dark",
            "Brightest parts at {value} of full; {limit}.",
            "Face a window or add a lamp, and take the photo again.",
        ),
        "pixels": ("Exposure not measured", "The face has too few pixels for this.", ""),
    },
    "too-light": {
        "pass": ("Not too bright", "Lightest skin at {value}; {limit}.", ""),
        "high": (
            "Photo too bright",
            "Lightest skin at {value} of full; {limit}.",
            "Move away from the lamp or lower the exposure on the phone.",
        ),
        "pixels": ("Exposure not measured", "The face has too few pixels for this.", ""),
    },
    "contrast": {
        "pass": ("Clear contrast", "Darkest parts of the face at {value}; {limit}.", ""),
        "high": (
            "Photo washed out",
            "Darkest parts of the face at {value} of full; {limit}.",
            "Wipe the lens and keep lamps and windows out of the picture.",
        ),
        "pixels": ("Contrast not measured", "The face has too few pixels for this.", ""),
    },
    "colour": {
        "pass": ("In colour", "Colour range {value}; {limit}.", ""),
        "low": (
            "Photo is black and white",
            "Colour range {value}; {limit}.",
            "Use the colour original, without filters.",
        ),
        "pixels": ("Colour not measured", "The face has too few pixels for this.", ""),
    },
    "sharpness": {
        "pass": ("Face is sharp", "Fine detail {value} of coarse; {limit}. Details of 1 mm have to show (ISO).", ""),
        "low": (
            "The face is not sharp",
            "Fine detail {value} of coarse; {limit}. Details of 1 mm have to show (ISO).",
            "Wipe the lens, rest the phone on something, add light.",
        ),
        "pixels": ("Sharpness not measured", "It needs 90 px between the eyes.", ""),
    },
    "pixelation": {
        "pass": ("No squares", "{value} of neighbouring pixels are equal; {limit}.", ""),
        "high": (
            "Picture made of squares",
            "{value} of neighbouring pixels are equal; {limit}.",
            "Use the original file, not a screenshot or an enlarged copy.",
        ),
        "pixels": ("Squares not measured", "The face has too few pixels for this.", ""),
    },
    "enlarged": {
        "pass": ("Not enlarged", "Finest detail {value} of the next; {limit}.", ""),
        "low": (
            "Picture looks enlarged",
            "Finest detail {value} of the next; {limit}.",
            "Use the original file; zoom with the feet, not on the screen.",
        ),
        "pixels": ("Enlargement not measured", "The face has too few pixels for this.", ""),
    },
    "noise": {
        "pass": ("Little noise", "Grain {value}; {limit}.", ""),
        "high": ("Picture is noisy", "Grain {value}; {limit}.", "Add light, so that the camera needs less gain."),
        "pixels": ("Noise not measured", "The face has too few pixels for this.", ""),
    },
    "compression": {
        "pass": ("Little compression", "Block pattern {value}; {limit}.", ""),
        "high": (
            "Picture is strongly compressed",
            "Block pattern {value}; {limit}.",
            "Use the original file, not a copy from a messenger.",
        ),
        "file": (
            "File is strongly compressed",
            "Mean step {value}; {limit}.",
            "Use the original file, not a copy from a messenger.",
        ),
        "pixels": ("Compression not measured", "The face has too few pixels for this.", ""),
    },
    "tones": {
        "pass": ("Enough tones", "{value} levels in the face; {limit}.", ""),
        "low": (
            "Too few tones in the face",
            "{value} levels; {limit}.",
            "Use the original file, without filters or strong editing.",
        ),
        "pixels": ("Tones not measured", "The face has too few pixels for this.", ""),
    },
    "smoothing": {
        "pass": ("Skin not smoothed", "Skin detail {value} of that of the eyes; {limit}.", ""),
        "low": (
            "Skin looks smoothed",
            "Skin detail {value} of that of the eyes; {limit}.",
            "Switch off beauty filters and portrait mode. Make-up can look like this.",
        ),
        "pixels": ("Smoothing not measured", "It needs 90 px between the eyes.", ""),
    },
    "screen": {
        "pass": ("No screen pattern", "Repeating pattern {value}; {limit}.", ""),
        "high": (
            "Looks like a photo of a screen",
            "Repeating pattern {value}; {limit}.",
            "Use the original file instead of a photo of a screen or a print.",
        ),
        "pixels": ("Screen pattern not measured", "It needs 90 px between the eyes.", ""),
    },
    "background-colour": {
        "pass": ("Wall of a colour that is taken", "Colour difference {value} from {nearest}; {limit}.", ""),
        "high": (
            "Wall is not {colours}",
            "Colour difference {value} from {nearest}; {limit}.",
            "Hang a plain sheet of that colour behind the chair.",
        ),
        "wall": ("Wall colour not measured", "Too little wall can be seen.", ""),
    },
    "background-even": {
        "pass": ("Wall is plain", "Pattern {value} of the wall's light; {limit}.", ""),
        "high": (
            "Wall is not plain",
            "Pattern {value} of the wall's light; {limit}.",
            "Stand before an empty wall or hang a plain sheet.",
        ),
        "wall": ("Wall not measured", "Too little wall can be seen.", ""),
    },
    "background-shadow": {
        "pass": ("No shadow on the wall", "{value} darker beside the head; {limit}.", ""),
        "high": (
            "Shadow at the {half} of the head",
            "{value} darker than the wall; {limit}.",
            "Step half a metre from the wall, face a window, flash off.",
        ),
        "wall": ("Shadow not measured", "Too little wall can be seen.", ""),
    },
    "background-gradient": {
        "pass": ("Wall evenly lit", "{value} across the picture; {limit}.", ""),
        "high": (
            "Wall unevenly lit",
            "{value} across the picture; {limit}.",
            "Light the wall from both sides, or stand at right angles to the window.",
        ),
        "wall": ("Light on the wall not measured", "Too little wall can be seen.", ""),
    },
    "objects": {
        "pass": ("Nothing beside the head", "{value} of the room beside the head; {limit}.", ""),
        "high": (
            "Something beside the head",
            "{value} of the room at the {half} of the head; {limit}.",
            "Take the photo with hands down and nothing else in view.",
        ),
        "pixels": ("Objects not measured", "The face has too few pixels for this.", ""),
    },
    "head-cut": {
        "pass": ("Whole face in the photo", "{value} to the photo's edge.", ""),
        "low": (
            "The photo's edge cuts the face",
            "The outline of the face leaves the photo.",
            "Take the photo again with room on all sides of the head.",
        ),
    },
    "camera-distance": {
        "pass": ("Camera far enough", "Eyes {value} of the width at the temples; {limit}.", ""),
        "manual": (
            "Was the camera 70 cm away or more?",
            "Eyes {value} of the width at the temples; {limit}. Nearer cameras enlarge the nose.",
            "Let someone hold the phone at 1.5 m, without zoom.",
        ),
        "high": (
            "The camera was very close",
            "Eyes {value} of the width at the temples; {limit}. 70 cm or more is advised.",
            "Let someone hold the phone at 1.5 m, without zoom. The crop comes later.",
        ),
        "pixels": ("Camera distance not measured", "The face has too few pixels for this.", ""),
    },
    "shoulders": {"manual": ("Are both shoulders square to the camera?", "A jacket or hair hides them.", "")},
    "ink": {"manual": ("Is a scanned print free of pen marks and creases?", "We cannot tell them from hair.", "")},
    "mirrored": {
        "manual": (
            "Is the photo not mirrored, as selfies can be?",
            "Compare with a parting or a mole; no pixel tells it.",
            "",
        )
    },
}
