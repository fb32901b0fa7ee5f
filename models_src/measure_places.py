"""Where a measuring graph looks: the head at one scale, and the face map on it."""

import numpy as np

from models_src import face_map
from models_src.graph import INT64, Graph
from models_src.reduce import resize
from models_src.sampling import picture_size, sample

PER_T = 128
"""Px of the head map per T; about 71 between the eyes."""


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

    def read(self, places: list[str], lengths: list[int]) -> list[str]:
        """Colours [n, 3] at continuous places [n, 2], of several lists at once; the border repeats outside."""
        g = self._graph
        index = g.op("Sub", g.op("Concat", *places, axis=0), 0.5)
        read = sample(g, self.picture, g.take(index, 1, 0), g.take(index, 1, 1), "edge")
        parts = g.ops("Split", read, lengths, axis=1, outputs=len(lengths))
        return [g.op("Transpose", part, perm=[1, 0]) for part in parts]


def face_places(g: Graph, points: str) -> str:
    """[ROWS * COLUMNS, 2] px of the head map where the face map's texels lie; `points` [478, 2] px of the head map."""
    index, weight = face_map.knots()
    near = g.op("Gather", points, index, axis=0)
    knots = g.op("ReduceSum", g.op("Mul", near, weight[:, :, None]), [1], keepdims=0)
    down, across = face_map.between_knots(face_map.ROWS), face_map.between_knots(face_map.COLUMNS)
    grid = g.reshape(knots, [down.shape[1], across.shape[1], 2])
    planes = g.op("Transpose", grid, perm=[2, 0, 1])
    full = g.op("MatMul", g.op("MatMul", down, planes), across.T.copy())
    return g.reshape(g.op("Transpose", full, perm=[1, 2, 0]), [-1, 2])
