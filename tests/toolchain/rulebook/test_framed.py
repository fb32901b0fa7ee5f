"""Every document with a size: a photo of an average head, framed, satisfies the document's own rule."""

import math

import pytest

from pixid.document import Document, from_data
from pixid.drive import finish
from pixid.evidence import Evidence
from pixid.face import Face
from pixid.frame import Frame
from pixid.framing import propose
from pixid.pipeline import judge, make
from tests.pixid.fake_engine import FakeEngine
from tests.pixid.heads import face
from tests.toolchain.committed import documents

PHOTO = (9000, 9000)
T = 1100.0
"""Eyes to chin of the head, px: enough for the largest file any document demands."""
WIDTH = 1.22
"""Width of the face from temple to temple, in T; the other proportions are the means that pixid.face states."""
ROUNDING = 1.5
"""px by which whole pixels may miss a band."""

DOCUMENTS = [document for document in map(from_data, documents()) if document.has_size]


def head(roll: float = 0.0) -> Face:
    return face(eyes=(4500.0, 4000.0), t=T, roll=roll, crown=0.92, hair=1.06, hairline=0.6)._replace(width=WIDTH * T)


def measured(document: Document, found: Face, frame: "Frame | Placed") -> dict[str, tuple[float, float]]:
    """Band -> (value, tolerance) as parts of the frame, be it proposed in the photo or finished as a file."""
    chin, eyes = 1 - frame.down(found.chin), 1 - frame.down(found.eyes)
    top = 1 - frame.down(found.top(document.head_top))
    hair = top if document.head_top != "unspecified" else 1 - frame.down(found.hair_top)
    high, wide = ROUNDING / frame.height, ROUNDING / frame.width
    return {
        "head_height": (top - chin, high),
        "eye_line": (eyes, high),
        "top_margin": (1 - hair, high),
        "bottom_margin": (chin, high),
        "chin_to_pupil": (eyes - chin, high),
        "face_width": (across(found.width, frame), wide),
        "eye_distance": (across(found.ied, frame), wide),
        "centring": (frame.across(found.eyes), wide),
    }


def across(length: float, frame: "Frame | Placed") -> float:
    """A length in the photo as part of the frame's width."""
    return length / frame.width if isinstance(frame, Frame) else frame.part(length, frame.width)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.id))
def test_the_frame_satisfies_the_rule(document: Document) -> None:
    found = head()
    frame = propose(found, document, *PHOTO)
    assert frame.whole != document.is_framed
    if frame.whole:
        return  # the authority cuts it
    assert abs(frame.width / frame.height - document.aspect) <= 1 / frame.height
    assert all(0 <= x <= PHOTO[0] and 0 <= y <= PHOTO[1] for x, y in frame.corners())
    _, least, _ = document.output_size(0)
    assert frame.height >= least - 1  # so many pixels that nothing is enlarged
    for name, (value, slack) in measured(document, found, frame).items():
        band = document.band(name)
        if band is None or document.is_fallback(name):
            continue
        assert (band.min or 0) - slack <= value, (name, value, band)
        assert value <= (band.max if band.max is not None else 1) + slack, (name, value, band)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.id))
@pytest.mark.parametrize("roll", [0.0, 3.0])
def test_the_file_satisfies_the_rule(document: Document, roll: float) -> None:
    """The whole pipeline from evidence to bytes; only the pixels are not there."""
    engine = FakeEngine(*PHOTO, {})
    picture = finish(engine.open("portrait.jpg"))
    found = head(roll=roll)
    report = judge(Evidence(picture, None, [], found, 1.0, 1.0, {}, [], {}), as_if_accepted(document))
    made = finish(make(engine, report))
    if not document.is_framed:
        assert made.why_not == "crop-forbidden"
        return
    assert [finding.id for finding in report.findings if finding.status == "fail"] == []
    assert made.file is not None
    assert "enlarge" not in made.operations
    least, most = document.file_bytes()
    assert least <= made.file.size <= (most or made.file.size)
    digital = document.digital
    if digital is not None:
        assert (digital.width_px_min or 0) <= made.width <= (digital.width_px_max or made.width)
        assert (digital.height_px_min or 0) <= made.height <= (digital.height_px_max or made.height)
        assert made.dpi >= (digital.dpi or 72)
    frame = Placed(made.matrix, made.width, made.height)
    for name, (value, slack) in measured(document, found, frame).items():
        band = document.band(name)
        if band is not None and not document.is_fallback(name):
            assert (band.min or 0) - slack <= value, (name, value, band)
            assert value <= (band.max if band.max is not None else 1) + slack, (name, value, band)


def as_if_accepted(document: Document) -> Document:
    """The same rule from an authority that takes photos of one's own: elsewhere it is only practised, with no file."""
    return from_data(document.data | {"self_made": {"status": "accepted", "why": "", "instead": "", "source": 0}})


class Placed:
    """Where points of the photo lie in a finished file, as parts of it, by the matrix that comes with the file."""

    def __init__(self, matrix: list[float], width: int, height: int) -> None:
        self.matrix, self.width, self.height = matrix, width, height

    def across(self, point: tuple[float, float]) -> float:
        a, b, c = self.matrix[:3]
        return (a * point[0] + b * point[1] + c) / self.width

    def down(self, point: tuple[float, float]) -> float:
        d, e, f = self.matrix[3:]
        return (d * point[0] + e * point[1] + f) / self.height

    def part(self, length: float, side: int) -> float:
        """A length in the photo as part of a side of the file."""
        a, _, _, d = self.matrix[:4]
        return length * math.hypot(a, d) / side
