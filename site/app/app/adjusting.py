"""The screen for moving frame and points by hand: what they do to the rule, undo. Numbers are pixid.adjust's."""

from pyscript.ffi import to_js

from app import stage
from app.dom import part, put, root, show, text
from app.points import Points
from app.words import say
from pixid.adjust import CONTROLS, Hand
from pixid.checks import placing, pose
from pixid.framing import propose
from pixid.wording import say as words_of

SIZE = (placing.head_height, placing.chin_to_pupil, placing.face_width)
TOLD_BY = {
    "size": SIZE,
    "down": (placing.eye_line, placing.top_margin, placing.bottom_margin),
    "across": (placing.centring,),
    "turn": (pose.roll,),
    "crown": SIZE,
    "hair_top": SIZE + (placing.top_margin,),
    "hairline": SIZE,
    "chin": SIZE,
    "eye_left": (placing.eye_line, placing.centring, pose.roll),
    "eye_right": (placing.eye_line, placing.centring, pose.roll),
}
"""The findings a slider or a point changes, the first that is not met is told; else the first."""


class Adjusting:
    """One visit: from the button Adjust to Done or Escape."""

    def __init__(self, report, measured, url: str) -> None:
        """`measured`: the face as the networks found it, where points have been set by hand already."""
        evidence, picture = report.evidence, report.evidence.picture
        self.report = report
        self.url = url
        photo = (picture.width, picture.height)
        self.hand = Hand(measured, report.document, propose(measured, report.document, *photo), photo)
        self.shown = self.hand.automatic
        self.points = Points(report.document)
        self.control = "size"
        self.point = ""
        self.evidence = evidence

    def open(self, state) -> None:
        """`state`: what was set before, None for nothing."""
        if state is not None:
            self.hand.restore(state)
        root.toggleAttribute("data-adjusting", True)
        show(part("adjust"))
        stage.clear_marks()
        self.points.open()
        self.draw()
        part("adjust").querySelector('[name="adjust-size"]').focus()
        part("stage").scrollIntoView(to_js({"behavior": "instant"}))  # a page that glides would take the picture along

    def close(self) -> None:
        root.toggleAttribute("data-adjusting", False)
        self.points.close()
        show(part("adjust"), False)

    def take(self, event: dict) -> None:
        """One press, move or drag."""
        what, hand = event["what"], self.hand
        if what == "began":
            hand.began()
            return
        if what in ("point", "nudge", "pick", "let-go"):
            reached = self.take_point(what, event)
        else:
            reached = self.take_frame(what, event)
        self.draw(reached)

    def take_point(self, what: str, event: dict) -> bool:
        """A ring is picked up, moved, or let go."""
        hand, name = self.hand, event["name"]
        if what == "let-go":
            self.point = ""
            hand.settle()
            return True
        self.point = self.control = name
        if what == "pick":
            return True
        across, down = self.points.at(hand, name)
        if what == "point":
            return hand.point(name, self.points.spot(hand, name, event["across"], event["down"]), True)
        # A pixel of the output for each press.
        height = hand.output_height
        across += event["across"] / (height * hand.frame.width / hand.frame.height)
        return hand.point(name, self.points.spot(hand, name, across, down + event["down"] / height))

    def take_frame(self, what: str, event: dict) -> bool:
        """Sliders, step buttons, the picture under the finger, undo."""
        hand = self.hand
        if what == "undo":
            hand.undo()
        elif what == "redo":
            hand.redo()
        elif what == "automatic":
            hand.automatically()
        elif what == "limit":
            hand.limited = event["on"]
        elif what == "drag":
            self.control = "down" if abs(event["down"]) >= abs(event["across"]) else "across"
            return hand.drag(event["across"], event["down"], True)
        elif what == "step":
            self.control = event["control"]
            return hand.step(self.control, event["steps"])
        else:
            self.control = event["control"]
            return hand.set(self.control, event["value"] / 100 if self.control == "size" else event["value"], True)
        return True

    def draw(self, reached: bool = True) -> None:
        """Picture, rings, readout, sliders."""
        hand = self.hand
        self.evidence = self.report.evidence.with_face(hand.face)
        stage.place_photo(self.evidence.picture, self.url, hand.frame, self.shown)
        self.points.draw(hand, self.point)
        finding = self.finding(self.control)
        said = words_of(finding)
        readout = part("readout")
        put(readout, data_status=finding.status)
        text("readout-title", said.title, readout)
        text("readout-value", said.detail, readout)
        stop = "adjust.stop.point" if self.point else "adjust.stop.rule" if hand.limited else "adjust.stop.photo"
        text("readout-stop", "" if reached else say(stop), readout)
        for control in CONTROLS:
            value = getattr(hand.now, control)
            slider = part("adjust").querySelector('[name="adjust-' + control + '"]')
            slider.value = str(round(100 * value, 2) if control == "size" else round(value, 2))
            put(slider, aria_valuetext=words_of(self.finding(control)).detail)
        part("adjust").querySelector('[data-adjust-do="undo"]').disabled = not hand.can_undo
        part("adjust").querySelector('[data-adjust-do="redo"]').disabled = not hand.can_redo
        stage.show_lengths(self.moved(), {})

    def moved(self):
        """The report as it would be for the frame that stands now, of placing alone."""
        document, frame = self.report.document, self.hand.frame
        found = [check(self.evidence, frame, document) for check in (placing.head_height, placing.eye_line)]
        return type(self.report)(self.evidence, document, frame, [one for one in found if one is not None], False)

    def finding(self, control: str):
        """What is told of a slider or a point."""
        document, frame = self.report.document, self.hand.frame
        found = [check(self.evidence, frame, document) for check in TOLD_BY[control]]
        found = [one for one in found if one is not None]
        broken = [one for one in found if one.status == "fail"] + [one for one in found if one.status == "warn"]
        return (broken or found)[0]
