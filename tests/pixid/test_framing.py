"""Framing, held against frames found by trying. Also run on MicroPython, with fewer heads."""

import sys

from pixid.frame import Frame
from pixid.framing import _cost, _solve, largest_height, propose
from pixid.wishes import Wish, tops
from tests.pixid import heads, rules
from tests.pixid.dice import Dice
from tests.pixid.framing_cases import cases, check_best, check_sound

HEADS = 6 if sys.implementation.name == "micropython" else 60
DOCUMENTS = [document for document in rules.documents() if document.crop_allowed]


def places(frame, face):
    """Eye line, top of the hair and chin over the lower edge, in parts of the frame's height."""
    return [1 - frame.down(point) for point in (face.eyes, face.hair_top, face.chin)]


def returned(steps):
    """What a generator gives back after its last step."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def test_every_frame_is_sound():
    for face, photo in cases(21, 3 * HEADS):
        for document in DOCUMENTS:
            check_sound(face, document, photo)


def test_whatever_can_be_kept_is_kept():
    found = []
    for face, photo in cases(22, HEADS):
        for document in DOCUMENTS:
            found.append(check_best(face, document, photo))
    # The cases are no use if they are all easy or all hopeless.
    assert all([found.count(kind) > len(found) / 10 for kind in ("nothing", "bands", "pixels")]), found


def test_no_frame_costs_less_than_the_one_found():
    """Any wishes at all, also contradictory ones, against a grid of sizes and heights."""
    dice = Dice(23)
    for _ in range(HEADS):
        asked = []
        for _ in range(dice.whole(2, 14)):
            low = dice.between(0.1, 0.9)
            ends = [(low, low + dice.between(0.0, 0.3)), (low, None), (None, low)][dice.whole(0, 2)]
            gain = dice.between(100, 900) if dice.part() < 0.5 else dice.between(-400, 400)
            asked.append(Wish(10 ** dice.between(-4, 3), 1 if gain < 400 else 0, gain, *ends, True))
        asked.append(Wish(1e-5, 1, 50.0, 0.5, 0.5, False))
        least, most = 1 / 1500, 1 / 150
        s, u = returned(_solve(asked, least, most))
        assert least <= s <= most
        found = _cost(asked, s, u)
        for i in range(41):
            for k in range(41):
                tried = _cost(asked, least + (most - least) * i / 40, -0.5 + 2.0 * k / 40)
                assert tried >= found * (1 - 1e-9) - 1e-12


def test_a_photo_that_must_not_be_cropped_is_the_frame():
    face = heads.face()
    for document, as_is in ((rules.document(rules.PORTAL), False), (rules.document(rules.VISA), True)):
        assert propose(face, document, 1200, 1600, as_is) == Frame(600, 800, 1200, 1600, 0.0, True)


def test_an_ample_photo_gives_the_middle_of_the_bands():
    """Head height in the middle of 32 to 36 mm and level eyes, from a photo with room on all sides."""
    face = heads.face((2000.0, 2000.0), 300.0, crown=1.0, hair=1.1)
    frame = propose(face, rules.document(rules.VISA), 4000, 4000)
    assert abs(2 * 300 / frame.height - 34 / 45) < 0.002
    assert frame.turn == 0 and abs(frame.across(face.eyes) - 0.5) < 0.002
    lottery = propose(face, rules.document(rules.LOTTERY), 4000, 4000)
    assert abs(1 - lottery.down(face.eyes) - 0.625) < 0.002
    assert abs(2.1 * 300 / lottery.height - 0.595) < 0.003


def test_hair_gets_more_room_than_the_chin_wants():
    """Without a stated place the free height is shared 2 to 3 between above and below, inside ISO's eye line."""
    face = heads.face((2000.0, 2000.0), 300.0, crown=0.9, hair=0.95)
    eyes, hair, chin = places(propose(face, rules.document(rules.VISA), 4000, 4000), face)
    assert abs((1 - hair) / (1 - hair + chin) - 0.4) < 0.005 and 0.52 < eyes < 0.68
    face = heads.face((2000.0, 2000.0), 300.0, crown=1.0, hair=1.4)  # the share would put the eyes at 0.44
    eyes, hair, _ = places(propose(face, rules.document(rules.VISA), 4000, 4000), face)
    assert hair < 1 and 0.5 <= eyes < 0.521


def test_a_margin_is_measured_to_the_top_the_document_means():
    face = heads.face((2000.0, 2000.0), 300.0, crown=0.9, hair=1.0)
    dense = propose(face, rules.document(rules.DENSE), 4000, 4000)
    assert abs(dense.down(face.hair_top) * 45 - 5) < 0.5
    skull = propose(face, rules.document(rules.DENSE, head_top="skull"), 4000, 4000)
    assert abs(skull.down(face.crown) * 45 - 5) < 0.5
    assert tops(rules.document(rules.DENSE)) == ("skull", "hair")


def test_a_leaning_head_is_levelled_where_the_photo_has_the_room():
    document = rules.document(rules.SQUARE)
    for roll in (-12.0, -3.0, 1.6, 7.0):
        face = heads.face((1000.0, 1000.0), 150.0, roll)
        assert propose(face, document, 2000, 2000).turn == roll
    assert propose(heads.face((1000.0, 1000.0), 150.0, 1.4), document, 2000, 2000).turn == 0


def test_levelling_never_costs_a_band():
    """A head that fills a square photo: turned, the frame would be smaller than the head's largest share allows."""
    document = rules.document(rules.SQUARE)
    face = heads.face((500.0, 420.0), 310.0, 5.0, hair=1.1)
    frame = propose(face, document, 1000, 1000)
    assert frame.turn == 0 and frame.height > 980


def test_a_head_at_the_photo_edge_is_framed_as_near_as_can_be():
    document = rules.document(rules.SQUARE)
    face = heads.face((100.0, 500.0), 150.0)
    frame = propose(face, document, 1000, 1000)
    assert frame.cx - frame.width / 2 == 0


def test_pixels_are_no_reason_to_break_a_band():
    """The least file asks for 810 px; the head allows a frame of some 240."""
    face = heads.face((800.0, 600.0), 100.0)
    frame = propose(face, rules.document(rules.TIGHT), 1600, 1200)
    assert 0.80 < 200 / frame.height < 0.85


def test_the_whole_photo_where_even_that_is_too_small():
    document = rules.document(rules.VISA)
    frame = propose(heads.face((225.0, 250.0), 200.0), document, 450, 520)
    assert (frame.width, frame.height) == (round(520 * 35 / 45), 520)


def test_the_largest_frame():
    assert largest_height(0.5, 400, 1000, 0.0) == 800
    assert largest_height(0.5, 4000, 1000, 0.0) == 1000
    for turn in (-20.0, 5.0):
        height = largest_height(0.5, 400, 1000, turn)
        inside = Frame(200, 500, height / 2, height, turn, False).corners()
        assert abs(min([x for x, _ in inside])) < 1e-9 and min([y for _, y in inside]) > 0
