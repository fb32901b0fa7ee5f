"""The points of the head over the photo while the frame is adjusted: rings to drag, with a loupe beside the finger.

Where crown and top of the hair both matter they lie over each other; their rings stand apart to the left and right of
the head's axis, and only what is between them and the points is counted.
"""

from app.dom import clone, part, place, put, show, text
from app.words import say
from pixid import by_hand
from pixid.document import Document

APART = 0.4  # T: rings of two tops, so that a finger can tell them
LOUPE = 0.16  # of the frame's width that the loupe shows
LOW = 0.45  # of the frame's height: above it the loupe hangs under the finger


class Points:
    """The rings of one document's points."""

    def __init__(self, document: Document) -> None:
        self.names = by_hand.points(document)
        self.aside = {"hair_top": APART, "crown": -APART} if "hair_top" in self.names and "crown" in self.names else {}
        self.rings: dict = {}

    def open(self) -> None:
        """Put the rings over the photo."""
        self.rings = {}
        for name in self.names:
            ring = self.rings[name] = clone("point")
            put(ring, data_point=name)
            text("point-name", say("point." + name), ring)
        part("points").replaceChildren(*self.rings.values())
        show(part("points"))

    def close(self) -> None:
        show(part("points"), False)
        show(part("loupe"), False)

    def draw(self, hand, active: str) -> None:
        """Rings where the points are in the frame that stands, the loupe at the one in hand."""
        frame, face = hand.frame, hand.face
        for name, ring in self.rings.items():
            across, down = frame.across(getattr(face, name)), frame.down(getattr(face, name))
            place(ring, x=100 * (across + self._aside(name, hand)), y=100 * down)
            ring.toggleAttribute("data-set", name in face.by_hand)
        show(part("loupe"), active in self.rings)
        if active in self.rings:
            self._magnify(hand, active)

    def spot(self, hand, name: str, across: float, down: float) -> tuple[float, float]:
        """The photo px under a ring at these parts of the frame."""
        frame = hand.frame
        return frame.point(across - self._aside(name, hand), down)

    def at(self, hand, name: str) -> tuple[float, float]:
        """Where a ring stands, in parts of the frame."""
        point = getattr(hand.face, name)
        return hand.frame.across(point) + self._aside(name, hand), hand.frame.down(point)

    def _aside(self, name: str, hand) -> float:
        return self.aside.get(name, 0.0) * hand.face.t / hand.frame.width

    def _magnify(self, hand, name: str) -> None:
        """The photo around the point itself, not around its ring."""
        loupe, photo = part("loupe"), part("photo")
        box = [float(number) for number in part("picture").getAttribute("viewBox").split(" ")]
        point = getattr(hand.face, name)
        across, down = hand.frame.across(point), hand.frame.down(point)
        side = LOUPE * box[2]
        left, top = across * box[2] - side / 2, down * box[3] - side / 2
        put(part("loupe-picture"), viewBox=f"{left:.2f} {top:.2f} {side:.2f} {side:.2f}")
        for attribute in ("href", "width", "height", "transform"):
            part("loupe-photo").setAttribute(attribute, photo.getAttribute(attribute))
        place(loupe, x=100 * (across + self._aside(name, hand)), y=100 * down)
        loupe.toggleAttribute("data-below", down < LOW)
