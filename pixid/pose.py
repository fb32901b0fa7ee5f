"""Yaw, pitch and roll of a head from its mesh: a canonical head fitted to 33 points, x and y only.

The mesh's depth is its weak part (a smile moves pitch by 3 degrees with it, by 0.6 without), so a weak-perspective fit
leaves it out. The fit is by least squares with equal weights: a closed form, then Gauss-Newton steps.
"""

from math import asin, atan2, degrees, sqrt

from pixid import arrays

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    import numpy

MIDLINE = ((4, 0.0, -0.463, 7.587), (6, 0.0, 2.473, 5.789), (10, 0.0, 8.262, 4.482))
PAIRS = (
    (33, 263, -4.446, 2.664, 3.173),
    (54, 284, -6.279, 6.615, 1.426),
    (67, 297, -3.524, 8.006, 3.729),
    (117, 346, -5.259, 0.946, 2.974),
    (119, 348, -3.301, 0.862, 3.873),
    (121, 350, -1.821, 1.468, 4.224),
    (127, 356, -7.743, 2.365, -2.005),
    (129, 358, -1.786, -0.978, 4.850),
    (132, 361, -7.271, -2.891, -2.252),
    (133, 362, -1.856, 2.585, 3.758),
    (136, 365, -5.085, -7.179, 0.715),
    (143, 372, -6.408, 2.236, 1.561),
    (147, 376, -6.235, -1.944, 1.664),
    (198, 420, -1.247, 0.230, 5.681),
    (205, 425, -3.833, -1.537, 4.138),
)
"""MediaPipe's pose basis: mesh points on its canonical head in cm, x right, y up, z towards the camera (image-left,
image-right; the right one mirrored)."""

STEPS = 4
"""Gauss-Newton steps; the third already moves no angle by 0.01 degree on 52 portraits."""


def _canonical() -> tuple[list[int], list[list[float]]]:
    numbers = [row[0] for row in MIDLINE]
    places = [list(row[1:]) for row in MIDLINE]
    for left, right, x, y, z in PAIRS:
        numbers += [left, right]
        places += [[x, y, z], [-x, y, z]]
    centre = [sum([place[k] for place in places]) / len(places) for k in range(3)]
    return numbers, [[place[k] - centre[k] for k in range(3)] for place in places]


_NUMBERS, _PLACES = _canonical()
_MODEL = arrays.array(_PLACES)
_SPREAD = arrays.dot(_MODEL.T, _MODEL)
_INVERSE_SPREAD = arrays.inverse(_SPREAD)


def angles(points: list[float]) -> tuple[float, float, float]:
    """(yaw, pitch, roll) in degrees from a flat list of 478 x (x, y, z) in px.

    yaw + nose to the image's right, pitch + nose up, roll + clockwise as seen. The zero of pitch is the canonical
    head's: instructed sitters scatter by 4.3 degrees around 0.1.
    """
    seen = [[points[3 * i], -points[3 * i + 1]] for i in _NUMBERS]
    count = len(seen)
    middle = [sum(row[k] for row in seen) / count for k in range(2)]
    observed = arrays.array([[row[0] - middle[0], row[1] - middle[1]] for row in seen])
    cross = arrays.dot(observed.T, _MODEL)
    rotation, scale = _closed_form(arrays.dot(cross, _INVERSE_SPREAD).tolist())
    for _ in range(STEPS):
        rotation, scale = _improved(rotation, scale, cross)
    r = rotation
    return (
        degrees(asin(max(-1.0, min(1.0, -r[2][0])))),
        degrees(-atan2(r[2][1], r[2][2])),
        degrees(-atan2(r[1][0], r[0][0])),
    )


def _closed_form(m: list[list[float]]) -> tuple[list[list[float]], float]:
    """Nearest scaled orthonormal rows to the unconstrained 2 x 3 map m: (rotation 3 x 3, px per cm)."""
    g00, g01, g11 = _dot(m[0], m[0]), _dot(m[0], m[1]), _dot(m[1], m[1])
    t = sqrt(max(g00 * g11 - g01 * g01, 1e-12))
    n = sqrt(g00 + g11 + 2 * t)
    s00, s01, s11 = (g00 + t) / n, g01 / n, (g11 + t) / n
    d = s00 * s11 - s01 * s01
    first = [(s11 * m[0][k] - s01 * m[1][k]) / d for k in range(3)]
    second = [(s00 * m[1][k] - s01 * m[0][k]) / d for k in range(3)]
    return [first, second, _cross(first, second)], (s00 + s11) / 2


def _improved(rotation: list[list[float]], scale: float, cross: "numpy.ndarray") -> tuple[list[list[float]], float]:
    """One Gauss-Newton step on turn (three small angles) and scale, from moments alone.

    With b = R a, the residual of a point is s b_xy - q and a small turn w moves it by s (w x b)_xy.
    """
    turn = arrays.array(rotation)
    b = arrays.dot(arrays.dot(turn, _SPREAD), turn.T).tolist()
    q = arrays.dot(cross, turn.T).tolist()
    s = scale
    normal = [
        [s * s * b[2][2], 0.0, -s * s * b[0][2], -s * b[1][2]],
        [0.0, s * s * b[2][2], -s * s * b[1][2], s * b[0][2]],
        [-s * s * b[0][2], -s * s * b[1][2], s * s * (b[0][0] + b[1][1]), 0.0],
        [-s * b[1][2], s * b[0][2], 0.0, b[0][0] + b[1][1]],
    ]
    gradient = [
        -s * (s * b[1][2] - q[1][2]),
        s * (s * b[0][2] - q[0][2]),
        s * (q[0][1] - q[1][0]),
        s * (b[0][0] + b[1][1]) - q[0][0] - q[1][1],
    ]
    step = arrays.dot(arrays.inverse(arrays.array(normal)), arrays.array(gradient)).tolist()
    w = [-step[0], -step[1], -step[2]]
    rows = [[rotation[i][k] for i in range(3)] for k in range(3)]
    moved = [[c[i] + _cross(w, c)[i] for i in range(3)] for c in rows]
    turned = [[moved[k][i] for k in range(3)] for i in range(3)]
    first = _unit(turned[0])
    second = _unit([turned[1][k] - _dot(first, turned[1]) * first[k] for k in range(3)])
    return [first, second, _cross(first, second)], scale - step[3]


def _dot(a: list[float], b: list[float]) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def _cross(a: list[float], b: list[float]) -> list[float]:
    return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]


def _unit(a: list[float]) -> list[float]:
    length = sqrt(_dot(a, a))
    return [x / length for x in a]
