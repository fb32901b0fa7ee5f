"""Colours carried from where they are known to everywhere else: averages over ever larger cells, filled in from the
coarsest down (pull-push; Gortler, Grzeszczuk, Szeliski, Cohen, The Lumigraph, 1996)."""

from models_src.graph import Graph

LEVELS = 6
"""Halvings: 64 cells of 1/64 T."""
FAINT = 0.02
"""Weight of what the next coarser level says: it decides only where hardly anything is known."""


def carried(g: Graph, colours: str, known: str) -> str:
    """[1, 3, h, w] as `colours` where the weight `known` [1, 1, h, w] is 1, elsewhere like the nearest that are."""
    weight = g.op("Add", known, 1e-4)
    levels = [g.op("Concat", g.op("Mul", colours, weight), weight, axis=1)]
    for _ in range(LEVELS):
        levels.append(g.op("AveragePool", levels[-1], kernel_shape=[2, 2], strides=[2, 2], ceil_mode=1))
    made = None
    for level in reversed(levels):
        held, share = g.slice(level, 1, 0, 3), g.slice(level, 1, 3, 4)
        if made is not None:
            grown = g.op("Resize", made, None, None, g.op("Shape", held), mode="linear")
            held, share = g.op("Add", held, g.op("Mul", grown, FAINT)), g.op("Add", share, FAINT)
        made = g.op("Div", held, share)
    assert made is not None
    return made
