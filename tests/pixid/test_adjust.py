"""The sliders: they stop at the photo's edge and at the rule, and everything can be undone."""

from pixid.adjust import AUTOMATIC, CONTROLS, Hand, frame_of, is_inside, kept
from pixid.document import from_data
from pixid.framing import propose
from tests.pixid import heads, rules
from tests.pixid.dice import Dice

PHOTO = (1350, 1800)
DOCUMENT = from_data(rules.data("xx", print=rules.mm(35, 45), head_top="skull", head_height=rules.band(32, 36, "mm")))


def hand(document=DOCUMENT, roll=0.0, photo=PHOTO):
    face = heads.face(eyes=(675.0, 800.0), t=300.0, crown=0.92, hair=1.06, ied=0.57, roll=roll)
    return Hand(face, document, propose(face, document, *photo), photo)


def test_nothing_moved_is_the_automatic_frame():
    one = hand()
    assert one.frame == one.automatic and one.now == AUTOMATIC


def test_each_slider_moves_its_own_thing():
    one = hand()
    face, before = one.face, one.frame
    assert one.set("size", 1.02)
    larger = one.frame
    assert abs(larger.height * 1.02 - before.height) < 1e-9 and larger.cx == before.cx
    one = hand()
    one.set("down", 5.0)
    moved = (one.frame.down(face.eyes) - before.down(face.eyes)) * one.output_height
    assert abs(moved - 5) < 1e-6 and abs(one.frame.across(face.eyes) - before.across(face.eyes)) < 1e-9
    one = hand()
    one.set("across", -4.0)
    width = one.output_height * before.width / before.height
    assert abs((one.frame.across(face.eyes) - before.across(face.eyes)) * width + 4) < 1e-6
    one = hand()
    one.set("turn", 2.0)
    assert one.frame.turn == before.turn + 2


def test_the_limit_stops_at_the_rule():
    """A head of 34 mm grows to 36 mm and no further; without the limit it goes on."""
    one = hand()
    assert not one.set("size", 1.5)
    head = (one.frame.down(one.face.chin) - one.frame.down(one.face.crown)) * 45
    assert 35.95 < head <= 36.0
    one.limited = False
    assert one.set("size", 1.5)
    assert "head_height" not in kept(one.face, DOCUMENT, one.frame)


def test_from_outside_the_rule_one_may_go_anywhere():
    one = hand()
    one.limited = False
    one.set("size", 1.3)
    one.limited = True
    assert one.set("size", 1.2)
    assert one.set("size", 1.02)
    assert not one.set("size", 1.3), "once inside it holds again"


def test_the_photo_is_never_left():
    dice = Dice(3)
    for roll in (0.0, 6.0):
        one = hand(roll=roll)
        one.limited = False
        for _ in range(120):
            control = CONTROLS[dice.whole(0, 3)]
            one.set(
                control,
                dice.between(0.5, 2)
                if control == "size"
                else dice.between(-400, 400) / (30 if control == "turn" else 1),
            )
            assert is_inside(one.frame, *PHOTO)


def test_undo_and_redo():
    one = hand()
    one.step("down", 1)
    one.step("down", 1)
    one.step("size", 2)
    here = one.now
    assert one.undo() and one.now.size == 1.0 and one.now.down == 2.0
    assert one.undo() and one.undo() and one.now == AUTOMATIC
    assert not one.undo() and not one.can_undo
    assert one.redo() and one.redo() and one.redo() and one.now == here
    assert not one.redo()
    one.undo()
    one.step("across", 1)
    assert not one.can_redo, "a new step forgets what was undone"
    one.automatically()
    assert one.now == AUTOMATIC and one.undo() and one.now.across == 1.0


def test_a_drag_is_one_thing_to_undo():
    one = hand()
    one.began()
    for _ in range(10):
        one.drag(0.002, 0.001, live=True)
    assert one.now.across > 0 and one.undo() and one.now == AUTOMATIC


def test_automatic_keeps_whole_pixels():
    automatic = hand().automatic
    assert frame_of(automatic, AUTOMATIC, 531) is automatic


def test_the_frame_follows_a_corrected_head_until_it_is_moved_itself():
    one = hand()
    before = one.frame
    x, y = one.face.crown
    one.began()
    for step in range(5):
        assert one.point("crown", (x, y - 5.0 * step), True)
        assert one.frame == before, "it stands still under the finger"
    one.settle()
    assert one.frame.height > before.height and one.face.by_hand == ("crown",)
    one.undo()
    assert one.frame == before and one.face.by_hand == ()
    one.redo()
    assert one.face.by_hand == ("crown",)
    one.set("size", 1.01)
    placed = one.frame
    one.point("chin", (one.face.chin[0], one.face.chin[1] + 9))
    one.settle()
    assert one.frame == placed
    kept_state = one.state
    one.automatically()
    assert one.frame == before and one.face is one.measured
    one.restore(kept_state)
    assert one.frame == placed and one.face.by_hand == ("crown", "chin")
