"""What may be changed in the picture: the reason where an authority forbids it, a switch where it does not.

Both are off at first. Light is pixid.tone: one curve and one balance for the whole picture. The background is one
colour in place of what was photographed (pixid.matte).
"""

from pyscript.js_modules import engine_port

from app.dom import clone, part, put, show, text
from app.words import month, say
from pixid import edits, tone
from pixid.backdrop_choice import PAINTS, backdrop
from pixid.making import make


class Light:
    """The switch, its two sliders, and the picture before and after. Holds the file without the change."""

    def __init__(self, engine, document) -> None:
        self.engine = engine
        self.document = document
        self.plain = None
        self.on = False

    def handles(self) -> list[int]:
        """The file that the comparison shows."""
        return [] if self.plain is None else [self.plain.file.handle]

    def begin(self, made) -> None:
        """A file has been made: the reasons or the switch. Without a file of ours there is nothing to change."""
        box = part("edits")
        show(box, made.file is not None and not made.report.frame.whole)
        lines = [self._reason(one) for one in edits.switches(self.document)]
        part("edit-list", box).replaceChildren(*[line for line in lines if line is not None])
        switch = edits.switch(self.document, "light")
        show(part("light"), switch.offered)
        text("light-note", switch.text)
        wall = edits.switch(self.document, "background")
        show(part("backdrop"), wall.offered)
        text("backdrop-note", wall.text)
        if wall.offered:
            self._offer(made.backdrop)
        part("light").querySelector("[name=light]").checked = self.on
        show(part("light-controls"), self.on)

    def hide(self) -> None:
        """There is no file yet."""
        self.plain = None
        show(part("edits"), False)

    def forget(self) -> None:
        """Another photo: the switch is off again and the sliders in the middle."""
        self.on = False
        for name in ("exposure", "warmth"):
            _slider(name).value = "0"

    def chosen(self, event: dict):
        """The tone that was asked for; None where the switch is off or the sliders stand in the middle."""
        self.on = event["on"]
        show(part("light-controls"), self.on)
        asked = tone.tone(event["exposure"] / 100, event["warmth"] / 100)
        return None if asked.is_plain or not self.on else asked

    async def compare(self, made, format: str) -> None:
        """Before and after, side by side; `made` is the file with the change."""
        seen = made.file is not None and (self.on or made.backdrop is not None)
        show(part("compare"), seen)
        if not seen:
            self.plain = made if made.file is not None else None  # kept: the next change is compared with it
            return
        if made.tone is None and made.backdrop is None:
            self.plain = made
        elif self.plain is None or self.plain.report.frame != made.report.frame or self.plain.format != made.format:
            self.plain = await make(self.engine, made.report, None, format)
        put(part("light-before"), src=engine_port.fileUrl(self.plain.file.handle))
        put(part("light-after"), src=engine_port.fileUrl(made.file.handle))
        shown = made.tone or tone.tone(0.0)
        for name, value in (("exposure", shown.exposure), ("warmth", tone.warmth(shown))):
            put(_slider(name), aria_valuetext=say("light." + name, value=f"{value:+.2f}"))

    def _offer(self, chosen) -> None:
        """The colours the document asks for, after the background as photographed."""
        options = [clone("backdrop-choice")]
        put(options[0], value="")
        options[0].textContent = say("paint.none")
        for name in names(self.document):
            options.append(clone("backdrop-choice"))
            put(options[-1], value=name)
            options[-1].textContent = name if name.startswith("#") else say("paint." + name)
        select = part("backdrop").querySelector("select")
        select.replaceChildren(*options)
        kept = [name for name in names(self.document) if backdrop(name) == chosen]
        select.value = kept[0] if kept else ""

    def _reason(self, switch):
        """Why something is not changed, with its source; None where a switch says it."""
        if switch.offered:
            return None
        line = clone("edit")
        text("edit-text", switch.text, line)
        source = self.document.source(switch.source)
        if source is not None:
            link = part("source", line)
            put(link, href="#source-" + str(switch.source + 1))
            link.textContent = say("source", title=source.title, read=month(source.read))
            show(link)
        return line


def names(document) -> list[str]:
    """Colours to choose between, as pixid.backdrop_choice.backdrop reads them; white where the document names none."""
    stated = document.data.get("background") or {}
    if stated.get("hex"):
        return [stated["hex"]]
    return [name for name in stated.get("colours", []) if name in PAINTS] or ["white"]


def _slider(name: str):
    return part("light").querySelector('[name="light-' + name + '"]')
