"""Strokes of a hand over a photo whose background is replaced: here is the person, there the wall.

    drawn = read([{"kind": "keep", "radius": 24.0, "points": [[812.0, 640.5], [820.0, 702.0]]}])

They are applied in their order (graph "brush"), so a later one overrides what lies under it.
"""

from collections import namedtuple

KEEP, REMOVE = "keep", "remove"
KINDS = (KEEP, REMOVE)
PIECES = 32
"""Straight pieces that the graph takes in one run, five numbers each: two ends and the radius, photo px."""
NOWHERE = (-1e7, -1e7, -1e7, -1e7, 1.0)
"""A piece so far away that it changes nothing: fills up a run."""
COARSE = 0.125
"""Part of the radius by which a point may be off the straight piece that stands for it."""


class Stroke(namedtuple("Stroke", "kind radius points")):
    """`kind`: "keep" (the person) or "remove" (the wall); `radius` of the brush and `points`, ((x, y), ...), in photo
    px. One point is a dab."""

    __slots__ = ()
    kind: str
    radius: float
    points: "tuple[tuple[float, float], ...]"

    def data(self) -> "dict[str, object]":
        """As JSON, rounded to a tenth of a px; `read` takes it back."""
        points = [[round(x, 1), round(y, 1)] for x, y in self.points]
        return {"kind": self.kind, "radius": round(self.radius, 1), "points": points}


def stroke(kind: str, radius: float, points: "list[tuple[float, float]]") -> Stroke:
    """A stroke without the points that tell nothing. Raises ValueError for no such kind, radius or points."""
    if kind not in KINDS or not 0 < radius < 1e5 or not points:
        raise ValueError("no stroke")
    placed = [(float(x), float(y)) for x, y in points]
    if not all([-1e5 < x < 1e5 and -1e5 < y < 1e5 for x, y in placed]):
        raise ValueError("no place in a photo")
    return Stroke(kind, float(radius), tuple(_thinned(placed, COARSE * radius)))


def read(data: "list[dict[str, object]]") -> "tuple[Stroke, ...]":
    """From JSON. Raises ValueError for anything that is no list of strokes."""
    try:
        return tuple([stroke(one["kind"], one["radius"], one["points"]) for one in data])  # type: ignore[arg-type]
    except (KeyError, TypeError, AttributeError):
        raise ValueError("no list of strokes")  # noqa: B904  (MicroPython chains no exceptions)


def runs(strokes: "tuple[Stroke, ...]") -> "list[tuple[float, list[float]]]":
    """What the graph is given, run after run: 1.0 where the person was drawn over and 0.0 for the wall, and its pieces
    of strokes, PIECES x 5 numbers. Neighbours of one kind share a run."""
    made: "list[tuple[float, list[float]]]" = []
    room = 0
    for one in strokes:
        person = 1.0 if one.kind == KEEP else 0.0
        ends = list(zip(one.points, one.points[1:])) or [(one.points[0], one.points[0])]
        for first, last in ends:
            if not room or made[-1][0] != person:
                _fill(made, room)
                made.append((person, []))
                room = PIECES
            made[-1][1].extend([first[0], first[1], last[0], last[1], one.radius])
            room -= 1
    _fill(made, room)
    return made


def _fill(made: "list[tuple[float, list[float]]]", room: int) -> None:
    """The last run in its full length."""
    for _ in range(room):
        made[-1][1].extend(NOWHERE)


def _thinned(points: "list[tuple[float, float]]", off: float) -> "list[tuple[float, float]]":
    """Points of which no other lies further than `off` from the line through them (Douglas and Peucker, 1973)."""
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, middle = off, 0
        for k in range(first + 1, last):
            away = _away(points[k], points[first], points[last])
            if away > far:
                far, middle = away, k
        if middle:
            kept.add(middle)
            waiting += [(first, middle), (middle, last)]
    return [points[k] for k in sorted(kept)]


def _away(point: "tuple[float, float]", first: "tuple[float, float]", last: "tuple[float, float]") -> float:
    """Distance of a point from a straight piece."""
    across, down = last[0] - first[0], last[1] - first[1]
    x, y = point[0] - first[0], point[1] - first[1]
    length = across * across + down * down
    part = max(0.0, min(1.0, (x * across + y * down) / length)) if length else 0.0
    away: float = ((x - part * across) ** 2 + (y - part * down) ** 2) ** 0.5
    return away
