"""One photo after another: what got better since the last, and how each of this visit came out."""

from app.dom import clone, part, parts, put, show, text
from app.words import say, say_count
from pixid.wording import say as words_of

PRESSING = ("fail", "warn")
HELP_AFTER = 2  # photos of a visit that are not ready


class Retakes:
    """The photos of a visit on one document. An answer or another frame changes how the newest came out."""

    def __init__(self) -> None:
        self.outcomes: list = []
        self.before = None
        self.fresh = True

    def begin(self, before) -> None:
        """A new photo; `before` is the report of the last one, None for the first."""
        self.before = before
        self.fresh = True

    def show(self, report) -> None:
        """What stands above the findings."""
        if not self.fresh:
            self.outcomes.pop()
        self.fresh = False
        self.outcomes.append((report.verdict, report.count(report.verdict)))
        self._strip()
        fixed = [] if self.before is None else better(self.before, report)
        text("since", say("since.fixed", titles="; ".join(fixed)) if fixed else "")
        failed = [outcome for outcome in self.outcomes if outcome[0] == "fail"]
        show(part("help"), report.verdict == "fail" and len(failed) >= HELP_AFTER)

    def forget(self) -> None:
        """Back to the beginning."""
        self.outcomes, self.before = [], None
        self.hide()

    def hide(self) -> None:
        part("visit").replaceChildren()
        text("since", "")
        show(part("help"), False)

    def _strip(self) -> None:
        """ "Photo 1: 2 to change", "Photo 2: ready"; nothing for a single photo."""
        items = []
        for number, (verdict, count) in enumerate(self.outcomes, 1):
            item = clone("outcome")
            key = "visit." + verdict
            item.textContent = say(key, number=number) if verdict == "pass" else say_count(key, count, number=number)
            put(item, data_outcome=verdict)
            items.append(item)
        part("visit").replaceChildren(*(items if len(items) > 1 else []))
        for item in parts("outcome", part("visit"))[-1:]:
            put(item, aria_current="true")


def better(before, report) -> list[str]:
    """Titles of what was to change or at risk in `before` and is met in `report`."""
    met = [finding.id for finding in report.findings if finding.status == "pass"]
    return [words_of(one).title for one in before.findings if one.status in PRESSING and one.id in met]
