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
RISING, ASIDE = (-0.7, 1.9), 1.2
"""Heights over the eyes between which hair rises, and how far to each side, T: a little more than is looked at."""


def around(head: "Axis", picture: "Picture", side: float = MASK_SIDE) -> list[float]:
    """x0, y0, width, height of the mask's region: a square around the eyes, clipped to the photo."""
    half = side / 2 * head.t
    x0, y0 = max(0.0, head.eyes[0] - half), max(0.0, head.eyes[1] - half)
    x1, y1 = min(float(picture.width), head.eyes[0] + half), min(float(picture.height), head.eyes[1] + half)
    return [x0, y0, x1 - x0, y1 - y0]


def over(head: "Axis", region: list[float]) -> list[float]:
    """The part of such a region in which hair rises over the eyes, with some of the face."""
    up = (head.eyes[0] - head.chin[0], head.eyes[1] - head.chin[1])  # T long
    corners = [
        (head.eyes[0] + high * up[0] - aside * up[1], head.eyes[1] + high * up[1] + aside * up[0])
        for high in RISING
        for aside in (-ASIDE, ASIDE)
    ]
    x0, x1 = max(region[0], min([x for x, _ in corners])), min(region[0] + region[2], max([x for x, _ in corners]))
    y0, y1 = max(region[1], min([y for _, y in corners])), min(region[1] + region[3], max([y for _, y in corners]))
    return [x0, y0, x1 - x0, y1 - y0]
