"""Light and colour of the face, on its map: zones, tones of skin, hot spots, and OFIQ's photometry."""

import numpy as np

from models_src import face_map
from models_src.graph import INT64, Array, Graph
from models_src.measure_parts import band, linear, luma, mean, quantiles, share
from models_src.measure_values import Values

ZONES = {
    "forehead": [(0.0, -0.28, 0.11)],
    "forehead_left": [(-0.24, -0.25, 0.07)],
    "forehead_right": [(0.24, -0.25, 0.07)],
    "cheek_left": [(-0.36, 0.33, 0.10)],
    "cheek_right": [(0.36, 0.33, 0.10)],
    "socket_left": [(-0.28, -0.095, 0.03), (-0.25, 0.115, 0.05)],
    "socket_right": [(0.28, -0.095, 0.03), (0.25, 0.115, 0.05)],
    "nose": [(0.0, 0.20, 0.06)],
    "chin": [(0.0, 0.86, 0.07)],
}
"""Discs (x, y, radius) on the mean face, T. Forehead, cheeks and chin follow the zones of ICAO's uniformity rule, moved
onto skin that mesh and hair leave free; an eye socket is the lid under the brow and the skin under the eye."""
HOT = 240.0
"""Codes: where even the darkest channel reaches it, the skin's colour is lost to a reflection."""
BLACK = 10.0
LIGHT_SKIN = (0.93, 0.97)
"""Quantiles of the skin's darkest channel between which the light end of its colours lies, highlights left out."""


def skin_mask() -> Array:
    """[ROWS, COLUMNS] bool: the face without eyes, brows, lips and nostrils, a margin left at the outline."""
    skin = face_map.region(face_map.OVAL, 0.90)
    for part, grow in (
        *((lids, 1.9) for lids in face_map.LIDS),
        *((brow, 1.4) for brow in face_map.BROWS),
        (face_map.OUTER_LIPS, 1.2),
    ):
        skin = skin & ~face_map.region(part, grow)
    without: Array = skin & ~face_map.disc(0.0, 0.37, 0.10)
    return without


def hull_mask() -> Array:
    """[ROWS, COLUMNS] bool: OFIQ's landmarked region, from the brows' tops to the jaw."""
    below = np.arange(face_map.ROWS)[:, None] + 0.5 > face_map.texel(np.array([0.0, -0.17]))[1]
    whole: Array = face_map.region(face_map.OVAL) & below
    return whole


def measure(g: Graph, texels: str, values: Values) -> tuple[str, str]:
    """`texels` [ROWS * COLUMNS, 3]: codes of the face map. Returns skin.low95, []: the darkest channel of the skin's
    light end; and the luma of both sockets, [2]."""
    zones = _zones(g, texels)
    values.extend([f"{zone}.{channel}" for zone in ZONES for channel in "rgb"], "codes", zones)

    whole = _of(g, texels, face_map.region(face_map.OVAL, 0.96))
    count = int(face_map.region(face_map.OVAL, 0.96).sum())
    parts = [0.01, 0.05, 0.5, 0.95, 0.99]
    names = ["face.p01", "face.p05", "face.p50", "face.p95", "face.p99"]
    values.extend(names, "codes", quantiles(g, g.reshape(luma(g, whole), [count]), count, parts))
    spread = g.op("Sub", g.op("ReduceMax", whole, [1], keepdims=0), g.op("ReduceMin", whole, [1], keepdims=0))
    values.add("face.chroma", "codes", quantiles(g, spread, count, [0.9]))

    skin = _of(g, texels, skin_mask())
    count = int(skin_mask().sum())
    darkest = g.op("ReduceMin", skin, [1], keepdims=0)
    values.extend(["skin.low50", "skin.low99"], "codes", quantiles(g, darkest, count, [0.5, 0.99]))
    light_end = band(g, darkest, count, LIGHT_SKIN)
    values.add("skin.low95", "codes", light_end)
    values.add("skin.hot", "share", share(g, g.op("GreaterOrEqual", darkest, HOT)))
    tones = g.reshape(luma(g, skin), [count])
    values.extend(["skin.p05", "skin.p50", "skin.p95"], "codes", quantiles(g, tones, count, [0.05, 0.5, 0.95]))
    values.add("skin.black", "share", share(g, g.op("LessOrEqual", tones, BLACK)))
    values.extend([f"skin.{c}" for c in "rgb"], "codes", g.op("ReduceMean", skin, [0], keepdims=0))
    _ofiq(g, _of(g, texels, hull_mask()), int(hull_mask().sum()), values)
    sockets = [list(ZONES).index(f"socket_{side}") for side in ("left", "right")]
    return light_end, g.reshape(luma(g, g.op("Gather", zones, sockets, axis=0)), [2])


def _zones(g: Graph, texels: str) -> str:
    """[zones, 3]: the mean colour of each."""
    masks = np.array([np.logical_or.reduce([face_map.disc(*disc) for disc in discs]) for discs in ZONES.values()])
    used = np.asarray(masks.any(axis=0))
    weights = masks[:, used] / masks.sum(axis=(1, 2))[:, None]
    return g.op("MatMul", weights.astype(np.float32), _of(g, texels, used))


def _ofiq(g: Graph, hull: str, count: int, values: Values) -> None:
    """OFIQ's luminance measures: round(255 Y) of linear light in the landmarked region."""
    code = g.op("Floor", g.op("Add", g.op("Mul", luma(g, linear(g, hull)), 255.0), 0.5))
    code = g.reshape(code, [count])
    unit = g.op("Mul", code, 1 / 255)
    middle = mean(g, unit)
    moved = g.op("Sub", unit, middle)
    values.add("ofiq.luminance_mean", "", middle)
    values.add("ofiq.luminance_variance", "", mean(g, g.op("Mul", moved, moved)))
    values.add("ofiq.under", "share", share(g, g.op("LessOrEqual", code, 25.0)))
    values.add("ofiq.over", "share", share(g, g.op("GreaterOrEqual", code, 247.0)))
    ones = np.full(count, 1 / count, dtype=np.float32)
    empty = np.zeros(256, dtype=np.float32)
    parts = g.op("ScatterElements", empty, g.cast(code, INT64), ones, axis=0, reduction="add")
    bits = g.op("Div", g.op("Log", g.op("Max", parts, 1e-12)), float(np.log(2)))
    values.add("ofiq.entropy", "bits", g.op("Neg", g.reshape(g.op("ReduceSum", g.op("Mul", parts, bits)), [1])))


def _of(g: Graph, texels: str, mask: Array) -> str:
    """[n, 3]: the texels of a mask."""
    return g.op("Gather", texels, np.flatnonzero(mask).astype(np.int32), axis=0)
