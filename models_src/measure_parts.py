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
    """[]: the sum of everything."""
    return g.op("ReduceSum", value, keepdims=0)


def mean(g: Graph, value: str) -> str:
    """[]: the mean of everything."""
    return g.op("ReduceMean", value, keepdims=0)


def masked_mean(g: Graph, value: str, mask: str) -> str:
    """[]: mean of `value` weighted by `mask`, 0 to 1; 0 where it is nowhere.

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
    """[]: mean of the sorted elements of `flat` [count] between two quantiles; steadier than one of them."""
    low, high = (round(edge * count) for edge in part)
    if high <= count - low:
        return mean(g, g.slice(ascending(g, flat, high), 0, low, high))
    descending = g.ops("TopK", flat, [count - low], axis=0, largest=1, outputs=2)[0]
    return mean(g, g.slice(descending, 0, count - high, count - low))


def masked_quantiles(g: Graph, value: str, mask: str, count: int, parts: list[float]) -> str:
    """The same over the elements of `value` whose `mask` is 1; 1e9 where it is nowhere."""
    flat = g.reshape(g.op("Where", g.op("Greater", mask, 0.5), value, 1e9), [count])
    there = g.reshape(g.op("Max", total(g, mask), 1.0), [1])
    where = g.cast(g.op("Round", g.op("Mul", g.op("Sub", there, 1.0), np.array(parts, dtype=np.float32))), INT64)
    return g.op("Gather", ascending(g, flat, g.cast(there, INT64)), where, axis=0)


def masked_bands(g: Graph, value: str, weights: str, band: tuple[float, float]) -> str:
    """[k, 1]: for each row of `weights` [k, n] the mean of `value` [1, n] between two quantiles of its weighted order,
    0..1; 0 where no weight is.

    Unlike a single element of the order it is continuous in values and weights.
    """
    some = g.op("Greater", weights, 0.0)
    most = g.op("ReduceMax", g.op("ReduceSum", g.cast(some, FLOAT), [1], keepdims=1), [0, 1], keepdims=0)
    there = g.reshape(g.cast(g.op("Max", most, 1.0), INT64), [1])
    # A row with fewer ends in elements of no weight.
    ordered, place = g.ops("TopK", g.op("Where", some, value, 1e9), there, axis=1, largest=0, outputs=2)
    until = g.op("CumSum", g.op("GatherElements", weights, place, axis=1), 1)
    whole = g.op("Max", g.op("ReduceSum", weights, [1], keepdims=1), 1e-6)
    part = g.op("Clip", g.op("Div", until, whole), *band)
    before = g.op("Pad", g.slice(part, 1, 0, -1), np.array([0, 1, 0, 0]), band[0], mode="constant")
    inside = g.op("Sub", part, before)
    found = g.op("ReduceSum", g.op("Mul", ordered, inside), [1], keepdims=1)
    return g.op("Div", found, g.op("Max", g.op("ReduceSum", inside, [1], keepdims=1), 1e-6))


def ramp(g: Graph, value: str, none: float, whole: float) -> str:
    """0 up to `none` and 1 from `whole` on, linear between; either may be the larger."""
    return g.op("Clip", g.op("Mul", g.op("Sub", value, none), 1 / (whole - none)), 0.0, 1.0)


def share(g: Graph, condition: str) -> str:
    """[]: in which part of everything the condition holds."""
    return mean(g, g.cast(condition, FLOAT))
