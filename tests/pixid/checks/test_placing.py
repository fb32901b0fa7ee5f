"""Where the head lies in the frame: values measured with a ruler. Also run on MicroPython.

The head of `heads.face()`: eyes at (600, 800), T = 200, hair 1.1 T and crown 1.0 T over the eyes.
"""

from pixid.checks import placing
from pixid.frame import whole
from tests.pixid import heads, records, rules

FRAME = records.frame(300, 500, 600, 600)
"""In it hair top, crown, eyes and chin lie 80, 100, 300 and 500 px from the upper edge, the eyes in the middle."""


def near(value, wanted, by=1e-9):
    return abs(value - wanted) < by


def test_head_height_is_measured_to_the_top_the_document_means():
    for top, wanted in (("hair", 420), ("skull", 400), ("forehead", 320)):
        document = rules.document(rules.VISA, head_top=top, head_height=rules.band(0.4, 0.8))
        finding = placing.head_height(records.evidence(), FRAME, document)
        assert near(finding.value, 100 * wanted / 600) and finding.unit == "%", top
        assert finding.gaps["top"] == top


def test_mm_are_those_of_the_print():
    finding = placing.head_height(records.evidence(), FRAME, rules.document(rules.VISA))
    assert near(finding.value, 45 * 400 / 600) and finding.unit == "mm"
    assert (finding.limit.low, finding.limit.high, finding.limit.whose) == (32, 36, "rule")
    assert finding.variant == "low" and finding.status == "fail"
    assert near(finding.spread, 45 * 200 * (0.08**2 + 0.03**2) ** 0.5 / 600)


def test_where_the_top_is_not_stated_the_skull_decides_and_the_hair_is_named():
    document = rules.document(rules.DENSE, head_height=rules.band(0.5, 0.75), top_margin=None)
    tall = heads.face(hair=1.5)  # the skull fills 67 %, the hair reaches 83 %
    finding = placing.head_height(records.evidence(tall), FRAME, document)
    assert (finding.status, finding.variant) == ("warn", "reading")
    assert near(finding.value, 100 * 500 / 600)
    assert finding.gaps == {"top": "hair", "other_top": "skull"}
    plain = placing.head_height(records.evidence(), FRAME, document)
    assert (plain.status, plain.gaps["top"]) == ("pass", "skull")
    # a skull outside the band is a skull outside the band, whatever the hair does
    narrow = rules.document(document.data, head_height=rules.band(0.8, 0.9))
    small = placing.head_height(records.evidence(tall), FRAME, narrow)
    assert (small.status, small.variant, small.gaps["top"]) == ("fail", "low", "skull")


def test_eye_line_and_centring():
    document = rules.document(rules.LOTTERY)
    finding = placing.eye_line(records.evidence(), FRAME, document)
    assert near(finding.value, 50) and (finding.status, finding.variant) == ("fail", "low")
    finding = placing.centring(records.evidence(), FRAME, document)
    assert near(finding.value, 50) and finding.status == "pass" and finding.limit.whose == "ISO"
    aside = placing.centring(records.evidence(heads.face((500.0, 800.0))), FRAME, document)
    assert near(aside.value, 100 * 200 / 600) and aside.variant == "low"


def test_isos_bands_are_a_risk_and_the_authoritys_own_a_failure():
    """Eyes at 30 % of the height: below both bands."""
    high = records.frame(300, 800 - 420, 600, 600)
    stated = placing.eye_line(records.evidence(), high, rules.document(rules.LOTTERY))
    silent = placing.eye_line(records.evidence(), high, rules.document(rules.VISA))
    assert near(stated.value, 30) and near(silent.value, 30)
    assert (stated.status, stated.limit.whose, stated.limit.source) == ("fail", "rule", 0)
    assert (silent.status, silent.limit.whose, silent.limit.source) == ("warn", "ISO", None)
    assert silent.variant == "low"


def test_an_uncut_photo_is_framed_by_the_office():
    document, photo = rules.document(rules.PORTAL), whole(1350, 1800)
    for check in (placing.head_height, placing.eye_line, placing.centring):
        assert check(records.evidence(), photo, document) is None
    stated = rules.document(rules.PORTAL, head_height=rules.band(0.1, 0.2))
    assert placing.head_height(records.evidence(), photo, stated).variant == "high"


def test_top_margin():
    document = rules.document(rules.DENSE)  # 4 to 6 mm of 45 over the hair
    finding = placing.top_margin(records.evidence(), FRAME, document)
    assert near(finding.value, 45 * 80 / 600) and (finding.status, finding.variant) == ("warn", "close")
    tight = records.frame(300, 560, 600, 600)
    finding = placing.top_margin(records.evidence(), tight, document)
    assert near(finding.value, 1.5) and (finding.status, finding.variant) == ("fail", "low")
    wide = records.frame(300, 400, 600, 600)
    assert placing.top_margin(records.evidence(), wide, document).variant == "high"


def test_without_a_stated_margin_the_hair_has_to_be_in_the_frame():
    document = rules.document(rules.VISA)
    assert placing.top_margin(records.evidence(), FRAME, document).status == "pass"
    cut = placing.top_margin(records.evidence(), records.frame(300, 600, 600, 600), document)
    assert (cut.status, cut.variant, cut.limit.whose) == ("warn", "low", "ours")


def test_hair_cut_by_the_photo_is_named_whatever_the_margin_is_measured_to():
    face = heads.face((600.0, 199.0), 200.0, crown=0.7, hair=1.0)  # measured 1 px under the photo's edge
    for document in (rules.document(rules.VISA), rules.document(rules.DENSE, head_top="skull")):
        finding = placing.top_margin(records.evidence(face), records.frame(300, 0, 600, 600), document)
        assert (finding.status, finding.variant) == ("warn", "cut"), document.id
    clear = heads.face((600.0, 203.0), 200.0, crown=0.7, hair=1.0)
    document = rules.document(rules.VISA)
    assert placing.top_margin(records.evidence(clear), records.frame(300, 0, 600, 600), document).status == "pass"


def test_the_other_bands_are_checked_where_they_are_stated():
    silent, document = rules.document(rules.VISA), rules.document(rules.EVERYTHING)  # 40 x 50 mm
    wanted = {
        placing.bottom_margin: 50 * 100 / 600,
        placing.chin_to_pupil: 50 * 200 / 600,
        placing.face_width: 40 * 320 / 600,
    }
    for check, value in wanted.items():
        assert check(records.evidence(), FRAME, silent) is None
        finding = check(records.evidence(), FRAME, document)
        assert near(finding.value, value) and finding.unit == "mm", finding
    assert placing.bottom_margin(records.evidence(), FRAME, document).status == "pass"
    # the document's own centring is in parts of the width
    finding = placing.centring(records.evidence(heads.face((570.0, 800.0))), FRAME, document)
    assert near(finding.value, 45) and (finding.status, finding.limit.low, finding.limit.whose) == ("fail", 47, "rule")


def test_values_are_those_of_the_turned_frame():
    face = heads.face(roll=20.0)
    turned = records.Frame(600.0, 800.0, 600.0, 600.0, 20.0, False)
    document = rules.document(rules.VISA, head_height=rules.band(0.4, 0.9))
    assert near(placing.head_height(records.evidence(face), turned, document).value, 100 * 400 / 600)
    assert near(placing.eye_line(records.evidence(face), turned, document).value, 50)
    assert near(placing.centring(records.evidence(face), turned, document).value, 50)
