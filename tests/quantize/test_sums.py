"""Sums that convolutions take up: fewer nodes, the same results, and nothing where more than the sum wants a value."""

from collections import Counter
from collections.abc import Callable

import numpy as np
import onnx
import pytest

from models_src.graph import FLOAT, Graph
from quantize import sums
from tests.quantize.test_shapes import _opened

SHAPE = [1, 3, 6, 5]
NOISE = np.random.default_rng(4)
KERNELS = [NOISE.normal(size=(3, 3, 3, 3)).astype(np.float32) for _ in range(3)]
BIAS = NOISE.normal(size=3).astype(np.float32)


def conv(g: Graph, x: str, k: int) -> str:
    return g.op("Conv", x, KERNELS[k], BIAS, kernel_shape=[3, 3], pads=[1, 1, 1, 1])


def shortcut(g: Graph, x: str) -> str:
    return g.op("Add", x, conv(g, x, 0))


def activated(g: Graph, x: str) -> str:
    return g.op("Relu", g.op("Add", conv(g, x, 0), x))


def two(g: Graph, x: str) -> str:
    return g.op("Relu", g.op("Add", conv(g, x, 0), conv(g, conv(g, x, 1), 2)))


def chain(g: Graph, x: str) -> str:
    return shortcut(g, activated(g, shortcut(g, x)))


def broadcast(g: Graph, x: str) -> str:
    return g.op("Add", conv(g, x, 0), BIAS[None, :, None, None])


def wanted_twice(g: Graph, x: str) -> str:
    made = conv(g, x, 0)
    return g.op("Mul", g.op("Add", made, x), made)


def sum_wanted_twice(g: Graph, x: str) -> str:
    made = g.op("Add", conv(g, x, 0), x)
    return g.op("Mul", g.op("Relu", made), made)


CASES: dict[Callable[[Graph, str], str], tuple[int, int]] = {
    shortcut: (1, 1), activated: (1, 1), two: (3, 1), chain: (3, 3), broadcast: (2, 0), wanted_twice: (3, 0),
    sum_wanted_twice: (3, 1),
}  # fmt: skip
"""How many nodes are left, and how many of them begin with a sum."""


def model(case: Callable[[Graph, str], str]) -> onnx.ModelProto:
    g = Graph("sums")
    g.output(case(g, g.input("x", FLOAT, SHAPE)), "y", FLOAT, SHAPE)
    return g.build()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_the_same_results_from_fewer_nodes(case: Callable[[Graph, str], str]) -> None:
    before = model(case)
    after = sums.taken_up(before, sums.shapes(before) | {"x": tuple(SHAPE)})
    counts = Counter(node.op_type for node in after.graph.node)
    assert (sum(counts.values()) - counts["Identity"], counts["FusedConv"]) == CASES[case]
    feed = {"x": NOISE.normal(size=SHAPE).astype(np.float32)}
    (wanted,), (made,) = (_opened(one).run(None, feed) for one in (before, after))
    assert np.allclose(made, wanted, atol=1e-5) and (wanted < 0).any() == (made < 0).any()


def test_unknown_sizes_are_left_alone() -> None:
    before = model(shortcut)
    assert "FusedConv" not in {node.op_type for node in sums.taken_up(before, {}).graph.node}
