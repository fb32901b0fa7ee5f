"""What the mesh alone tells of eyes, mouth and brows: openings, gaze, lift, each in its own natural unit.

Left and right are the image's. T is the distance from the middle between the eyes to the chin.
"""

from collections import namedtuple

from pixid.face import distance

LIDS_LEFT = ((160, 144), (159, 145), (158, 153))
LIDS_RIGHT = ((385, 380), (386, 374), (387, 373))
LIPS = ((81, 178), (13, 14), (311, 402))
"""Upper and lower points of the same eye or of the inner lips (OFIQ's pairs 61-67, 62-66, 63-65; 89-95, 90-94, 91-93 on
this mesh)."""
LOWER_LIP = (14, 17)
CORNERS_LEFT, CORNERS_RIGHT = (33, 133), (362, 263)
"""Image-left and image-right corner of each eye."""
OUTER, TEMPLES = (33, 263), (127, 356)
IRIS_LEFT, IRIS_RIGHT = 468, 473
MOUTH = (61, 291)
BROW_LEFT, BROW_RIGHT = ((105, 159), (66, 158)), ((334, 386), (296, 385))
"""Top of the brow and the lid under it."""

YAW_PER_DEGREE, PITCH_PER_DEGREE = -0.0027, 0.0
"""How far the iris moves in its lids, in eye widths, when the head turns by a degree and the gaze stays on the lens."""


class Features(
    namedtuple("Features", "lid_gap mouth_gap lip_ratio gaze_x gaze_y corner_lift mouth_width brow_height nearness")
):
    """`lid_gap`: the less open eye, T. `mouth_gap`: T; `lip_ratio`: the same over the thickness of the lower lip.
    `gaze_x`, `gaze_y`: iris off the middle of its eye, in eye widths, + to the image's right and down, pose taken
    away. `corner_lift`: corners over the middle of the lips, T. `mouth_width`: T. `brow_height`: over the lids, T.
    `nearness`: outer eye corners over temples, which lie further back and look smaller from near.
    """

    __slots__ = ()
    lid_gap: float
    mouth_gap: float
    lip_ratio: float
    gaze_x: float
    gaze_y: float
    corner_lift: float
    mouth_width: float
    brow_height: float
    nearness: float


def of(points: list[float], t: float, yaw: float, pitch: float) -> Features:
    """From a flat list of 478 x (x, y, z) in px, T in px, and the head's turn in degrees."""

    def at(index: int) -> tuple[float, float]:
        return points[3 * index], points[3 * index + 1]

    def gap(pairs: tuple[tuple[int, int], ...]) -> float:
        return max([distance(at(a), at(b)) for a, b in pairs])

    eyes = [_gaze(at(CORNERS_LEFT[0]), at(CORNERS_LEFT[1]), at(IRIS_LEFT))]
    eyes.append(_gaze(at(CORNERS_RIGHT[0]), at(CORNERS_RIGHT[1]), at(IRIS_RIGHT)))
    mouth_gap = gap(LIPS)
    left, right = at(MOUTH[0]), at(MOUTH[1])
    width = distance(left, right)
    upper, lower = at(LIPS[1][0]), at(LIPS[1][1])
    centre = ((upper[0] + lower[0]) / 2, (upper[1] + lower[1]) / 2)
    # Across the line of the corners: positive where the middle of the lips hangs below it.
    sag = ((right[0] - left[0]) * (centre[1] - left[1]) - (right[1] - left[1]) * (centre[0] - left[0])) / max(
        width, 1e-6
    )
    brows = [distance(at(a), at(b)) for a, b in BROW_LEFT + BROW_RIGHT]
    return Features(
        min(gap(LIDS_LEFT), gap(LIDS_RIGHT)) / t,
        mouth_gap / t,
        mouth_gap / max(distance(at(LOWER_LIP[0]), at(LOWER_LIP[1])), 1e-6),
        (eyes[0][0] + eyes[1][0]) / 2 - YAW_PER_DEGREE * yaw,
        (eyes[0][1] + eyes[1][1]) / 2 - PITCH_PER_DEGREE * pitch,
        sag / t,
        width / t,
        sum(brows) / len(brows) / t,
        distance(at(OUTER[0]), at(OUTER[1])) / max(distance(at(TEMPLES[0]), at(TEMPLES[1])), 1e-6),
    )


def _gaze(left: tuple[float, float], right: tuple[float, float], iris: tuple[float, float]) -> tuple[float, float]:
    """Iris from the middle of the corners, along and across their line, in their distance."""
    dx, dy = right[0] - left[0], right[1] - left[1]
    size = dx * dx + dy * dy
    x, y = iris[0] - (left[0] + right[0]) / 2, iris[1] - (left[1] + right[1]) / 2
    return (x * dx + y * dy) / size, (y * dx - x * dy) / size
