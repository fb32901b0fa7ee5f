"""Every finding any check can give has words, and the words keep to the house's rules. Also run on MicroPython."""

from pixid import catalogue, words
from pixid.finding import Finding, Limit
from pixid.wording import DIGITS, quantity, say

GAPS = {
    "places": [["left", 90.2], ["middle", 61.0], ["right", 40.0]],
    "others": 3,
    "top": "skull",
    "other_top": "hair",
    "missing": 12,
    "width": 600,
    "height": 700,
    "side": "height",
    "format": "png",
    "formats": ["jpeg", "png"],
    "shape": [35, 45],
    "colours": ["light grey", "white"],
    "months": 6,
    "days": 30,
    "half": "left",
    "nearest": "white",
}
UNITS = {
    "other-faces": "count", "eye-distance": "px", "photo-size": "px", "roll": "deg", "yaw": "deg", "pitch": "deg",
    "file-size": "kb", "file-shape": "", "print-density": "dpi", "top-margin": "%",
}  # fmt: skip
QUESTIONS = ("recency", "photograph", "shoulders", "mirrored", "ink")
ASKED = ("manual", "none", "religious")
"""Variants that ask although there is a value."""
UNSEEN = ("pixels", "wall", "grey")
"""Variants of what could not be measured."""
BLAME = (
    "you your yours failed fails rejected invalid error mistake bad good poor score guaranteed compliant ai must "
    "please sorry illegal unacceptable"
).split()


def every_finding():
    """(id, variant, a finding like those that checks give)."""
    for id in sorted(words.FINDINGS):
        for variant in sorted(words.FINDINGS[id]):
            if id in QUESTIONS:
                limit = Limit(None, None, "rule", 0)
                yield id, variant, Finding(id, "manual", variant, None, "", 0.0, limit, GAPS)
            else:
                status = "pass" if variant in ("pass", "outside", "file-pass", "allowed") else "fail"
                status = "manual" if variant in ASKED else "not_assessed" if variant in UNSEEN else status
                limit, unit = Limit(32.0, 36.0, "rule", 0), UNITS.get(id, "mm")
                yield id, variant, Finding(id, status, variant, 33.4, unit, 0.6, limit, GAPS)


def told(text):
    """Words of a sentence, in lower case, without marks."""
    letters = "".join([c if c.isalpha() or c == "'" else " " for c in text.lower()])
    return letters.split()


def test_every_gap_is_filled_and_every_sentence_is_whole():
    for id, variant, finding in every_finding():
        said = say(finding)
        for text in said:
            assert "{" not in text and "None" not in text and "  " not in text, (id, variant, text)
        assert said.title[0].isupper() and said.title[-1] not in ".!", (id, variant)
        assert said.detail[-1] == "." and "!" not in said.detail + said.act, (id, variant)
        assert said.act == "" or (said.act[0].isupper() and said.act[-1] == "."), (id, variant)


def test_what_is_to_be_changed_has_a_title_of_seven_words_and_an_act():
    """What goes with every left and right, "of the picture", is not counted."""
    for id, variant, finding in every_finding():
        said = say(finding)
        if finding.status == "fail":
            assert len(told(said.title.replace(" of the picture", ""))) <= 7, said.title
            assert said.act, (id, variant)
        if finding.status == "pass":
            assert not said.act, (id, variant)


def test_nobody_is_blamed():
    for id, variant, finding in every_finding():
        for text in say(finding):
            assert not [word for word in told(text) if word in BLAME], (id, variant, text)
    others = [words.PLACES, words.NO_FILE, words.SELF_MADE, words.OPERATIONS, words.TOPS, words.COUNTED]
    for text in [text for table in others for text in table.values()]:
        assert not [word for word in told(text) if word in BLAME], text


def test_questions_ask():
    for id, variant, finding in every_finding():
        assert (say(finding).title[-1] == "?") == (id in QUESTIONS or variant in ASKED), (id, variant)


def test_the_value_stands_beside_the_limit_and_whose_it_is():
    elsewhere = QUESTIONS + ("file-format", "file-shape", "other-faces", "photo-size")
    for id, variant, finding in every_finding():
        said = say(finding)
        if id not in elsewhere and variant not in ("cut", "absent", "allowed") + ASKED + UNSEEN and id != "head-cut":
            assert said.value in said.detail and said.limit in said.detail, (id, variant)
    assert say(Finding("eye-line", "fail", "low", 25.0, "mm", 0.4, Limit(28, 35, "rule", 0), {})).detail == (
        "25.0\u00a0mm from the lower edge; the rule is 28-35\u00a0mm."
    )


def test_limits_in_words():
    def limit(low, high, whose, unit="mm"):
        return say(Finding("eye-line", "pass", "pass", 33.0, unit, 0.0, Limit(low, high, whose, None), {})).limit

    assert limit(32.0, 36.0, "rule") == "the rule is 32-36\u00a0mm"
    assert limit(32.5, None, "ISO") == "ISO asks for at least 32.5\u00a0mm"
    assert limit(None, 36, "ours") == "our limit is at most 36\u00a0mm"
    assert limit(1, 1, "ISO", "count") == "every authority asks for 1"
    assert limit(56.25, 69, "rule", "%") == "the rule is 56.25-69%"
    assert limit(-8.0, 8.0, "ISO", "deg") == "ISO asks for at most 8.0°"
    assert limit(None, None, "rule") == ""


def shown(value, unit, low, high):
    return say(Finding("eye-line", "fail", "low", value, unit, 0.0, Limit(low, high, "rule", 0), {})).value


def test_no_finer_than_the_measure():
    assert quantity(33.449, "mm") == "33.4\u00a0mm" and quantity(55.6, "%") == "56%"
    assert quantity(-0.04, "mm") == "0.0\u00a0mm" and quantity(-0.4, "px") == "0\u00a0px"
    assert shown(33.449, "mm", 35, 40) == "33.4\u00a0mm"
    assert say(Finding("yaw", "fail", "low", -11.04, "deg", 2.0, Limit(-5, 5, "ISO", None), {})).value == "11.0°"


def test_rounding_never_carries_a_value_across_its_limit():
    assert shown(69.4, "%", 56, 69) == "69.4%"
    assert shown(89.7, "px", 90, None) == "89.7\u00a0px"
    assert shown(240.3, "kb", None, 240) == "240.3\u00a0KB"
    assert shown(31.97, "mm", 32, 36) == "31.97\u00a0mm"
    assert shown(5.04, "deg", -5, 5) == "5.04°"
    assert shown(68.6, "%", 56, 69) == "69%" and shown(69.0, "%", 56, 69) == "69%"


def test_numbers_of_units_are_known():
    assert sorted(DIGITS) == sorted(words.UNITS)
    for whose in ("rule", "ISO", "ours"):
        assert sorted(words.LIMITS[whose]) == ["between", "exactly", "least", "most"]


def test_others_are_named_with_place_and_size():
    finding = Finding("other-faces", "fail", "high", 3.0, "count", 0.0, Limit(1, 1, "ISO", None), GAPS)
    said = say(finding)
    assert said.value == "3 faces"
    assert "one at the left, about 90 px wide; one in the middle, about 61 px wide" in said.detail


def test_a_unit_that_ends_in_a_full_stop_ends_the_sentence_once():
    finding = Finding("eye-distance", "fail", "low", 49.0, "px", 0.0, Limit(90.0, None, "ISO", None), {})
    catalogue.use({"sentences": {"unit.px": "{number} пикс."}})
    try:
        detail = say(finding).detail
    finally:
        catalogue.use(catalogue.ENGLISH)
    assert detail.endswith("90 пикс.") and ".." not in detail, detail
