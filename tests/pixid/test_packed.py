"""The packed rulebook, on a small file made by hand. Also run on MicroPython."""

from pixid.packed import parse

SOURCE = '{"kind":"authority","read":"2026-11","title":"Office"}'
TEXT = (
    '{"xx-passport":{"background":{"colours":["white"],"source":0},"confidence":"official","country":"XX",'
    '"document":"passport","head_height":{"max":36,"min":32,"rank":1,"source":0,"stated":{"mm":[32,36]},"unit":"mm"},'
    '"names":{"en":"Test, \\"passport\\""},"print":{"height_mm":45,"source":0,"width_mm":35},'
    '"recency":{"months":6,"source":0},"sources":[' + SOURCE + "]},\n"
    '"yy-visa":{"confidence":"memory","country":"YY","document":"visa","names":{"en":"Виза"},"sources":['
    + SOURCE
    + "]}}\n"
)


def test_every_document_is_there_by_its_id():
    rulebook = parse(TEXT)
    assert rulebook.ids() == ["xx-passport", "yy-visa"]
    assert rulebook.document("xx-passport").names["en"] == 'Test, "passport"'
    assert rulebook.document("yy-visa").names["en"] == "Виза"
    try:
        rulebook.document("zz-card")
    except KeyError:
        return
    raise AssertionError("a document that is not there was found")


def test_what_is_stated_is_what_was_packed():
    document = parse(TEXT).document("xx-passport")
    assert document.id == "xx-passport"
    assert (document.print.width_mm, document.print.height_mm, document.print.dpi) == (35, 45, None)
    band = document.band("head_height")
    assert (band.min * 45, band.max * 45, band.source) == (32, 36, 0)
    assert document.source(0).title == "Office"
    assert document.source(0).url is None


def test_what_is_left_out_says_nothing():
    document = parse(TEXT).document("yy-visa")
    assert document.self_made.status == document.edit_policy.crop == "unstated"
    assert document.head_top == "unspecified"
    assert not document.has_size
    for name in ("print", "digital", "background", "glasses", "head_covering", "expression", "recency", "eye_line"):
        assert document.data[name] is None, name
    for name in ("children", "companions", "notes", "submission"):
        assert document.data[name] == [], name
    stated = parse(TEXT).document("xx-passport").data
    assert stated["max_age_months"] == 6
    assert stated["recency"]["days"] is None
    assert stated["background"]["note"] == ""
