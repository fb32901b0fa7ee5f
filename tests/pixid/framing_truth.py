"""The truth about frames, found by trying: does a frame exist that keeps every band, inside the photo?

Nothing is shared with `pixid.framing`: limits are read from the compiled data, lengths are measured point by point.
"""

from math import cos, radians, sin

ISO = {"head_height": (0.60, 0.90), "eye_line": (0.50, 0.70), "centring": (0.45, 0.55)}
VERTICAL = ("head_height", "eye_line", "top_margin", "bottom_margin", "chin_to_pupil")


def limits(document):
    """Band -> (least, greatest) as ratio of the frame, ISO's where the document has none."""
    found = dict(ISO)
    data = document.data
    for name in VERTICAL + ("face_width", "eye_distance", "centring"):
        if data[name]:
            side = 1.0
            if data[name]["unit"] == "mm":
                side = data["print"]["height_mm" if name in VERTICAL else "width_mm"]
            found[name] = tuple([None if end is None else end / side for end in (data[name]["min"], data[name]["max"])])
    return found


def places(face, document, turn):
    """(x, y) of eyes, chin, head tops and hair in px of axes turned by `turn` degrees clockwise, eyes at 0."""
    c, s = cos(radians(turn)), sin(radians(turn))

    def level(point):
        x, y = point[0] - face.eyes[0], point[1] - face.eyes[1]
        return c * x + s * y, c * y - s * x

    tops = {"skull": face.crown, "unspecified": face.crown, "hair": face.hair_top, "forehead": face.hairline}
    margin = face.hair_top if document.data["head_top"] == "unspecified" else tops[document.data["head_top"]]
    return level(face.chin), level(tops[document.data["head_top"]]), level(margin), level(face.hair_top)


def broken(face, document, turn, height, eyes_down, eyes_across, slack=0.0):
    """Names of the bands a frame misses. `height` px; the eyes lie `eyes_down` and `eyes_across` px from its upper left
    corner. With `slack` (px) bands are narrower by it at both ends."""
    width = height * document.aspect
    chin, top, margin, hair = places(face, document, turn)
    values = {
        "head_height": (chin[1] - top[1], height),
        "eye_line": (height - eyes_down, height),
        "top_margin": (eyes_down + margin[1], height),
        "bottom_margin": (height - eyes_down - chin[1], height),
        "chin_to_pupil": (chin[1], height),
        "face_width": (face.width, width),
        "eye_distance": (face.ied, width),
        "centring": (eyes_across, width),
    }
    missed = []
    for name, (low, high) in limits(document).items():
        value, side = values[name]
        if (low is not None and value < low * side + slack) or (high is not None and value > high * side - slack):
            missed.append(name)
    if eyes_down + hair[1] < slack:
        missed.append("hair")
    if height - eyes_down < chin[1] + slack:
        missed.append("chin")
    return missed


def corners(face, turn, width, height, eyes_down, eyes_across):
    """The frame's corners in photo px."""
    c, s = cos(radians(turn)), sin(radians(turn))
    found = []
    for x in (0, 1):
        for y in (0, 1):
            across, down = x * width - eyes_across, y * height - eyes_down
            found.append((face.eyes[0] + c * across - s * down, face.eyes[1] + s * across + c * down))
    return found


def inside(points, photo, slack=0.0):
    """Do all points lie in a photo of (width, height)?"""
    return all([slack <= x <= photo[0] - slack and slack <= y <= photo[1] - slack for x, y in points])


def exists(face, document, photo, turn, least, steps, slack=1.0):
    """Is there a frame of at least `least` px height that keeps every band with `slack` px to spare?"""
    most = min(photo[1], photo[0] / document.aspect)
    low = max(least, face.t)
    for i in range(steps):
        height = low * (most / low) ** (i / (steps - 1))
        if height > most:
            continue
        width = height * document.aspect
        positional = ("eye_line", "top_margin", "bottom_margin", "hair", "chin", "centring")
        if [n for n in broken(face, document, turn, height, height / 2, width / 2, slack) if n not in positional]:
            continue
        for k in range(steps):
            down = height * k / (steps - 1)
            if [n for n in broken(face, document, turn, height, down, width / 2, slack) if n != "centring"]:
                continue
            for j in range(12):
                across = width * (0.44 + 0.01 * j)
                if not broken(face, document, turn, height, down, across, slack) and inside(
                    corners(face, turn, width, height, down, across), photo, slack
                ):
                    return True
    return False
