"""A plane that keeps to what is known and else follows the photo's colours: (1 - G + weight) x = weight aim, where G is
the guided filter and 1 - G the matting Laplacian, by a few steps of preconditioned conjugate gradients."""

from models_src.graph import Graph
from models_src.guided import Guide


def solved(g: Graph, guide: Guide, weight: str, pull: str, steps: int, start: str = "") -> str:
    """x [1, 1, h, w] for `weight` and `pull`, which is weight times aim, of the same shape; from `start`, nothing where
    none is given. One step sees as far as two windows of the guide."""

    def system(x: str) -> str:
        return g.op("Sub", g.op("Mul", g.op("Add", weight, 1.0), x), guide.filtered(x))

    eased = g.op("Div", 1.0, g.op("Add", weight, 0.501))
    x = start
    rest = g.op("Sub", pull, system(x)) if start else pull
    near = g.op("Mul", rest, eased)
    way, power = near, _total(g, rest, near)
    for step in range(steps):
        pushed = system(way)
        length = g.op("Div", power, g.op("Max", _total(g, way, pushed), 1e-12))
        walked = g.op("Mul", way, length)
        x = g.op("Add", x, walked) if x else walked
        if step == steps - 1:
            break
        rest = g.op("Sub", rest, g.op("Mul", pushed, length))
        near = g.op("Mul", rest, eased)
        after = _total(g, rest, near)
        way = g.op("Add", near, g.op("Mul", way, g.op("Div", after, g.op("Max", power, 1e-12))))
        power = after
    return x


def _total(g: Graph, first: str, second: str) -> str:
    return g.op("ReduceSum", g.op("Mul", first, second), [0, 1, 2, 3], keepdims=1)
