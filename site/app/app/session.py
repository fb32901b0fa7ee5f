"""What happens between a photo and its file, one event after another.

The root's data-state tells where it stands: ready, working, done or error. A photo that cannot be used never costs the
result that stood before it: `self.result` is what the page shows, and it is replaced by a whole new one only.
"""

import io
import json
import sys
from collections import namedtuple

from app import files, findings, lines, stage
from app.browser_engine import BrowserEngine, EngineStopped, Photo
from app.dom import block, part, put, root, show, text
from app.words import say
from pixid.clock import now
from pixid.document import from_data
from pixid.errors import PhotoError
from pixid.pipeline import examine, judge, make
from pixid.wording import no_file
from pyscript import document as page
from pyscript import window
from pyscript.js_modules import intake, trust

STEPS = ("open", "find", "measure", "judge")
TOLD_AFTER = 3000  # ms of work after which steps are also spoken

Result = namedtuple("Result", "photo evidence report made")


class Session:
    """One visitor, one document, one photo after another."""

    def __init__(self) -> None:
        self.document = from_data(json.loads(block("document-data")))
        self.name = self.document.names["en"]
        self.engine = BrowserEngine()
        self.result: Result | None = None
        self.as_is = part("start-panel").querySelector("[name=as_is]").checked
        self.started = 0.0

    async def run(self) -> None:
        """Take events for as long as the page lives."""
        handlers = {"photo": self.photo, "cancel": self.cancel, "back": self.back, "as-is": self.switch, "show": self.show}
        while True:
            event = json.loads(await intake.next())
            try:
                await handlers[event["do"]](event)
            except EngineStopped as stopped:
                self.stopped(stopped.id)
            except PhotoError as error:
                self.trouble(error.message)
            except Exception as error:  # a mistake of ours; the next photo still gets its turn
                report_error(error)
                self.trouble(say("trouble.app"))

    async def photo(self, event: dict) -> None:
        """Examine, judge, make the file; each on the page as soon as it is known."""
        photo = Photo(event["source"], event["name"])
        self.state("working")
        text("message", "")
        text("live", say("live.checking"))
        self.started = now()
        try:
            evidence = await self.examined(photo)
        except (EngineStopped, PhotoError):
            intake.forgetPhoto(photo.source)
            raise
        report = judge(evidence, self.document, self.as_is)
        await intake.breathe()
        before = self.result
        self.result = Result(photo, evidence, report, None)
        if before is not None:
            intake.forgetPhoto(before.photo.source)
        await self.conclude()

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
        stage.show_result(report, intake.photoUrl(self.result.photo.source), self.name)
        said = findings.show_verdict(report)
        await intake.breathe()
        findings.show_findings(report, data)
        text("live", said)
        self.focus_verdict()
        window.performance.mark("pixid:verdict")  # for the benchmark and the browser's own tools
        await intake.breathe()
        made = await self.made(report)
        self.result = Result(self.result.photo, made.report.evidence, made.report, made)
        files.show_file(made, self.name)
        self.write_report(data, made)
        self.state("done")
        kept = [made.report.evidence.picture.handle] + ([made.file.handle] if made.file is not None else [])
        await self.engine.keep_only(*kept)

    async def made(self, report):
        """The file; where the engine died since it examined the photo, the photo is opened again first."""
        try:
            await self.engine.prepare()
            return await make(self.engine, report)
        except (EngineStopped, PhotoError) as error:
            if error.id not in ("died", "engine"):
                raise
        evidence = await examine(self.engine, self.result.photo)
        return await make(self.engine, judge(evidence, self.document, self.as_is))

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
        if self.result is None:
            return
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
        self.stopped("cancelled")

    async def back(self, event: dict) -> None:
        """Back to the beginning; the photo is forgotten."""
        if self.result is not None:
            intake.forgetPhoto(self.result.photo.source)
        self.result = None
        stage.hide()
        findings.hide()
        files.hide()
        text("message", "")
        self.state("ready")
        await self.engine.keep_only()

    def stopped(self, id: str) -> None:
        """The engine gave no answer. A newer photo is about to be looked at, Cancel goes back to what stood before."""
        if id == "cancelled":
            if root.getAttribute("data-state") != "working":
                return
            text("live", say("live.cancelled"))
            self.restore("done" if self.result is not None else "ready")
        else:
            self.trouble(say("trouble." + id))

    def trouble(self, sentence: str) -> None:
        """One sentence beside the button; what stood before stays."""
        text("message", sentence)
        text("live", "")
        self.restore("error")

    def restore(self, state: str) -> None:
        """Put the earlier result's picture back on the stage, if there is one."""
        if self.result is not None:
            stage.show_result(self.result.report, intake.photoUrl(self.result.photo.source), self.name)
        self.state(state)

    def state(self, state: str) -> None:
        put(root, data_state=state)

    def focus_verdict(self) -> None:
        """Move the focus to the verdict if it still stands where the work began; never take it from elsewhere."""
        active = page.activeElement
        if active is page.body or part("start-panel").contains(active) or part("progress").contains(active):
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
        trust.writeData(part("report").querySelector("script"), json.dumps(data))


def report_error(error: Exception) -> None:
    """The traceback, where developers look."""
    trace = io.StringIO()
    sys.print_exception(error, trace)
    window.console.error(trace.getvalue())
