"""The person cut out of the photo: asked of the engine only when something needs it."""

from pixid.strokes import runs
from pixid.surroundings import CLOSE_SIDE, around, over

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from pixid.engine import Engine, Picture
    from pixid.face import Axis
    from pixid.frame import Frame
    from pixid.strokes import Stroke

SOFT = 1.4
"""Softness of the mask's outline, px, from which it is not trusted alone with the top of the hair: portraits before
plain walls give 0.9 to 1.4, some with loose hair up to 1.9, rooms and hedges 1.5 to 9."""
BUSY = 0.03
"""Texture of the wall (measure wall.fine) from which it is not trusted either: plain walls have up to 0.018."""
BUSIEST = 0.06
"""Texture that rooms, bricks and hedges have at least."""

BARE = 0.1
"""Measure look.hat up to which a head is taken to be bare: 22 people without a hat have up to 0.07 before four walls,
one of them once 0.11; drawn scarves have 0.01 to 0.81, three of four more than 0.15. The network has learnt from few
covered heads and takes parts of a scarf for wall."""
EVEN = 0.8
"""Part of the network's change to take before an even wall, where colours tell the outline too. On three people it has
not learnt from this leaves 0.147 / 0.118 of the mask's error (plain, blue), all of it 0.140 / 0.118, the classic matte
0.250 / 0.174; a hedge against hair that it does not know, of whose error a third is spared."""


def trust(measures: "dict[str, float]") -> float:
    """Part of the network's change to take where a background is replaced: none where something covers the head, not
    all before an even wall."""
    if measures.get("look.hat", 0.0) > BARE:
        return 0.0
    return EVEN if measures.get("wall.fine", 0.0) <= BUSY else 1.0


def busy(measures: "dict[str, float]") -> float:
    """How busy the wall is, 0..1: how far the matte is shown without its softness, of which before busy walls more is
    doubt than hair."""
    return min(1.0, max(0.0, (measures.get("wall.fine", 0.0) - BUSY) / (BUSIEST - BUSY)))


def is_doubted(softness: float, texture: float) -> bool:
    """Whether the outline of a mask is too soft, or the wall too busy, to tell the top of the hair by the mask
    alone."""
    return softness > SOFT or texture > BUSY


async def hair_top(engine: "Engine", picture: "Picture", head: "Axis", softness: float) -> float:
    """The top of the hair over the eyes as the matte has it, T; the engine holds a mask of everything around the head,
    and of the head alone afterwards. Worth its time where the mask is doubted."""
    region = around(head, picture)
    return await _refined(engine, picture, head, region, over(head, region), softness)


async def take(
    engine: "Engine",
    picture: "Picture",
    head: "Axis",
    measures: "dict[str, float]",
    frame: "Frame | None" = None,
    strokes: "tuple[Stroke, ...]" = (),
) -> float:
    """Leave the matte of the photo with the engine, wide enough for `frame` and corrected by `strokes`; gives the top
    of its hair over the eyes as found without them, T. `measures` of the photo say what of it is to be trusted.

    The segmenter looks twice, at everything, as for the first verdict, and at the head alone.
    """
    region = around(head, picture)
    if frame is not None:
        region = _joined(region, frame.bounds(), picture)
    looked = await engine.run("person", picture, {"region": region, "head": list(head.eyes) + list(head.chin)})
    top = await _refined(engine, picture, head, region, region, looked["softness"][0], trust(measures))
    place = list(head.eyes) + list(head.chin)
    await engine.run("parted", picture, {"head": place, "busy": [busy(measures)]})
    for person, pieces in runs(strokes):
        numbers = {"window": region, "head": place, "pieces": pieces, "person": [person]}
        await engine.run("brush", picture, numbers)
        await engine.run("drawn", picture, {})
    return top


async def _refined(
    engine: "Engine",
    picture: "Picture",
    head: "Axis",
    region: list[float],
    window: list[float],
    softness: float,
    trust: float = 1.0,
) -> float:
    """The matte of `window`, from the mask of `region` that the engine holds; the top of its hair over the eyes, T."""
    place = list(head.eyes) + list(head.chin)
    close = around(head, picture, CLOSE_SIDE)
    numbers = {"window": window, "region": region, "close_region": close, "head": place, "softness": [softness]}
    _, made = await engine.together(engine.run("wide", picture, {}), _matted(engine, picture, numbers, trust))
    return made["hair_top"][0]


async def _matted(
    engine: "Engine", picture: "Picture", numbers: "dict[str, list[float]]", trust: float
) -> "dict[str, list[float]]":
    """The matte, after a closer look."""
    closer = {"region": numbers["close_region"], "head": numbers["head"]}
    better = engine.run("corrected", picture, {"head": numbers["head"], "trust": [trust]})
    solved = engine.together(engine.run("matte", picture, numbers), better)
    return (await engine.together(engine.run("person", picture, closer), solved))[1][1]


def _joined(region: list[float], bounds: tuple[float, float, float, float], picture: "Picture") -> list[float]:
    """The region with the part of the photo inside `bounds` (left, top, right, bottom)."""
    x0, y0 = max(0.0, min(region[0], bounds[0])), max(0.0, min(region[1], bounds[1]))
    x1 = min(float(picture.width), max(region[0] + region[2], bounds[2]))
    y1 = min(float(picture.height), max(region[1] + region[3], bounds[3]))
    return [x0, y0, x1 - x0, y1 - y0]
