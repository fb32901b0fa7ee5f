"""Evidence for tests of checks and verdicts, without an engine."""

from pixid.engine import Picture
from pixid.evidence import Evidence, Found
from pixid.frame import Frame
from pixid.jpeg import Header
from tests.pixid import heads


def picture(width=1350, height=1800, format="jpeg", size=500000, name="a.jpg") -> Picture:
    return Picture(1, width, height, width, height, format, size, name)


def found(x: float, y: float, side: float, score: float = 0.9) -> Found:
    """A face of `side` px with its middle at (x, y)."""
    half = side / 2
    return Found((x - half, y - half, x + half, y + half), score, [(x, y)] * 6)


def header(dpi: float | None = None, has_gps: bool = False) -> Header:
    return Header(1350, 1800, 3, 8, False, 1, dpi, True, has_gps, False, None)


def evidence(face=None, others=(), head=None, **more) -> Evidence:
    """One photo with one face, `others` beside it."""
    face = face or heads.face()
    faces = [found(face.eyes[0], face.eyes[1], 2.2 * face.t)] + list(others)
    return Evidence(picture(**more), head, faces, face, 0.99, 1.2, {"open": 12.34567}, [], {})


def frame(x: float, y: float, width: float, height: float, turn: float = 0.0) -> Frame:
    """A frame by its upper left corner, if it is not turned."""
    return Frame(x + width / 2, y + height / 2, float(width), float(height), turn, False)
