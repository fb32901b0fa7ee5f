"""The screen for moving the frame by hand: sliders, what they do to the rule, undo. Numbers are pixid.adjust's."""

from app import stage
from app.dom import part, put, root, show, text
from app.words import say
from pixid.adjust import CONTROLS, Hand
from pixid.checks import placing, pose
from pixid.framing import propose
from pixid.wording import say as words_of

TOLD_BY = {
    "size": (placing.head_height, placing.chin_to_pupil, placing.face_width),
    "down": (placing.eye_line, placing.top_margin, placing.bottom_margin),
    "across": (placing.centring,),
    "turn": (pose.roll,),
}
"""The findings a slider changes, the first that is not met is told; else the first."""


class Adjusting:
    """One visit: from the button Adjust to Done or Escape."""

    def __init__(self, report, url: str) -> None:
        evidence, picture = report.evidence, report.evidence.picture
        self.report = report
        self.url = url
        self.automatic = propose(evidence.measured, report.document, picture.width, picture.height)
        self.hand = Hand(evidence.measured, report.document, self.automatic, (picture.width, picture.height))
        self.control = "size"

    def open(self, now) -> None:
        """`now`: the adjustment to begin with."""
        self.hand.now = now
        root.toggleAttribute("data-adjusting", True)
        show(part("adjust"))
        stage.clear_marks()
        self.draw()
        part("adjust").querySelector('[name="adjust-size"]').focus()
        part("stage").scrollIntoView()

    def close(self) -> None:
        root.toggleAttribute("data-adjusting", False)
        show(part("adjust"), False)

    def take(self, event: dict) -> None:
        """One press, move or drag."""
        what = event["what"]
        reached = True
        if what == "undo":
            self.hand.undo()
        elif what == "redo":
            self.hand.redo()
        elif what == "automatic":
            self.hand.automatically()
        elif what == "limit":
            self.hand.limited = event["on"]
        elif what == "began":
            self.hand.began()
            return
        elif what == "drag":
            self.control = "down" if abs(event["down"]) >= abs(event["across"]) else "across"
            reached = self.hand.drag(event["across"], event["down"], True)
        elif what == "step":
            self.control = event["control"]
            reached = self.hand.step(self.control, event["steps"])
        else:
            self.control = event["control"]
            value = event["value"] / 100 if self.control == "size" else event["value"]
            reached = self.hand.set(self.control, value, True)
        self.draw(reached)

    def draw(self, reached: bool = True) -> None:
        """Picture, readout, sliders."""
        hand = self.hand
        stage.place_photo(self.report.evidence.picture, self.url, hand.frame, self.automatic)
        finding = self.finding(self.control)
        said = words_of(finding)
        readout = part("readout")
        put(readout, data_status=finding.status)
        text("readout-title", said.title, readout)
        text("readout-value", said.detail, readout)
        stop = say("adjust.stop.rule" if hand.limited else "adjust.stop.photo")
        text("readout-stop", "" if reached else stop, readout)
        for control in CONTROLS:
            value = getattr(hand.now, control)
            slider = part("adjust").querySelector('[name="adjust-' + control + '"]')
            slider.value = str(round(100 * value, 2) if control == "size" else round(value, 2))
            put(slider, aria_valuetext=words_of(self.finding(control)).detail)
        part("adjust").querySelector('[data-adjust-do="undo"]').disabled = not hand.can_undo
        part("adjust").querySelector('[data-adjust-do="redo"]').disabled = not hand.can_redo
        self.mark()

    def mark(self) -> None:
        """Head and eyes in the gutters, as they stand now."""
        stage.show_lengths(self.moved(), {})

    def moved(self):
        """The report as it would be for the frame that stands now, of placing alone."""
        evidence, document, frame = self.report.evidence, self.report.document, self.hand.frame
        found = [check(evidence, frame, document) for check in (placing.head_height, placing.eye_line)]
        return type(self.report)(evidence, document, frame, [one for one in found if one is not None], False)

    def finding(self, control: str):
        evidence, document, frame = self.report.evidence, self.report.document, self.hand.frame
        found = [check(evidence, frame, document) for check in TOLD_BY[control]]
        found = [one for one in found if one is not None]
        broken = [one for one in found if one.status == "fail"] + [one for one in found if one.status == "warn"]
        return (broken or found)[0]
