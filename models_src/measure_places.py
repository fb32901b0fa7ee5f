"""Where a measuring graph looks: the head at one scale, the face map, a patch around each eye."""

import numpy as np

from models_src import face_map
from models_src.graph import FLOAT, INT64, Graph
from models_src.reduce import resize
from models_src.sampling import picture_size, sample

PER_T = 128
"""Px of the head map per T; about 71 between the eyes."""
EYE_COLUMNS, EYE_ROWS = 64, 40
EYE_REACH = 1.7
"""Width of an eye's patch over the eye's own width."""


class Head:
    """The surroundings of the head, upright, PER_T px per T: `picture` uint8 [h, w, 3]."""

    def __init__(self, g: Graph, image: str, scale: str, region: str, unit: str) -> None:
        """`region` [4] = x0, y0, width, height in photo px, inside the photo; `unit` [1]: T in photo px."""
        self._graph = g
        width, height = picture_size(g, image)
        working = g.op("Concat", width, height, axis=0)
        corner, extent = g.slice(region, 0, 0, 2), g.slice(region, 0, 2, 4)
        first = g.op("Floor", g.op("Add", g.op("Div", corner, scale), 1e-3))
        first = g.op("Max", first, 0.0)
        last = g.op("Ceil", g.op("Sub", g.op("Div", g.op("Add", corner, extent), scale), 1e-3))
        last = g.op("Min", last, working)
        size = g.op("Sub", last, first)
        across_down = np.array([1, 0])
        starts = g.cast(g.op("Gather", first, across_down, axis=0), INT64)
        stops = g.cast(g.op("Gather", last, across_down, axis=0), INT64)
        cut = g.op("Slice", image, starts, stops, [0, 1])
        wanted = g.op("Round", g.op("Div", g.op("Mul", g.op("Mul", size, scale), float(PER_T)), unit))
        wanted = g.op("Max", wanted, 8.0)
        rows_columns = g.cast(g.op("Gather", wanted, across_down, axis=0), INT64)
        # A fourth channel, which browsers bring, goes last: leaving it out of all pixels takes longer than shrinking.
        self.picture = g.slice(resize(g, cut, rows_columns, "linear"), 2, 0, 3)
        self.size = wanted
        """[2] width, height in px."""
        self._first, self._per = g.op("Mul", first, scale), g.op("Div", wanted, g.op("Mul", size, scale))

    def places(self, photo: str) -> str:
        """Photo px [..., 2] -> continuous px of the head map."""
        g = self._graph
        return g.op("Mul", g.op("Sub", photo, self._first), self._per)

    def read(self, places: str) -> str:
        """Colours [n, 3] at continuous places [n, 2]; the border repeats outside."""
        g = self._graph
        index = g.op("Sub", places, 0.5)
        read = sample(g, self.picture, g.take(index, 1, 0), g.take(index, 1, 1), "edge")
        return g.op("Transpose", read, perm=[1, 0])


def face_texels(g: Graph, head: Head, points: str) -> str:
    """[ROWS * COLUMNS, 3] codes of the face map; `points` [478, 2] px of the head map."""
    index, weight = face_map.knots()
    near = g.op("Gather", points, index, axis=0)
    knots = g.op("ReduceSum", g.op("Mul", near, weight[:, :, None]), [1], keepdims=0)
    down, across = face_map.between_knots(face_map.ROWS), face_map.between_knots(face_map.COLUMNS)
    grid = g.reshape(knots, [down.shape[1], across.shape[1], 2])
    planes = g.op("Transpose", grid, perm=[2, 0, 1])
    full = g.op("MatMul", g.op("MatMul", down, planes), across.T.copy())
    return head.read(g.reshape(g.op("Transpose", full, perm=[1, 2, 0]), [-1, 2]))


class Eye:
    """A patch around one eye, level with its corners: `colours` [EYE_ROWS, EYE_COLUMNS, 3] codes, and masks of it.

    Masks are float 0 or 1, [EYE_ROWS, EYE_COLUMNS]: `open_eye` between the lids, `iris` and `pupil` the part of them
    that the lids leave free, `white` the rest of the open eye without a rim, `lens` what surrounds the eye in a
    patch, lashes and lids left out.
    """

    def __init__(self, g: Graph, head: Head, points: str, lids: tuple[int, ...], iris: int) -> None:
        outline = g.op("Gather", points, np.array(lids), axis=0)
        left, right = g.slice(outline, 0, 0, 1), g.slice(outline, 0, 8, 9)
        middle = g.op("Mul", g.op("Add", left, right), 0.5)
        across = g.op("Sub", right, left)  # one eye wide
        turned = g.op("Mul", g.op("Gather", across, np.array([1, 0]), axis=1), np.array([[-1, 1]], np.float32))
        step = EYE_REACH / EYE_COLUMNS
        columns = ((np.arange(EYE_COLUMNS) + 0.5 - EYE_COLUMNS / 2) * step).astype(np.float32)
        rows = ((np.arange(EYE_ROWS) + 0.5 - EYE_ROWS / 2) * step).astype(np.float32)
        x = np.tile(columns, EYE_ROWS)[:, None]
        y = np.repeat(rows, EYE_COLUMNS)[:, None]
        places = g.op("Add", g.op("Add", middle, g.op("Mul", x, across)), g.op("Mul", y, turned))
        self.colours = g.reshape(head.read(places), [EYE_ROWS, EYE_COLUMNS, 3])

        # The lids and the iris in units of the eye's width, along the patch's own axes.
        basis = g.op("Concat", across, turned, axis=0)
        length = g.op("ReduceSumSquare", across, [1], keepdims=1)

        def own(places: str) -> str:
            moved = g.op("Sub", places, middle)
            return g.op("Div", g.op("MatMul", moved, g.op("Transpose", basis)), length)

        self.outline = own(outline)
        self.open_eye = _inside(g, self.outline, columns, rows)
        centre = own(g.slice(points, 0, iris, iris + 1))
        ring = own(g.slice(points, 0, iris + 1, iris + 5))
        radius = g.op("ReduceMean", g.op("ReduceL2", g.op("Sub", ring, centre), [1], keepdims=1), [0], keepdims=1)
        dx = g.op("Sub", columns[None, :], g.slice(centre, 1, 0, 1))
        dy = g.op("Sub", rows[:, None], g.slice(centre, 1, 1, 2))
        far = g.op("Sqrt", g.op("Add", g.op("Mul", dx, dx), g.op("Mul", dy, dy)))
        reach = g.op("Div", far, radius)
        grid = [1, 1, EYE_ROWS, EYE_COLUMNS]
        shrunk = g.op(
            "Neg",
            g.op("MaxPool", g.op("Neg", g.reshape(self.open_eye, grid)), kernel_shape=[3, 3], pads=[1] * 4),
        )
        grown = g.op("MaxPool", g.reshape(self.open_eye, grid), kernel_shape=[9, 9], pads=[4] * 4)
        flat = [EYE_ROWS, EYE_COLUMNS]
        inner = g.reshape(shrunk, flat)
        self.iris = g.op("Mul", self.open_eye, g.cast(g.op("Less", reach, 0.9), FLOAT))
        self.pupil = g.op("Mul", self.open_eye, g.cast(g.op("Less", reach, 0.5), FLOAT))
        self.white = g.op("Mul", inner, g.cast(g.op("Greater", reach, 1.15), FLOAT))
        self.lens = g.op("Sub", 1.0, g.reshape(grown, flat))
        self.radius = radius
        """[1, 1] in eye widths."""


def _inside(g: Graph, outline: str, columns: np.ndarray, rows: np.ndarray) -> str:
    """[rows, columns] 1 inside a closed outline [n, 2], else 0: the number of edges crossed to the right is odd."""
    x, y = columns.reshape(1, 1, -1), rows.reshape(1, -1, 1)
    count = 16
    after = g.op("Gather", outline, np.roll(np.arange(count), -1), axis=0)
    ax, ay = (g.reshape(g.slice(outline, 1, k, k + 1), [count, 1, 1]) for k in (0, 1))
    bx, by = (g.reshape(g.slice(after, 1, k, k + 1), [count, 1, 1]) for k in (0, 1))
    between = g.op("Xor", g.op("Greater", ay, y), g.op("Greater", by, y))
    rise = g.op("Sub", by, ay)
    safe = g.op("Where", g.op("Equal", rise, 0.0), 1.0, rise)
    slope = g.op("Div", g.op("Sub", bx, ax), safe)
    cross = g.op("Add", g.op("Mul", slope, g.op("Sub", y, ay)), ax)
    hit = g.op("And", between, g.op("Less", x, cross))
    count_hits = g.op("ReduceSum", g.cast(hit, FLOAT), [0], keepdims=0)
    return g.op("Mod", count_hits, 2.0, fmod=1)
