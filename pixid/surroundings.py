"""The part of the photo around the head that masks cover."""

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from pixid.engine import Picture
    from pixid.face import Axis

MASK_SIDE = 4.2
"""Side of the square around the head that the person mask covers, in T: every hair top reached and background beside
it."""


CLOSE_SIDE = 2.4
"""The same of a second look at the head alone: every pixel of the mask is then a third as large."""


def around(head: "Axis", picture: "Picture", side: float = MASK_SIDE) -> list[float]:
    """x0, y0, width, height of the mask's region: a square around the eyes, clipped to the photo."""
    half = side / 2 * head.t
    x0, y0 = max(0.0, head.eyes[0] - half), max(0.0, head.eyes[1] - half)
    x1, y1 = min(float(picture.width), head.eyes[0] + half), min(float(picture.height), head.eyes[1] + half)
    return [x0, y0, x1 - x0, y1 - y0]
