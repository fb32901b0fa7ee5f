"""The classic matte, corrected by a small network of our own that sees it beside the colours and both masks: where the
top of the hair is in doubt, and what a background is replaced with.

The weights, matte_net.npz, are what models_src/training/matte_fit.py wrote; docs/matting.md says what they learnt from.
"""

from pathlib import Path

import numpy as np
import onnx

from models_src.carried import carried
from models_src.graph import FLOAT, Array, Graph
from models_src.guided import Guide, applied
from models_src.matte import HAZE, SURE, along, dilated, opened, ramp
from models_src.person import hair_top
from models_src.unlearnt import reconciled

WEIGHTS = Path(__file__).with_name("matte_net.npz")
BLOCKS = (((1, 1), (1, 1)), ((2, 1), (1, 1)), ((2, 1), (1, 1)), ((2, 1), (1, 2), (1, 3), (1, 1)))
"""Stride and dilation of the convolutions at a half, a quarter, an eighth and a sixteenth of the grid."""
HAIR = 0.4
"""Share of the person from which hair counts for its top: through thin hair one sees the wall. Of 0.15 to 0.5 what fits
best on the 22 people the matte was tuned on, before all walls (docs/matting.md)."""
ASIDE, DOWN = 2.0, (-1.5, 2.5)
"""T aside of the head's axis, and below the eyes, between which the network is told where a cell lies."""
OVER = 0.02
"""How far the network's shares may go beyond 0 and 1: sure is sure then, whatever the detail says."""
SEEN = 0.2
"""Share that a cell or one beside it has to have, for what lies between them to be believed whole. Before busy walls
half of the haze on joints and leaves is gone so, for a hundredth more of error before even ones (docs/matting.md)."""
DECIDED = 0.5
"""Before a busy wall a cell's share is doubt more often than hair: so much of the way it goes to a smoothstep of it."""
BELIEVED = (0.1, 0.4)
"""Share of a cell, before a busy wall, from which colours say something of what lies between the cells, and from which
they say all: a joint in the colour of a cheek is as bright as the cheek."""
REACH, LEAST_VARIANCE = 2, 1e-3
"""Cells and variance of the windows whose functions give the detail between the cells. Smaller ones than the solver's:
what lies between the cells then leaves 0.02 to 0.05 of the mask's error, not 0.09 to 0.16 (docs/matting.md)."""


def build() -> onnx.ModelProto:
    """Graph: `matte_grid` [1, 6, rows, columns] and `matte_area` [4] as graph matte left them, `head` [4] = eye
    midpoint and chin (photo px), `trust` [1] = part of the network's change that is taken -> `matte_share` [1, 1,
    rows, columns], -OVER..1 + OVER: the share of the person. It stays in the engine. `hair_top` [1] T over the eyes, as
    of graph person."""
    g = Graph("corrected")
    grid = g.input("matte_grid", FLOAT, [1, 6, "rows", "columns"])
    area, head = g.input("matte_area", FLOAT, [4]), g.input("head", FLOAT, [4])
    trust = g.reshape(g.input("trust", FLOAT, [1]), [1, 1, 1, 1])
    colours, wide, close, classic = (g.slice(grid, 1, *part) for part in ((0, 3), (3, 4), (4, 5), (5, 6)))
    share = corrected(g, colours, places(g, grid, area, head), wide, close, classic, trust)
    g.output(share, "matte_share", FLOAT, [1, 1, "rows", "columns"])
    # Graph person's rule asks for a half.
    seen = g.op("Clip", g.op("Mul", share, 0.5 / HAIR), 0.0, 1.0)
    g.output(hair_top(g, seen, g.slice(area, 0, 0, 2), g.slice(area, 0, 2, 4), head), "hair_top", FLOAT, [1])
    g.fact("hair_top.unit", "T")
    return g.build()


def build_parted() -> onnx.ModelProto:
    """Graph: `matte_grid`, `matte_area` and `matte_share` as graphs matte and corrected left them, `head` [4] as of the
    latter, `busy` [1] = how busy the wall is, 0..1 -> `matte` [1, 10, rows, columns]: per cell three slopes and a
    constant, which applied to colours -0.5..0.5 give the share of the person, then the colour that the person and the
    one that the wall has here or nearest, 0..1; `matte_busy` [1], the same as `busy`. Both stay in the engine."""
    g = Graph("parted")
    grid = g.input("matte_grid", FLOAT, [1, 6, "rows", "columns"])
    better = g.input("matte_share", FLOAT, [1, 1, "rows", "columns"])
    area, head = g.input("matte_area", FLOAT, [4]), g.input("head", FLOAT, [4])
    busy = g.input("busy", FLOAT, [1])
    colours, wide, close, classic = (g.slice(grid, 1, *part) for part in ((0, 3), (3, 4), (4, 5), (5, 6)))
    classic = g.op("Sub", g.op("Mul", classic, 1 + 2 * OVER), OVER)
    better = reconciled(g, better, classic, wide, close, along(g, area, _cells(g, grid), head), busy)
    better = decided(g, better, busy)
    functions = detailed(g, colours, g.op("Mul", better, 1 - 2 * HAZE))
    doubt = g.op("Mul", busy, g.op("Sub", 1.0, ramp(g, better, *BELIEVED)))
    functions = flatter(g, colours, functions, doubt)
    # Where a wall has a person's colour between the cells, nobody is if the cells around see next to nothing.
    functions = g.op("Mul", functions, ramp(g, dilated(g, better, 1), 0.0, SEEN))
    # Whoever applies them cuts off the haze, of which there is none here.
    functions = g.op("Add", functions, np.array([0, 0, 0, HAZE], np.float32).reshape(1, 4, 1, 1))
    share = g.op("Clip", better, 0.0, 1.0)
    person = carried(g, colours, ramp(g, share, SURE, 1.0))
    wall = carried(g, colours, ramp(g, g.op("Sub", 1.0, share), SURE, 1.0))
    g.output(g.op("Concat", functions, person, wall, axis=1), "matte", FLOAT, [1, 10, "rows", "columns"])
    g.output(busy, "matte_busy", FLOAT, [1])
    return g.build()


def places(g: Graph, grid: str, area: str, head: str) -> str:
    """[1, 2, h, w] 0..1: where the cells of `grid` [1, n, h, w] lie on the head, between the bounds ASIDE and DOWN."""
    aside, down = along(g, area, _cells(g, grid), head)
    parts = [g.op("Mul", aside, 1 / ASIDE), g.op("Div", g.op("Sub", down, DOWN[0]), DOWN[1] - DOWN[0])]
    return g.op("Clip", g.op("Concat", *parts, axis=1), 0.0, 1.0)


def _cells(g: Graph, grid: str) -> str:
    """Width and height of a grid, [2]."""
    return g.cast(g.op("Gather", g.op("Shape", grid), np.array([3, 2]), axis=0), FLOAT)


def corrected(g: Graph, colours: str, where: str, wide: str, close: str, share: str, trust: str) -> str:
    """[1, 1, h, w], -OVER..1 + OVER: `share`, the classic matte 0..1, with `trust` of its correction; `colours` [1, 3,
    h, w] 0..1, `where` as of `places`; h and w multiples of 16."""
    with np.load(WEIGHTS) as kept:
        weights: dict[str, Array] = {name: kept[name].astype(np.float32) for name in kept.files}
    given = g.op("Sub", g.op("Concat", colours, where, wide, close, share, axis=1), 0.5)
    number = iter(range(len(weights) // 2))

    def layer(x: str, stride: int = 1, spread: int = 1) -> str:
        k = next(number)
        kernel = weights[f"kernel{k}"]
        pads = [spread * (kernel.shape[2] // 2)] * 4
        return g.op(
            "Conv", x, kernel, weights[f"bias{k}"], strides=[stride] * 2, dilations=[spread] * 2, pads=pads,
            kernel_shape=list(kernel.shape[2:]),
        )  # fmt: skip

    x, held = g.op("SpaceToDepth", given, blocksize=2), []
    for blocks in BLOCKS:
        for stride, spread in blocks:
            x = g.op("Relu", layer(x, stride, spread))
        held.append(x)
    for other in held[-2::-1]:
        x = g.op("Add", _grown(g, layer(x)), other)
        x = g.op("Relu", layer(x))
    x = g.op("Concat", _grown(g, layer(x)), given, axis=1)
    change = g.op("Mul", layer(g.op("Relu", layer(x))), trust)
    return g.op("Clip", g.op("Add", change, share), -OVER, 1 + OVER)


def detailed(g: Graph, colours: str, share: str) -> str:
    """[1, 4, h, w]: slopes and a constant per cell that give `share` [1, 1, h, w] on the grid itself, and between the
    cells what the photo's colours say."""
    guide = Guide(g, colours, REACH, LEAST_VARIANCE)
    functions = guide.functions(share)
    rest = g.op("Sub", share, applied(g, functions, guide.colours))
    constant = g.op("Add", g.slice(functions, 1, 3, 4), rest)
    return g.op("Concat", g.slice(functions, 1, 0, 3), constant, axis=1)


def decided(g: Graph, share: str, busy: str) -> str:
    """`share` [1, 1, h, w] before a wall as `busy` [1] as it is: without what is narrower than three cells, which is a
    joint or a leaf that touches the outline more often than a strand, and crisper. Before an even wall it stays."""
    share = g.op("Add", share, g.op("Mul", busy, g.op("Sub", opened(g, share, 1), share)))
    cut = g.op("Clip", share, 0.0, 1.0)
    # smoothstep - cut = cut (1 - cut) (2 cut - 1)
    steeper = g.op("Mul", g.op("Mul", cut, g.op("Sub", 1.0, cut)), g.op("Sub", g.op("Mul", cut, 2.0), 1.0))
    return g.op("Add", share, g.op("Mul", steeper, g.op("Mul", busy, DECIDED)))


def flatter(g: Graph, colours: str, functions: str, doubt: str) -> str:
    """`functions` [1, 4, h, w] with the part `doubt` [1, 1, h, w] of their slopes gone, the same for a cell's own of
    `colours` [1, 3, h, w]."""
    gone = g.op("Mul", g.slice(functions, 1, 0, 3), doubt)
    rest = g.op("ReduceSum", g.op("Mul", gone, g.op("Sub", colours, 0.5)), [1], keepdims=1)
    slopes = g.op("Sub", g.slice(functions, 1, 0, 3), gone)
    return g.op("Concat", slopes, g.op("Add", g.slice(functions, 1, 3, 4), rest), axis=1)


def _grown(g: Graph, planes: str) -> str:
    """Twice as wide and high, out of a quarter of the planes."""
    return g.op("DepthToSpace", planes, blocksize=2)
