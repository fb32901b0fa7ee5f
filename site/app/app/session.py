"""What happens between a photo and its file, one event after another.

The root's data-state tells where it stands: ready, working, done or error. A photo that cannot be used never costs the
result that stood before it: `self.result` is what the page shows, and it is replaced by a whole new one only.
"""

import json

from pyscript import document as page
from pyscript import window
from pyscript.js_modules import intake

from app import files, record, stage
from app.adjusting import Adjusting
from app.browser_engine import BrowserEngine, EngineStopped, Photo
from app.choices import Choices
from app.dom import block, part, put, root, show, text
from app.findings import Findings, is_pressed, numbers, press
from app.light import Light
from app.prints import Prints
from app.result import Result, report_error
from app.steps import Steps
from app.verdict import is_ready, show_verdict
from app.words import say
from pixid.answers import answered
from pixid.document import from_data
from pixid.errors import PhotoError
from pixid.pipeline import examine, judge, make


class Session:
    """One visitor, one document, one photo after another."""

    def __init__(self) -> None:
        self.document = from_data(json.loads(block("document-data")))
        self.name = self.document.name
        self.engine = BrowserEngine()
        self.prints = Prints(self.engine, self.document)
        self.light = Light(self.engine, self.document)
        self.findings = Findings()
        self.steps = Steps()
        self.choices = Choices()
        self.adjusting = None
        self.result: Result | None = None
        self.data: dict = {}
        self.unused: Photo | None = None
        self.as_is = part("start-panel").querySelector("[name=as_is]").checked

    async def run(self) -> None:
        """Take events for as long as the page lives."""
        handlers = {
            "photo": self.photo,
            "cancel": self.cancel,
            "back": self.back,
            "as-is": self.switch,
            "show": self.show,
            "sheet": self.sheet,
            "answer": self.answer,
            "adjust": self.adjust,
            "light": self.change_light,
            "format": self.change_format,
        }
        while True:
            event = json.loads(await intake.next())
            try:
                await handlers[event["do"]](event)
            except Exception as error:
                await self.stopped(error)

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
        text("message", sentence)
        text("live", "")
        try:
            await self.restore("error")
        except (EngineStopped, PhotoError):
            self.state("error")

    # A photo

    async def photo(self, event: dict) -> None:
        """Examine, judge, make the file; each on the page as soon as it is known."""
        photo = Photo(event["source"], event["name"])
        self.leave_adjusting()
        self.state("working")
        text("message", "")
        text("live", say("live.checking"))
        self.steps.begin()
        self.forget_unused()
        self.unused = photo
        evidence = await self.examined(photo)
        judged = judge(evidence, self.document, self.as_is)
        await intake.breathe()
        before, self.unused = self.result, None
        self.choices = Choices()
        self.light.forget()
        self.result = Result(photo, evidence, judged, judged, None)
        if before is not None:
            intake.forgetPhoto(before.photo.source)
        await self.conclude()

    def forget_unused(self) -> None:
        """Let go of the last photo that came to nothing; until another comes it may still be on the stage."""
        if self.unused is not None:
            intake.forgetPhoto(self.unused.source)
        self.unused = None

    async def examined(self, photo: Photo):
        """The evidence; an engine that dies on the way is asked once more after its restart."""
        try:
            return await examine(self.engine, photo, self.steps.progress)
        except EngineStopped as stopped:
            if stopped.id != "died":
                raise
        return await examine(self.engine, photo, self.steps.progress)

    async def conclude(self) -> None:
        """Show the verdict of `self.result`, then make its file."""
        report = self.result.report
        await intake.breathe()
        stage.show_result(report, intake.photoUrl(self.result.photo.source), self.name)
        await intake.breathe()
        said = show_verdict(report)
        files.hide()
        self.prints.hide()
        self.light.hide()
        self.findings.forget()
        root.toggleAttribute("data-judged", True)
        self.data = await record.data_of(report)
        await self.show_findings()
        text("live", said)
        self.focus_verdict()
        window.performance.mark("pixid:verdict")  # for the benchmark and the browser's own tools
        await intake.breathe()
        await self.make_files()

    async def make_files(self) -> None:
        """The photo's file, then what is made of it."""
        made = await self.made()
        self.result = self.result.with_made(made)
        self.show_file()
        self.light.begin(made)
        await self.light.compare(made, self.choices.format)
        record.write(self.data, made, {})
        show(part("actions").querySelector('[data-adjust-do="open"]'), not made.report.frame.whole)
        self.state("done")
        await self.engine.keep_only(*self.handles())
        await intake.breathe()
        await self.prints.make(made)
        record.write(self.data, made, self.prints.facts())
        await self.engine.keep_only(*self.handles())

    async def made(self):
        """The file; where the engine died since it examined the photo, the photo is opened again first."""
        report, choices = self.result.report, self.choices
        try:
            await self.engine.prepare()
            return await make(self.engine, report, choices.tone, choices.format)
        except (EngineStopped, PhotoError) as error:
            if error.id not in ("died", "engine"):
                raise
        evidence = await examine(self.engine, self.result.photo)
        frame = None if report.frame.whole else report.frame
        judged = judge(evidence.with_face(choices.face), self.document, self.as_is, frame)
        return await make(self.engine, answered(judged, choices.answers), choices.tone, choices.format)

    async def rejudge(self, judged) -> None:
        """Another frame, other points or another way of judging the same photo."""
        text("message", "")
        report = answered(judged, self.choices.answers)
        self.result = Result(self.result.photo, self.result.evidence, judged, report, None)
        self.state("working")
        await self.conclude()

    # What the visitor does with a result

    async def switch(self, event: dict) -> None:
        """As it stands or as it can become: the evidence is the same, only the judging is repeated."""
        self.as_is = event["on"]
        self.leave_adjusting()
        if self.result is not None:
            await self.rejudge(judge(self.result.evidence, self.document, self.as_is))

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
        stage.hide_finding()
        self.prints.withdraw("report")
        self.data = await record.data_of(report, before)
        record.write(self.data, self.result.made, self.prints.facts())
        await self.show_findings()
        self.findings.say_answer(self.check(id)["title"], id, value)
        text("live", said)
        self.show_file()
        await self.prints.make_report(self.result.made)
        record.write(self.data, self.result.made, self.prints.facts())

    async def sheet(self, event: dict) -> None:
        """Another paper, number of copies or kind of file."""
        if self.result is not None and self.result.made is not None:
            await self.prints.choose(event, self.result.made)

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
        self.show_file()
        await self.engine.keep_only(*self.handles())

    async def change_format(self, event: dict) -> None:
        """JPEG or PNG, where a portal takes both."""
        if self.result is not None and self.result.made is not None and self.result.made.file is not None:
            self.choices.format = event["value"]
            await self.remake()

    async def remake(self) -> None:
        """All files once more; the verdict stays."""
        self.state("working")
        root.toggleAttribute("data-judged", True)
        self.prints.withdraw("sheet")
        self.prints.withdraw("report")
        await self.make_files()

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
                await self.rejudge(judge(evidence, self.document, False, adjusting.hand.frame))
            else:
                stage.show_result(self.result.report, intake.photoUrl(self.result.photo.source), self.name)
                self.number()
        else:
            self.adjusting.take(event)

    def leave_adjusting(self) -> None:
        """Another way of judging begins with the proposed frame and the measured points."""
        self.choices.hand = None
        if self.adjusting is not None:
            self.adjusting.close()
            self.adjusting = None

    async def cancel(self, event: dict) -> None:
        """Back to what stood before."""
        self.forget_unused()
        text("live", say("live.cancelled"))
        await self.restore("done" if self.result is not None else "ready")

    async def back(self, event: dict) -> None:
        """Back to the beginning; the photo is forgotten."""
        if self.result is not None:
            intake.forgetPhoto(self.result.photo.source)
        self.leave_adjusting()
        self.result = None
        self.forget_unused()
        text("message", "")
        await self.restore("ready")

    async def restore(self, state: str) -> None:
        """The page as it was before a photo that came to nothing: the earlier result, or the bare tool."""
        if self.result is None:
            self.findings.hide()
            files.hide()
            stage.clear_marks()
            if state == "ready":
                stage.hide()
        elif self.result.made is None:
            await self.conclude()  # its file was still being made
        else:
            stage.show_result(self.result.report, intake.photoUrl(self.result.photo.source), self.name)
            self.number()
        self.state(state)
        await self.engine.keep_only(*self.handles())

    # The page

    async def show_findings(self) -> None:
        """The lists, and their numbers beside the picture."""
        await self.findings.show(self.result.report, self.data)
        self.number()

    def check(self, id: str) -> dict:
        """One check of the record."""
        return {check["id"]: check for check in self.data["checks"]}[id]

    def number(self) -> None:
        stage.show_numbers(self.result.report, self.data["checks"], numbers(self.data["checks"]))

    def show_file(self) -> None:
        files.show_file(self.result.made, self.name, is_ready(self.result.report))

    def handles(self) -> list[int]:
        """What the engine has to keep for the result on the page."""
        if self.result is None:
            return []
        made = self.result.made
        files_kept = [made.file.handle] if made is not None and made.file is not None else []
        return [self.result.evidence.picture.handle] + files_kept + self.prints.handles() + self.light.handles()

    def state(self, state: str) -> None:
        """Where the root's data-state stands; a verdict without its file is still "working", marked data-judged."""
        root.toggleAttribute("data-judged", False)
        put(root, data_state=state)

    def focus_verdict(self) -> None:
        """Move the focus to the verdict if it still stands where the work began; never take it from elsewhere."""
        active = page.activeElement
        if active.isSameNode(page.body) or part("start-panel").contains(active) or part("progress").contains(active):
            part("verdict-title").focus()
