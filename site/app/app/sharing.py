"""What may share the print sheet with the photo on the page: the same photo for other documents, and earlier photos of
the visit, each by the rules of its own document. All of it lives in the page's memory and goes with the page.
"""

import json

from pyscript.js_modules import engine_port, handing, intake, rulebook

from app.dom import clone, part, put, show, text
from app.files import done
from app.verdict import beside, heading
from app.words import say
from pixid import packed, printing, wording
from pixid.document import from_data

MOST_PHOTOS = 5
"""Earlier photos of a visit that are kept."""


class Shared:
    """One print that may share the sheet. `photo` None: that on the page; `picture` None: it is to be made (anew)."""

    def __init__(self, document, photo=None, picture=None) -> None:
        self.document = document
        self.photo = photo
        self.picture = picture
        self.edited = False
        self.row = None


class Sharing:
    """The rows of the sheet's panel. Holds the handles of their files, so that the engine keeps them."""

    def __init__(self, engine, document) -> None:
        self.engine = engine
        self.document = document
        self.all: list[Shared] = []

    def handles(self) -> list[int]:
        """Files that the rows show and the sheet is made of."""
        return [one.picture.file.handle for one in self.all if one.picture is not None]

    def ticked(self) -> list[Shared]:
        """Those that are to be on the sheet, as their boxes stand."""
        return [one for one in self.all if one.row is not None and _box(one).checked]

    def of(self, id: str) -> "Shared | None":
        """The photo on the page for another document."""
        found = [one for one in self._current() if one.document.id == id]
        return found[0] if found else None

    async def add(self, id: str) -> str:
        """The photo on the page for another document, too; returns why that cannot be, "" where it can."""
        if self.of(id) is None:
            entry = await rulebook.entry(id)
            if not entry:
                return say("sheet.also.lost")
            data = json.loads(entry)
            data["id"] = id
            document = from_data(packed.restored(data))
            if not await handing.unlocked(id):
                return say("sheet.also.locked", document=document.name)
            self.all.append(Shared(document))
            self.show()
        _box(self.of(id)).checked = True
        return ""

    async def pictures(self, ticked: list[Shared], made, kind: str) -> list:
        """Of what is ticked, made where it is out of date. A sheet that is a picture is made from the photos
        themselves, which are opened once more for it."""
        opened: dict = {}
        found = []
        for one in ticked:
            if one.picture is None:
                await intake.breathe()
                one.picture = await printing.printed_for(self.engine, made, one.document)
                one.edited = made.tone is not None or made.backdrop is not None
                await intake.breathe()
                self._fill(one)
                await intake.breathe()
            picture = one.picture
            if one.photo is not None and kind != "pdf":
                if one.photo.source not in opened:
                    opened[one.photo.source] = await self.engine.open(one.photo)
                picture = _seen_in(opened[one.photo.source], picture)
            found.append(picture)
        return found

    def outdate(self) -> None:
        """The photo on the page has been changed, or is judged anew: what was made of it for others no longer holds."""
        for one in self._current():
            one.picture = None

    def keep(self, photo, picture) -> None:
        """Another photo takes the page; this one and what was made of it stay for the sheet. `picture`: its print."""
        own = Shared(picture.report.document, None, picture)
        leaving = [own] + [one for one in self._current() if one.picture is not None]
        self.all = self._earlier() + leaving
        for one in leaving:
            one.photo = photo
        kept = self._sources()
        for source in kept[:-MOST_PHOTOS]:
            intake.forgetPhoto(source)
        self.all = [one for one in self.all if one.photo.source in kept[-MOST_PHOTOS:]]
        for one in self.ticked():
            _box(one).checked = False

    def drop_current(self) -> None:
        """The photo on the page goes without having had a print."""
        self.all = self._earlier()

    def forget(self) -> None:
        """Back to the beginning: nothing of this visit is kept."""
        for source in self._sources():
            intake.forgetPhoto(source)
        self.all = []

    def show(self) -> None:
        """All rows, and the documents that can still be added."""
        for one in self.all:
            if one.row is None:
                one.row = self._row(one)
            self._fill(one)
        part("together-list").replaceChildren(*[one.row for one in self.all])
        show(part("together"), bool(self.all))
        show(part("also-problem"), False)
        rulebook.offer(" ".join([self.document.id] + [one.document.id for one in self._current()]))

    def _row(self, one: Shared):
        row = clone("together")
        link = part("together-rules", row)
        put(link, href=link.getAttribute("href") + one.document.id + "/")
        show(part("together-unverified", row), one.document.confidence == "memory")
        return row

    def _fill(self, one: Shared) -> None:
        """What is known of a print: a document of its own has a verdict of its own."""
        row, picture = one.row, one.picture
        size = one.document.print
        what = {"document": one.document.name, "width_mm": wording.plain(size.width_mm)}
        what["height_mm"] = wording.plain(size.height_mm)
        if one.photo is None:
            text("together-name", say("sheet.this", **what), row)
        else:
            number = self._sources().index(one.photo.source) + 1
            text("together-name", say("sheet.photo", number=number, name=one.photo.name, **what), row)
        shown = part("together-picture", row)
        show(shown, picture is not None)
        more = part("together-more", row)
        show(more, picture is not None and one.document.id != self.document.id)
        if picture is None:
            return
        put(shown, src=engine_port.fileUrl(picture.file.handle))
        if more.hidden:
            return
        report = picture.report
        put(more, data_outcome=report.verdict)
        text("together-verdict", heading(report), more)
        text("together-counts", beside(report), more)
        pressing = [wording.say(found).title for found in report.findings if found.status == report.verdict != "pass"]
        text("together-titles", "; ".join(pressing), more)
        said = [] if report.document.self_made.status == "accepted" else [wording.self_made(report.document)]
        text("together-note", " ".join(said + wording.notes(picture)), more)
        text("together-done", done(picture) if one.edited else "", more)

    def _current(self) -> list[Shared]:
        return [one for one in self.all if one.photo is None]

    def _earlier(self) -> list[Shared]:
        return [one for one in self.all if one.photo is not None]

    def _sources(self) -> list[int]:
        """Of the earlier photos, the first first."""
        return sources(self.all)


def sources(shared: list[Shared]) -> list[int]:
    """Numbers of the earlier photos among them, each once."""
    found: list[int] = []
    for one in shared:
        if one.photo is not None and one.photo.source not in found:
            found.append(one.photo.source)
    return found


def _box(one: Shared):
    return one.row.querySelector("input")


def _seen_in(opened, picture):
    """The print with its photo in the engine again; it goes when the engine is told what to keep."""
    report = picture.report
    evidence = type(report.evidence)(opened, *report.evidence[1:])
    return type(picture)(type(report)(evidence, *report[1:]), *picture[1:])
