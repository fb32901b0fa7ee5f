"""The measuring graph of original pixels: sharpness, noise, compression, pixelation, tones that are missing."""

from itertools import pairwise

import numpy as np
import onnx

from models_src.graph import FLOAT, INT64, UINT8, Array, Graph
from models_src.measure_parts import LUMA, mean, total
from models_src.measure_values import Values
from models_src.reduce import resize

PER_MM = 2.5
"""Px per mm of the face at which sharpness is measured: a detail of 1 mm, which ISO asks to be visible, is 2.5 px."""
TILE = 480
"""Most px per side of the piece that is measured pixel by pixel."""
PERIODS = 240
"""Frequencies are multiples of 1 / PERIODS per px, so that patterns of 2, 3, 4, 5, 6, 8, 10, 12, 15, 16 and 20 px each
fall on one."""
BLOCK = 16
"""Px of the blocks in which noise is looked for; the calmest fifth of them counts."""
COMBS = {2: 1, 3: 1, 4: 2, 5: 2, 6: 3, 8: 3, 10: 4, 12: 5, 16: 6}
"""Period in px -> how many of its harmonics must stand out together."""


def build() -> onnx.ModelProto:
    """Graph: `image` uint8 [h, w, 3 or 4], a cut of the photo around the face; `per_mm` [1] px of the photo per mm;
    `eyes` and `skin` [4] = x0, y0, x1, y1 of the eyes with their brows and of the cheeks, px of the cut -> `values`.
    """
    g = Graph("detail")
    image = g.input("image", UINT8, ["height", "width", "channels"])
    per_mm = g.input("per_mm", FLOAT, [1])
    eyes = g.input("eyes", FLOAT, [4])
    skin = g.input("skin", FLOAT, [4])
    values = Values(g)
    _sharpness(g, image, per_mm, {"eyes": eyes, "skin": skin}, values)
    _pixels(g, g.slice(_tile(g, image), 2, 0, 3), values)
    values.publish()
    return g.build()


def _sharpness(g: Graph, colours: str, per_mm: str, zones: dict[str, str], values: Values) -> None:
    """Strength of detail in four bands, each half as fine as the one before, at PER_MM px per mm."""
    full = g.cast(g.slice(g.op("Shape", colours), 0, 0, 2), FLOAT)
    factor = g.op("Div", PER_MM, per_mm)
    size = g.cast(g.op("Max", g.op("Round", g.op("Mul", full, factor)), 8.0), INT64)
    tone = _tone(g, g.slice(resize(g, colours, size, "linear"), 2, 0, 3))
    levels = [tone]
    for step in range(4):
        levels.append(_blurred(g, levels[-1], 2**step))
    boxes = g.op("Mul", g.op("Concat", *(g.op("Unsqueeze", box, [0]) for box in zones.values()), axis=0), factor)
    columns, rows = (_between(g, _counted(g, g.slice(size, 0, 1 - k, 2 - k), [1, -1]), boxes, k) for k in (0, 1))
    rest = g.op("Concat", *(g.op("Sub", fine, coarse) for fine, coarse in pairwise(levels)), axis=1)
    # Every zone is a box: its sum is taken across and then down, of each with each; those with themselves count.
    across = g.op("MatMul", g.op("Mul", rest, rest), g.op("Transpose", columns))
    sums = g.op("ReduceSum", g.op("Mul", g.op("MatMul", rows, across), np.eye(len(zones), dtype=np.float32)), [2])
    sides = [g.op("ReduceSum", side, [1], keepdims=0) for side in (rows, columns)]
    count = g.op("Max", g.op("Mul", *sides), 1.0)
    names = [f"{zone}.band{band}" for band in range(4) for zone in zones]
    values.extend(names, "codes", g.op("Sqrt", g.op("Div", sums, count)))


def _pixels(g: Graph, tile: str, values: Values) -> None:
    """What single pixels tell; `tile` uint8 [h, w, 3]."""
    tone = _tone(g, tile)
    once = _blurred(g, tone, 1)
    for name, rest in (("fine", g.op("Sub", tone, once)), ("coarse", g.op("Sub", once, _blurred(g, once, 2)))):
        values.add(f"pixels.{name}", "codes", g.op("Sqrt", mean(g, g.op("Mul", rest, rest))))
    values.add("pixels.noise", "codes", _noise(g, tone))
    values.add("pattern", "", g.op("Max", *(_pattern(g, tone, axis) for axis in (2, 3))))
    values.extend([f"comb.{period}" for period in COMBS], "", _combs(g, tone))
    for axis, name in ((0, "down"), (1, "across")):
        size = g.slice(g.op("Shape", tile), 0, axis, axis + 1)
        low = g.op("Slice", tile, [0], g.op("Sub", size, 1), [axis])
        high = g.op("Slice", tile, [1], size, [axis])
        same = g.op("ReduceMin", g.cast(g.op("Equal", g.cast(low, 6), g.cast(high, 6)), FLOAT), [2], keepdims=0)
        values.add(f"pixels.equal.{name}", "share", mean(g, same))
    used = _levels(g, tile)
    values.add("levels.least", "codes", g.op("ReduceMin", used, [0], keepdims=1))
    values.add("levels.most", "codes", g.op("ReduceMax", used, [0], keepdims=1))


def _combs(g: Graph, tone: str) -> str:
    """[1, periods]: how far the weakest harmonic of each stands out along both axes. JPEG's blocks of 8 px repeat too:
    there either axis is enough."""
    spectra = g.op("Concat", *(g.op("Unsqueeze", _spectrum(g, tone, axis), [0]) for axis in (2, 3)), axis=0)
    half = PERIODS // 4
    typical = g.slice(g.ops("TopK", spectra, [half + 1], axis=1, outputs=2)[0], 1, half, half + 1)
    most = max(COMBS.values())
    # Shorter rows end in their last harmonic again.
    at = [[PERIODS * min(j, count) // period - 1 for j in range(1, most + 1)] for period, count in COMBS.items()]
    weakest = g.op("ReduceMin", g.op("Gather", spectra, np.array(at), axis=1), [2], keepdims=0)
    found = g.op("Div", weakest, g.op("Max", typical, 1e-6))
    blocks = np.array([[period == 8 for period in COMBS]])
    either, both = (g.op(kind, found, [0], keepdims=1) for kind in ("ReduceMax", "ReduceMin"))
    return g.op("Where", blocks, either, both)


def _tile(g: Graph, colours: str) -> str:
    """The middle of the cut, at most TILE px a side, beginning at a multiple of 8 px."""
    shape = g.slice(g.op("Shape", colours), 0, 0, 2)
    spare = g.op("Max", g.op("Sub", shape, TILE), 0)
    start = g.op("Mul", g.op("Div", spare, 16), 8)
    return g.op("Slice", colours, start, g.op("Add", start, TILE), [0, 1])


def _tone(g: Graph, colours: str) -> str:
    """[1, 1, h, w] luma."""
    return g.op("Unsqueeze", g.op("Transpose", g.op("MatMul", g.cast(colours, FLOAT), LUMA), perm=[2, 0, 1]), [0])


def _blurred(g: Graph, tone: str, step: int) -> str:
    """Binomial 1 4 6 4 1 along both axes with its taps `step` px apart; the border repeats."""
    taps = np.array([1, 4, 6, 4, 1], dtype=np.float32) / 16
    tone = g.op("Pad", tone, np.array([0, 0, 2 * step, 2 * step] * 2), mode="edge")
    for shape in ((1, 1, 5, 1), (1, 1, 1, 5)):
        tone = g.op("Conv", tone, taps.reshape(shape), dilations=[step, step], pads=[0] * 4)
    return tone


def _noise(g: Graph, tone: str) -> str:
    """Standard deviation of grain by Immerkaer's mask, in the calmest blocks.

    J. Immerkaer, Fast noise variance estimation, CVIU 64 (1996): sigma = sqrt(pi / 2) / 6 times the mean of |mask|.
    """
    mask = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], dtype=np.float32).reshape(1, 1, 3, 3)
    grain = g.op("Abs", g.op("Conv", tone, mask, pads=[0] * 4))
    blocks = g.reshape(g.op("AveragePool", grain, kernel_shape=[BLOCK] * 2, strides=[BLOCK] * 2), [-1])
    count = g.op("Shape", blocks)
    ordered = g.ops("TopK", blocks, count, axis=0, largest=0, outputs=2)[0]
    fifth = g.op("Div", count, 5)
    calm = g.op("Gather", ordered, fifth, axis=0)
    return g.op("Mul", g.reshape(calm, [1]), float(np.sqrt(np.pi / 2) / 6))


def _spectrum(g: Graph, tone: str, axis: int) -> str:
    """[PERIODS / 2]: how strongly the steps between neighbours along `axis` come and go with each frequency, over their
    mean (Hann window)."""
    size = g.slice(g.op("Shape", tone), 0, axis, axis + 1)
    low = g.op("Slice", tone, [0], g.op("Sub", size, 1), [axis])
    high = g.op("Slice", tone, [1], size, [axis])
    steps = g.reshape(g.op("ReduceMean", g.op("Abs", g.op("Sub", high, low)), [5 - axis], keepdims=0), [-1])
    length = g.op("Shape", steps)
    place = _counted(g, length, [-1])
    window = g.op("Sin", g.op("Mul", g.op("Div", g.op("Add", place, 0.5), g.cast(length, FLOAT)), float(np.pi)))
    window = g.op("Mul", window, window)
    level = g.op("Div", total(g, g.op("Mul", steps, window)), total(g, window))
    moved = g.op("Mul", g.op("Sub", steps, level), window)
    turns: Array = (np.arange(1, PERIODS // 2 + 1) * 2 * np.pi / PERIODS).astype(np.float32)
    # whole turns are taken away first: the sine of a large float32 is not the same on every machine
    number = np.arange(1, PERIODS // 2 + 1, dtype=np.float32)
    angle = g.op("Mul", _rest(g, g.op("Mul", g.reshape(place, [-1, 1]), number)), float(turns[0]))
    row = g.reshape(moved, [1, -1])
    parts = [g.op("MatMul", row, g.op(kind, angle)) for kind in ("Cos", "Sin")]
    power = g.op("Add", *(g.op("Mul", part, part) for part in parts))
    strength = g.op("Div", g.op("Sqrt", power), g.op("Max", g.op("Mul", level, total(g, window)), 1e-6))
    return g.reshape(strength, [PERIODS // 2])


def _pattern(g: Graph, tone: str, axis: int) -> str:
    """[1]: the strongest fine repetition along lines of the picture: power of a frequency over its neighbours'.

    Every fourth line is looked at by itself, so that a grid may lie askew. JPEG's blocks of 8 px repeat too and are
    left out, and so are periods over 6 px, which faces have.
    """
    lines = g.op("Slice", tone, [0], [TILE], [5 - axis], [4])
    lines = lines if axis == 3 else g.op("Transpose", lines, perm=[0, 1, 3, 2])
    size = g.slice(g.op("Shape", lines), 0, 3, 4)
    place = _counted(g, size, [-1])
    window = g.op("Sin", g.op("Mul", g.op("Div", g.op("Add", place, 0.5), g.cast(size, FLOAT)), float(np.pi)))
    rows = lines
    rows = g.op("Squeeze", g.op("Mul", g.op("Sub", rows, g.op("ReduceMean", rows, [3], keepdims=1)), window), [0, 1])
    number = np.arange(PERIODS // 6, PERIODS // 2, dtype=np.float32)
    turns = _rest(g, g.op("Mul", g.reshape(place, [-1, 1]), number))
    angle = g.op("Mul", turns, float(np.float32(2 * np.pi / PERIODS)))
    parts = [g.op("MatMul", rows, g.op(kind, angle)) for kind in ("Cos", "Sin")]
    power = g.op("ReduceMean", g.op("Add", *(g.op("Mul", part, part) for part in parts)), [0], keepdims=0)
    spectrum = g.reshape(g.op("Log", g.op("Add", power, 1.0)), [1, 1, len(number)])
    wide = g.op("Pad", spectrum, np.array([0, 0, 7, 0, 0, 7]), mode="reflect")
    around = g.op("AveragePool", wide, kernel_shape=[15])
    excess = g.reshape(g.op("Sub", spectrum, around), [len(number)])
    off_grid = (np.abs((number + 2) % (PERIODS // 8) - 2) > 1.5).astype(np.float32)
    return g.reshape(g.op("ReduceMax", g.op("Mul", excess, off_grid), [0], keepdims=1), [1])


def _rest(g: Graph, number: str) -> str:
    """What whole PERIODS leave of whole numbers below 100,000, exactly; `Mod` is ten times as slow in a browser."""
    whole = g.op("Floor", g.op("Div", number, float(PERIODS)))
    return g.op("Sub", number, g.op("Mul", whole, float(PERIODS)))


def _levels(g: Graph, tile: str) -> str:
    """[3]: how many of the 256 codes of each channel occur. The channels are told apart by their codes, not by taking
    them out of the picture, which costs a browser 4 ms."""
    rows = g.cast(g.reshape(tile, [0, -1]), INT64)
    width = g.slice(g.op("Shape", tile), 0, 1, 2)
    codes = g.reshape(g.op("Add", rows, g.op("Tile", np.array([0, 256, 512]), width)), [-1])
    ones = g.op("Expand", 1.0, g.op("Shape", codes))
    found = g.op("ScatterElements", np.zeros(3 * 256, dtype=np.float32), codes, ones, axis=0)
    return g.op("ReduceSum", g.reshape(found, [3, 256]), [1], keepdims=0)


def _counted(g: Graph, length: str, shape: list[int]) -> str:
    """0, 1, 2 ... as floats."""
    steps = g.op("Range", g.constant(0), g.op("Squeeze", length, [0]), g.constant(1))
    return g.reshape(g.cast(steps, FLOAT), shape)


def _between(g: Graph, place: str, boxes: str, axis: int) -> str:
    """[boxes, n]: 1 where `place` [1, n] lies in a box [x0, y0, x1, y1] along an axis, x or y."""
    low, high = (g.slice(boxes, 1, k, k + 1) for k in (axis, axis + 2))
    inside = g.op("And", g.op("GreaterOrEqual", place, low), g.op("Less", place, high))
    return g.cast(inside, FLOAT)
