"""Named points and tops of the head, on heads of known lengths. Also run on MicroPython."""

from math import cos, radians, sin

from pixid import face
from tests.pixid.heads import IRISES, MENTON, mesh

SCALE = 20.0
EYE_LINE, CHIN = IRISES[0][2], MENTON[2]
IED = (IRISES[1][1] - IRISES[0][1]) * SCALE
T = (EYE_LINE - CHIN) * SCALE + 0.022 * IED


def near(a, b, by=1e-6):
    return all([abs(x - y) < by for x, y in zip(a, b)])


def turned(point, centre, angle):
    c, s = cos(radians(angle)), sin(radians(angle))
    x, y = point[0] - centre[0], point[1] - centre[1]
    return centre[0] + c * x - s * y, centre[1] + s * x + c * y


def test_a_level_head():
    points = mesh(scale=SCALE, at=(600.0, 800.0))
    found = face.measure(points, 1.1)
    eyes = (600.0, 800.0 - SCALE * EYE_LINE)
    assert near(found.eye_left, (600 - IED / 2, eyes[1])) and near(found.eye_right, (600 + IED / 2, eyes[1]))
    assert near(found.eyes, eyes) and near([found.ied, found.t], [IED, T])
    assert near(found.chin, (600.0, eyes[1] + T))
    assert near(found.hair_top, (600.0, eyes[1] - 1.1 * T))
    assert near(found.crown, (600.0, eyes[1] - face.crown(1.1, (eyes[1] - points[3 * face.FOREHEAD + 1]) / T) * T))
    assert near([found.width], [2 * 7.743 * SCALE])
    assert near((found.yaw, found.pitch, found.roll), (0, 0, 0))
    assert found.hair_measured


def test_points_turn_with_the_head():
    level, leaning = (face.measure(mesh(roll=roll, at=(0.0, 0.0)), 1.2) for roll in (0, 25))
    for name in ("eye_left", "eye_right", "chin", "crown", "hair_top", "hairline"):
        assert near(getattr(leaning, name), turned(getattr(level, name), (0.0, 0.0), 25)), name
    assert near([leaning.roll, leaning.t, leaning.width], [25, level.t, level.width])


def test_the_crown_lies_under_the_hair():
    """Close under short hair; under high hair it follows by a third, and not beyond what was seen."""
    assert near([face.crown(0.75, 0.44), face.crown(0.85, 0.44)], [0.73, 0.83])
    assert near([face.crown(1.1, 0.44)], [0.173 + 0.304 * 1.1 + 0.994 * 0.44])
    assert near([face.crown(1.2, 0.44) - face.crown(1.1, 0.44)], [0.0304])
    assert face.crown(1.3, 0.44) == face.crown(1.7, 0.44)
    assert face.crown(1.1, 0.48) > face.crown(1.1, 0.44)
    for hair in (0.75, 0.9, 1.04, 1.3):
        found = face.measure(mesh(), hair)
        assert found.crown[1] > found.hair_top[1]


def test_hair_that_was_not_found_is_an_average_and_says_so():
    for nothing in (0.0, 0.5, 0.699):
        found = face.measure(mesh(), nothing)
        assert not found.hair_measured
        assert near([(found.eyes[1] - found.hair_top[1]) / found.t], [1.07])
        assert found.top_spread("skull") > 0.2 and found.top_spread("hair") > 0.2
    assert face.measure(mesh(), 0.7).hair_measured


def test_another_top_of_the_hair_leaves_the_rest():
    points = mesh(roll=12)
    for first, then in ((1.1, 0.9), (1.1, 0.0), (0.0, 1.2)):
        again = face.with_hair(face.measure(points, first), points, then)
        assert again == face.measure(points, then) and again != face.measure(points, first)


def test_the_hairline_is_no_higher_than_the_hair():
    """Mesh point 10 lies 8.262 - 2.62 cm over the eyes; the hairline 1.51 times as high, if the hair reaches it."""
    found = face.measure(mesh(scale=SCALE), 1.1)
    assert near([found.eyes[1] - found.hairline[1]], [1.51 * (8.262 - EYE_LINE) * SCALE])
    shaved = face.measure(mesh(), 0.71)
    assert shaved.hairline[1] >= shaved.hair_top[1] - 1e-9


def test_the_top_is_the_one_the_document_means():
    found = face.measure(mesh(), 1.2)
    assert found.top("hair") == found.hair_top and found.top("forehead") == found.hairline
    assert found.top("skull") == found.top("unspecified") == found.crown
    spreads = [found.top_spread(top) for top in ("hair", "skull", "forehead")]
    assert spreads[0] < spreads[1] < spreads[2] < 0.1
    assert near([spreads[0]], [(face.HAIR_SPREAD**2 + face.CHIN_SPREAD**2) ** 0.5])


def test_the_axis_is_the_one_of_the_face():
    points = mesh(yaw=8, pitch=-6, roll=12)
    found, head = face.measure(points, 1.1), face.axis(points)
    assert near(head.eyes, found.eyes) and near(head.chin, found.chin)
    assert near([head.t, head.ied], [found.t, found.ied])


def test_the_box_holds_every_point():
    points = mesh(roll=30)
    box = face.measure(points, 1.1).mesh_box
    assert box[0] == min(points[0::3]) and box[3] == max(points[1::3])
    assert box[0] < box[2] and box[1] < box[3]
