"""Rules for children are the document's own, applied when somebody says so. Also run on MicroPython."""

from pixid import ages
from pixid.pipeline import judge
from tests.pixid import records
from tests.pixid.test_making import document, page

CHILDREN = [
    {"under": 10, "head_mm": [17, 40], "source": 0},
    {"under": 6, "conditions": ["expression free", "gaze free"], "source": 0},
    {"under": 1, "conditions": ["eyes may be closed"], "source": 0},
]
DOCUMENT = document(children=CHILDREN)


def ids(asked):
    return [finding.id for finding in judge(records.evidence(), asked).findings]


def test_age_is_asked_only_where_rules_differ():
    assert ages.groups(document()) == [] and ages.groups(document(children=None)) == []
    assert ages.groups(DOCUMENT) == [1, 6, 10]
    assert ages.under(DOCUMENT) is None and ages.freed(DOCUMENT) == []


def test_a_child_has_the_rules_of_every_group_it_belongs_to():
    ten, six, one = (ages.for_age(DOCUMENT, age) for age in (10, 6, 1))
    assert ages.freed(ten) == [] and ten.bands["head_height"].max == 40
    assert "gaze" in ages.freed(six) and "eyes-closed" not in ages.freed(six)
    assert "gaze" in ages.freed(one) and "eyes-closed" in ages.freed(one)
    assert six.bands["head_height"].max == one.bands["head_height"].max == 40
    assert DOCUMENT.bands["head_height"].max == 36, "the document itself stays"
    assert ages.under(one.as_print()) == 1


def test_an_age_told_for_another_document_counts_where_it_surely_holds():
    told = [ages.under(ages.like(DOCUMENT, under)) for under in (None, 1, 2, 6, 7, 10, 12)]
    assert told == [None, 1, 6, 6, 10, 10, None]
    assert ages.like(document(), 6) == document()


def test_what_is_free_is_not_judged():
    assert "gaze" in ids(DOCUMENT) and "gaze" not in ids(ages.for_age(DOCUMENT, 6))
    free = document(children=[{"under": 6, "conditions": ["head size free", "head position free"], "source": 0}])
    found = ids(ages.for_age(free, 6))
    for id in ("head-height", "roll", "yaw", "pitch", "centring"):
        assert id in ids(free) and id not in found, id


def test_an_age_the_document_does_not_name_is_refused():
    try:
        ages.for_age(DOCUMENT, 7)
    except ValueError:
        return
    raise AssertionError("7 is no group")


def test_the_report_says_whose_rules_and_that_the_crown_is_an_adults():
    assert "adults" not in page(DOCUMENT)
    text = page(ages.for_age(DOCUMENT, 6))
    assert "Judged by the rules for children under 6 years" in text
    assert "made for adults" in text
    data = judge(records.evidence(), ages.for_age(DOCUMENT, 6)).data()
    assert data["child"]["under"] == 6 and "gaze" in data["child"]["not_required"]
    assert judge(records.evidence(), DOCUMENT).data()["child"] is None
