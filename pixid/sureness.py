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
    """Each a whole sentence, the measure's own spread first."""
    said = []
    if finding.spread:
        said.append(SURE["spread"].format(spread=spread(finding.spread, finding.unit)))
    rate = RATES.get(finding.id)
    if rate is not None:
        said.append(SURE[str(rate["kind"]) if rate["of"] else "alone"].format(**rate))
    perceived = finding.id in PERCEIVED
    if not said:
        said.append(SURE["untested"] if perceived else SURE["exact"])
    if perceived or finding.id in MEASURED_ON_ADULTS:
        said.append(SURE["children"])
    return said
