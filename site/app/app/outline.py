"""The outline of a person who was cut out, corrected by hand: where it is unsure, and two brushes.

Under the file as it was made lies the photo, so that what was taken away can be seen and brought back.
"""

from pyscript.js_modules import engine_port, intake

from app.dom import part, parts, put, show, text
from app.words import say
from pixid.strokes import stroke

SEEN = 640  # px: wide enough for a screen, and as dear on any file
ACROSS = 1000  # units of the drawing's width


class Outline:
    """The brushes of one photo, open or not. `strokes`: all that count, in their order."""

    def __init__(self, engine) -> None:
        self.engine = engine
        self.forget()

    def forget(self) -> None:
        """Another photo: nothing has been drawn on it."""
        self.strokes: tuple = ()
        self._before: list = []
        self._band = None
        self._open(False)

    def handles(self) -> list[int]:
        """The picture of the band."""
        return [] if self._band is None else [self._band.handle]

    def take(self, event: dict, made) -> bool:
        """One press or stroke; returns whether the photo has to be made again."""
        what, before = event["what"], self.strokes
        if what in ("open", "done"):
            self._open(what == "open" and not self.opened)
            (part("outline-picture") if self.opened else _button("open")).focus()
        elif what == "kind":
            text("live", _brush(event["kind"]))
        elif what == "undo" and self._before:
            self.strokes = self._before.pop()
            self._tell(_button("undo").textContent)
        elif what == "over" and before:
            self._change(())
            self._tell(_button("over").textContent)
        elif what == "strokes":
            for one in event["strokes"]:
                self._change(self.strokes + (_stroke(one, made.report.frame),))
            self._tell(_brush(event["strokes"][-1]["kind"]))
        return self.strokes is not before

    async def show(self, made, plain) -> None:
        """As the file stands; `plain` is the one with the background as photographed."""
        offered = made.file is not None and made.backdrop is not None
        show(part("outline"), offered)
        if not offered:
            self._open(False)
        for what, usable in (("undo", self._before), ("over", self.strokes)):
            if not usable and _button(what).matches(":focus"):
                part("outline-picture").focus()  # a button that goes would take the focus along
            _button(what).disabled = not usable
        if not self.opened:
            self._band = None
            return
        await self._draw(made)
        for name, file in (("before", plain.file), ("after", made.file), ("band", self._band)):
            address = engine_port.fileUrl(file.handle)
            part("outline-picture").style.setProperty("--" + name, 'url("' + address + '")')
            if name != "band":
                put(part("outline-" + name), src=address)
        put(part("outline-drawing"), viewBox=f"0 0 {ACROSS} {ACROSS * made.height / made.width:.1f}")
        if intake.isIdle():  # else strokes wait that are not in the picture yet
            for ink in parts("outline-ink"):
                put(ink, d="")

    async def _draw(self, made) -> None:
        """The band, in a size of its own."""
        picture, frame = made.report.evidence.picture, made.report.frame
        width = min(SEEN, made.width)
        height = round(made.height * width / made.width)
        matrix = frame.matrix(width, height)
        raster = await self.engine.compose(picture, matrix, width, height)
        self._band = await self.engine.encode_png(await self.engine.band(raster, picture, matrix))

    def _open(self, opened: bool) -> None:
        self.opened = opened
        panel = part("outline-panel")
        if panel:  # the tool may still be on its way
            show(panel, opened)
            put(_button("open"), aria_expanded="true" if opened else "false")

    def _change(self, strokes: tuple) -> None:
        self._before.append(self.strokes)
        self.strokes = strokes

    def _tell(self, what: str) -> None:
        text("live", say("outline.live", what=what, count=len(self.strokes)))


def _stroke(drawn: dict, frame):
    """In the photo's px."""
    points = [frame.point(across, down) for across, down in drawn["points"]]
    return stroke(drawn["kind"], drawn["size"] / 200 * frame.width, points)


def _brush(kind: str) -> str:
    """Its name."""
    return part("outline").querySelector('[value="' + kind + '"]').parentElement.textContent.strip()


def _button(what: str):
    return part("outline").querySelector('[data-outline-do="' + what + '"]')
