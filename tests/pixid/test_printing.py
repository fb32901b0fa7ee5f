"""The same photo for several documents, on one sheet: each print by the rules of its own document."""

from pixid import ages, making, printing, sheet
from pixid.backdrop_choice import backdrop
from pixid.document import from_data
from pixid.drive import finish
from pixid.tone import tone
from tests.pixid import rules
from tests.pixid.fake_engine import FakeEngine
from tests.pixid.test_making import document, engine, methods, policy, report

PAINTING = {"person": {"hair_top": [1.1], "softness": [2.5]}, "wide": {}, "matte": {}, "corrected": {"hair_top": [1.1]}}
WHITE = {"colours": ["white"], "hex": None, "source": 0}


def square(**more):
    """Another document: larger, square, its head smaller."""
    made = {"print": rules.mm(50.8, 50.8), "head_height": rules.band(25, 35, "mm"), "background": WHITE}
    made["edit_policy"] = policy("unstated", "unstated", "unstated")
    made.update(more)
    return from_data(rules.data("yy-test", **made))


def made_for(used, asked, **choices):
    return finish(making.make(used, report(asked), **choices))


def test_the_other_document_has_its_own_frame_size_and_verdict():
    used = engine()
    made = made_for(used, document())
    other = finish(printing.printed_for(used, made, square()))
    assert other.report.document.id == "yy-test" and other.report.evidence is made.report.evidence
    assert (other.width, other.height) == other.report.document.output_size(other.report.frame.height)[:2]
    assert other.width == other.height and made.width != made.height
    assert other.report.frame.height > made.report.frame.height, "the head is smaller in it"
    heads = [one for one in other.report.findings if one.id == "head-height"]
    assert heads[0].status == "pass" and other.report.findings != made.report.findings


def test_a_file_for_a_portal_is_no_print():
    """The other document's portal wants a small file; paper takes all the pixels there are."""
    used = engine()
    portal = square(digital=rules.digital((300, 300), (300, 300), (None, 30)))
    other = finish(printing.printed_for(used, made_for(used, document()), portal))
    assert other.width > 300 and other.report.document.digital is None


def test_what_cannot_be_printed_is_refused():
    used = engine()
    made = made_for(used, document())
    before = len(used.calls)
    refused = {"status": "not_accepted", "why": "", "instead": "", "source": 0}
    for asked in (from_data(rules.PORTAL), square(print=None), square(self_made=refused)):
        try:
            finish(printing.printed_for(used, made, asked))
        except ValueError:
            assert len(used.calls) == before
            continue
        raise AssertionError(asked.id)


def test_changes_go_along_where_the_other_document_leaves_them():
    used = FakeEngine(1350, 1800, PAINTING)
    made = made_for(used, document(background=WHITE), tone=tone(0.5), backdrop=backdrop("white"))
    other = finish(printing.printed_for(used, made, square()))
    assert (other.tone, other.backdrop) == (made.tone, made.backdrop)
    assert "background" in other.operations and "light" in other.operations


def test_a_document_that_refuses_edits_gets_none():
    used = FakeEngine(1350, 1800, PAINTING)
    made = made_for(used, document(background=WHITE), tone=tone(0.5), backdrop=backdrop("white"))
    del used.calls[:]
    other = finish(printing.printed_for(used, made, square(edit_policy=policy("unstated", "forbidden", "forbidden"))))
    assert (other.tone, other.backdrop, other.strokes) == (None, None, ())
    assert "backdrop" not in methods(used) and "tone" not in methods(used)


def test_a_colour_that_the_other_document_does_not_ask_for_is_left_out():
    used = FakeEngine(1350, 1800, PAINTING)
    made = made_for(used, document(background=WHITE), backdrop=backdrop("white"))
    grey = {"colours": ["light grey"], "hex": None, "source": 0}
    assert finish(printing.printed_for(used, made, square(background=grey))).backdrop is None


def test_the_age_that_was_told_counts_for_the_other_document_too():
    children = [{"under": 6, "conditions": ["gaze free"], "source": 0}]
    used = engine()
    made = made_for(used, ages.for_age(document(children=children), 6))
    older = [{"under": 10, "conditions": ["expression free"], "source": 0}]
    other = finish(printing.printed_for(used, made, square(children=older)))
    assert ages.under(other.report.document) == 10
    plain = finish(printing.printed_for(used, made_for(used, document()), square(children=older)))
    assert ages.under(plain.report.document) is None


def test_two_documents_on_one_sheet():
    used = engine()
    made = made_for(used, document())
    other = finish(printing.printed_for(used, made, square()))
    orders = [printing.Order(made, None), printing.Order(other, None)]
    for kind in printing.KINDS:
        printed = finish(printing.make_sheet(used, sheet.paper("10x15"), orders, kind))
        assert len(printed.sheets) == 1 and printed.copies == sum([count for _, _, count in printed.sizes])
        assert sorted([(width, height) for width, height, _ in printed.sizes]) == [(35, 45), (50.8, 50.8)]
    assert printing.unfit(sheet.paper("10x15"), orders) == []


def test_the_print_that_is_larger_than_the_paper_is_named():
    used = engine()
    made = made_for(used, document())
    other = finish(printing.printed_for(used, made, square(print=rules.mm(100, 150))))
    orders = [printing.Order(made, None), printing.Order(other, None)]
    assert printing.unfit(sheet.paper("10x15"), orders) == orders[1:]
    assert printing.unfit(sheet.paper("a5"), orders) == []
