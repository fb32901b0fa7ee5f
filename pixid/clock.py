"""A clock in milliseconds under both Pythons, for the timings of a report."""

import time


def now() -> float:
    """Milliseconds of a clock that only runs forward."""
    if hasattr(time, "perf_counter"):
        return time.perf_counter() * 1000.0
    return float(time.ticks_ms())  # type: ignore[attr-defined]
