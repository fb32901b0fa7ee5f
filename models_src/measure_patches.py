"""A patch around each eye, level with its corners, and masks of what is seen in it.

Both eyes at once: half as many nodes open and run in half the time, whatever they hold.
"""

import numpy as np

from models_src import face_map
from models_src.graph import FLOAT, Array, Graph

COLUMNS, ROWS = 64, 40
REACH = 1.7
"""Width of an eye's patch over the eye's own width."""
IRISES = (468, 473)
"""Number of the iris' centre in the mesh, left and right of the image; four points around it follow."""
LIDS = 16
"""Points around an eye, from corner to corner; the second corner is in the middle."""


class Patches:
    """`places` [2 * ROWS * COLUMNS, 2] of the patches' cells, px of the head map, and masks.

    Masks are float 0 or 1, [1, 2, ROWS, COLUMNS], the eye left in the image first: `opened` between the lids, `iris`
    and `pupil` the part of them that the lids leave free, `white` the rest of the open eye without a rim, `lens` what
    surrounds the eye in a patch, lashes and lids left out. `radius` [2, 1, 1] of the iris, in eye widths.
    """

    def __init__(self, g: Graph, points: str) -> None:
        """`points` [478, 2] px of the head map."""
        mesh = np.array([[*lids, *range(iris, iris + 5)] for lids, iris in zip(face_map.LIDS, IRISES, strict=True)])
        known = g.op("Gather", points, mesh, axis=0)
        left, right = g.slice(known, 1, 0, 1), g.slice(known, 1, LIDS // 2, LIDS // 2 + 1)
        middle = g.op("Mul", g.op("Add", left, right), 0.5)
        across = g.op("Sub", right, left)  # one eye wide
        turned = g.op("Mul", g.op("Gather", across, np.array([1, 0]), axis=2), np.array([[-1, 1]], np.float32))
        step = REACH / COLUMNS
        columns = ((np.arange(COLUMNS) + 0.5 - COLUMNS / 2) * step).astype(np.float32)
        rows = ((np.arange(ROWS) + 0.5 - ROWS / 2) * step).astype(np.float32)
        x, y = np.tile(columns, ROWS)[:, None], np.repeat(rows, COLUMNS)[:, None]
        places = g.op("Add", g.op("Add", middle, g.op("Mul", x, across)), g.op("Mul", y, turned))
        self.places = g.reshape(places, [-1, 2])

        # Lids and iris in units of the eye's width, along the patch's own axes.
        basis = g.op("Transpose", g.op("Concat", across, turned, axis=1), perm=[0, 2, 1])
        length = g.op("ReduceSumSquare", across, [2], keepdims=1)
        own = g.op("Div", g.op("MatMul", g.op("Sub", known, middle), basis), length)
        centre, ring = g.slice(own, 1, LIDS, LIDS + 1), g.slice(own, 1, LIDS + 1, LIDS + 5)
        self.radius = g.op("ReduceMean", g.op("ReduceL2", g.op("Sub", ring, centre), [2], keepdims=1), [1], keepdims=1)
        self.opened = g.op("Unsqueeze", _inside(g, g.slice(own, 1, 0, LIDS), columns, rows), [0])
        dx = g.op("Sub", columns[None, None, :], g.slice(centre, 2, 0, 1))
        dy = g.op("Sub", rows[None, :, None], g.slice(centre, 2, 1, 2))
        far = g.op("Sqrt", g.op("Add", g.op("Mul", dx, dx), g.op("Mul", dy, dy)))
        reach = g.op("Div", far, self.radius)
        self.iris = g.op("Mul", self.opened, g.cast(g.op("Less", reach, 0.9), FLOAT))
        self.pupil = g.op("Mul", self.opened, g.cast(g.op("Less", reach, 0.5), FLOAT))
        inner = g.op("Neg", grown(g, g.op("Neg", self.opened), 3))
        self.white = g.op("Mul", inner, g.cast(g.op("Greater", reach, 1.15), FLOAT))
        self.lens = g.op("Sub", 1.0, grown(g, self.opened, 9))


def grown(g: Graph, masks: str, cells: int) -> str:
    """Each by half of `cells` on all sides."""
    return g.op("MaxPool", masks, kernel_shape=[cells, cells], pads=[cells // 2] * 4)


def _inside(g: Graph, outlines: str, columns: Array, rows: Array) -> str:
    """[2, rows, columns] 1 inside a closed outline [2, n, 2], else 0: the number of edges crossed to the right is
    odd."""
    x, y = columns.reshape(1, 1, 1, -1), rows.reshape(1, 1, -1, 1)
    here = g.op("Unsqueeze", outlines, [3])
    after = g.op("Gather", here, np.roll(np.arange(LIDS), -1), axis=1)
    ax, ay = (g.slice(here, 2, k, k + 1) for k in (0, 1))
    bx, by = (g.slice(after, 2, k, k + 1) for k in (0, 1))
    between = g.op("Xor", g.op("Greater", ay, y), g.op("Greater", by, y))
    rise = g.op("Sub", by, ay)
    safe = g.op("Where", g.op("Equal", rise, 0.0), 1.0, rise)
    slope = g.op("Div", g.op("Sub", bx, ax), safe)
    cross = g.op("Add", g.op("Mul", slope, g.op("Sub", y, ay)), ax)
    hit = g.op("And", between, g.op("Less", x, cross))
    return g.op("Mod", g.op("ReduceSum", g.cast(hit, FLOAT), [1], keepdims=0), 2.0, fmod=1)
