"""Adjusting the frame by hand: what the four sliders mean, where they stop, and what can be undone. Pure numbers.

Points of the head can be set too; the proposed frame follows them as long as nobody has moved the frame itself.

An adjustment is told against the automatic frame: how much larger the head is, by how many px of the output the
picture has been moved, and the turn of the frame. The frame never leaves the photo; with the limit on, it does not
leave a band that it keeps either.
"""

from collections import namedtuple

from pixid.by_hand import moved
from pixid.document import HORIZONTAL, Document
from pixid.face import Face
from pixid.frame import Frame, axes
from pixid.framing import propose
from pixid.wishes import tops

CONTROLS = ("size", "down", "across", "turn")
STEPS = {"size": 0.005, "down": 1.0, "across": 1.0, "turn": 0.5}
"""One press of a button or an arrow: half a per cent, a pixel of the output, half a degree."""
RANGES = {"size": (0.5, 2.0), "down": (-400.0, 400.0), "across": (-400.0, 400.0), "turn": (-15.0, 15.0)}
"""Ends of the sliders; `turn` counts from the automatic frame's."""
HALVINGS = 9
"""Tries to find where a move has to stop: to a 500th of it."""
KEPT = ("head_height", "eye_line", "top_margin", "bottom_margin", "chin_to_pupil", "face_width", "centring")


class Adjustment(namedtuple("Adjustment", "size down across turn")):
    """`size` 1.0 as proposed, above it the head is larger; `down`, `across`: px of the output by which the picture has
    been moved; `turn`: degrees beyond the automatic frame's."""

    __slots__ = ()
    size: float
    down: float
    across: float
    turn: float

    def with_value(self, control: str, value: float) -> "Adjustment":
        """The same with one number changed, kept within its slider."""
        low, high = RANGES[control]
        value = max(low, min(high, value))
        return Adjustment(*[value if name == control else old for name, old in zip(CONTROLS, self)])


AUTOMATIC = Adjustment(1.0, 0.0, 0.0, 0.0)


def frame_of(automatic: Frame, adjustment: Adjustment, output_height: int) -> Frame:
    """The frame in the photo. `output_height`: px of the file the moves are counted in."""
    if adjustment == AUTOMATIC:
        return automatic  # on whole pixels, if it was
    turn = automatic.turn + adjustment.turn
    right, below = axes(turn)
    height = automatic.height / adjustment.size
    width = automatic.width / adjustment.size
    scale = height / output_height
    x, y = -adjustment.across * scale, -adjustment.down * scale
    cx, cy = automatic.cx + x * right[0] + y * below[0], automatic.cy + x * right[1] + y * below[1]
    return Frame(cx, cy, width, height, turn, False)


def is_inside(frame: Frame, width: int, height: int) -> bool:
    """Does the frame lie in a photo of this size? Nothing is invented beyond its border."""
    return all([-1e-6 <= x <= width + 1e-6 and -1e-6 <= y <= height + 1e-6 for x, y in frame.corners()])


def kept(face: Face, document: Document, frame: Frame) -> list[str]:
    """Names of the bands that the frame keeps."""
    return [name for name in KEPT if _keeps(name, face, document, frame)]


def _keeps(name: str, face: Face, document: Document, frame: Frame) -> bool:
    band = document.band(name)
    return band is not None and band.holds(_value(name, face, document, frame))


def _value(name: str, face: Face, document: Document, frame: Frame) -> float:
    """What band `name` limits, as part of the frame's height (HORIZONTAL: width)."""
    if name == "centring":
        return frame.across(face.eyes)
    if name in HORIZONTAL:
        return (face.width if name == "face_width" else face.ied) / frame.width
    chin, eyes = frame.down(face.chin), frame.down(face.eyes)
    if name == "eye_line":
        return 1 - eyes
    if name == "bottom_margin":
        return 1 - chin
    if name == "chin_to_pupil":
        return chin - eyes
    if name == "top_margin":
        return frame.down(face.top(tops(document)[-1]))
    return chin - frame.down(face.top(tops(document)[0]))


class State(namedtuple("State", "now face automatic")):
    """What a hand has set: the adjustment, the head, and the frame that the adjustment counts from."""

    __slots__ = ()
    now: Adjustment
    face: Face
    automatic: Frame


class Hand:
    """One visit to the sliders and points: where they stand, what can be undone. `limited`: stay inside the rule.

    `face`: as measured, what `automatically` goes back to; `photo`: its px.
    """

    def __init__(self, face: Face, document: Document, automatic: Frame, photo: tuple[int, int]) -> None:
        self.face = self.measured = face
        self.document = document
        self.automatic = automatic
        self.photo = photo
        self.output_height = document.output_size(automatic.height)[1] if document.has_size else round(automatic.height)
        self.limited = True
        self.now = AUTOMATIC
        self._done: list[State] = []
        self._undone: list[State] = []

    @property
    def state(self) -> State:
        """All that is set; `restore` takes it back."""
        return State(self.now, self.face, self.automatic)

    def restore(self, state: State) -> None:
        """As `state` has it; undoing does not go back beyond."""
        self.now, self.face, self.automatic = state

    @property
    def frame(self) -> Frame:
        """The frame as it stands."""
        return frame_of(self.automatic, self.now, self.output_height)

    def set(self, control: str, value: float, live: bool = False) -> bool:
        """Move one slider; returns whether it came as far as was asked. `live`: still under the finger, to be undone
        together with what follows."""
        return self._go(self.now.with_value(control, value), live)

    def step(self, control: str, steps: int) -> bool:
        """Move by presses."""
        return self.set(control, getattr(self.now, control) + steps * STEPS[control])

    def drag(self, across: float, down: float, live: bool = False) -> bool:
        """Move the picture by parts of the frame's width and height."""
        moved = self.now.with_value("down", self.now.down + down * self.output_height)
        width = self.output_height * self.automatic.width / self.automatic.height
        return self._go(moved.with_value("across", moved.across + across * width), live)

    def point(self, name: str, place: tuple[float, float], live: bool = False) -> bool:
        """Set a point of the head (pixid.by_hand), photo px; the frame stands still until `settle`. Returns whether it
        could be set."""
        if not live:
            self._remember()
        before, self.face = self.face, moved(self.face, name, place)
        return self.face is not before

    def settle(self) -> None:
        """A point has been let go: the proposed frame follows the head, unless the frame itself was moved by hand."""
        if self.now == AUTOMATIC:
            self.automatic = propose(self.face, self.document, self.photo[0], self.photo[1])

    def automatically(self) -> None:
        """As measured and proposed; can be undone."""
        self._remember()
        self.now, self.face = AUTOMATIC, self.measured
        self.settle()

    def undo(self) -> bool:
        """Back by one; False where nothing is left."""
        if not self._done:
            return False
        self._undone.append(self.state)
        self.restore(self._done.pop())
        return True

    def redo(self) -> bool:
        if not self._undone:
            return False
        self._done.append(self.state)
        self.restore(self._undone.pop())
        return True

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def began(self) -> None:
        """A finger went down on a slider or the picture: what follows live is one thing to undo."""
        self._remember()

    def _remember(self) -> None:
        if not self._done or self._done[-1] != self.state:
            self._done.append(self.state)
        self._undone = []

    def _go(self, wanted: Adjustment, live: bool) -> bool:
        """As far towards `wanted` as photo and rule allow."""
        if not live:
            self._remember()
        held = kept(self.face, self.document, self.frame) if self.limited else []
        if self._allowed(wanted, held):
            self.now = wanted
            return True
        start, near, far = self.now, 0.0, 1.0
        for _ in range(HALVINGS):
            middle = (near + far) / 2
            if self._allowed(_between(start, wanted, middle), held):
                near = middle
            else:
                far = middle
        self.now = _between(start, wanted, near)
        return False

    def _allowed(self, adjustment: Adjustment, held: list[str]) -> bool:
        frame = frame_of(self.automatic, adjustment, self.output_height)
        if not is_inside(frame, self.photo[0], self.photo[1]):
            return False
        return all([_keeps(name, self.face, self.document, frame) for name in held])


def _between(a: Adjustment, b: Adjustment, part: float) -> Adjustment:
    return Adjustment(*[x + (y - x) * part for x, y in zip(a, b)])
