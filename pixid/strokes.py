"""Strokes of a hand over a photo whose background is replaced: here is the person, there the wall.

    drawn = read([{"kind": "keep", "radius": 24.0, "points": [[812.0, 640.5], [820.0, 702.0]]}])

Graph "brush" applies them; a later one overrides what lies under it.
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

CLOSE = 1.5
"""Times the two radii: strokes nearer to each other than this keep their order."""


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
    of strokes, PIECES x 5 numbers."""
    made: "list[tuple[float, list[float]]]" = []
    for kind, together in _grouped(strokes):
        pieces = [piece for one in together for piece in _pieces(one)]
        for k in range(0, len(pieces), PIECES):
            given = pieces[k : k + PIECES]
            given += [NOWHERE] * (PIECES - len(given))
            made.append((1.0 if kind == KEEP else 0.0, [number for piece in given for number in piece]))
    return made


def _grouped(strokes: "tuple[Stroke, ...]") -> "list[tuple[str, list[Stroke]]]":
    """Strokes of a kind that may share a run. One that meets none of the other kind since is put before those: runs
    cost time, and strokes to and fro are mostly far from each other."""
    groups: "list[tuple[str, list[Stroke]]]" = []
    for one in strokes:
        if groups and groups[-1][0] == one.kind:
            groups[-1][1].append(one)
        elif len(groups) > 1 and not any([_meet(one, other) for other in groups[-1][1]]):
            groups[-2][1].append(one)
        else:
            groups.append((one.kind, [one]))
    return groups


def _pieces(one: Stroke) -> "list[tuple[float, float, float, float, float]]":
    """Its straight pieces; of a dab one without length."""
    ends = list(zip(one.points, one.points[1:])) or [(one.points[0], one.points[0])]
    return [(first[0], first[1], last[0], last[1], one.radius) for first, last in ends]


def _meet(one: Stroke, other: Stroke) -> bool:
    """May they touch? By the boxes around them."""
    apart = CLOSE * (one.radius + other.radius)
    for axis in (0, 1):
        mine, theirs = [point[axis] for point in one.points], [point[axis] for point in other.points]
        if min(mine) > max(theirs) + apart or min(theirs) > max(mine) + apart:
            return False
    return True


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
