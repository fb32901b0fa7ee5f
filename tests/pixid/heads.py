"""Heads for tests: made from an eye midpoint, a size and angles, so that every length is known beforehand."""

from math import cos, radians, sin

from pixid import pose
from pixid.face import Face

IRISES = ((468, -3.15, 2.62, 3.47), (473, 3.15, 2.62, 3.47))
MENTON = (152, 0.0, -9.403, 4.264)


def face(
    eyes=(600.0, 800.0), t=200.0, roll=0.0, hair=1.1, crown=1.0, hairline=0.6, ied=0.9, axis=None, yaw=0.0, pitch=0.0
) -> Face:
    """A face as `face.measure` gives it. Lengths in T except `t` (px); `axis`: lean of eyes over chin, `roll` if None.

    Both angles in degrees, clockwise as seen.
    """
    lean = radians(roll if axis is None else axis)
    up = (sin(lean), -cos(lean))

    def over(height: float) -> tuple[float, float]:
        return eyes[0] + up[0] * height * t, eyes[1] + up[1] * height * t

    turn = radians(roll)
    half = (cos(turn) * ied * t / 2, sin(turn) * ied * t / 2)
    left, right = (eyes[0] - half[0], eyes[1] - half[1]), (eyes[0] + half[0], eyes[1] + half[1])
    reach = 1.2 * t
    box = (eyes[0] - reach, eyes[1] - reach, eyes[0] + reach, eyes[1] + reach)
    return Face(
        left, right, over(-1.0), over(crown), over(hair), over(hairline), ied * t, t, True, 1.6 * t, box,
        yaw, pitch, roll, (),
    )  # fmt: skip


def turned(point, yaw, pitch, roll):
    """(x, y, z) of a head (x right, y up, z to the camera) turned first up, then sideways, then clockwise as seen."""
    x, y, z = point
    a, b, c = radians(pitch), radians(yaw), radians(roll)
    y, z = y * cos(a) + z * sin(a), z * cos(a) - y * sin(a)  # nose up
    x, z = x * cos(b) + z * sin(b), z * cos(b) - x * sin(b)  # nose to the right
    x, y = x * cos(c) + y * sin(c), y * cos(c) - x * sin(c)  # clockwise
    return x, y, z


def mesh(yaw=0.0, pitch=0.0, roll=0.0, scale=20.0, at=(600.0, 800.0), shift=None) -> list[float]:
    """478 x (x, y, z) of a head seen from afar, `scale` px per cm, the head's origin at `at`; points that nothing
    reads lie there too. `shift(number)` is added to a point, px."""
    points = [at[0], at[1], 0.0] * 478
    rows = list(pose.MIDLINE) + list(IRISES) + [MENTON]
    for left, right, x, y, z in pose.PAIRS:
        rows += [(left, x, y, z), (right, -x, y, z)]
    for number, x, y, z in rows:
        seen = turned((x, y, z), yaw, pitch, roll)
        moved = shift(number) if shift else (0.0, 0.0)
        points[3 * number : 3 * number + 3] = [
            at[0] + scale * seen[0] + moved[0],
            at[1] - scale * seen[1] + moved[1],
            -scale * seen[2],
        ]
    return points
