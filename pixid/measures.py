"""Asks the measuring graphs: which part of the photo each looks at, and what they found."""

from math import sqrt

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from pixid.engine import Engine, Picture
    from pixid.face import Axis, Face

EYE_DISTANCE_MM = 63.0
"""Between the pupils of an adult (mean 63 mm, ICAO's 1 mm rule needs a scale); an iris of 11.7 mm gives the same within
3 % on 52 portraits."""
ASIDE, ABOVE, BELOW = 1.0, 0.8, 1.5
"""The cut of original pixels: this many inter-eye distances from the middle of the eyes to each side, up and down."""
MOST_PIXELS = 1400000
"""Of that cut; a larger face is cut closer to its middle. (The engine may read 2 megapixels in all.)"""
LEAST_SIDE = 40
"""Px a side: in a smaller cut there is no detail to measure."""
GRID = 8
"""The cut begins at a multiple of JPEG's block size, px."""
EYES = (-0.9, -0.4, 0.9, 0.2)
SKIN = (-0.8, 0.25, 0.8, 0.8)
"""x0, y0, x1, y1 in inter-eye distances from the middle of the eyes: eyes with their brows; cheeks and nose."""


async def take(engine: "Engine", picture: "Picture", head: "Axis", region: list[float]) -> dict[str, float]:
    """Every measure by name. `region`: the part of the photo that the person's mask covers, which the engine holds or
    has been asked for."""
    made, detail = await engine.together(
        engine.run("measure", picture, {"region": region, "unit": [head.t]}), _detail(engine, picture, head)
    )
    return {name: value[0] for name, value in (list(made.items()) + list(detail.items()))}


async def _detail(engine: "Engine", picture: "Picture", head: "Axis") -> "dict[str, list[float]]":
    """What only original pixels tell; nothing where the face has too few."""
    crop = cut(head, picture.width, picture.height)
    if min(crop[2] - crop[0], crop[3] - crop[1]) < LEAST_SIDE:
        return {}
    numbers = {
        "crop": [float(edge) for edge in crop],
        "per_mm": [head.ied / EYE_DISTANCE_MM],
        "eyes": zone(EYES, head, crop),
        "skin": zone(SKIN, head, crop),
    }
    return await engine.run("detail", picture, numbers)


def cut(head: "Axis | Face", width: int, height: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom in px of the part of the photo that is measured pixel by pixel."""
    ied = head.ied
    ied *= min(1.0, sqrt(MOST_PIXELS / (2 * ASIDE * ied * (ABOVE + BELOW) * ied)))
    x, y = head.eyes
    left, top = max(0, int(x - ASIDE * ied)), max(0, int(y - ABOVE * ied))
    right, bottom = min(width, int(x + ASIDE * ied)), min(height, int(y + BELOW * ied))
    return left - left % GRID, top - top % GRID, right, bottom


def zone(place: tuple[float, float, float, float], head: "Axis", crop: tuple[int, int, int, int]) -> list[float]:
    """A rectangle in inter-eye distances as x0, y0, x1, y1 in px of the cut."""
    x, y = head.eyes[0] - crop[0], head.eyes[1] - crop[1]
    ied = head.ied
    return [x + place[0] * ied, y + place[1] * ied, x + place[2] * ied, y + place[3] * ied]
