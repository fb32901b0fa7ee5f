"""How sure a finding is, in sentences: the measure's spread and how often its check was wrong in our tests."""

from pixid.answers import PERCEIVED
from pixid.error_rates import RATES
from pixid.finding import Finding
from pixid.wording import spread
from pixid.words_said import SURE

MEASURED_ON_ADULTS = (
    "head-height", "eye-line", "top-margin", "bottom-margin", "chin-to-pupil", "face-width", "centring", "roll", "yaw",
    "pitch",
)  # fmt: skip
"""Lengths and angles of a head, whose spread is that of adults."""


def sentences(finding: Finding) -> list[str]:
    """Each a whole sentence: the measure's own spread, then what tests have shown; that it is exact where it is."""
    said = [SURE["spread"].format(spread=spread(finding.spread, finding.unit))] if finding.spread else []
    return said + tested(finding) or [SURE["exact"]]


def tested(finding: Finding) -> list[str]:
    """What tests have shown of a check, and on whom it was not tested; nothing of what is counted."""
    said = []
    rate = RATES.get(finding.id)
    if rate is not None:
        said.append(SURE[str(rate["kind"]) if rate["of"] else "alone"].format(**rate))
    elif finding.id in PERCEIVED and not finding.spread:
        said.append(SURE["untested"])
    if finding.id in PERCEIVED or finding.id in MEASURED_ON_ADULTS:
        said.append(SURE["children"])
    return said
