"""Every document with a size, heads of every kind: exact pixels, inside every band or with a finding that says which,
inside the KB window, nothing enlarged in silence, nothing forbidden done."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pixid import edits, making
from pixid.disagreement import pairs
from pixid.document import Document, from_data
from pixid.drive import finish
from pixid.face import Face
from pixid.pipeline import judge
from pixid.tone import tone
from tests.pixid import heads, records
from tests.pixid.dice import Dice
from tests.pixid.fake_engine import FakeEngine
from tests.pixid.framing_truth import broken
from tests.toolchain.rulebook.test_framed import as_if_accepted
from toolchain.rulebook.compile import compile_spec
from toolchain.rulebook.load import load

SPECS = Path(__file__).parents[3] / "specs"
DOCUMENTS = [from_data(compile_spec(spec)) for spec in load(SPECS)]
SIZED = [document for document in DOCUMENTS if document.has_size and document.is_framed]
PHOTOS = 12
FINDINGS = {"hair": "top_margin", "chin": "eye_line"}
"""What speaks for a head that is cut off."""


def names(document: Document) -> str:
    return document.id


def photos(seed: int) -> Iterator[tuple[Face, int, int]]:
    """Heads of adult proportions anywhere in photos of 0.3 to 12 megapixels; some cut, some tiny, some leaning."""
    dice = Dice(seed)
    for _ in range(PHOTOS):
        width, height = dice.whole(450, 4000), dice.whole(600, 4000)
        crown = dice.between(0.84, 1.0)
        face = heads.face(
            (width * dice.between(0.2, 0.8), height * dice.between(0.25, 0.7)),
            min(width, height) * dice.between(0.05, 0.3),
            0.0 if dice.part() < 0.4 else dice.normal(6), crown + dice.between(0.0, 0.31), crown,
            dice.between(0.55, 0.8), dice.between(0.5, 0.65),
        )  # fmt: skip
        yield face, width, height


@pytest.mark.parametrize("document", SIZED, ids=names)
def test_made_right_or_told(document: Document) -> None:
    """Sizes and bands hold wherever they are stated, also where no photo of one's own is taken."""
    document = as_if_accepted(document)
    for face, width, height in photos(sum(map(ord, document.id))):
        report = judge(records.evidence(face, width=width, height=height), document)
        engine = FakeEngine(width, height, {})
        made = finish(making.make(engine, report))
        assert made.file is not None
        exact_pixels(document, made)
        kilobytes(document, made)
        enlarging(report, made)
        bands(document, face, report)
        composed = [given for method, given in engine.calls if method == "compose"]
        assert composed == [(made.matrix, made.width, made.height)], "the matrix told is the matrix used"


def exact_pixels(document: Document, made: making.Made) -> None:
    digital = document.digital
    if digital is not None and digital.has_pixels:
        assert (digital.width_px_min or 0) <= made.width <= (digital.width_px_max or made.width)
        assert (digital.height_px_min or 0) <= made.height <= (digital.height_px_max or made.height)
    bounds = document.aspect_bounds
    if bounds is not None:
        slack = 1.01 * (1 + made.width / made.height) / made.height
        assert bounds[0] - slack <= made.width / made.height <= bounds[1] + slack
    if document.print is not None and (digital is None or not digital.has_pixels):
        # Never smaller than the print, and larger by less than a pixel.
        for side, mm in ((made.width, document.print.width_mm), (made.height, document.print.height_mm)):
            assert 0 <= side - mm * made.dpi / 25.4 + 1e-6 <= 1


def kilobytes(document: Document, made: making.Made) -> None:
    assert made.file is not None
    least, most = document.file_bytes()
    smallest = made.quality == making_least() and made.chroma == "420"
    assert least <= made.file.size
    assert most is None or made.file.size <= most or smallest


def making_least() -> int:
    from pixid.file_making import LEAST

    return LEAST


def enlarging(report: object, made: making.Made) -> None:
    """More pixels than the frame has are told twice: in the record and by a finding."""
    frame, checks = made.report.frame, {check["id"]: check for check in made.report.data()["checks"]}
    more = made.height > frame.height + 0.5
    assert ("enlarge" in made.operations) == more
    if more:
        assert checks["photo-size"]["status"] in ("fail", "warn"), (made.height, frame.height)


def bands(document: Document, face: Face, report: object) -> None:
    """A stated band is kept, or its own finding does not say "pass". Pixels of rounding are forgiven."""
    data = report.data()  # type: ignore[attr-defined]
    frame = report.frame  # type: ignore[attr-defined]
    status = {check["id"]: check["status"] for check in data["checks"]}
    down, across = frame.down(face.eyes) * frame.height, frame.across(face.eyes) * frame.width
    missed = broken(face, document, frame.turn, frame.height, down, across, -1.0)  # type: ignore[no-untyped-call]
    for name in missed:
        if name in document.bands or name in FINDINGS:
            id = FINDINGS.get(name, name).replace("_", "-")
            assert status.get(id, status.get("head-height")) != "pass", (document.id, name, frame)


@pytest.mark.parametrize("document", SIZED, ids=names)
def test_the_frame_lies_in_the_photo(document: Document) -> None:
    """No pixel is invented at the border."""
    for face, width, height in photos(7):
        frame = judge(records.evidence(face, width=width, height=height), document).frame
        assert all(-1e-6 <= x <= width + 1e-6 and -1e-6 <= y <= height + 1e-6 for x, y in frame.corners())


def test_pairs_of_bands_that_no_head_can_keep() -> None:
    """Each would be a finding nobody can mend: the rulebook has to choose, and to say so in `contradictions`."""
    assert {document.id: pairs(document) for document in DOCUMENTS if pairs(document)} == {}


@pytest.mark.parametrize("document", DOCUMENTS, ids=names)
def test_what_is_forbidden_is_not_offered_and_not_done(document: Document) -> None:
    policy = document.data["edit_policy"]
    for part in edits.PARTS:
        switch = edits.switch(document, part)
        assert switch.offered == (policy[part] != "forbidden" and document.is_framed)
        assert switch.text
        if policy[part] == "forbidden":
            assert document.source(switch.source) is not None, "the reason has its source"
    engine = FakeEngine(1350, 1800, {})
    report = judge(records.evidence(heads.face(ied=0.57)), document)
    if edits.switch(document, "light").offered or report.frame.whole:
        return
    with pytest.raises(ValueError, match="forbids"):
        finish(making.make(engine, report, tone(0.5)))
    assert engine.calls == []


def test_how_many_forbid() -> None:
    """The census of the rulebook: none allows a replaced background, 85 forbid one."""
    statuses = [document.data["edit_policy"]["background"] for document in DOCUMENTS]
    assert "allowed" not in statuses
    assert statuses.count("forbidden") >= 85
