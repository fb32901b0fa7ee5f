"""The file as it stands. Also run on MicroPython."""

from pixid.checks import file
from pixid.frame import whole
from tests.pixid import records, rules

CHECKS = (file.file_format, file.file_shape, file.file_size, file.print_density)


def judged(check, one, head=None, **photo):
    evidence = records.evidence(head=head, **photo)
    finding = check(evidence, whole(evidence.picture.width, evidence.picture.height), rules.document(one))
    return None if finding is None else (finding.status, finding.variant)


def test_for_a_frame_of_ours_they_hold_by_construction():
    for check in CHECKS:
        assert check(records.evidence(), records.frame(0, 0, 600, 600), rules.document(rules.DENSE)) is None


def test_format():
    assert judged(file.file_format, rules.LOTTERY) == ("pass", "pass")
    assert judged(file.file_format, rules.LOTTERY, format="png") == ("fail", "high")
    assert judged(file.file_format, rules.VISA) is None
    silent = rules.data("x", digital=rules.digital(formats=()))
    assert judged(file.file_format, silent) is None


def test_shape_forgives_half_a_pixel():
    assert judged(file.file_shape, rules.VISA, width=350, height=450) == ("pass", "pass")
    assert judged(file.file_shape, rules.VISA, width=413, height=531) == ("pass", "pass")
    assert judged(file.file_shape, rules.VISA, width=415, height=531) == ("fail", "high")
    assert judged(file.file_shape, rules.VISA, width=400, height=531) == ("fail", "low")
    assert judged(file.file_shape, rules.LOTTERY, width=600, height=600) == ("pass", "pass")
    assert judged(file.file_shape, rules.LOTTERY, width=602, height=600) == ("fail", "high")
    assert judged(file.file_shape, rules.PORTAL, width=100, height=900) is None


def test_size_in_kb_of_1024():
    kb = 1024
    assert judged(file.file_size, rules.EVERYTHING, size=20 * kb) == ("pass", "pass")
    assert judged(file.file_size, rules.EVERYTHING, size=60 * kb) == ("pass", "pass")
    assert judged(file.file_size, rules.EVERYTHING, size=20 * kb - 1) == ("fail", "low")
    assert judged(file.file_size, rules.EVERYTHING, size=60 * kb + 1) == ("fail", "high")
    assert judged(file.file_size, rules.LOTTERY, size=1) == ("pass", "pass")
    assert judged(file.file_size, rules.VISA, size=1) is None


def test_density():
    def dense(dpi):
        return judged(file.print_density, rules.DENSE, head=records.header(dpi))

    assert dense(600.0) == dense(1200.0) == ("pass", "pass")
    assert dense(2.54 * 236) == ("pass", "pass"), "600 dpi written in whole dots per cm"
    assert dense(300.0) == ("fail", "low")
    assert dense(None) == ("warn", "absent")
    assert judged(file.print_density, rules.DENSE, head=None, format="png") == ("warn", "absent")
    assert judged(file.print_density, rules.LOTTERY, head=records.header(72.0)) is None
