"""What a form asks for beside the photo: a signature, a thumb print. Each has its own input, its own file, no face."""

from pyscript.js_modules import engine_port, intake

from app.browser_engine import Photo
from app.dom import clone, part, put, show, text
from app.words import say
from pixid import companions
from pixid.catalogue import prose
from pixid.errors import PhotoError

KB = 1024  # bytes, as in the rulebook


class Companions:
    """The rows of one document. Holds the handles of its files, so that the engine keeps them."""

    def __init__(self, engine, document) -> None:
        self.engine = engine
        self.document = document
        self.parts = {one.what: one for one in companions.parts(document) if one.width or one.most}
        self.rows: dict = {}
        self.made: dict = {}

    def handles(self) -> list[int]:
        """Files the page links to."""
        return [made.file.handle for made in self.made.values()]

    def open(self) -> None:
        """A row for each part that has a size to keep."""
        for what, wanted in self.parts.items():
            row = self.rows[what] = clone("companion")
            text("part-title", say("part." + what), row)
            text("part-asked", _asked(wanted), row)
            text("part-note", prose(wanted.note), row)
            put(row.querySelector("input"), name="part-" + what, aria_label=say("part.choose." + what))
        part("companion-list").replaceChildren(*self.rows.values())
        show(part("companions"), bool(self.rows))

    async def take(self, event: dict) -> None:
        """A picture of ink on paper was chosen; one that cannot be used leaves an earlier file as it is."""
        what = event["what"]
        row, problem = self.rows[what], ""
        try:
            made = await companions.make_part(self.engine, Photo(event["source"], event["name"]), self.parts[what])
        except PhotoError as error:
            made, problem = None, error.message
        finally:
            intake.forgetPhoto(event["source"])
        text("part-problem", problem, row)
        show(part("part-problem", row), bool(problem))
        if made is None:
            return
        before = self.made.get(what)
        self.made[what] = made
        self._show(what, row, made)
        if before is not None:
            await self.engine.drop(before.file.handle)

    def facts(self) -> dict:
        """For the report's JSON, by what it is."""
        return {
            what: {"width": made.width, "height": made.height, "bytes": made.file.size}
            for what, made in self.made.items()
        }

    def _show(self, what: str, row, made) -> None:
        url, kilobytes = engine_port.fileUrl(made.file.handle), round(made.file.size / KB)
        picture = part("part-picture", row)
        put(picture, src=url, alt=say("part.alt", part=say("part." + what)))
        show(picture)
        size = {"width": made.width, "height": made.height, "kb": kilobytes}
        text("part-facts", say("part.enlarged" if "enlarge" in made.operations else "part.facts", **size), row)
        wanted = self.parts[what]
        if made.file.size < wanted.least * KB or (wanted.most and made.file.size > wanted.most * KB):
            text("part-problem", say("file.outside", kb=kilobytes), row)
            show(part("part-problem", row))
        link = part("part-link", row)
        name = self.document.id + "-" + what.replace(" ", "-") + ".jpg"
        put(
            link,
            href=url,
            download=name,
            data_output=what,
            aria_label=say("part.save", part=say("part." + what), **size),
        )
        show(link)
        text("live", say("part.live", part=say("part." + what), **size))


def _asked(wanted) -> str:
    """The size asked for, as one sentence."""
    gaps = {
        "width": wanted.width,
        "height": wanted.height,
        "least": _number(wanted.least),
        "most": _number(wanted.most),
    }
    kilobytes = "" if not wanted.most else ".kb" if wanted.least else ".most"
    return say("part.asked" + (".px" if wanted.width else "") + kilobytes, **gaps)


def _number(value) -> str:
    return "" if value is None else str(int(value)) if value == int(value) else str(value)
