"""Every document with a size: a photo of an average head, framed, satisfies the document's own rule."""

from pathlib import Path

import pytest

from pixid.document import Document, from_data
from pixid.face import Face
from pixid.frame import Frame
from pixid.framing import propose
from tests.pixid.heads import face
from toolchain.rulebook.compile import compile_spec
from toolchain.rulebook.load import load

SPECS = Path(__file__).parents[3] / "specs"
PHOTO = (9000, 9000)
T = 1100.0
"""Eyes to chin of the head, px: enough for the largest file any document demands."""
WIDTH = 1.22
"""Width of the face from temple to temple, in T; the other proportions are the means that pixid.face states."""
ROUNDING = 1.5
"""px by which whole pixels may miss a band."""

DOCUMENTS = [document for document in map(from_data, map(compile_spec, load(SPECS))) if document.has_size]


def head(eyes: tuple[float, float] = (4500.0, 4000.0)) -> Face:
    return face(eyes=eyes, t=T, crown=0.92, hair=1.06, hairline=0.6)._replace(width=WIDTH * T)


def measured(document: Document, found: Face, frame: Frame) -> dict[str, tuple[float, float]]:
    """Band -> (value, tolerance) as parts of the frame."""
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
        "face_width": (found.width / frame.width, wide),
        "eye_distance": (found.ied / frame.width, wide),
        "centring": (frame.across(found.eyes), wide),
    }


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.id))
def test_the_frame_satisfies_the_rule(document: Document) -> None:
    found = head()
    frame = propose(found, document, *PHOTO)
    assert frame.whole != document.crop_allowed
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
def test_the_file_keeps_what_the_frame_gives(document: Document) -> None:
    frame = propose(head(), document, *PHOTO)
    if frame.whole:
        return
    width, height, dpi = document.output_size(frame.height)
    assert height <= frame.height + 1
    assert abs(width / height - frame.width / frame.height) <= 1.5 / height
    least, most = document.file_bytes()
    assert most is None or least < most
    assert dpi >= 72
