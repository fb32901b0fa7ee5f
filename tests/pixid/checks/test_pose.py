"""Roll, yaw and pitch against ISO's limits. Also run on MicroPython."""

from pixid.checks import pose
from tests.pixid import heads, records, rules

FRAME = records.frame(300, 500, 600, 600)
DOCUMENT = rules.document(rules.VISA)


def judged(check, frame=FRAME, **angle):
    finding = check(records.evidence(heads.face(**angle)), frame, DOCUMENT)
    return finding.status, finding.variant


def test_roll_is_the_lean_that_is_left_in_the_frame():
    assert judged(pose.roll, roll=7.9) == ("pass", "pass")
    assert judged(pose.roll, roll=9.0) == judged(pose.roll, roll=-9.0) == ("warn", "close")
    assert judged(pose.roll, roll=9.6) == ("fail", "high")
    assert judged(pose.roll, roll=-9.6) == ("fail", "low")
    level = records.Frame(600.0, 800.0, 600.0, 600.0, 20.0, False)
    assert judged(pose.roll, level, roll=20.0) == ("pass", "pass")
    assert judged(pose.roll, level, roll=0.0) == ("fail", "low")


def test_yaw_and_pitch_fail_only_beyond_their_uncertainty():
    assert judged(pose.yaw, yaw=4.9) == judged(pose.pitch, pitch=-4.9) == ("pass", "pass")
    assert judged(pose.yaw, yaw=6.9) == judged(pose.pitch, pitch=8.9) == ("warn", "close")
    assert judged(pose.yaw, yaw=7.1) == ("fail", "high")
    assert judged(pose.yaw, yaw=-7.1) == ("fail", "low")
    assert judged(pose.pitch, pitch=9.1) == ("fail", "high")
    assert judged(pose.pitch, pitch=-9.1) == ("fail", "low")


def test_the_limits_are_isos():
    for check, most in ((pose.roll, 8), (pose.yaw, 5), (pose.pitch, 5)):
        limit = check(records.evidence(), FRAME, DOCUMENT).limit
        assert (limit.low, limit.high, limit.whose, limit.source) == (-most, most, "ISO", None)
