"""Drawings that show right and wrong, as one file of symbols that all pages share.

The same head as everywhere (toolchain.pages.drawing). A symbol used from another file is not reached by the page's
style sheet, so strokes and fills stand in attributes, and the colours come in as inherited custom properties.
"""

import re
from collections.abc import Callable

from toolchain.pages.drawing import Head, features, head, number, shape

WIDTH, HEIGHT = 120, 150
"""Frame of a person's picture, in its own units."""
PLACE = Head(x=60, crown=34, chin=112, eyes=73)
WHOLE, FROM_EYES = Head(x=0, crown=0, chin=160, eyes=80), Head(x=0, crown=-80, chin=80, eyes=0)
"""The head of rule diagrams, as large as it mostly is there, in two parts: its eyes stand where the rule has them."""
LOOKS = {
    "line": 'fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"',
    "hair": 'fill="var(--wash)" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round"',
    "ground": 'fill="var(--paper)"',
    "dot": 'fill="currentColor"',
    "faint": 'fill="none" stroke="var(--edge)" stroke-width="1.5" stroke-linecap="round"',
    "wall": 'fill="var(--paper)"',
    "shade": 'fill="var(--rule)"',
}
"""Class -> attributes."""


def at(x: float, y: float) -> str:
    """A point in heights of the head: x from its middle line, y from the crown."""
    return f"{number(PLACE.x + x * PLACE.height)} {number(PLACE.crown + y * PLACE.height)}"


def glasses(glare: bool) -> str:
    """Two lenses, a bridge and the temples; with `glare` a reflection over each eye."""
    lenses = "".join(
        f"M{at(side * 0.155 - 0.12, 0.44)}h{number(0.24 * PLACE.height)}v{number(0.1 * PLACE.height)}"
        f"q0 {number(0.06 * PLACE.height)} {number(-0.07 * PLACE.height)} {number(0.06 * PLACE.height)}"
        f"h{number(-0.1 * PLACE.height)}q{number(-0.07 * PLACE.height)} 0 {number(-0.07 * PLACE.height)} "
        f"{number(-0.06 * PLACE.height)}z"
        for side in (-1, 1)
    )
    rest = f"M{at(-0.035, 0.47)}Q{at(0, 0.45)} {at(0.035, 0.47)}M{at(-0.275, 0.45)}L{at(-0.335, 0.43)}"
    rest += f"M{at(0.275, 0.45)}L{at(0.335, 0.43)}"
    filled = f'<path class="hair" d="{lenses}"/>' if glare else ""
    streaks = "".join(
        f"M{at(side * 0.155 - 0.07, 0.57)}L{at(side * 0.155 + 0.03, 0.46)}"
        f"M{at(side * 0.155 - 0.01, 0.58)}L{at(side * 0.155 + 0.08, 0.48)}"
        for side in (-1, 1)
    )
    return filled + f'<path class="line" d="{lenses}{rest}{streaks if glare else ""}"/>'


def scarf(top: float, left: float) -> str:
    """A scarf that leaves the face free from `top` and from `left` of the middle line."""
    outer = (
        f"M{at(-0.85, 1.7)}C{at(-0.75, 1.1)} {at(-0.5, 1.0)} {at(-0.46, 0.4)}C{at(-0.42, -0.24)} {at(0.42, -0.24)} "
        f"{at(0.46, 0.4)}C{at(0.5, 1.0)} {at(0.75, 1.1)} {at(0.85, 1.7)}Z"
    )
    inner = (
        f"M{at(left, 0.5)}C{at(left, 0.8)} {at(-0.18, 1.03)} {at(0, 1.03)}S{at(0.33, 0.8)} {at(0.33, 0.5)}"
        f"C{at(0.33, top - 0.06)} {at(left, top - 0.06)} {at(left, 0.5)}Z"
    )
    fold = f"M{at(-0.3, 1.12)}Q{at(0, 1.3)} {at(0.3, 1.12)}"
    return f'<path class="hair" fill-rule="evenodd" d="{outer}{inner}"/><path class="line" d="{fold}"/>'


def wallpaper() -> str:
    """Stripes, and the shadow of a head that stands too close to the wall."""
    stripes = "".join(f"M{x} 0V{HEIGHT}" for x in range(8, WIDTH, 16))
    head_shadow = f"M{at(0.2, -0.05)}C{at(0.62, 0)} {at(0.66, 0.9)} {at(0.3, 1.02)}"
    shadow = f"{head_shadow}L{at(1, 1.35)}V{HEIGHT}H{number(PLACE.x)}Z"
    return f'<path class="faint" d="{stripes}"/><path class="shade" d="{shadow}"/>'


def setup() -> str:
    """Seen from above: wall, person, camera, window; the distances are written by the page."""
    wall = '<path class="shade" d="M8 10h10v100H8z"/><path class="line" d="M18 10v100"/>'
    person = (
        '<ellipse class="hair" cx="76" cy="60" rx="13" ry="26"/><circle class="ground" cx="77" cy="60" r="12"/>'
        '<circle class="line" cx="77" cy="60" r="12"/><path class="line" d="M89 57l5 3-5 3"/>'
    )
    camera = '<path class="hair" d="M232 46h8v28h-8z"/><path class="line" d="M232 54h-6v12h6"/>'
    window = '<path class="line" d="M292 18v84M300 18v84M292 18h8M292 60h8M292 102h8"/>'
    rays = '<path class="faint" stroke-dasharray="5 5" d="M284 34L110 52M284 60h-36M284 86L110 68"/>'
    lengths = '<path class="faint" d="M18 122h59M18 117v10M77 117v10M77 122h149M226 117v10"/>'
    return wall + rays + person + camera + window + lengths


def baby() -> str:
    """Seen from above: a baby on a sheet, a window at its side."""
    sheet = '<path class="wall" d="M20 8h180v124H20z"/><path class="line" d="M20 8h180v124H20z"/>'
    body = (
        '<path class="hair" d="M78 70c0-18 14-26 32-26s32 8 32 26c0 30-12 54-32 54S78 100 78 70z" '
        'transform="rotate(-90 110 70)"/>'
    )
    face = (
        '<circle class="ground" cx="66" cy="70" r="25"/><circle class="line" cx="66" cy="70" r="25"/>'
        '<path class="line" d="M42 66c-6 4-4 10 2 10M50 70c4 3 8 0 7-4M88 52c4-6 4-10 1-13" />'
        '<circle class="dot" cx="66" cy="61" r="2"/><circle class="dot" cx="66" cy="79" r="2"/>'
        '<path class="line" d="M78 67c3 2 3 4 0 6M70 69q3 1 0 2"/>'
    )
    window = '<path class="line" d="M292 18v104M300 18v104M292 18h8M292 70h8M292 122h8"/>'
    rays = '<path class="faint" stroke-dasharray="5 5" d="M284 40L208 52M284 70h-76M284 100L208 88"/>'
    return sheet + body + face + rays + window


def person(*over: str, smiling: bool = False, hair: bool = True, under: str = "") -> str:
    """A framed head with something over it or behind it."""
    wall = f'<path class="wall" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>'
    return wall + under + head(PLACE, smiling, hair) + "".join(over)


PICTURES: dict[str, tuple[tuple[int, int], Callable[[], str]]] = {
    "plain": ((WIDTH, HEIGHT), person),
    "smile": ((WIDTH, HEIGHT), lambda: person(smiling=True)),
    "glasses": ((WIDTH, HEIGHT), lambda: person(glasses(False))),
    "glare": ((WIDTH, HEIGHT), lambda: person(glasses(True))),
    "scarf": ((WIDTH, HEIGHT), lambda: person(scarf(0.08, -0.33), hair=False)),
    "scarf-low": ((WIDTH, HEIGHT), lambda: person(scarf(0.42, -0.2), hair=False)),
    "wallpaper": ((WIDTH, HEIGHT), lambda: person(under=wallpaper())),
    "setup": ((310, 130), setup),
    "baby": ((310, 140), baby),
}
"""Name -> (width and height, what is drawn)."""


def pictures() -> str:
    """The file of all symbols."""
    symbols = "".join(
        f'<symbol id="{name}" viewBox="0 0 {width} {height}">{dressed(draw())}</symbol>'
        for name, ((width, height), draw) in PICTURES.items()
    )
    parts = f'<g id="head">{dressed(shape(WHOLE))}</g><g id="features">{dressed(features(FROM_EYES))}</g>'
    return f'<svg xmlns="http://www.w3.org/2000/svg"><defs>{parts}</defs>{symbols}</svg>\n'


def dressed(drawing: str) -> str:
    """Classes replaced by the attributes they stand for."""
    return re.sub(r'class="(\w+)"', lambda found: LOOKS[found[1]], drawing)
