"""One colour behind the person of a finished raster. Pixel by pixel, so that an engine may hand it over in strips."""

import numpy as np
import onnx

from models_src.graph import FLOAT, INT64, UINT8, Array, Graph
from models_src.guided import applied
from models_src.matte import HAZE
from models_src.measure_parts import linear

UNLIKE = 0.002
"""Squared difference of person and wall, in linear light, under which their mixture tells nothing of its share."""
CRISP = 0.0625
"""Before a busy wall shares up to this are nothing and from 1 less this on all, and between them the middle is steeper:
an edge half a cell wide in place of one. What is shown comes nearer to the truth so, though the share itself does not:
a third of the old wall's colours is left where nobody is (docs/matting.md)."""
LIGHTNESS = np.array([0.299, 0.587, 0.114], np.float32).reshape(1, 3, 1, 1)
"""Of red, green and blue in codes (ITU-R BT.601)."""


def build() -> onnx.ModelProto:
    """Graph: `image` uint8 [h, w, 3], `inverse` [6] output px -> photo px, `matte` [1, 10, rows, columns],
    `matte_area` [4] and `matte_busy` [1] as the graphs left them, `colour` [3] codes, `tables` [3, 256] what each level
    of the person becomes -> `raster` uint8 [h, w, 3].

    A mixed pixel is taken apart: the person's colour is the one carried there, plus what of the pixel neither it nor
    the wall explains (after Forte, Pitié, Approximate fast foreground colour estimation, ICIP 2021). Light adds up,
    codes do not: each colour's share is that of its linear light, and so is the new mixture.
    """
    g = Graph("backdrop")
    image = g.input("image", UINT8, ["h", "w", 3])
    inverse = g.input("inverse", FLOAT, [6])
    matte = g.input("matte", FLOAT, [1, 10, "rows", "columns"])
    area, busy = g.input("matte_area", FLOAT, [4]), g.input("matte_busy", FLOAT, [1])
    colour = g.input("colour", FLOAT, [3])
    tables = g.input("tables", FLOAT, [3, 256])
    codes = g.op("Unsqueeze", g.op("Transpose", g.cast(image, FLOAT), perm=[2, 0, 1]), [0])
    at = places(g, image, inverse, area)
    functions = g.op("GridSample", g.slice(matte, 1, 0, 4), at, mode="linear", padding_mode="border")
    near_wall = _between(g, g.slice(matte, 1, 4, 10), at, image)
    pixels = g.op("Mul", codes, 1 / 255)
    share = applied(g, functions, g.op("Sub", pixels, 0.5))
    share = g.op("Clip", g.op("Mul", g.op("Sub", share, HAZE), 1 / (1 - 2 * HAZE)), 0.0, 1.0)
    share = steepened(g, share, busy)
    rest = g.op("Sub", 1.0, share)
    near, wall = g.slice(near_wall, 1, 0, 3), g.slice(near_wall, 1, 3, 6)
    expected = g.op("Add", g.op("Mul", near, share), g.op("Mul", wall, rest))
    person = g.op("Clip", g.op("Add", near, _own(g, g.op("Sub", pixels, expected), share)), 0.0, 1.0)
    mixed = g.op("Add", g.op("Mul", person, share), g.op("Mul", wall, rest))
    own = person
    person, wall, mixed = (linear(g, g.op("Mul", part, 255.0)) for part in (person, wall, mixed))
    apart = g.op("Sub", person, wall)
    along, length = g.op("Mul", g.op("Sub", mixed, wall), apart), g.op("Mul", apart, apart)
    share = g.op("Div", g.op("Add", along, g.op("Mul", share, UNLIKE)), g.op("Add", length, UNLIKE))
    share = g.op("Clip", share, 0.0, 1.0)
    behind = linear(g, g.reshape(colour, [1, 3, 1, 1]))
    shown = _looked_up(g, own, linear(g, tables))
    light = g.op("Add", g.op("Mul", shown, share), g.op("Mul", behind, g.op("Sub", 1.0, share)))
    whole = g.cast(g.op("Floor", g.op("Add", g.op("Mul", _encoded(g, light), 255.0), 0.5)), UINT8)
    g.output(g.op("Transpose", g.op("Squeeze", whole, [0]), perm=[1, 2, 0]), "raster", UINT8, ["h", "w", 3])
    return g.build()


def crisp(share: Array, busy: float) -> Array:
    """The share that is shown of the matte's, 0..1: itself before an even wall, `busy` 0; before a busy one, 1, as of
    CRISP."""
    cut = np.clip((share - CRISP * busy) / (1 - 2 * CRISP * busy), 0, 1)
    made: Array = cut + busy * (cut * cut * (3 - 2 * cut) - cut)
    return made


def steepened(g: Graph, share: str, busy: str) -> str:
    """The same in a graph; `busy` [1]."""
    edge = g.op("Mul", busy, CRISP)
    between = g.op("Sub", 1.0, g.op("Mul", edge, 2.0))
    cut = g.op("Clip", g.op("Div", g.op("Sub", share, edge), between), 0.0, 1.0)
    # cut + busy * (3 cut^2 - 2 cut^3 - cut)
    steeper = g.op("Mul", g.op("Sub", 1.0, cut), g.op("Sub", g.op("Mul", cut, 2.0), 1.0))
    return g.op("Mul", cut, g.op("Add", g.op("Mul", steeper, busy), 1.0))


def _own(g: Graph, rest: str, share: str) -> str:
    """What of the unexplained `rest` of a pixel is the person's.

    Strands differ in lightness, which is theirs wholly; where little of a pixel is person, an unexplained hue is the
    wall's, or that of a share that is wrong. Of fifteen such pairs this one was chosen (docs/matting.md).
    """
    light = g.op("Conv", rest, LIGHTNESS)
    squared = g.op("Mul", share, share)
    return g.op("Add", light, g.op("Mul", g.op("Sub", rest, light), g.op("Mul", squared, squared)))


def _between(g: Graph, planes: str, places: str, image: str) -> str:
    """Smooth planes, read at every other pixel of every other row and filled in between: a third of the time."""
    some = g.op("Slice", places, [0, 0], [2**31, 2**31], [1, 2], [2, 2])
    read = g.op("GridSample", planes, some, mode="linear", padding_mode="border")
    scales = np.array([1, 1, 2, 2], np.float32)
    full = g.op("Resize", read, None, scales, mode="linear", coordinate_transformation_mode="asymmetric")
    return g.op("Slice", full, [0, 0], g.slice(g.op("Shape", image), 0, 0, 2), [2, 3])


def _looked_up(g: Graph, person: str, tables: str) -> str:
    """[1, 3, h, w]: what the tables give for colours 0..1."""
    level = g.cast(g.op("Floor", g.op("Add", g.op("Mul", person, 255.0), 0.5)), INT64)
    offsets = np.array([0, 256, 512], np.int64).reshape(1, 3, 1, 1)
    return g.op("Gather", g.reshape(tables, [-1]), g.op("Add", level, offsets))


def _encoded(g: Graph, light: str) -> str:
    """Linear light 0..1 -> sRGB 0..1 (IEC 61966-2-1)."""
    light = g.op("Clip", light, 0.0, 1.0)
    curve = g.op("Sub", g.op("Mul", g.op("Pow", light, 1 / 2.4), 1.055), 0.055)
    return g.op("Where", g.op("LessOrEqual", light, 0.0031308), g.op("Mul", light, 12.92), curve)


def places(g: Graph, image: str, inverse: str, area: str) -> str:
    """Where each pixel's middle lies on the matte's grid, [1, h, w, 2] in -1..1."""
    rows = g.reshape(inverse, [2, 3])
    unit = g.op("Div", 2.0, g.reshape(g.slice(area, 0, 2, 4), [2, 1]))
    corner = g.reshape(g.slice(area, 0, 0, 2), [2, 1])
    scaled = g.op("Mul", g.slice(rows, 1, 0, 2), unit)
    offset = g.op("Sub", g.op("Mul", g.op("Sub", g.slice(rows, 1, 2, 3), corner), unit), 1.0)

    def along(axis: int) -> str:
        count = g.op("Squeeze", g.slice(g.op("Shape", image), 0, axis, axis + 1), [0])
        return g.op("Add", g.cast(g.op("Range", g.constant(0), count, g.constant(1)), FLOAT), 0.5)

    across = g.op("Mul", g.reshape(along(1), [1, -1, 1]), g.reshape(g.slice(scaled, 1, 0, 1), [1, 1, 2]))
    down = g.op("Mul", g.reshape(along(0), [-1, 1, 1]), g.reshape(g.slice(scaled, 1, 1, 2), [1, 1, 2]))
    return g.op("Unsqueeze", g.op("Add", across, g.op("Add", down, g.reshape(offset, [1, 1, 2]))), [0])
