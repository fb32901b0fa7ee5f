"""What happens between a photo and its file, one event after another.

The root's data-state tells where it stands: ready, working, done or error. A photo that cannot be used never costs the
result that stood before it: `self.result` is what the page shows, and it is replaced by a whole new one only.
"""

import io
import json
import sys
from collections import namedtuple

from pyscript import document as page
from pyscript import window
from pyscript.js_modules import intake, trust

from app import files, findings, lines, stage
from app.adjusting import Adjusting
from app.browser_engine import BrowserEngine, EngineStopped, Photo
from app.dom import block, part, put, root, show, text
from app.prints import Prints
from app.words import say
from pixid.adjust import AUTOMATIC
from pixid.clock import now
from pixid.document import from_data
from pixid.errors import PhotoError
from pixid.pipeline import examine, judge, make
from pixid.wording import no_file

STEPS = ("open", "find", "measure", "judge")
TOLD_AFTER = 3000  # ms of work after which steps are also spoken

Result = namedtuple("Result", "photo evidence report made")


class Session:
    """One visitor, one document, one photo after another."""

    def __init__(self) -> None:
        self.document = from_data(json.loads(block("document-data")))
        self.name = self.document.name
        self.engine = BrowserEngine()
        self.prints = Prints(self.engine, self.document)
        self.adjusting = None
        self.adjustment = AUTOMATIC
        self.result: Result | None = None
        self.unused: Photo | None = None
        self.as_is = part("start-panel").querySelector("[name=as_is]").checked
        self.started = 0.0

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

    async def photo(self, event: dict) -> None:
        """Examine, judge, make the file; each on the page as soon as it is known."""
        photo = Photo(event["source"], event["name"])
        self.leave_adjusting()
        self.state("working")
        text("message", "")
        text("live", say("live.checking"))
        self.started = now()
        self.forget_unused()
        self.unused = photo
        evidence = await self.examined(photo)
        report = judge(evidence, self.document, self.as_is)
        await intake.breathe()
        before, self.result, self.unused = self.result, Result(photo, evidence, report, None), None
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
            return await examine(self.engine, photo, self.progress)
        except EngineStopped as stopped:
            if stopped.id != "died":
                raise
        return await examine(self.engine, photo, self.progress)

    async def conclude(self) -> None:
        """Show the verdict of `self.result`, then make its file."""
        report = self.result.report
        data = report.data()
        await intake.breathe()
        stage.show_result(report, intake.photoUrl(self.result.photo.source), self.name)
        await intake.breathe()
        said = findings.show_verdict(report)
        files.hide()
        self.prints.hide()
        root.toggleAttribute("data-judged", True)
        await intake.breathe()
        await findings.show_findings(report, data)
        text("live", said)
        self.focus_verdict()
        window.performance.mark("pixid:verdict")  # for the benchmark and the browser's own tools
        await intake.breathe()
        made = await self.made(report)
        self.result = Result(self.result.photo, made.report.evidence, made.report, made)
        files.show_file(made, self.name)
        self.write_report(data, made)
        show(part("actions").querySelector('[data-adjust-do="open"]'), not made.report.frame.whole)
        self.state("done")
        await self.engine.keep_only(*self.handles())
        await intake.breathe()
        await self.prints.make(made)
        self.write_report(data, made)
        await self.engine.keep_only(*self.handles())

    async def sheet(self, event: dict) -> None:
        """Another paper, number of copies or kind of file."""
        if self.result is not None and self.result.made is not None:
            await self.prints.choose(event, self.result.made)

    async def adjust(self, event: dict) -> None:
        """The frame by hand; what Done leaves is judged and made like the proposed one."""
        if self.result is None or self.result.made is None or self.result.report.frame.whole:
            return
        report = self.result.report
        if event["what"] == "open":
            self.adjusting = Adjusting(report, intake.photoUrl(self.result.photo.source))
            self.adjusting.open(self.adjustment)
        elif self.adjusting is None:
            return
        elif event["what"] in ("done", "close"):
            adjusting, self.adjusting = self.adjusting, None
            adjusting.close()
            part("actions").querySelector('[data-adjust-do="open"]').focus()
            if event["what"] == "done" and adjusting.hand.now != self.adjustment:
                self.adjustment = adjusting.hand.now
                moved = judge(self.result.evidence, self.document, False, adjusting.hand.frame)
                self.result = Result(self.result.photo, self.result.evidence, moved, None)
                self.state("working")
                await self.conclude()
            else:
                stage.show_result(report, intake.photoUrl(self.result.photo.source), self.name)
        else:
            self.adjusting.take(event)

    def leave_adjusting(self) -> None:
        """A new photo or another way of judging begins with the proposed frame."""
        self.adjustment = AUTOMATIC
        if self.adjusting is not None:
            self.adjusting.close()
            self.adjusting = None

    async def answer(self, event: dict) -> None:
        """A question answered by the visitor goes into the report."""
        if self.result is not None and self.result.made is not None:
            await self.prints.answer(event, self.result.made)

    def handles(self) -> list[int]:
        """What the engine has to keep for the result on the page."""
        if self.result is None:
            return []
        made = self.result.made
        files_kept = [made.file.handle] if made is not None and made.file is not None else []
        return [self.result.evidence.picture.handle] + files_kept + self.prints.handles()

    async def made(self, report):
        """The file; where the engine died since it examined the photo, the photo is opened again first."""
        try:
            await self.engine.prepare()
            return await make(self.engine, report)
        except (EngineStopped, PhotoError) as error:
            if error.id not in ("died", "engine"):
                raise
        evidence = await examine(self.engine, self.result.photo)
        frame = None if report.frame.whole else report.frame
        return await make(self.engine, judge(evidence, self.document, self.as_is, frame))

    def progress(self, step: str, evidence) -> None:
        """A step begins: mark it, and say it if the whole takes long."""
        at = STEPS.index(step)
        for i, name in enumerate(STEPS):
            item = root.querySelector('[data-step="' + name + '"]')
            put(item, data_step_state="done" if i < at else "now" if i == at else "waiting")
            if i == at:
                put(item, aria_current="step")
            else:
                item.removeAttribute("aria-current")
        if evidence is not None and evidence.faces and evidence.face is None:
            stage.outline(evidence.faces[0].box)
        if now() - self.started > TOLD_AFTER:
            text("live", say("step", step=at + 1, steps=len(STEPS)))

    async def switch(self, event: dict) -> None:
        """As it stands or as it can become: the evidence is the same, only the judging is repeated."""
        self.as_is = event["on"]
        self.leave_adjusting()
        if self.result is None:
            return
        text("message", "")
        report = judge(self.result.evidence, self.document, self.as_is)
        self.result = Result(self.result.photo, self.result.evidence, report, None)
        self.state("working")
        await self.conclude()

    async def show(self, event: dict) -> None:
        """Draw a finding's lines over the picture, or take them away."""
        id = event["id"]
        pressed = not findings.is_pressed(id)
        findings.press(id, pressed)
        if pressed:
            lines.show_finding(self.result.report, id, findings.is_inside(id))
        else:
            lines.hide_finding()

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
            findings.hide()
            files.hide()
            stage.clear_marks()
            if state == "ready":
                stage.hide()
        elif self.result.made is None:
            await self.conclude()  # its file was still being made
        else:
            stage.show_result(self.result.report, intake.photoUrl(self.result.photo.source), self.name)
        self.state(state)
        await self.engine.keep_only(*self.handles())

    def state(self, state: str) -> None:
        """Where the root's data-state stands; a verdict without its file is still "working", marked data-judged."""
        root.toggleAttribute("data-judged", False)
        put(root, data_state=state)

    def focus_verdict(self) -> None:
        """Move the focus to the verdict if it still stands where the work began; never take it from elsewhere."""
        active = page.activeElement
        if active.isSameNode(page.body) or part("start-panel").contains(active) or part("progress").contains(active):
            part("verdict-title").focus()

    def write_report(self, data: dict, made) -> None:
        """The same JSON as the command line's, for programs and assistive technology."""
        if made.file is not None:
            data["outputs"] = {
                "photo": {"width": made.width, "height": made.height, "dpi": made.dpi, "bytes": made.file.size}
            }
            data["matrix"] = [round(number, 6) for number in made.matrix]
        data["operations"] = list(made.operations)
        data["no_file"] = {"id": made.why_not, "message": no_file(made)} if made.why_not else None
        if self.prints.facts():
            data["outputs"] = data.get("outputs", {}) | self.prints.facts()
        trust.writeData(part("report").querySelector("script"), json.dumps(data))


def report_error(error: Exception) -> None:
    """The traceback, where developers look."""
    trace = io.StringIO()
    sys.print_exception(error, trace)
    window.console.error(trace.getvalue())
