"""What the visitor does, one event after another, and what it changes."""

import json

from pyscript.js_modules import intake

from app import record, stage
from app.adjusting import Adjusting
from app.browser_engine import EngineStopped
from app.dom import part, text
from app.findings import is_pressed, press
from app.pace import tidy
from app.result import report_error
from app.story import Story
from app.verdict import show_verdict
from app.words import say, say_count
from pixid import ages
from pixid.answers import answered
from pixid.backdrop_choice import backdrop
from pixid.errors import PhotoError


class Session(Story):
    """One visitor."""

    async def run(self) -> None:
        """Take events for as long as the page lives."""
        handlers = {
            "photo": self.photo,
            "hand-over": self.take_files,
            "cancel": self.cancel,
            "back": self.back,
            "as-is": self.switch,
            "show": self.show,
            "sheet": self.sheet,
            "also": self.also,
            "answer": self.answer,
            "adjust": self.adjust,
            "light": self.change_light,
            "backdrop": self.change_backdrop,
            "outline": self.correct,
            "part": self.part,
            "format": self.change_format,
            "age": self.change_age,
        }
        self.companions.open()
        while True:
            event = json.loads(await intake.next())
            try:
                await handlers[event["do"]](event)
            except Exception as error:
                await self.stopped(error)
            await tidy()

    async def stopped(self, error: Exception) -> None:
        """One sentence for whatever went wrong; the next event gets its turn in any case."""
        if isinstance(error, EngineStopped) and error.id == "cancelled":
            return  # the event that cancelled comes next
        if isinstance(error, PhotoError):
            sentence = error.message
        elif isinstance(error, EngineStopped):
            sentence = say("trouble." + error.id)
        else:
            report_error(error)  # a mistake of ours
            sentence = say("trouble.app")
        self.complain(sentence, isinstance(error, EngineStopped))
        text("live", "")
        try:
            await self.restore("error")
        except (EngineStopped, PhotoError):
            self.state("error")

    async def switch(self, event: dict) -> None:
        """As it stands or as it can become: the evidence is the same, only the judging is repeated."""
        self.as_is = event["on"]
        self.leave_adjusting()
        if self.result is not None:
            await self.rejudge(self.result.evidence)

    async def change_age(self, event: dict) -> None:
        """Whose photo it is, where the document has rules of its own for children: the findings are read again."""
        under = event["under"]
        self.document = ages.for_age(self.plain_document, int(under)) if under else self.plain_document
        self.leave_adjusting()
        if self.result is not None:
            await self.rejudge(self.result.evidence)
        text("live", say_count("live.child", int(under)) if under else say("live.adult"))

    async def show(self, event: dict) -> None:
        """Draw a finding's lines over the picture, or take them away."""
        id = event["id"]
        pressed = not is_pressed(id)
        press(id, pressed)
        check = self.check(id)
        if pressed:
            stage.show_finding(self.result.report, check)
            text("live", say("live.shown", title=check["title"]))
        else:
            stage.hide_finding()

    async def answer(self, event: dict) -> None:
        """A question answered, a finding looked at and found fine, or either taken back: it counts everywhere."""
        if self.result is None or self.result.made is None:
            return
        id, value, answers = event["id"], event["value"], self.choices.answers
        if value:
            answers[id] = value
        elif id in answers:
            del answers[id]
        before = (self.result.report, self.data)
        self.result = self.result.with_report(answered(self.result.judged, answers))
        report = self.result.report
        said = show_verdict(report)
        self.retakes.show(report)
        stage.hide_finding()
        self.prints.withdraw("report")
        self.data = await record.data_of(report, before)
        await record.write(self.data, self.result.made, self.outputs())
        await self.show_findings()
        self.findings.say_answer(self.check(id)["title"], id, value)
        text("live", said)
        await self.show_file()
        await self.prints.make_report(self.result.made)
        await record.write(self.data, self.result.made, self.outputs())

    async def sheet(self, event: dict) -> None:
        """Another paper, number of copies or kind of file."""
        if self.result is not None and self.result.made is not None:
            await self.prints.choose(event, self.result.made)
            await self.engine.keep_only(*self.handles())

    async def also(self, event: dict) -> None:
        """The same photo for another document, on the same sheet; where the engine died since it examined the photo,
        all that is made of it is made once more."""
        if self.result is None or self.result.made is None:
            return
        try:
            await self.prints.also(event["document"], self.result.made)
        except (EngineStopped, PhotoError) as error:
            if error.id not in ("died", "engine"):
                raise
            await self.remake()
        await self.engine.keep_only(*self.handles())

    async def change_light(self, event: dict) -> None:
        """Another light; while a slider moves only the picture is made, when it rests all that is made of it."""
        if self.result is None or self.result.made is None or self.result.made.file is None:
            return
        self.choices.tone = self.light.chosen(event)
        if not event["live"]:
            return await self.remake()
        made = await self.made()
        await self.light.compare(made, self.choices.format)
        self.result = self.result.with_made(made)
        await self.show_file()
        await self.engine.keep_only(*self.handles())

    async def change_backdrop(self, event: dict) -> None:
        """A colour in place of the background, or the background as photographed."""
        if self.result is None or self.result.made is None or self.result.made.file is None:
            return
        self.choices.backdrop = backdrop(event["colour"]) if event["colour"] else None
        await self.remake()

    async def correct(self, event: dict) -> None:
        """The outline of the person before another background, with two brushes."""
        if self.result is None or self.result.made is None or self.result.made.backdrop is None:
            return
        if self.outline.take(event, self.result.made):
            self.choices.strokes = self.outline.strokes
            return await self.remake()
        await self.outline.show(self.result.made, self.light.plain)
        await self.engine.keep_only(*self.handles())

    async def part(self, event: dict) -> None:
        """Another part of the form, which the photo knows nothing of."""
        await self.companions.take(event)
        if self.result is not None and self.result.made is not None:
            await record.write(self.data, self.result.made, self.outputs())

    async def change_format(self, event: dict) -> None:
        """JPEG or PNG, where a portal takes both."""
        if self.result is not None and self.result.made is not None and self.result.made.file is not None:
            self.choices.format = event["value"]
            await self.remake()

    async def adjust(self, event: dict) -> None:
        """The frame by hand; what Done leaves is judged and made like the proposed one."""
        if self.result is None or self.result.made is None or self.result.report.frame.whole:
            return
        if event["what"] == "open":
            measured = self.result.evidence.measured
            self.adjusting = Adjusting(self.result.judged, measured, intake.photoUrl(self.result.photo.source))
            self.adjusting.open(self.choices.hand)
        elif self.adjusting is None:
            return
        elif event["what"] in ("done", "close"):
            adjusting, self.adjusting = self.adjusting, None
            adjusting.close()
            part("actions").querySelector('[data-adjust-do="open"]').focus()
            before, state = self.result.report, adjusting.hand.state
            if event["what"] == "done" and (adjusting.hand.frame, state.face) != (before.frame, before.evidence.face):
                self.choices.hand = state
                evidence = self.result.evidence.with_face(state.face)
                await self.rejudge(evidence, adjusting.hand.frame)
            else:
                stage.show_result(self.result.report, intake.photoUrl(self.result.photo.source), self.name)
                await self.number()
        else:
            self.adjusting.take(event)

    async def take_files(self, event: dict) -> None:
        """What held the files back is over."""
        if self.result is not None and self.result.made is not None:
            await self.hand_over()

    async def cancel(self, event: dict) -> None:
        """Back to what stood before."""
        self.forget_unused()
        text("live", say("live.cancelled"))
        await self.restore("done" if self.result is not None else "ready")

    async def back(self, event: dict) -> None:
        """Back to the beginning; the photo is forgotten."""
        if self.result is not None:
            intake.forgetPhoto(self.result.photo.source)
        self.prints.forget()
        self.leave_adjusting()
        self.result = None
        self.forget_unused()
        self.complain()
        await self.restore("ready")
