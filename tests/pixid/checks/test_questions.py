"""Questions to the person: which one, and with what gaps. Also run on MicroPython."""

from pixid import checks
from pixid.checks import questions
from tests.pixid import records, rules

FRAME = records.frame(0, 0, 600, 600)


def asked(check, **rule):
    finding = check(records.evidence(), FRAME, rules.document(rules.data("x", **rule)))
    if finding is None:
        return None
    assert finding.status == "manual" and finding.value is None
    return finding.variant


def test_background():
    assert asked(questions.background) == "plain"
    grey = {"colours": ["light grey", "white"], "note": "", "source": 0}
    assert asked(questions.background, background=grey) == "manual"
    evidence, document = records.evidence(), rules.document(rules.data("x", background=grey))
    finding = questions.background(evidence, FRAME, document)
    assert finding.gaps["colours"] == ["light grey", "white"] and finding.limit.source == 0
    assert asked(questions.background, background={"colours": [], "note": "plain", "source": 0}) == "plain"


def test_glasses():
    wanted = {"forbidden": "none", "avoid": "none", "allowed": "clear", "required": "clear", None: "clear"}
    for stated, variant in wanted.items():
        assert asked(questions.glasses, glasses=rules.rule(stated)) == variant
    assert asked(questions.glasses) == "clear"


def test_head_covering():
    for stated, variant in (
        ("forbidden", "none"),
        ("religious", "religious"),
        ("religious or medical", "religious"),
        ("religious, cultural or medical", "religious"),
        ("allowed", "free"),
        ("required", "free"),
        (None, "none"),
    ):
        assert asked(questions.head_covering, head_covering=rules.rule(stated)) == variant, stated
    assert asked(questions.head_covering) == "none"


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
    assert asked(questions.expression) == asked(questions.photograph) == "manual"
    assert asked(questions.expression, expression=rules.rule(None)) == "manual"


def test_every_check_of_every_family_is_in_the_list_once():
    names = [check.__name__ for check in checks.ALL]
    assert len(names) == len(set(names))
    for family in (checks.faces, checks.file, checks.pixels, checks.placing, checks.pose, questions):
        written = [name for name in dir(family) if not name.startswith("_") and name.islower()]
        functions = [name for name in written if getattr(getattr(family, name), "__module__", "") == family.__name__]
        assert all([name in names for name in functions]), functions
