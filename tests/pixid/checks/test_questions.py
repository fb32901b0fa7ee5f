"""Questions to the person: which one, and with what gaps. Also run on MicroPython."""

from pixid.checks import every, questions
from tests.pixid import records, rules

FRAME = records.frame(0, 0, 600, 600)
HELPERS = ("redness", "worn", "grey", "zone", "tone", "ratio")
"""Functions of the families that are no checks."""


def asked(check, **rule):
    finding = check(records.evidence(), FRAME, rules.document(rules.data("x", **rule)))
    if finding is None:
        return None
    assert finding.status == "manual" and finding.value is None
    return finding.variant


def test_recency():
    for rule, variant in (
        (rules.recency(months=6), "months"),
        (rules.recency(months=1), "month"),
        (rules.recency(days=30), "days"),
        (rules.recency(), None),
        (None, None),
    ):
        assert asked(questions.recency, recency=rule) == variant


def test_every_document_is_asked_about_the_face_and_the_photo():
    assert asked(questions.photograph) == asked(questions.shoulders) == asked(questions.mirrored) == "manual"
    assert asked(questions.ink) is None
    assert asked(questions.ink, submission=["print"]) == "manual"


def test_every_check_of_every_family_is_in_the_list_once():
    names = [check.__name__ for check in every.ALL]
    assert len(names) == len(set(names))
    families = (
        every.covering, every.detail, every.eyes, every.faces, every.file, every.glasses, every.light,
        every.mouth, every.pixels, every.placing, every.pose, every.scene, every.wall, questions,
    )  # fmt: skip
    for family in families:
        written = [name for name in dir(family) if not name.startswith("_") and name.islower()]
        functions = [name for name in written if getattr(getattr(family, name), "__module__", "") == family.__name__]
        assert all([name in names for name in functions if name not in HELPERS]), functions
