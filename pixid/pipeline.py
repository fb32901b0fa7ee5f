"""The story of a photo, on one page: examine it once, judge it for a document, make the file."""

from pixid import ages, framing
from pixid.checks import every
from pixid.disagreement import explained
from pixid.document import Document
from pixid.drive import last
from pixid.evidence import Evidence
from pixid.examining import examine as examine
from pixid.examining import roi as roi
from pixid.frame import Frame
from pixid.making import Made as Made
from pixid.making import make as make
from pixid.verdict import Report

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pixid.engine import Engine
    from pixid.examining import Progress


def judge(evidence: Evidence, document: Document, as_is: bool = False, frame: Frame | None = None) -> Report:
    """Hold the evidence against a document: pure numbers, to be repeated at will for others. `frame`: as moved by hand
    in place of the proposed one."""
    return last(judging(evidence, document, as_is, frame))


def judging(
    evidence: Evidence, document: Document, as_is: bool = False, frame: Frame | None = None
) -> "Iterator[Report | None]":
    """`judge` in steps (pixid.drive.last), the report at the end: in one go it holds a page up for 30 ms."""
    picture = evidence.picture
    yield None  # measuring the face has taken its time
    if frame is None:
        for proposed in framing.proposing(evidence.measured, document, picture.width, picture.height, as_is):
            frame = proposed
            yield None
    assert frame is not None
    found = []
    for check in every.ALL:
        found.append(check(evidence, frame, document))
        yield None
    counted = ages.required([finding for finding in found if finding is not None], document)
    yield None
    yield Report(evidence, document, frame, explained(counted, document), as_is)


async def check(
    engine: "Engine", source: object, document: Document, as_is: bool = False, progress: "Progress | None" = None
) -> Report:
    """Examine and judge. Raises PhotoError."""
    return judge(await examine(engine, source, progress), document, as_is)
