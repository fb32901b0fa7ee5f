"""Print sheet and report: made after the photo's file, and again when paper, copies or an answer change."""

from collections import namedtuple

from pyscript import window
from pyscript.js_modules import engine_port, intake

from app.dom import clone, part, put, show, text
from app.words import say
from pixid import printing, report_html, sheet

KB = 1024  # bytes, as in the rulebook


MOST_KEPT = 5  # earlier photos that may share a sheet

Kept = namedtuple("Kept", "photo picture")


class Prints:
    """What stands below the photo's row. Holds the handles of its own files, so that the engine keeps them."""

    def __init__(self, engine, document) -> None:
        self.engine = engine
        self.paper = sheet.usual_paper(document.country)
        self.copies: int | None = None
        self.kind = "pdf"
        self.picture = None
        self.files: dict = {}
        self.earlier: list[Kept] = []
        self.together: list[int] = []

    def handles(self) -> list[int]:
        """Files the page links to."""
        kept = [file.handle for file in self.files.values()] + [one.picture.file.handle for one in self.earlier]
        return kept + ([self.picture.file.handle] if self.picture is not None else [])

    async def make(self, made, by_hand: bool) -> None:
        """Both, for a photo that has just been finished. `by_hand`: its frame was moved."""
        self.picture = None
        if _is_practice(made):
            return self.hide()
        can = printing.can_print(made.report.document) and not made.report.as_is
        show(part("sheet"), can)
        if can:
            self.picture = await printing.printed(self.engine, made, by_hand)
            self.offer()
            await self.make_sheet(made)
        await self.make_report(made)

    async def make_sheet(self, made) -> None:
        self.withdraw("sheet")
        row = part("sheet")
        put(row.querySelector('[value="' + self.paper.id + '"]'), selected="")
        link, kilobytes = part("sheet-link", row), 0
        problem = ""
        try:
            orders = await self.orders()
            printed = await printing.make_sheet(self.engine, self.paper, orders, self.kind)
        except ValueError as error:
            problem = say("sheet.single" if str(error) == "more than one sheet" else "sheet.too_small")
        text("sheet-problem", problem, row)
        show(part("sheet-problem", row), bool(problem))
        show(link, not problem)
        show(part("sheet-picture", row), not problem)
        if problem:
            return
        await self.replace("sheet", printed.file)
        kilobytes = round(printed.file.size / KB)
        size = made.report.document.print
        facts = {"copies": printed.copies, "sheets": len(printed.sheets), "photos": len(orders), "kb": kilobytes}
        facts.update(width_mm=_plain(size.width_mm), height_mm=_plain(size.height_mm))
        one_sheet = "sheet.facts" if len(orders) == 1 else "sheet.together.facts"
        text("sheet-facts", say(one_sheet if len(printed.sheets) == 1 else "sheet.sheets", **facts), row)
        name = made.report.document.id + "-sheet." + {"jpeg": "jpg"}.get(self.kind, self.kind)
        url = engine_port.fileUrl(printed.file.handle)
        put(link, href=url, download=name, aria_label=say("sheet.save", kb=kilobytes), data_output="sheet")
        self.draw(printed.sheets[0], [engine_port.fileUrl(order.picture.file.handle) for order in orders])

    async def orders(self) -> list:
        """What goes on the sheet: the photo on the page, and earlier ones that were ticked. A sheet that is a picture
        is made from the photos themselves, which are opened once more for it."""
        pictures = [self.picture]
        for kept in [self.earlier[k] for k in self.together]:
            pictures.append(kept.picture if self.kind == "pdf" else await self.opened(kept))
        return [printing.Order(picture, self.copies) for picture in pictures]

    async def opened(self, kept: Kept):
        """The picture with its photo in the engine again; it goes when the engine is told what to keep."""
        report = kept.picture.report
        evidence = type(report.evidence)(await self.engine.open(kept.photo), *report.evidence[1:])
        return type(kept.picture)(type(report)(evidence, *report[1:]), *kept.picture[1:])

    def keep(self, photo) -> bool:
        """Another photo comes: may this one share a sheet with it? Its file is kept then, and the photo itself."""
        if self.picture is None:
            return False
        self.earlier.append(Kept(photo, self.picture))
        for old in self.earlier[:-MOST_KEPT]:
            intake.forgetPhoto(old.photo.source)
        self.earlier = self.earlier[-MOST_KEPT:]
        self.together = []
        self.picture = None
        return True

    def forget(self) -> None:
        """Back to the beginning: nothing of this visit is kept."""
        for old in self.earlier:
            intake.forgetPhoto(old.photo.source)
        self.earlier, self.together = [], []

    def offer(self) -> None:
        """The earlier photos, each with a box to tick."""
        rows = []
        for k, kept in enumerate(self.earlier):
            row = clone("together")
            box = row.querySelector("input")
            put(box, value=str(k))
            box.checked = k in self.together
            put(part("together-picture", row), src=engine_port.fileUrl(kept.picture.file.handle))
            text("together-name", say("sheet.photo", number=k + 1, name=kept.photo.name), row)
            rows.append(row)
        part("together-list").replaceChildren(*rows)
        show(part("together"), bool(rows))

    def draw(self, laid, urls: list[str]) -> None:
        """The sheet in small: the same places, with the picture itself."""
        drawing = part("sheet-picture")
        put(drawing, viewBox=f"0 0 {laid.width} {laid.height}")
        shapes = part("sheet-shapes", drawing)
        shapes.replaceChildren()
        for place in laid.places:
            image = part("sheet-model", drawing).cloneNode(True)
            put(image, href=urls[place.piece], x=place.x, y=place.y, width=place.width, height=place.height)
            image.removeAttribute("data-sheet-model")
            shapes.appendChild(image)

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
        """Paper, copies or kind changed."""
        self.paper = sheet.paper(event["paper"])
        self.copies = int(event["copies"]) if event["copies"] else None
        self.kind = event["kind"]
        self.together = event["together"]
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


def _plain(number: float) -> str:
    """35 and 50.8, never 35.0."""
    return str(int(number)) if number == int(number) else str(number)
