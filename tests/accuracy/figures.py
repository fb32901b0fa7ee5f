"""Error rates and what can be said of them: equal error rate, and the interval a count leaves."""

from __future__ import annotations

from math import sqrt

import numpy as np
import numpy.typing as npt

Z = 1.96
"""95 %."""


def equal_error_rate(bad: npt.ArrayLike, good: npt.ArrayLike) -> float:
    """Where as large a part of the bad is missed as of the good is flagged; larger scores are worse. NaN when one is
    empty. Between two thresholds that straddle equality the mean of both errors is taken."""
    bad, good = np.asarray(bad, float), np.asarray(good, float)
    if not len(bad) or not len(good):
        return float("nan")
    best, rate = np.inf, 1.0
    for threshold in [*np.unique(np.r_[bad, good]), np.inf]:
        missed, flagged = np.mean(bad < threshold), np.mean(good >= threshold)
        if abs(missed - flagged) < best:
            best, rate = abs(missed - flagged), (missed + flagged) / 2
    return float(rate)


def interval(count: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if not of:
        return 0.0, 1.0
    share = count / of
    middle = share + Z * Z / (2 * of)
    half = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    low, high = (middle - half) / (1 + Z * Z / of), (middle + half) / (1 + Z * Z / of)
    return max(0.0, low), min(1.0, high)


def spoken(count: int, of: int) -> str:
    """`3 of 52 (2-16 %)`."""
    low, high = interval(count, of)
    return f"{count} of {of} ({100 * low:.0f}-{100 * high:.0f} %)"
