"""The rule diagram: one SVG drawn from a document's numbers, to scale.

Frame, allowed zone of the top of the head, allowed zone of the eyes, space above, and a line head standing in the
middle of what is allowed. All coordinates are user units of a view box WIDTH wide; on paper the SVG is so wide that the
frame has its true size in millimetres. Looks come from the style sheet by class: the policy forbids inline style.
"""

from collections.abc import Iterable

from markupsafe import Markup, escape

from pixid.document import Document
from pixid.rule_values import Band
from toolchain.pages import sizes
from toolchain.pages.drawing import EYES, FOREHEAD, HAIR, Head, number
from toolchain.pages.language import NO_BREAK, Language
from toolchain.pages.shared_head import placed

WIDTH = 360
GUTTER = 92
TOP = 10
FRAME = WIDTH - 2 * GUTTER
LEFT, RIGHT = GUTTER, GUTTER + FRAME
LINE = 18
"""Distance of text lines. Labels are 14.5 units high: 13 px on the narrowest phone, where 360 units are 328 px."""
LONG = 10
"""Characters that fit a gutter; longer values put their unit on a line of its own."""

USUAL_HEAD = 0.7
"""Head height drawn where a document states none: the middle of ICAO Doc 9303's 60-80 %."""
UPPER_BODY_HEAD = 0.42
"""Head height drawn where the authority wants head, shoulders and upper body and crops the file itself."""
LEAST_MARGIN = 0.01
"""Part of the frame's height that stays free above the hair and below the chin, where both fit."""
SHARE_BELOW = 0.62
"""Part of the free height that lies under the chin where neither eye line nor margin is stated."""


def middle(band: Band) -> float:
    """The value we draw: the middle of a band, or its only end."""
    ends = [end for end in (band.min, band.max) if end is not None]
    return sum(ends) / len(ends)


def place_head(document: Document) -> tuple[Head, float]:
    """(head in ratios of the frame's height measured from the TOP edge, height of the point the rule calls top).

    x is a ratio of the frame's width. The head stands in the middle of the eye band, or of the space above, or where
    SHARE_BELOW puts it: the first of these that meets most of what is stated. Hair and chin are kept in the frame.
    """
    head_band, eye_band, margin = (_stated(document, name) for name in ("head_height", "eye_line", "top_margin"))
    height = middle(head_band) if head_band else USUAL_HEAD if document.is_framed else UPPER_BODY_HEAD
    skull = height / {"hair": 1 + HAIR, "forehead": 1 - FOREHEAD}.get(document.head_top, 1.0)
    to_eyes = (1 - EYES) * skull

    wishes = [middle(eye_band) - to_eyes] if eye_band else []
    wishes += [1 - middle(margin) - height] if margin else []
    wishes.append((1 - height) * SHARE_BELOW)
    chins = [max(LEAST_MARGIN, min(wish, 1 - LEAST_MARGIN - skull * (1 + HAIR))) for wish in wishes]

    def met(chin: float) -> int:
        return sum([not eye_band or eye_band.holds(chin + to_eyes), not margin or margin.holds(1 - chin - height)])

    chin = max(chins, key=met)  # the first of equally good ones
    eyes = chin + to_eyes
    if eye_band:
        eyes = min(max(eyes, eye_band.min or 0), eye_band.max or 1)
    return Head(x=0.5, crown=1 - chin - skull, chin=1 - chin, eyes=1 - eyes), 1 - chin - height


def draw(language: Language, document: Document, title: str, size: tuple[str, ...]) -> Markup:
    """The SVG of `document`; `title` is its accessible name, `size` the lines under the frame ("35 × 45 mm")."""
    tall = FRAME / document.aspect
    place, top = place_head(document)
    crown, chin, eyes = (TOP + y * tall for y in (place.crown, place.chin, place.eyes))
    sketch = _Sketch(language, document)
    if head_band := _stated(document, "head_height"):
        sketch.allow(chin - end * tall for end in (head_band.max, head_band.min) if end is not None)
        sketch.measure(LEFT, "head_height", TOP + top * tall, chin)
    if eye_band := _stated(document, "eye_line"):
        sketch.allow(TOP + tall - end * tall for end in (eye_band.max, eye_band.min) if end is not None)
        sketch.measure(RIGHT, "eye_line", eyes, TOP + tall)
    if margin := _stated(document, "top_margin"):
        sketch.measure(RIGHT, "top_margin", TOP, TOP + middle(margin) * tall)
    foot = TOP + tall + 8
    for row, line in enumerate(size):
        sketch.write((line,), WIDTH / 2, foot + LINE * (row + 0.5), "middle")

    paper, clip = document.print, f"frame-{document.id}"
    true_size = f' width="{number(WIDTH / FRAME * paper.width_mm)}mm"' if paper else ""
    view = f'viewBox="0 0 {WIDTH} {number(foot + LINE * len(size) + 4)}"{true_size}'
    frame = f'x="{LEFT}" y="{TOP}" width="{FRAME}" height="{number(tall)}"'
    figure = placed(Head(LEFT + place.x * FRAME, crown, chin, eyes))
    return Markup(
        f'<svg class="diagram" {view} role="img" aria-label="{escape(title)}">'
        f'<clipPath id="{clip}"><rect {frame}/></clipPath><rect class="wall" {frame}/>'
        f'<g clip-path="url(#{clip})">{"".join(sketch.under)}{figure}</g>'
        f'<rect class="edge" {frame}/>{"".join(sketch.over)}</svg>'
    )


def _stated(document: Document, name: str) -> Band | None:
    """The document's own band as ratio of the frame's height; None where it states none."""
    return document.band(name) if name in document.bands else None


class _Sketch:
    """What is drawn around the head: `under` it (washes) and `over` it (dashed edges, dimensions, words)."""

    def __init__(self, language: Language, document: Document) -> None:
        self.language = language
        self.document = document
        self.under: list[str] = []
        self.over: list[str] = []

    def allow(self, ends: Iterable[float]) -> None:
        """A wash over what is allowed between two heights, with dashed edges; edges above the frame are left out."""
        edges = [max(TOP, end) for end in ends]
        if len(edges) == 2:
            tall = number(edges[1] - edges[0])
            self.under.append(f'<rect class="zone" x="{LEFT}" y="{number(edges[0])}" width="{FRAME}" height="{tall}"/>')
        self.over += [f'<path class="dash" d="M{LEFT} {number(y)}H{RIGHT}"/>' for y in edges if y > TOP]

    def measure(self, edge: float, name: str, y0: float, y1: float) -> None:
        """A dimension line beside the frame's `edge`, with the name of the band and what its rule says."""
        out = -1 if edge == LEFT else 1
        x, near, far = (number(edge + out * distance) for distance in (12, 4, 20))
        self.over.append(
            f'<path class="dimension" d="M{x} {number(y0)}V{number(y1)}'
            f'M{near} {number(y0)}H{far}M{near} {number(y1)}H{far}"/>'
        )
        value = sizes.band(self.language, self.document, name, signs=True) or ""
        values = value.rsplit(NO_BREAK, 1) if len(value) > LONG else [value]
        words = (self.language.say(f"diagram.{name}"), *values)
        self.write(words, edge + out * 25, max((y0 + y1) / 2, TOP + LINE), "end" if out < 0 else "start")

    def write(self, lines: tuple[str, ...], x: float, y: float, anchor: str) -> None:
        """Lines of text around the height `y`; the first of several is strong."""
        first = y - LINE * (len(lines) - 1) / 2 + 4.5
        strong = ' class="strong"' if len(lines) > 1 else ""
        spans = "".join(
            f'<tspan x="{number(x)}" y="{number(first + LINE * row)}"{"" if row else strong}>{escape(line)}</tspan>'
            for row, line in enumerate(lines)
        )
        self.over.append(f'<text text-anchor="{anchor}">{spans}</text>')
