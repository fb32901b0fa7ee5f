"""Every document judges every photo: no rule is met that the pipeline has no words for."""

import json

import pytest

from pixid.document import Document, from_data
from pixid.pipeline import judge
from tests.pixid import records
from tests.pixid.framing_cases import cases, check_best, check_sound
from tests.toolchain.committed import documents

DOCUMENTS = [from_data(data) for data in documents()]
STEPS = 30
"""Heights and places tried for each frame: fewer than in tests/pixid, there are hundreds of documents."""


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document.id))
def test_reports_are_whole(document: Document) -> None:
    for face, (width, height) in cases(41, 3):
        evidence = records.evidence(face, [records.found(5.0, 5.0, 9.0)], width=width, height=height, format="heic")
        for as_is in (False, True):
            data = judge(evidence, document, as_is).data()
            assert json.loads(json.dumps(data, allow_nan=False)) == data
            for check in data["checks"]:
                assert "{" not in check["message"] and "None" not in check["message"], check["message"]


@pytest.mark.parametrize("document", [d for d in DOCUMENTS if d.crop_allowed], ids=lambda document: str(document.id))
def test_frames_are_sound(document: Document) -> None:
    for face, photo in cases(42, 5):
        check_sound(face, document, photo)


def test_whatever_can_be_kept_is_kept() -> None:
    """Documents whose bands leave room or none: for a few heads each."""
    banded = [document for document in DOCUMENTS if document.crop_allowed and document.has_size and document.bands]
    found = [check_best(face, document, photo, STEPS) for document in banded for face, photo in cases(43, 4)]
    assert found.count("nothing") < len(found) / 2
