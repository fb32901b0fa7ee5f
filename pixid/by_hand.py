"""Points of the head corrected by hand: what follows from a chin, a top or an eye that somebody put elsewhere.

Every point is the person's word against the measure's. Distances follow; what no hand touched stays where it was
measured. The face says which points were set (`Face.by_hand`), and the report repeats it.

    face = moved(evidence.measured, "chin", (612.0, 940.5))
"""

from math import atan2, degrees

from pixid.document import Document
from pixid.face import TOP_OF, Face, distance, middle
from pixid.wishes import tops

LEAST_T, LEAST_IED = 0.3, 0.3
"""Parts of the measured T and eye distance below which points are not moved: eyes over the chin, the left one left."""


def points(document: Document) -> tuple[str, ...]:
    """Names of the points that matter to a document, from the top down; fields of Face."""
    used = [TOP_OF.get(top, "crown") for top in tops(document)]
    return tuple(sorted(used, key=lambda name: name != "hair_top")) + ("eye_left", "eye_right", "chin")


def moved(face: Face, name: str, place: tuple[float, float]) -> Face:
    """The face with one point set to `place`, photo px; unchanged where that would turn the head over."""
    at = {field: getattr(face, field) for field in ("eye_left", "eye_right", "chin", "crown", "hair_top", "hairline")}
    at[name] = (float(place[0]), float(place[1]))
    ied, t = distance(at["eye_left"], at["eye_right"]), distance(middle(at["eye_left"], at["eye_right"]), at["chin"])
    if not _upright(face, at, ied, t):
        return face
    turned = _lean(at["eye_left"], at["eye_right"]) - _lean(face.eye_left, face.eye_right)
    return Face(
        at["eye_left"],
        at["eye_right"],
        at["chin"],
        at["crown"],
        at["hair_top"],
        at["hairline"],
        ied,
        t,
        face.hair_measured or name == "hair_top",
        face.width,
        face.mesh_box,
        face.yaw,
        face.pitch,
        face.roll + turned,
        face.by_hand if name in face.by_hand else face.by_hand + (name,),
    )


def _upright(face: Face, at: "dict[str, tuple[float, float]]", ied: float, t: float) -> bool:
    """Are the eyes still beside each other, over the chin and under every top?"""
    if ied < LEAST_IED * face.ied or t < LEAST_T * face.t:
        return False
    eyes = middle(at["eye_left"], at["eye_right"])
    up = ((eyes[0] - at["chin"][0]) / t, (eyes[1] - at["chin"][1]) / t)
    across = (at["eye_right"][0] - at["eye_left"][0]) * -up[1] + (at["eye_right"][1] - at["eye_left"][1]) * up[0]
    if across <= 0:
        return False
    tops_at = [at[name] for name in ("crown", "hair_top", "hairline")]
    return all([(x - eyes[0]) * up[0] + (y - eyes[1]) * up[1] > 0 for x, y in tops_at])


def _lean(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Degrees clockwise as seen."""
    return degrees(atan2(right[1] - left[1], right[0] - left[0]))
