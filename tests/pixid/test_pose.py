"""Pose: heads turned by known angles, and the least squares found by plain trying. Also run on MicroPython."""

from math import radians, sin

from pixid import pose
from tests.pixid.dice import Dice
from tests.pixid.heads import mesh, turned

POSES = [(0, 0, 0), (12, 5, 7), (-12, 5, -7), (30, -20, 15), (-35, 25, -30), (3, -40, 2), (45, 0, 0), (1, 2, -80)]


def close(found, wanted, by):
    return all([abs(a - b) < by for a, b in zip(found, wanted)])


def test_angles_come_back():
    for wanted in POSES:
        for scale in (3.0, 20.0, 180.0):
            assert close(pose.angles(mesh(*wanted, scale=scale)), wanted, 1e-6), (wanted, scale)


def test_the_place_in_the_photo_does_not_matter():
    assert close(pose.angles(mesh(10, -5, 3, at=(-2000.0, 9000.0))), (10, -5, 3), 1e-6)


def test_signs_are_those_of_the_picture():
    """In px, y down: the nose tip is point 4, the temples 127 and 356, the outer eye corners 33 and 263."""

    def at(points, number):
        return points[3 * number], points[3 * number + 1]

    right, up, clockwise = mesh(yaw=20), mesh(pitch=20), mesh(roll=20)
    assert at(right, 4)[0] > (at(right, 127)[0] + at(right, 356)[0]) / 2 and pose.angles(right)[0] > 19
    level = mesh()
    assert at(up, 4)[1] - at(up, 127)[1] < at(level, 4)[1] - at(level, 127)[1] and pose.angles(up)[1] > 19
    assert at(clockwise, 263)[1] > at(clockwise, 33)[1] and pose.angles(clockwise)[2] > 19


def test_the_canonical_head_is_symmetric_and_looks_ahead():
    assert len(pose.PAIRS) * 2 + len(pose.MIDLINE) == 33
    numbers = [row[0] for row in pose.MIDLINE] + [n for row in pose.PAIRS for n in row[:2]]
    assert len(set(numbers)) == 33
    assert all([row[1] == 0 for row in pose.MIDLINE]) and all([row[2] < 0 for row in pose.PAIRS])
    # widths as MediaPipe's canonical head has them, cm: outer eye corners 8.892, inner 3.712
    widths = {row[0]: -2 * row[2] for row in pose.PAIRS}
    assert abs(widths[33] - 8.892) < 1e-9 and abs(widths[133] - 3.712) < 1e-9


def miss(points, angles, scale):
    """Sum of squared px between seen points and a head at these angles, both centred."""
    rows = [(row[0], row[1], row[2], row[3]) for row in pose.MIDLINE]
    for left, right, x, y, z in pose.PAIRS:
        rows += [(left, x, y, z), (right, -x, y, z)]
    dx, dy = [], []
    for number, x, y, z in rows:
        made = turned((x, y, z), *angles)
        dx.append(points[3 * number] - scale * made[0])
        dy.append(points[3 * number + 1] + scale * made[1])
    x0, y0 = sum(dx) / 33, sum(dy) / 33
    return sum([(x - x0) * (x - x0) for x in dx]) + sum([(y - y0) * (y - y0) for y in dy])


def tried(points, start, scale):
    """The angles of least squares, by stepping along each axis and diagonal with ever smaller steps."""
    best = list(start) + [scale]
    least = miss(points, best[:3], best[3])
    step = 2.0
    while step > 1e-4:
        better = False
        for k in range(4):
            for sign in (-1, 1):
                other = list(best)
                other[k] += sign * step * (0.01 * scale if k == 3 else 1.0)
                cost = miss(points, other[:3], other[3])
                if cost < least:
                    best, least, better = other, cost, True
        if not better:
            step /= 2
    return best[:3]


def test_noisy_heads_give_the_least_squares():
    """Noise of 0.7 mm on a head of 20 px per cm, a wide mouth's worth of shape beside it."""
    dice = Dice(3)
    for wanted in ((0, 0, 0), (9, -6, 4), (-25, 12, -8)):
        noise = {number: (dice.normal(1.4), dice.normal(1.4)) for number in range(478)}
        points = mesh(*wanted, shift=lambda number, noise=noise: noise[number])
        found = pose.angles(points)
        assert close(found, tried(points, wanted, 20.0), 2e-3), wanted
        assert close(found, wanted, 3.0)


def test_turning_the_photo_turns_the_roll_and_nothing_else():
    dice = Dice(4)
    noise = {number: (dice.normal(1.0), dice.normal(1.0)) for number in range(478)}
    points = mesh(8, -4, 0, at=(0.0, 0.0), shift=lambda number: noise[number])
    before = pose.angles(points)
    s, c = sin(radians(25)), 1 - 2 * sin(radians(12.5)) ** 2
    rolled = list(points)
    for k in range(0, len(points), 3):
        rolled[k], rolled[k + 1] = c * points[k] - s * points[k + 1], s * points[k] + c * points[k + 1]
    after = pose.angles(rolled)
    assert close(after, (before[0], before[1], before[2] + 25), 1e-3), (before, after)
