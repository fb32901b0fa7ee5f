"""The frame: which part of the photo becomes the picture, and where things lie in it."""

from collections import namedtuple
from math import cos, radians, sin


class Frame(namedtuple("Frame", "cx cy width height turn whole")):
    """A rectangle in the photo, px: centre, size and turn in degrees clockwise as seen. `whole`: the photo as it is."""

    __slots__ = ()
    cx: float
    cy: float
    width: float
    height: float
    turn: float
    whole: bool

    def across(self, point: tuple[float, float]) -> float:
        """Position of a photo point in parts of the frame's width, 0 at its left edge."""
        right, _ = axes(self.turn)
        return 0.5 + ((point[0] - self.cx) * right[0] + (point[1] - self.cy) * right[1]) / self.width

    def down(self, point: tuple[float, float]) -> float:
        """Position of a photo point in parts of the frame's height, 0 at its upper edge."""
        _, below = axes(self.turn)
        return 0.5 + ((point[0] - self.cx) * below[0] + (point[1] - self.cy) * below[1]) / self.height

    def point(self, across: float, down: float) -> tuple[float, float]:
        """The photo point at these parts of the frame's width and height."""
        right, below = axes(self.turn)
        x, y = (across - 0.5) * self.width, (down - 0.5) * self.height
        return self.cx + x * right[0] + y * below[0], self.cy + x * right[1] + y * below[1]

    def corners(self) -> list[tuple[float, float]]:
        """Upper left, upper right, lower right and lower left corner in photo px."""
        right, below = axes(self.turn)
        w, h = self.width / 2, self.height / 2
        return [
            (self.cx + x * w * right[0] + y * h * below[0], self.cy + x * w * right[1] + y * h * below[1])
            for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))
        ]

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the upright box around it, photo px; it may reach beyond the photo."""
        x, y = reach(self.width, self.height, self.turn)
        return self.cx - x, self.cy - y, self.cx + x, self.cy + y

    def matrix(self, width: int, height: int) -> list[float]:
        """[a, b, c, d, e, f]: photo px -> px of an output of `width` x `height`; x' = a x + b y + c, y' = d x + e y +
        f."""
        right, below = axes(self.turn)
        corner = self.corners()[0]
        kx, ky = width / self.width, height / self.height
        a, b = kx * right[0], kx * right[1]
        d, e = ky * below[0], ky * below[1]
        return [a, b, -(a * corner[0] + b * corner[1]), d, e, -(d * corner[0] + e * corner[1])]


def whole(width: int, height: int) -> Frame:
    """The photo as it stands."""
    return Frame(width / 2, height / 2, float(width), float(height), 0.0, True)


def axes(turn: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Unit vectors along the frame's width and height for a turn in degrees."""
    if turn == 0:
        return (1.0, 0.0), (0.0, 1.0)
    angle = radians(turn)
    return (cos(angle), sin(angle)), (-sin(angle), cos(angle))


def reach(width: float, height: float, turn: float) -> tuple[float, float]:
    """Half-width and half-height of the upright box around a turned rectangle."""
    right, below = axes(turn)
    return (
        (abs(right[0]) * width + abs(below[0]) * height) / 2,
        (abs(right[1]) * width + abs(below[1]) * height) / 2,
    )
