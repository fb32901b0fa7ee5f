"""What the page shows of one photo, whole or not yet made."""

import io
import sys
from collections import namedtuple

from pyscript import window

from pixid.pipeline import Made


class Result(namedtuple("Result", "photo evidence judged report made")):
    """`evidence` is as measured; `judged` the report on it, or on points set by hand; `report` the same with the
    visitor's answers; `made` is None at first."""

    def with_made(self, made) -> "Result":
        """The same with its file. An engine that died has opened the photo again: its evidence counts now."""
        report, judged = made.report, self.judged
        if report.evidence is judged.evidence:
            return Result(self.photo, self.evidence, judged, report, made)
        judged = type(judged)(report.evidence, judged.document, judged.frame, judged.findings, judged.as_is)
        return Result(self.photo, report.evidence.with_face(self.evidence.face), judged, report, made)

    def with_report(self, report) -> "Result":
        """The same with other answers."""
        return Result(self.photo, self.evidence, self.judged, report, Made(report, *self.made[1:]))


Foreseen = namedtuple("Foreseen", "judged data rows")
"""A verdict before the last look at the outline: its report, that as data, and its rows by id."""


def report_error(error: Exception) -> None:
    """The traceback, where developers look."""
    trace = io.StringIO()
    sys.print_exception(error, trace)
    window.console.error(trace.getvalue())
