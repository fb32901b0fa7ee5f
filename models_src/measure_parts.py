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
    """[1]: mean of `value` weighted by `mask`, 0 to 1; 0 where it is nowhere.

    Taken twice, the second time of what is left: sums of 16,384 float32 differ by 3e-5 between engines, and a shadow of
    half a percent of the mean would show it.
    """
    weight = g.op("Max", total(g, mask), 1.0)
    rough = g.op("Div", total(g, g.op("Mul", value, mask)), weight)
    rest = g.op("Mul", g.op("Sub", value, rough), mask)
    return g.op("Add", rough, g.op("Div", total(g, rest), weight))


def masked_colour(g: Graph, colours: str, mask: str) -> str:
    """[3]: mean of `colours` [h, w, 3] where `mask` [h, w] is 1; 0 where it is nowhere."""
    weighted = g.op("Mul", colours, g.op("Unsqueeze", mask, [2]))
    return g.op("Div", g.op("ReduceSum", weighted, [0, 1], keepdims=0), g.op("Max", total(g, mask), 1.0))


def ascending(g: Graph, flat: str, count: int | str) -> str:
    """The least `count` elements of `flat`, sorted; a number, or a value [1] of the graph."""
    number = [count] if isinstance(count, int) else count
    return g.ops("TopK", flat, number, axis=0, largest=0, outputs=2)[0]


def quantiles(g: Graph, flat: str, count: int, parts: list[float]) -> str:
    """[len(parts)]: the sorted element at round(part * (count - 1)) of `flat` [count].

    Sorted is the shorter end that holds all of them: a full order of 16,384 takes a browser 2 ms.
    """
    where = np.array([round(part * (count - 1)) for part in parts])
    below, above = int(where.max()) + 1, count - int(where.min())
    if below <= above:
        return g.op("Gather", ascending(g, flat, below), where, axis=0)
    descending = g.ops("TopK", flat, [above], axis=0, largest=1, outputs=2)[0]
    return g.op("Gather", descending, count - 1 - where, axis=0)


def band(g: Graph, flat: str, count: int, part: tuple[float, float]) -> str:
    """[1]: mean of the sorted elements of `flat` [count] between two quantiles; steadier than one of them."""
    low, high = (round(edge * count) for edge in part)
    if high <= count - low:
        return mean(g, g.slice(ascending(g, flat, high), 0, low, high))
    descending = g.ops("TopK", flat, [count - low], axis=0, largest=1, outputs=2)[0]
    return mean(g, g.slice(descending, 0, count - high, count - low))


def masked_quantiles(g: Graph, value: str, mask: str, count: int, parts: list[float]) -> str:
    """The same over the elements of `value` whose `mask` is 1; 1e9 where it is nowhere."""
    flat = g.reshape(g.op("Where", g.op("Greater", mask, 0.5), value, 1e9), [count])
    there = g.op("Max", total(g, mask), 1.0)
    where = g.cast(g.op("Round", g.op("Mul", g.op("Sub", there, 1.0), np.array(parts, dtype=np.float32))), INT64)
    return g.op("Gather", ascending(g, flat, g.cast(there, INT64)), where, axis=0)


def masked_band(g: Graph, value: str, weight: str, count: int, band: tuple[float, float]) -> str:
    """[1]: mean of `value` between two quantiles of its weighted order, 0..1; 0 where no weight is.

    Unlike a single element of the order it is continuous in values and weights.
    """
    some = g.op("Greater", weight, 0.0)
    flat = g.reshape(g.op("Where", some, value, 1e9), [count])
    there = g.cast(g.op("Max", total(g, g.cast(some, FLOAT)), 1.0), INT64)
    ordered, place = g.ops("TopK", flat, there, axis=0, largest=0, outputs=2)
    until = g.op("CumSum", g.op("Gather", g.reshape(weight, [count]), place, axis=0), 0)
    whole = g.op("Max", total(g, weight), 1e-6)
    part = g.op("Min", g.op("Max", g.op("Div", until, whole), band[0]), band[1])
    before = g.op("Concat", np.array([band[0]], np.float32), g.slice(part, 0, 0, -1), axis=0)
    inside = g.op("Sub", part, before)
    return g.op("Div", total(g, g.op("Mul", ordered, inside)), g.op("Max", total(g, inside), 1e-6))


def ramp(g: Graph, value: str, none: float, whole: float) -> str:
    """0 up to `none` and 1 from `whole` on, linear between; either may be the larger."""
    part = g.op("Mul", g.op("Sub", value, none), 1 / (whole - none))
    return g.op("Min", g.op("Max", part, 0.0), 1.0)


def share(g: Graph, condition: str) -> str:
    """[1]: in which part of everything the condition holds."""
    return mean(g, g.cast(condition, FLOAT))
