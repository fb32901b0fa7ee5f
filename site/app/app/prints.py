"""Print sheet and report: made after the photo's file, and again when paper, copies or an answer change."""

from pyscript import window
from pyscript.js_modules import engine_port, intake

from app.dom import part, put, show, text
from app.pace import breath
from app.sharing import Sharing, sources
from app.verdict import heading
from app.words import say
from pixid import printing, report_html, sheet
from pixid.catalogue import joined
from pixid.wording import plain

KB = 1024  # bytes, as in the rulebook


class Prints:
    """What stands below the photo's row. Holds the handles of its own files, so that the engine keeps them."""

    def __init__(self, engine, document) -> None:
        self.engine = engine
        self.paper = sheet.usual_paper(document.country)
        self.copies: int | None = None
        self.kind = "pdf"
        self.picture = None
        self.files: dict = {}
        self.sharing = Sharing(engine, document)

    def handles(self) -> list[int]:
        """Files the page links to."""
        kept = [file.handle for file in self.files.values()] + self.sharing.handles()
        return kept + ([self.picture.file.handle] if self.picture is not None else [])

    async def make(self, made, by_hand: bool) -> None:
        """Both, for a photo that has just been finished. `by_hand`: its frame was moved."""
        self.picture = None
        self.sharing.outdate()
        if _is_practice(made):
            return self.hide()
        can = printing.can_print(made.report.document) and not made.report.as_is
        show(part("sheet"), can)
        if can:
            self.picture = await printing.printed(self.engine, made, by_hand)
            await breath()
            self.sharing.show()
            await breath()
            await self.make_sheet(made)
        await self.make_report(made)

    async def make_sheet(self, made) -> bool:
        """The sheet as it is asked for; false where it cannot be, and says why."""
        self.withdraw("sheet")
        row = part("sheet")
        put(row.querySelector('[value="' + self.paper.id + '"]'), selected="")
        link, problem = part("sheet-link", row), ""
        shared = self.sharing.ticked()
        pictures = [self.picture] + await self.sharing.pictures(shared, made, self.kind)
        orders = [printing.Order(picture, self.copies) for picture in pictures]
        try:
            printed = await printing.make_sheet(self.engine, self.paper, orders, self.kind)
        except ValueError as error:
            problem = self.problem(str(error), orders)
        text("sheet-problem", problem, row)
        show(part("sheet-problem", row), bool(problem))
        show(link, not problem)
        show(part("sheet-picture", row), not problem)
        text("sheet-facts", "" if problem else _facts(printed, 1 + len(sources(shared))), row)
        if problem:
            return False
        await breath()
        await self.replace("sheet", printed.file)
        name = made.report.document.id + "-sheet." + {"jpeg": "jpg"}.get(self.kind, self.kind)
        url, kilobytes = engine_port.fileUrl(printed.file.handle), round(printed.file.size / KB)
        put(link, href=url, download=name, aria_label=say("sheet.save", kb=kilobytes), data_output="sheet")
        await breath()
        await self.draw(printed.sheets[0], [engine_port.fileUrl(picture.file.handle) for picture in pictures])
        return True

    def problem(self, why: str, orders: list) -> str:
        """Why there is no sheet, and what to do."""
        if why == "more than one sheet":
            return say("sheet.single" if len(orders) == 1 else "sheet.single.together")
        unfit = printing.unfit(self.paper, orders)
        if unfit and unfit[0] is not orders[0]:
            return say("sheet.too_small.named", document=unfit[0].picture.report.document.name)
        return say("sheet.too_small")

    async def also(self, id: str, made) -> None:
        """The photo for another document too, on the same sheet."""
        if self.picture is None:
            return
        problem = await self.sharing.add(id)
        text("also-problem", problem)
        show(part("also-problem"), bool(problem))
        if not problem and await self.make_sheet(made):
            one = self.sharing.of(id)
            if one.picture is not None:
                verdict = heading(one.picture.report)
                text("live", say("sheet.also.live", document=one.document.name, verdict=verdict))

    def keep(self, photo) -> bool:
        """Another photo comes: may this one share a sheet with it? Its file is kept then, and the photo itself."""
        if self.picture is None:
            self.sharing.drop_current()
            return False
        self.sharing.keep(photo, self.picture)
        self.picture = None
        return True

    def forget(self) -> None:
        """Back to the beginning: nothing of this visit is kept."""
        self.sharing.forget()

    async def draw(self, laid, urls: list[str]) -> None:
        """The sheet in small: the same places, with the picture itself."""
        drawing, shapes = part("sheet-picture"), []
        model = part("sheet-model", drawing)
        for place in laid.places:
            image = model.cloneNode(True)
            put(image, href=urls[place.piece], x=place.x, y=place.y, width=place.width, height=place.height)
            image.removeAttribute("data-sheet-model")
            shapes.append(image)
            await breath()
        put(drawing, viewBox=f"0 0 {laid.width} {laid.height}")
        part("sheet-shapes", drawing).replaceChildren(*shapes)

    async def make_report(self, made) -> None:
        if _is_practice(made):
            return
        day = window.Date.new().toISOString()[:10]
        file = await report_html.make_report(self.engine, made, day, intake.breathe)
        await self.replace("report", file)
        name = made.report.document.id + "-report.html"
        put(part("report-link"), href=engine_port.fileUrl(file.handle), download=name, data_output="report")
        text("report-facts", say("report.facts", kb=round(file.size / KB)))
        show(part("report-row"))

    def withdraw(self, name: str) -> None:
        """What can be saved is out of date: no link until the new one is there."""
        link = part(name + "-link")
        link.removeAttribute("data-output")
        link.removeAttribute("href")

    async def replace(self, name: str, file) -> None:
        """Take a new file in place of the old one, which is let go."""
        old = self.files.get(name)
        self.files[name] = file
        if old is not None:
            await self.engine.drop(old.handle)

    async def choose(self, event: dict, made) -> None:
        """Paper, copies, kind or a box changed."""
        self.paper = sheet.paper(event["paper"])
        self.copies = int(event["copies"]) if event["copies"] else None
        self.kind = event["kind"]
        if self.picture is not None:
            await self.make_sheet(made)

    def facts(self) -> dict:
        """For the report's JSON: bytes by output."""
        return {name: {"bytes": file.size} for name, file in self.files.items()}

    def hide(self) -> None:
        """Nothing to save: a new photo is being judged. The files go when the engine is told what to keep."""
        self.files = {}
        self.picture = None
        show(part("sheet"), False)
        show(part("report-row"), False)
        for name in ("sheet", "report"):
            self.withdraw(name)


def _is_practice(made) -> bool:
    """There is nothing to hand in where the authority takes no photo of one's own."""
    return made.why_not == "self-made-refused"


def _facts(printed, photos: int) -> str:
    """How many prints of which size; "sheets" where it takes more than one."""
    facts = {"copies": printed.copies, "sheets": len(printed.sheets), "photos": photos}
    facts["kb"] = round(printed.file.size / KB)
    sizes = [{"copies": n, "width_mm": plain(w), "height_mm": plain(h)} for w, h, n in printed.sizes]
    several = len(printed.sheets) > 1
    if len(sizes) > 1:
        facts["parts"] = joined([say("sheet.mixed.part", **size) for size in sizes])
        return say("sheet.mixed.sheets" if several else "sheet.mixed.facts", **facts)
    one_sheet = "sheet.facts" if photos == 1 else "sheet.together.facts"
    return say("sheet.sheets" if several else one_sheet, **(sizes[0] | facts))
