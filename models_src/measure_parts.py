"""Small formulas that the measuring graphs share: luma, masked means, quantiles of sorted numbers."""

import numpy as np

from models_src.graph import FLOAT, INT64, Graph

LUMA = np.array([[0.2126], [0.7152], [0.0722]], dtype=np.float32)
"""Weights of Rec. 709 (ITU-R BT.709-6); on codes they give luma, on linear light luminance."""


def luma(g: Graph, colours: str) -> str:
    """[..., 3] codes -> [..., 1]."""
    return g.op("MatMul", colours, LUMA)


def linear(g: Graph, codes: str) -> str:
    """sRGB codes 0..255 -> linear light 0..1 (IEC 61966-2-1)."""
    unit = g.op("Mul", codes, 1 / 255)
    curve = g.op("Pow", g.op("Mul", g.op("Add", unit, 0.055), 1 / 1.055), 2.4)
    return g.op("Where", g.op("LessOrEqual", unit, 0.04045), g.op("Mul", unit, 1 / 12.92), curve)


def total(g: Graph, value: str) -> str:
    """[1]: the sum of everything."""
    return g.reshape(g.op("ReduceSum", value), [1])


def mean(g: Graph, value: str) -> str:
    """[1]: the mean of everything."""
    return g.reshape(g.op("ReduceMean", value), [1])


def masked_mean(g: Graph, value: str, mask: str) -> str:
    """[1]: mean of `value` where `mask` is 1; 0 where it is nowhere."""
    return g.op("Div", total(g, g.op("Mul", value, mask)), g.op("Max", total(g, mask), 1.0))


def masked_colour(g: Graph, colours: str, mask: str) -> str:
    """[3]: mean of `colours` [h, w, 3] where `mask` [h, w] is 1; 0 where it is nowhere."""
    weighted = g.op("Mul", colours, g.op("Unsqueeze", mask, [2]))
    return g.op("Div", g.op("ReduceSum", weighted, [0, 1], keepdims=0), g.op("Max", total(g, mask), 1.0))


def ascending(g: Graph, flat: str, count: int) -> str:
    """[count] sorted."""
    return g.ops("TopK", flat, [count], axis=0, largest=0, outputs=2)[0]


def quantiles(g: Graph, flat: str, count: int, parts: list[float]) -> str:
    """[len(parts)]: the sorted element at round(part * (count - 1)) of `flat` [count]."""
    where = np.array([round(part * (count - 1)) for part in parts])
    return g.op("Gather", ascending(g, flat, count), where, axis=0)


def masked_quantiles(g: Graph, value: str, mask: str, count: int, parts: list[float]) -> str:
    """The same over the elements of `value` whose `mask` is 1; 1e9 where it is nowhere."""
    flat = g.reshape(g.op("Where", g.op("Greater", mask, 0.5), value, 1e9), [count])
    last = g.op("Max", g.op("Sub", total(g, mask), 1.0), 0.0)
    where = g.cast(g.op("Round", g.op("Mul", last, np.array(parts, dtype=np.float32))), INT64)
    return g.op("Gather", ascending(g, flat, count), where, axis=0)


def share(g: Graph, condition: str) -> str:
    """[1]: in which part of everything the condition holds."""
    return mean(g, g.cast(condition, FLOAT))
