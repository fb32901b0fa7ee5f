"""The UK passport guide's pictures, 192 x 255 px, one named defect each. Nothing is fitted on them and no limit was
chosen with them; the one with a reflection was looked at while the measure of glare was made. A defect is found where a
check of it warns or fails."""

from __future__ import annotations

import pytest

from pixid import pipeline
from pixid.drive import finish
from pixid.finding import Finding
from pixid_native import rulebook
from pixid_native.engine import NativeEngine
from tests.accuracy.__main__ import DOCUMENT
from tests.accuracy.checks import findings
from tests.oracle.recorded import photo_folder

DEFECTS = {
    "f1-hair-accessory": ("head-covering",),
    "f1-hair-over-eye": ("hair-over-eyes", "eye-covered"),
    "f1-mouth-open": ("mouth-open",),
    "f1-smiling": ("expression",),
    "m1-flash-shadow": ("background-shadow",),
    "m1-uneven-harsh": ("face-light", "face-shadow"),
    "m2-glasses-reflection": ("glasses-glare",),
    "m2-textured-background": ("background-even",),
    "child-2": ("mouth-open", "face-covered"),  # the child has a dummy (pacifier) in its mouth
}
"""Picture -> the checks that name its defect."""
PROMISED = 7
PLAIN = ("f1-plain", "m1-plain", "child-1", "f2-religious-head-covering")
RESOLUTION = {"eye-distance", "photo-size"}


def judged(name: str) -> dict[str, Finding]:
    path = photo_folder() / f"ukho_image-{name}.jpg"
    if not path.is_file():
        pytest.skip(f"{path.name} is not in PIXID_PHOTOS")
    evidence = finish(pipeline.examine(NativeEngine(), path))
    return findings(evidence, rulebook.document(DOCUMENT))


def test_most_defects_are_found() -> None:
    found = []
    for name, ids in DEFECTS.items():
        by_id = judged(name)
        if any(by_id[id].status in ("warn", "fail") for id in ids):
            found.append(name)
    assert len(found) >= PROMISED, sorted(set(DEFECTS) - set(found))


@pytest.mark.parametrize("name", PLAIN)
def test_plain_ones_fail_nothing_but_resolution(name: str) -> None:
    failed = {id for id, finding in judged(name).items() if finding.status == "fail"}
    assert failed <= RESOLUTION
