"""The frame: corners, positions in it, the matrix. Also run on MicroPython."""

from pixid.frame import Frame, axes, reach, whole
from tests.pixid.dice import Dice


def near(a, b, by=1e-9):
    return all([abs(x - y) < by for x, y in zip(a, b)])


def moved(matrix, point):
    a, b, c, d, e, f = matrix
    return a * point[0] + b * point[1] + c, d * point[0] + e * point[1] + f


def frames():
    dice = Dice(5)
    yield Frame(300.0, 250.0, 200.0, 250.0, 0.0, False)
    for _ in range(40):
        yield Frame(
            dice.between(100, 3000), dice.between(100, 3000), dice.between(50, 900), dice.between(50, 900),
            dice.between(-40, 40), False,
        )  # fmt: skip


def test_a_straight_frame():
    frame = Frame(300.0, 250.0, 200.0, 300.0, 0.0, False)
    assert frame.corners() == [(200, 100), (400, 100), (400, 400), (200, 400)]
    assert frame.across((250, 0)) == 0.25 and frame.down((0, 400)) == 1.0
    assert frame.matrix(100, 150) == [0.5, 0, -100, 0, 0.5, -50]


def test_clockwise_is_as_seen():
    """Turned by 90 degrees the frame's upper edge lies at the photo's right, and its left end at the top."""
    frame = Frame(300.0, 250.0, 200.0, 100.0, 90.0, False)
    upper_left, upper_right = frame.corners()[:2]
    assert near(upper_left, (350, 150)) and near(upper_right, (350, 350))


def test_the_matrix_takes_corners_to_corners():
    for frame in frames():
        matrix = frame.matrix(413, 531)
        for corner, wanted in zip(frame.corners(), ((0, 0), (413, 0), (413, 531), (0, 531))):
            assert near(moved(matrix, corner), wanted, 1e-8)


def test_positions_are_those_of_the_matrix():
    dice = Dice(6)
    for frame in frames():
        point = (dice.between(0, 3000), dice.between(0, 3000))
        x, y = moved(frame.matrix(1000, 1000), point)
        assert near((frame.across(point) * 1000, frame.down(point) * 1000), (x, y), 1e-6)


def test_reach_is_half_of_the_box_around_the_corners():
    for frame in frames():
        rx, ry = reach(frame.width, frame.height, frame.turn)
        xs, ys = [x for x, _ in frame.corners()], [y for _, y in frame.corners()]
        assert near((max(xs) - min(xs), max(ys) - min(ys)), (2 * rx, 2 * ry), 1e-7)


def test_axes_are_of_unit_length_and_at_right_angles():
    for turn in (0.0, 0.1, -33.0, 90.0, 179.0):
        right, below = axes(turn)
        assert near([right[0] ** 2 + right[1] ** 2, below[0] ** 2 + below[1] ** 2], [1, 1])
        assert near([right[0] * below[0] + right[1] * below[1]], [0])
        assert near([right[0] * below[1] - right[1] * below[0]], [1])


def test_the_whole_photo():
    frame = whole(640, 481)
    assert frame.whole and frame.corners() == [(0, 0), (640, 0), (640, 481), (0, 481)]
    assert frame.matrix(640, 481) == [1, 0, 0, 0, 1, 0]
