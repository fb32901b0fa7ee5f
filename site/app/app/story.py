"""The story of a photo on the page: examined, judged, shown, made into files; and back where it comes to nothing.

The root's data-state tells where it stands: ready, working, done or error. A photo that cannot be used never costs the
result that stood before it: `self.result` is what the page shows, and it is replaced by a whole new one only.
"""

from pyscript import document as page
from pyscript import window
from pyscript.js_modules import handing, intake

from app import ahead, files, record, stage
from app.browser_engine import EngineStopped, Photo
from app.choices import Choices
from app.companions import Companions
from app.dom import part, put, root, show, text
from app.findings import Findings, numbers
from app.light import Light
from app.outline import Outline
from app.pace import breath
from app.prints import Prints
from app.result import Foreseen, Result
from app.retakes import Retakes
from app.steps import Steps
from app.verdict import is_ready, show_verdict
from app.words import say
from pixid.answers import answered
from pixid.drive import at_ease
from pixid.errors import PhotoError
from pixid.examining import examine
from pixid.pipeline import judging, make


class Story:
    """One document, one photo after another."""

    def __init__(self, document) -> None:
        self.document = self.plain_document = document
        self.name = self.document.name
        self.engine = ahead.engine
        self.prints = Prints(self.engine, self.document)
        self.light = Light(self.engine, self.document)
        self.outline = Outline(self.engine)
        self.companions = Companions(self.engine, self.document)
        self.findings = Findings()
        self.steps = Steps()
        self.retakes = Retakes()
        self.choices = Choices()
        self.adjusting = None
        self.result: Result | None = None
        self.foreseen: Foreseen | None = None
        self.data: dict = {}
        self.unused: Photo | None = None
        self.as_is = part("start-panel").querySelector("[name=as_is]").checked

    async def photo(self, event: dict) -> None:
        """Examine, judge, make the file; each on the page as soon as it is known."""
        photo = Photo(event["source"], event["name"])
        self.leave_adjusting()
        self.state("working")
        self.complain()
        text("live", say("live.checking"))
        self.steps.begin()
        self.forget_unused()
        self.unused = photo
        evidence = await self.examined(photo)
        judged = await self.judged(evidence)
        before, self.unused = self.result, None
        self.choices = Choices()
        self.light.forget()
        self.outline.forget()
        self.retakes.begin(None if before is None else before.judged)
        self.result = Result(photo, evidence, judged, judged, None)
        if before is not None and not self.prints.keep(before.photo):
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
            self.foreseen = None
            return await ahead.examined(photo, self.steps.progress, self.foresee)
        except EngineStopped as stopped:
            if stopped.id != "died":
                raise
        self.foreseen = None
        return await examine(self.engine, photo, self.steps.progress)

    async def foresee(self, evidence) -> None:
        """The verdict and its rows while the engine looks at a doubted outline once more: most of them stay."""
        await intake.breathe()  # the engine is asked first
        judged = await self.judged(evidence)
        data = await record.data_of(judged)
        self.foreseen = Foreseen(judged, data, await self.findings.ahead(judged, data["checks"]))

    async def judged(self, evidence, frame=None):
        """The report on the document in use."""
        return await at_ease(self.engine, judging(evidence, self.document, self.as_is, frame))

    async def conclude(self) -> None:
        """Show the verdict of `self.result`, then make its file."""
        report = self.result.report
        await intake.breathe()
        stage.show_result(report, intake.photoUrl(self.result.photo.source), self.name)
        await intake.breathe()
        said = show_verdict(report)
        self.retakes.show(report)
        await breath()
        files.hide()
        self.prints.hide()
        self.light.hide()
        known, self.foreseen = self.foreseen, None
        self.findings.begin({} if known is None else known.rows)
        root.toggleAttribute("data-judged", True)
        self.data = await record.data_of(report, None if known is None else (known.judged, known.data))
        await self.findings.show(report, self.data)
        text("live", said)
        window.performance.mark("pixid:verdict")  # for the benchmark and the browser's own tools
        await intake.drawn()  # focus and numbers need to know where things are, which the browser finds out by then
        self.focus_verdict()
        await intake.breathe()
        await self.number()
        await intake.breathe()
        await self.make_files()

    async def make_files(self) -> None:
        """The photo's file, then what is made of it, as far as it may be handed over."""
        made = await self.made()
        self.result = self.result.with_made(made)
        await self.engine.keep_only(*self.handles())
        if await handing.allowed(made.file is not None, self.document.id):
            await self.hand_over()
        else:
            files.hide()
            await record.write(self.data, made, {})
            show(part("actions").querySelector('[data-adjust-do="open"]'), not made.report.frame.whole)
            self.state("done")

    async def hand_over(self) -> None:
        """The files on the page, each with its link."""
        made = self.result.made
        await self.show_file()
        await breath()
        self.light.begin(made)
        await self.light.compare(made, self.choices.format)
        await breath()
        await self.outline.show(made, self.light.plain)
        await breath()
        await record.write(self.data, made, self.companions.facts())
        show(part("actions").querySelector('[data-adjust-do="open"]'), not made.report.frame.whole)
        self.state("done")
        await intake.breathe()
        await self.engine.keep_only(*self.handles())
        await self.prints.make(made, self.choices.hand is not None)
        await record.write(self.data, made, self.outputs())
        await self.engine.keep_only(*self.handles())

    async def made(self):
        """The file; where the engine died since it examined the photo, the photo is opened again first."""
        report, choices = self.result.report, self.choices
        try:
            await self.engine.prepare()
            return await self.made_of(report)
        except (EngineStopped, PhotoError) as error:
            if error.id not in ("died", "engine"):
                raise
        evidence = await examine(self.engine, self.result.photo)
        frame = None if report.frame.whole else report.frame
        judged = await self.judged(evidence.with_face(choices.face), frame)
        return await self.made_of(answered(judged, choices.answers))

    async def made_of(self, report):
        """The file of a report, with what the visitor has chosen."""
        chosen = self.choices
        return await make(self.engine, report, chosen.tone, chosen.format, chosen.backdrop, chosen.strokes)

    async def rejudge(self, evidence, frame=None) -> None:
        """Another frame, other points or another way of judging the same photo."""
        self.complain()
        self.state("working")
        judged = await self.judged(evidence, frame)
        report = answered(judged, self.choices.answers)
        self.result = Result(self.result.photo, self.result.evidence, judged, report, None)
        await self.conclude()

    async def remake(self) -> None:
        """All files once more; the verdict stays."""
        self.state("working")
        root.toggleAttribute("data-judged", True)
        self.prints.withdraw("sheet")
        self.prints.withdraw("report")
        await self.make_files()

    def leave_adjusting(self) -> None:
        """Another way of judging begins with the proposed frame and the measured points."""
        self.choices.hand = None
        if self.adjusting is not None:
            self.adjusting.close()
            self.adjusting = None

    async def restore(self, state: str) -> None:
        """The page as it was before a photo that came to nothing: the earlier result, or the bare tool."""
        self.foreseen = None
        if self.result is None:
            self.findings.hide()
            self.retakes.forget()
            files.hide()
            stage.clear_marks()
            if state == "ready":
                stage.hide()
        elif self.result.made is None:
            await self.conclude()  # its file was still being made
        else:
            stage.show_result(self.result.report, intake.photoUrl(self.result.photo.source), self.name)
            await self.number()
        self.state(state)
        await self.engine.keep_only(*self.handles())

    # The page

    async def show_findings(self) -> None:
        """The lists, and their numbers beside the picture."""
        await self.findings.show(self.result.report, self.data)
        await self.number()

    def check(self, id: str) -> dict:
        """One check of the record."""
        return {check["id"]: check for check in self.data["checks"]}[id]

    async def number(self) -> None:
        await stage.show_numbers(self.result.report, self.data["checks"], numbers(self.data["checks"]))

    async def show_file(self) -> None:
        await files.show_file(self.result.made, self.name, is_ready(self.result.report))

    def handles(self) -> list[int]:
        """What the engine has to keep for the result on the page."""
        kept = self.companions.handles()
        if self.result is None:
            return kept
        made = self.result.made
        files_kept = [made.file.handle] if made is not None and made.file is not None else []
        return kept + [self.result.evidence.picture.handle] + files_kept + self.prints.handles() + self.edited_handles()

    def edited_handles(self) -> list[int]:
        """What is shown beside a changed file."""
        return self.light.handles() + self.outline.handles()

    def outputs(self) -> dict:
        """Files beside the photo, for the record."""
        return self.prints.facts() | self.companions.facts()

    def complain(self, sentence: str = "", again: bool = False) -> None:
        """What went wrong, or nothing; with a button to try the same photo `again` where the photo was not at fault."""
        text("message", sentence)
        show(root.querySelector("[data-action=again]"), again)

    def state(self, state: str) -> None:
        """Where the root's data-state stands; a verdict without its file is still "working", marked data-judged."""
        root.toggleAttribute("data-judged", False)
        put(root, data_state=state)

    def focus_verdict(self) -> None:
        """Move the focus to the verdict if it still stands where the work began; never take it from elsewhere."""
        active = page.activeElement
        if active.isSameNode(page.body) or part("start-panel").contains(active) or part("progress").contains(active):
            part("verdict-title").focus()
