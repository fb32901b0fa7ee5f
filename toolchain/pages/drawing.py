"""The one hand that draws people: a line head, front view, no skin colour.

Rule diagrams, the favicon and every later picture call this function, so all drawings of the site look alike.
Coordinates are those of the picture that asks; proportions follow the usual canon of a frontal head
(eyes half-way between crown and chin, nose and mouth at one and two thirds below the brows).
"""

from collections.abc import Callable
from typing import NamedTuple

HAIR = 0.07
"""Height of hair above the skull, as a part of the distance from crown to chin. A drawing's choice, no measure."""
FOREHEAD = 0.15
"""Hair line below the crown, as a part of the distance from crown to chin. A drawing's choice, no measure."""
EYES = 0.5
"""Eyes below the crown, as a part of the distance from crown to chin."""


class Head(NamedTuple):
    """Where a head stands in a picture: middle line, skull crown, chin and eyes, in the picture's own units."""

    x: float
    crown: float
    chin: float
    eyes: float

    @property
    def height(self) -> float:
        """Crown to chin."""
        return self.chin - self.crown

    @property
    def hair(self) -> float:
        """Top of the hair."""
        return self.crown - HAIR * self.height

    @property
    def forehead(self) -> float:
        """Hair line."""
        return self.crown + FOREHEAD * self.height


def number(value: float) -> str:
    """A coordinate with at most one decimal: short, and the same on every machine."""
    return f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")


def head(place: Head, smiling: bool = False, hair_shown: bool = True) -> str:
    """SVG paths of head, neck and shoulders; the picture clips what leaves its frame.

    Strokes only (`class="line"`), but for one shape filled with the ground (`class="ground"`) that keeps lines of the
    picture from running through the face.
    """
    return shape(place, hair_shown) + features(place, smiling)


def shape(place: Head, hair_shown: bool = True) -> str:
    """All of the head but what moves with the eyes."""
    at = _points(place)
    face = f"M{at(-0.335, 0.42)}C{at(-0.335, 0.72)} {at(-0.2, 1.0)} {at(0, 1.0)}S{at(0.335, 0.72)} {at(0.335, 0.42)}"
    outline = f"{face}C{at(0.36, -0.02)} {at(-0.36, -0.02)} {at(-0.335, 0.42)}Z"
    hair = (
        f"M{at(-0.345, 0.5)}C{at(-0.46, 0.12)} {at(-0.26, -HAIR)} {at(0.02, -HAIR)}"
        f"S{at(0.46, 0.12)} {at(0.345, 0.5)}"
        f"C{at(0.34, 0.4)} {at(0.31, 0.3)} {at(0.25, 0.24)}"
        f"C{at(0.08, 0.27)} {at(-0.1, 0.22)} {at(-0.16, 0.14)}"
        f"C{at(-0.2, 0.25)} {at(-0.32, 0.3)} {at(-0.345, 0.5)}Z"
    )
    ears = "".join(
        f"M{at(0.338 * side, 0.47)}C{at(0.43 * side, 0.42)} {at(0.41 * side, 0.66)} {at(0.315 * side, 0.65)}"
        for side in (-1, 1)
    )
    body = (
        f"M{at(-0.19, 0.88)}V{number(place.crown + 1.12 * place.height)}"
        f"C{at(-0.2, 1.24)} {at(-0.72, 1.2)} {at(-0.8, 1.75)}V{number(place.crown + 3 * place.height)}"
        f"M{at(0.19, 0.88)}V{number(place.crown + 1.12 * place.height)}"
        f"C{at(0.2, 1.24)} {at(0.72, 1.2)} {at(0.8, 1.75)}V{number(place.crown + 3 * place.height)}"
        f"M{at(-0.19, 1.13)}Q{at(0, 1.32)} {at(0.19, 1.13)}"
    )
    over = f'<path class="hair" d="{hair}"/>' if hair_shown else ""
    return (
        f'<path class="line" d="{body}"/><path class="ground" d="{outline}"/>'
        f'<path class="line" d="{face}{ears}"/>{over}'
    )


def features(place: Head, smiling: bool = False) -> str:
    """Eyes, brows, nose and mouth."""
    at = _points(place)
    eye = (place.eyes - place.crown) / place.height
    brow = eye - 0.085
    nose = eye + 0.17
    mouth = eye + 0.285
    eyes = "".join(
        f"M{at(side * 0.155 - 0.07, eye)}Q{at(side * 0.155, eye - 0.055)} {at(side * 0.155 + 0.07, eye)}"
        f"Q{at(side * 0.155, eye + 0.045)} {at(side * 0.155 - 0.07, eye)}Z"
        for side in (-1, 1)
    )
    brows = "".join(
        f"M{at(side * 0.08, brow + 0.012)}Q{at(side * 0.16, brow - 0.035)} {at(side * 0.245, brow + 0.02)}"
        for side in (-1, 1)
    )
    below = (
        f"M{at(0.0, eye + 0.03)}Q{at(-0.035, nose - 0.04)} {at(-0.055, nose - 0.01)}"
        f"Q{at(-0.02, nose + 0.03)} {at(0.04, nose + 0.005)}"
        + (
            f"M{at(-0.16, mouth - 0.03)}Q{at(0, mouth + 0.14)} {at(0.16, mouth - 0.03)}Q{at(0, mouth + 0.03)} "
            f"{at(-0.16, mouth - 0.03)}Z"
            if smiling
            else f"M{at(-0.11, mouth)}Q{at(0, mouth + 0.022)} {at(0.11, mouth)}"
        )
    )
    pupils = "".join(
        f'<circle class="dot" cx="{number(place.x + side * 0.155 * place.height)}" cy="{number(place.eyes)}" '
        f'r="{number(max(0.024 * place.height, 1))}"/>'
        for side in (-1, 1)
    )
    return f'<path class="line" d="{eyes}{brows}{below}"/>{pupils}'


def _points(place: Head) -> Callable[[float, float], str]:
    """A point by its distance from the middle line and from the crown, in heights of the head."""
    return lambda x, y: f"{number(place.x + x * place.height)} {number(place.crown + y * place.height)}"


def brand() -> str:
    """The sign of the site on a 24 grid: corners of a frame around head and shoulders, in the text's colour."""
    corners = "M3 8V3h5M16 3h5v5M21 16v5h-5M8 21H3v-5"
    person = "M12 5.8c2.1 0 3.4 1.5 3.4 3.8S13.9 14 12 14s-3.4-2.1-3.4-4.4 1.3-3.8 3.4-3.8z"
    shoulders = "M6.5 18.5c.6-2.1 2.7-3.2 5.5-3.2s4.9 1.1 5.5 3.2"
    strokes = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    return f'<path {strokes} d="{corners}{person}{shoulders}"/>'


def favicon() -> str:
    """The sign as a file of its own, on white so that it shows on any tab."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" color="#0b57a4">'
        '<rect width="24" height="24" rx="3" fill="#fff"/>' + brand() + "</svg>\n"
    )
