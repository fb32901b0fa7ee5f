"""Roll, yaw and pitch of the head (ISO/IEC 19794-5:2011, 7.2.2, as in BSI TR-03121-3-2 table 5.3)."""

from pixid.document import Document
from pixid.evidence import Evidence
from pixid.finding import Finding, Limit, banded
from pixid.frame import Frame

MOST_ROLL, MOST_TURN = 8.0, 5.0
"""Degrees: roll shall be within 8, yaw and pitch within 5."""
ROLL_SPREAD, YAW_SPREAD, PITCH_SPREAD = 1.5, 2.0, 4.0
"""Half-widths in degrees. Roll: sd 0.7 against hand-placed pupils. Yaw: noise 0.6, own bias 0.2 (sd 0.5), correlation
0.75 with hand-placed points. Pitch: noise 0.7, but its zero moves by 3 to 4 degrees with the head a fit assumes."""


def roll(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Lean of the head in the frame, which may have been turned already."""
    value = evidence.measured.roll - frame.turn
    limit = Limit(-MOST_ROLL, MOST_ROLL, "ISO", None)
    return banded("roll", value, "deg", ROLL_SPREAD, limit, {}, wary=False)


def yaw(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Turn of the head to a side."""
    limit = Limit(-MOST_TURN, MOST_TURN, "ISO", None)
    return banded("yaw", evidence.measured.yaw, "deg", YAW_SPREAD, limit, {}, wary=False)


def pitch(evidence: Evidence, frame: Frame, document: Document) -> Finding:
    """Nod of the head."""
    limit = Limit(-MOST_TURN, MOST_TURN, "ISO", None)
    return banded("pitch", evidence.measured.pitch, "deg", PITCH_SPREAD, limit, {}, wary=False)
