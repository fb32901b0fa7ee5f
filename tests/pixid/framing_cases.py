"""Random photos with a head somewhere in them, and what must be true of every frame proposed for them."""

from pixid.framing import LEAST_TURN, propose
from tests.pixid import framing_truth as truth
from tests.pixid import heads
from tests.pixid.dice import Dice


def cases(seed: int, count: int):
    """(face, (width, height) of the photo): heads of all sizes, anywhere in the photo, leaning or not, hair or none."""
    dice = Dice(seed)
    for _ in range(count):
        width, height = dice.whole(450, 3000), dice.whole(450, 3000)
        eyes = (width * dice.between(0.15, 0.85), height * dice.between(0.2, 0.75))
        t = min(width, height) * dice.between(0.05, 0.32)
        roll = 0.0 if dice.part() < 0.4 else dice.normal(5)
        crown = dice.between(0.82, 1.0)
        yield (
            heads.face(eyes, t, roll, crown + dice.between(0.0, 0.5), crown, dice.between(0.5, 0.7),
                       dice.between(0.8, 1.0), roll + dice.normal(1)),
            (width, height),
        )  # fmt: skip


def check_sound(face, document, photo) -> None:
    """Inside the photo, of the right shape, on whole pixels where it is not turned, turned only by the head's lean."""
    frame = propose(face, document, *photo)
    assert not frame.whole
    assert truth.inside(frame.corners(), photo, -1e-6), (frame, photo)
    if frame.turn == 0:
        left, top = frame.cx - frame.width / 2, frame.cy - frame.height / 2
        assert [left, top, frame.width, frame.height] == [int(left), int(top), int(frame.width), int(frame.height)]
        assert abs(frame.width - frame.height * document.aspect) <= 0.5 + 1e-9
    else:
        assert abs(face.roll) > LEAST_TURN and frame.turn == face.roll
        assert abs(frame.width - frame.height * document.aspect) < 1e-6


def check_best(face, document, photo, steps: int = 50) -> str:
    """Where a frame exists that keeps every band, the proposed one does; level if it can be, with enough pixels if it
    can have them. Returns what exists: "nothing", "bands", "pixels"."""
    frame = propose(face, document, *photo)
    least = document.output_size(0)[1]
    found = "nothing"
    for turn in [0.0] if abs(face.roll) <= LEAST_TURN else [0.0, face.roll]:
        if not truth.exists(face, document, photo, turn, 1, steps):
            continue
        eyes_down, eyes_across = frame.down(face.eyes) * frame.height, frame.across(face.eyes) * frame.width
        missed = truth.broken(face, document, frame.turn, frame.height, eyes_down, eyes_across, -1e-6)
        assert not missed, (missed, frame, face, photo, document.id)
        found = "bands" if found == "nothing" else found
        if truth.exists(face, document, photo, turn, least, steps):
            assert frame.height >= least - 1e-6, (frame, face, photo, document.id)
            found = "pixels"
    if found != "nothing" and abs(face.roll) > LEAST_TURN:
        check_level(frame, face, document, photo, steps)
    return found


def check_level(frame, face, document, photo, steps: int) -> None:
    """A leaning head is levelled wherever that costs neither a band nor the pixels that the frame has."""
    least = document.output_size(0)[1]
    least = least if frame.height >= least - 1e-6 else 1
    if truth.exists(face, document, photo, face.roll, least, steps):
        assert frame.turn == face.roll, (frame, face, photo, document.id)
