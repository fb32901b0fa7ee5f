"""A guided filter whose guide is a colour picture, as a formula: He, Sun, Tang, Guided image filtering (2010).

In every window the filtered plane is taken to be a linear function of the three colours; the windows' functions are
then averaged. 1 minus this filter is the large-kernel matting Laplacian over the size of the window.
"""

import numpy as np

from models_src.graph import Graph

LEAST_VARIANCE = 3e-5
"""Of colours 0..1: added to the covariance, and no pivot of it is taken as less. On smooth walls float32 makes
variances of 1e-6 negative, and an inverse by cofactors then draws bright crosses."""


class Guide:
    """`colours` [1, 3, h, w], 0..1, and what its windows know of them; `reach`: cells from a window's middle to its
    edge; `least`: variance that every colour is taken to have."""

    def __init__(self, g: Graph, colours: str, reach: int, least: float = LEAST_VARIANCE) -> None:
        self._graph, self._reach, self._least = g, reach, least
        whole = self._summed(g.op("Add", g.op("Mul", g.slice(colours, 1, 0, 1), 0.0), 1.0), 1)
        self._share = g.op("Div", 1.0, whole)
        self.colours = g.op("Sub", colours, 0.5)  # small numbers cancel less
        self._planes = [g.slice(self.colours, 1, k, k + 1) for k in range(3)]
        r, gr, b = self._planes
        pairs = [(r, r), (gr, r), (b, r), (gr, gr), (b, gr), (b, b)]
        squares = [g.op("Mul", first, second) for first, second in pairs]
        means = self._box(g.op("Concat", self.colours, *squares, axis=1), 9)
        self._mean = g.slice(means, 1, 0, 3)
        m = [g.slice(means, 1, k, k + 1) for k in range(3)]
        of = [(0, 0), (1, 0), (2, 0), (1, 1), (2, 1), (2, 2)]
        spread = [g.op("Sub", g.slice(means, 1, 3 + k, 4 + k), g.op("Mul", m[i], m[j])) for k, (i, j) in enumerate(of)]
        self._factorise(*spread)

    def _factorise(self, rr: str, gr: str, br: str, gg: str, bg: str, bb: str) -> None:
        """The covariance as L D L^T with L's diagonal 1."""
        g = self._graph
        self._d1 = self._pivot(rr)
        self._l21, self._l31 = g.op("Div", gr, self._d1), g.op("Div", br, self._d1)
        self._d2 = self._pivot(g.op("Sub", gg, g.op("Mul", self._l21, gr)))
        rest = g.op("Sub", bg, g.op("Mul", self._l31, gr))
        self._l32 = g.op("Div", rest, self._d2)
        last = g.op("Sub", bb, g.op("Add", g.op("Mul", self._l31, br), g.op("Mul", self._l32, rest)))
        self._d3 = self._pivot(last)

    def _pivot(self, variance: str) -> str:
        g = self._graph
        return g.op("Max", g.op("Add", variance, self._least), self._least)

    def functions(self, plane: str) -> str:
        """[1, 4, h, w]: the averaged linear functions that stand for `plane` [1, 1, h, w], three slopes and a
        constant."""
        g = self._graph
        held = self._box(g.op("Concat", plane, g.op("Mul", self.colours, plane), axis=1), 4)
        mean = g.slice(held, 1, 0, 1)
        shared = g.op("Sub", g.slice(held, 1, 1, 4), g.op("Mul", self._mean, mean))
        c1, c2, c3 = (g.slice(shared, 1, k, k + 1) for k in range(3))
        y2 = g.op("Sub", c2, g.op("Mul", self._l21, c1))
        y3 = g.op("Sub", c3, g.op("Add", g.op("Mul", self._l31, c1), g.op("Mul", self._l32, y2)))
        a3 = g.op("Div", y3, self._d3)
        a2 = g.op("Sub", g.op("Div", y2, self._d2), g.op("Mul", self._l32, a3))
        a1 = g.op("Div", c1, self._d1)
        a1 = g.op("Sub", a1, g.op("Add", g.op("Mul", self._l21, a2), g.op("Mul", self._l31, a3)))
        slopes = g.op("Concat", a1, a2, a3, axis=1)
        constant = g.op("Sub", mean, _dot(g, slopes, self._mean))
        return self._box(g.op("Concat", slopes, constant, axis=1), 4)

    def filtered(self, plane: str) -> str:
        """The filter itself, [1, 1, h, w]."""
        return applied(self._graph, self.functions(plane), self.colours)

    def _box(self, planes: str, count: int) -> str:
        """The mean over each cell's window, of `count` planes; at the border over what of the window there is."""
        return self._graph.op("Mul", self._summed(planes, count), self._share)

    def _summed(self, planes: str, count: int) -> str:
        """Down, then across, as depthwise convolutions: 2 ms where AveragePool takes 24 natively, and 1 for 6 in
        wasm."""
        for shape, pads in (
            ([2 * self._reach + 1, 1], [self._reach, 0] * 2),
            ([1, 2 * self._reach + 1], [0, self._reach] * 2),
        ):
            ones = np.ones([count, 1, *shape], np.float32)
            planes = self._graph.op("Conv", planes, ones, group=count, pads=pads)
        return planes


def applied(g: Graph, functions: str, colours: str) -> str:
    """[1, 1, h, w]: functions [1, 4, h, w] of colours [1, 3, h, w], which are -0.5..0.5."""
    return g.op("Add", _dot(g, g.slice(functions, 1, 0, 3), colours), g.slice(functions, 1, 3, 4))


def _dot(g: Graph, first: str, second: str) -> str:
    return g.op("ReduceSum", g.op("Mul", first, second), [1], keepdims=1)
