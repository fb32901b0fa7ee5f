"""The measured face: named points of the 478-point mesh, distances and the tops of the head.

Coordinates are photo pixels, x right, y down; left and right are the image's. T is the distance from the middle between
the eyes to the chin, the head's own unit of length (ISO/IEC 29794-5). Constants are from 52 frontal adult portraits
with hand-placed points (docs/models.md tells how); children's crowns lie higher.
"""

from collections import namedtuple
from math import sqrt

from pixid import arrays, pose
from pixid.drive import last

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from collections.abc import Iterator

IRIS_LEFT, IRIS_RIGHT = 468, 473
FOREHEAD, MENTON = 10, 152
TEMPLE_LEFT, TEMPLE_RIGHT = 127, 356

MENTON_DROP = 0.022
"""The mesh's lowest chin point sits this much (of the inter-eye distance) above the hand-placed chin on average."""
CROWN, CROWN_PER_HAIR, CROWN_PER_MESH_TOP = 0.173, 0.304, 0.994
"""Skull crown over the eyes, in T: a constant, a part of the hair's height and one of the height of mesh point 10,
fitted to the skulls that annotators guessed on 52 portraits; leaving each person out in turn rms 0.044, 9 of 10 within
0.079."""
HIGHEST_HAIR, LEAST_HAIR = 1.30, 0.02
"""Hair above the first (T) says no more about the skull under it, and every skull lies the second under the hair."""
LOWEST_HAIR = 0.70
"""A hair top nearer to the eyes than this (T) is no measure: shaved heads begin at 0.84, hairlines at 0.57."""
MEAN_HAIR, MEAN_HAIR_SPREAD = 1.07, 0.22
"""What stands in for a hair top that could not be measured, T (mean and 90 % half-width of 52 adults)."""
HAIRLINE_PER_MESH_TOP = 1.51
"""Hairline over the eyes per height of mesh point 10 over the eyes (rms 0.052 T)."""

CHIN_SPREAD, HAIR_SPREAD, CROWN_SPREAD, HAIRLINE_SPREAD = 0.03, 0.037, 0.08, 0.085
"""Half-widths, T, within which the true point lies for 9 of 10 adults."""
HAND_SPREAD = 0.02
"""The same of a point set by hand, T: about two pixels of a head that is shown 200 px high; ours."""
TOP_OF = {"skull": "crown", "hair": "hair_top", "forehead": "hairline"}
"""The point of each definition of the top of the head."""


class Face(
    namedtuple(
        "Face",
        "eye_left eye_right chin crown hair_top hairline ied t hair_measured width mesh_box yaw pitch roll by_hand",
    )
):
    """One face. Points are (x, y); `ied` and `t` in px; angles in degrees (yaw + nose to the image's right, pitch +
    nose up, roll + clockwise as seen); `width` from temple to temple in px; `mesh_box` x0, y0, x1, y1 of all points;
    `hair_measured` False where the mask showed no hair top and an average stands in. `by_hand`: names of the points
    that somebody set (pixid.by_hand)."""

    __slots__ = ()
    eye_left: tuple[float, float]
    eye_right: tuple[float, float]
    chin: tuple[float, float]
    crown: tuple[float, float]
    hair_top: tuple[float, float]
    hairline: tuple[float, float]
    ied: float
    t: float
    hair_measured: bool
    width: float
    mesh_box: tuple[float, float, float, float]
    yaw: float
    pitch: float
    roll: float
    by_hand: tuple[str, ...]

    @property
    def eyes(self) -> tuple[float, float]:
        """The middle between the eye centres."""
        return middle(self.eye_left, self.eye_right)

    def top(self, definition: str) -> tuple[float, float]:
        """The top of the head as a document means it: "hair", "forehead" (hairline), else the skull's crown."""
        if definition == "hair":
            return self.hair_top
        return self.hairline if definition == "forehead" else self.crown

    def top_spread(self, definition: str) -> float:
        """Half-width in T within which head height (chin to `top`) is true for 9 of 10 adults."""
        if TOP_OF.get(definition, "crown") in self.by_hand:
            top = HAND_SPREAD
        elif definition == "hair":
            top = HAIR_SPREAD if self.hair_measured else MEAN_HAIR_SPREAD
        elif definition == "forehead":
            top = HAIRLINE_SPREAD
        else:
            top = CROWN_SPREAD if self.hair_measured else MEAN_HAIR_SPREAD
        chin = HAND_SPREAD if "chin" in self.by_hand else CHIN_SPREAD
        return sqrt(top * top + chin * chin)


class Axis(namedtuple("Axis", "eyes chin ied t")):
    """What the mesh alone tells of the head's axis; enough to look for the hair."""

    __slots__ = ()
    eyes: tuple[float, float]
    chin: tuple[float, float]
    ied: float
    t: float


def axis(points: list[float]) -> Axis:
    """Eye midpoint and chin from a flat list of 478 x (x, y, z)."""
    left, right, menton = _point(points, IRIS_LEFT), _point(points, IRIS_RIGHT), _point(points, MENTON)
    eyes, ied = middle(left, right), distance(left, right)
    length = distance(eyes, menton)
    further = 1 + MENTON_DROP * ied / length
    chin = (eyes[0] + (menton[0] - eyes[0]) * further, eyes[1] + (menton[1] - eyes[1]) * further)
    return Axis(eyes, chin, ied, length * further)


def axis_of(measured: "Face") -> Axis:
    """The same of a face that has been measured, or moved by hand."""
    return Axis(measured.eyes, measured.chin, measured.ied, measured.t)


def measure(points: list[float], hair_height: float) -> Face:
    """The face from 478 x (x, y, z) and the hair's height over the eyes in T."""
    return last(measuring(points, hair_height))


def measuring(points: list[float], hair_height: float) -> "Iterator[Face | None]":
    """`measure` in steps (pixid.drive.last)."""
    angles = pose.angles(points)
    yield None
    head = axis(points)
    over, hair, hairline, measured = _tops(head, points, hair_height)
    yield Face(
        _point(points, IRIS_LEFT),
        _point(points, IRIS_RIGHT),
        head.chin,
        over,
        hair,
        hairline,
        head.ied,
        head.t,
        measured,
        distance(_point(points, TEMPLE_LEFT), _point(points, TEMPLE_RIGHT)),
        _box(points),
        angles[0],
        angles[1],
        angles[2],
        (),
    )


def with_hair(face: Face, points: list[float], hair_height: float) -> Face:
    """What `measure` would give for the same points and another height of the hair."""
    over, hair, hairline, measured = _tops(axis_of(face), points, hair_height)
    return Face(*face[:3], over, hair, hairline, *face[6:8], measured, *face[9:])


def _tops(
    head: Axis, points: list[float], hair_height: float
) -> tuple[tuple[float, float], tuple[float, float], tuple[float, float], bool]:
    """Crown, top of the hair and hairline, and whether the hair was measured."""
    measured = hair_height >= LOWEST_HAIR
    hair = hair_height if measured else MEAN_HAIR
    up = ((head.eyes[0] - head.chin[0]) / head.t, (head.eyes[1] - head.chin[1]) / head.t)

    def over_eyes(height: float) -> tuple[float, float]:
        return head.eyes[0] + up[0] * height * head.t, head.eyes[1] + up[1] * height * head.t

    top = _point(points, FOREHEAD)
    mesh_top = ((top[0] - head.eyes[0]) * up[0] + (top[1] - head.eyes[1]) * up[1]) / head.t
    hairline = over_eyes(min(HAIRLINE_PER_MESH_TOP * mesh_top, hair))
    return over_eyes(crown(hair, mesh_top)), over_eyes(hair), hairline, measured


def crown(hair: float, mesh_top: float) -> float:
    """Height of the skull's crown over the eyes from those of the hair and of mesh point 10, all in T."""
    fitted = CROWN + CROWN_PER_HAIR * min(hair, HIGHEST_HAIR) + CROWN_PER_MESH_TOP * mesh_top
    return min(fitted, hair - LEAST_HAIR)


def middle(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    """Half-way from a to b."""
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Length from a to b."""
    return sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]))


def _box(points: list[float]) -> tuple[float, float, float, float]:
    across, down = arrays.array(points[0::3]), arrays.array(points[1::3])
    return float(arrays.least(across)), float(arrays.least(down)), float(arrays.most(across)), float(arrays.most(down))


def _point(points: list[float], index: int) -> tuple[float, float]:
    return points[3 * index], points[3 * index + 1]
