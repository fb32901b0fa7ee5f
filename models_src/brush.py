"""Strokes of a hand on the matte: what was drawn over is person or wall, and its colours say where that ends.

The correction of the share, not the share, is solved for, with the matting Laplacian of models_src.matte: it is nothing
where nobody drew, and so is the change.
"""

import numpy as np
import onnx

from models_src.carried import carried
from models_src.graph import FLOAT, UINT8, Graph
from models_src.guided import Guide, applied
from models_src.matte import HAZE, PER_T, REACH, SURE, cut, places, ramp
from models_src.solver import solved

PIECES = 32
"""Straight pieces of strokes in one run; pixid.strokes.PIECES."""
CORE, EDGE = 0.5, 0.7
"""Parts of the brush's radius: up to the first the hand alone decides, from the second on the colours do."""
DRAWN, NEAR, HOLD = 4.0, 0.3, 0.15
"""Weight of the hand in the middle of the brush and at its edge, and of what stood before everywhere."""
WITHIN, BEYOND = 0.0, 3.0
"""Cells past the brush's edge up to which a stroke counts in full, and from which on nothing changes."""
STEPS = 5
GIVEN = {"scale": [2], "window": [4], "head": [4], "pieces": [PIECES, 5], "person": [1]}
"""What the graph is given besides picture and matte, and its shapes."""


def build() -> onnx.ModelProto:
    """Graph: `image`, `scale`, `window`, `head` as of graph matte, which has run on the same, and what it left,
    `matte` [1, 10, rows, columns]; `pieces` [32, 5] = two ends and the brush's radius, photo px; `person` [1]: 1 where
    they were drawn over the person, 0 over the wall -> `matte_drawn`, the same corrected. It stays in the engine.
    """
    g = Graph("brush")
    image = g.input("image", UINT8, ["height", "width", "channels"])
    given = {name: g.input(name, FLOAT, shape) for name, shape in GIVEN.items()}
    before = g.input("matte", FLOAT, [1, 10, "rows", "columns"])
    colours, area, cells = cut(g, image, given["scale"], given["window"], given["head"])
    guide = Guide(g, colours, REACH)
    inside, past = _distances(g, given["pieces"], *places(g, area, cells), _cell(g, given["head"]))
    reached = g.op("Sub", 1.0, ramp(g, past, WITHIN, BEYOND))
    functions = corrected(g, guide, g.slice(before, 1, 0, 4), inside, reached, given["person"])
    share = applied(g, functions, guide.colours)
    share = g.op("Clip", g.op("Mul", g.op("Sub", share, HAZE), 1 / (1 - 2 * HAZE)), 0.0, 1.0)
    near = carried(g, colours, ramp(g, share, SURE, 1.0))
    wall = carried(g, colours, ramp(g, g.op("Sub", 1.0, share), SURE, 1.0))
    old = g.slice(before, 1, 4, 10)
    change = g.op("Mul", g.op("Sub", g.op("Concat", near, wall, axis=1), old), reached)
    drawn = g.op("Concat", functions, g.op("Add", old, change), axis=1)
    g.output(drawn, "matte_drawn", FLOAT, [1, 10, "rows", "columns"])
    return g.build()


def build_drawn() -> onnx.ModelProto:
    """Graph: `matte_drawn` -> `matte`, the same in the place of what stood before."""
    g = Graph("drawn")
    shape: list[int | str] = [1, 10, "rows", "columns"]
    g.output(g.input("matte_drawn", FLOAT, shape), "matte", FLOAT, shape)
    return g.build()


def corrected(g: Graph, guide: Guide, functions: str, inside: str, reached: str, person: str) -> str:
    """The functions [1, 4, h, w] after strokes over the `person` (1) or the wall (0): `inside` [1, 1, h, w] is the
    distance from the strokes' middle in radii of the brush, `reached` [1, 1, h, w] where they count."""
    own = g.op("Sub", 1.0, ramp(g, inside, CORE, EDGE))
    drawn = g.op("Add", g.op("Mul", own, DRAWN - NEAR), NEAR)
    drawn = g.op("Mul", drawn, g.cast(g.op("Less", inside, 1.0), FLOAT))
    weight = g.op("Add", drawn, HOLD)
    pull = g.op("Mul", drawn, g.op("Sub", person, applied(g, functions, guide.colours)))
    change = guide.functions(solved(g, guide, weight, pull, STEPS))
    made = g.op("Add", functions, g.op("Mul", change, reached))
    flat = g.op("Concat", np.zeros((1, 3, 1, 1), np.float32), g.reshape(person, [1, 1, 1, 1]), axis=1)
    return g.op("Add", made, g.op("Mul", g.op("Sub", flat, made), own))


def _cell(g: Graph, head: str) -> str:
    """Photo px of a cell of the grid, about, [1]."""
    unit = g.op("ReduceL2", g.op("Sub", g.slice(head, 0, 0, 2), g.slice(head, 0, 2, 4)), [0], keepdims=1)
    return g.op("Mul", unit, 1 / PER_T)


def _distances(g: Graph, pieces: str, x: str, y: str, cell: str) -> tuple[str, str]:
    """[1, 1, h, w] each: how far the nearest stroke's middle is, in radii of its brush, and how far the nearest edge of
    the brush, in cells."""

    def column(k: int) -> str:
        return g.reshape(g.slice(pieces, 1, k, k + 1), [PIECES, 1, 1])

    dx, dy = g.op("Sub", g.op("Unsqueeze", x, [0]), column(0)), g.op("Sub", g.op("Unsqueeze", y, [0]), column(1))
    across, down = g.op("Sub", column(2), column(0)), g.op("Sub", column(3), column(1))
    length = g.op("Add", g.op("Mul", across, across), g.op("Mul", down, down))
    along = g.op("Add", g.op("Mul", dx, across), g.op("Mul", dy, down))
    part = g.op("Clip", g.op("Div", along, g.op("Max", length, 1e-6)), 0.0, 1.0)
    aside = g.op("Sub", dx, g.op("Mul", part, across)), g.op("Sub", dy, g.op("Mul", part, down))
    squares = [g.op("Mul", one, one) for one in aside]
    far = g.op("Sqrt", g.op("Add", *squares))
    radius = column(4)
    nearest = (g.op("ReduceMin", one, [0], keepdims=1) for one in (g.op("Div", far, radius), g.op("Sub", far, radius)))
    inside, past = (g.op("Unsqueeze", one, [0]) for one in nearest)
    return inside, g.op("Div", past, cell)
