"""A value held against an interval. Also run on MicroPython."""

from pixid.finding import STATUSES, Limit, banded, question


def judged(value, low, high, spread=0.0, whose="rule", wary=True):
    finding = banded("x", value, "mm", spread, Limit(low, high, whose, 0), {}, wary=wary)
    return finding.status, finding.variant


def test_without_uncertainty_the_ends_belong_to_the_interval():
    assert judged(32, 32, 36) == judged(36, 32, 36) == judged(34, 32, 36) == ("pass", "pass")
    assert judged(31.999, 32, 36) == ("fail", "low")
    assert judged(36.001, 32, 36) == ("fail", "high")


def test_near_a_limit_is_too_close_to_call():
    assert judged(34, 32, 36, 1) == ("pass", "pass")
    assert judged(33, 32, 36, 1) == ("pass", "pass"), "just as far inside as the value is uncertain"
    for value in (32.999, 32, 31.5, 31, 35.001, 36, 37):
        assert judged(value, 32, 36, 1) == ("warn", "close"), value
    assert judged(30.999, 32, 36, 1) == ("fail", "low")
    assert judged(37.001, 32, 36, 1) == ("fail", "high")


def test_a_band_narrower_than_the_uncertainty_is_never_met_for_sure():
    assert judged(34, 33.5, 34.5, 1) == ("warn", "close")


def test_where_nothing_is_wary_only_the_wrong_side_is_close():
    assert judged(36, 32, 36, 1, wary=False) == judged(32, 32, 36, 1, wary=False) == ("pass", "pass")
    assert judged(36.5, 32, 36, 1, wary=False) == judged(31.5, 32, 36, 1, wary=False) == ("warn", "close")
    assert judged(37.5, 32, 36, 1, wary=False) == ("fail", "high")


def test_open_ends():
    assert judged(1e9, 32, None) == judged(-1e9, None, 36) == judged(5, None, None) == ("pass", "pass")
    assert judged(5, None, None, 3) == ("pass", "pass")
    assert judged(20, 32, None) == ("fail", "low")
    assert judged(40, None, 36) == ("fail", "high")


def test_a_limit_of_ours_only_warns():
    assert judged(20, 32, 36, whose="ours") == ("warn", "low")
    assert judged(40, 32, 36, whose="ours") == ("warn", "high")
    assert judged(40, 32, 36, whose="ISO") == ("fail", "high")


def test_the_finding_keeps_what_it_was_given():
    limit = Limit(1, 2, "rule", 3)
    finding = banded("eye-line", 1.5, "mm", 0.1, limit, {"a": 1})
    assert (finding.id, finding.value, finding.unit, finding.spread) == ("eye-line", 1.5, "mm", 0.1)
    assert finding.limit == limit and finding.gaps == {"a": 1}


def test_questions():
    asked = question("glasses", {"a": 1}, 2)
    assert asked.status == "manual" and asked.value is None and asked.limit.source == 2
    assert "manual" in STATUSES and STATUSES[0] == "fail"
