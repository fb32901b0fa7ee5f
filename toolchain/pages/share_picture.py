"""The picture that stands beside a link to a document's page: its frame, a head in it, and its numbers. No words.

Drawn in four colours with Pillow, some milliseconds each, and kept; the same numbers give the same bytes. Pillow's own
font has digits, Latin letters and few signs.
"""

import hashlib
import io
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from pixid.document import Document, from_data
from toolchain.pages.diagram import place_head
from toolchain.pages.drawing import HAIR
from toolchain.paths import BUILD

WIDTH, HEIGHT = 1200, 630
"""What link previews are made for (the Open Graph protocol's common size)."""
PALETTE = (255, 255, 255, 233, 238, 242, 11, 87, 164, 23, 33, 43)
PAPER, WALL, LINE, INK = range(4)
"""--paper, a wall, --action and --ink of the style sheet's light theme."""
FRAME_HEIGHT = 520
LEFT, TOP = 90, (HEIGHT - FRAME_HEIGHT) // 2
MOST_WIDTH = 520
STROKE = 6
LOOKS = "1"
"""Changes when the drawing does, so that kept pictures are drawn anew."""


def picture(data: Mapping[str, Any]) -> bytes:
    """The PNG of a compiled document."""
    document = from_data(dict(data))
    numbers = _numbers(document)
    head, top = place_head(document)
    said = repr((LOOKS, version("pillow"), document.aspect, tuple(head), top, numbers))
    kept = BUILD / "share" / f"{hashlib.sha256(said.encode()).hexdigest()[:20]}.png"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(_draw(document, numbers))
    return kept.read_bytes()


def _numbers(document: Document) -> list[str]:
    lines = []
    if document.print is not None:
        lines.append(f"{_plain(document.print.width_mm)} x {_plain(document.print.height_mm)} mm")
    digital = document.digital
    if digital is not None and digital.width_px_min and digital.height_px_min:
        lines.append(f"{digital.width_px_min} x {digital.height_px_min} px")
    band = document.band("head_height")
    if band is not None and document.print is not None:
        ends = [document.mm(end) for end in (band.min, band.max) if end is not None]
        if ends and None not in ends:
            lines.append("-".join(dict.fromkeys(_plain(round(end, 1)) for end in ends if end is not None)) + " mm")
    if digital is not None and digital.file_kb_max:
        lines.append(f"< {_plain(digital.file_kb_max)} KB")
    return lines


def _plain(value: float) -> str:
    return f"{value:g}"


@cache
def _font(size: int) -> Any:
    return ImageFont.load_default(size)


def _draw(document: Document, numbers: list[str]) -> bytes:
    picture = Image.new("P", (WIDTH, HEIGHT), PAPER)
    picture.putpalette(PALETTE)
    pen = ImageDraw.Draw(picture)
    pen.fontmode = "1"  # whole pixels: no greys outside the palette
    height = min(FRAME_HEIGHT, round(MOST_WIDTH / document.aspect))
    width, top = round(height * document.aspect), (HEIGHT - height) // 2
    frame = Image.new("P", (width, height), WALL)
    frame.putpalette(PALETTE)
    _person(ImageDraw.Draw(frame), document, width, height)
    picture.paste(frame, (LEFT, top))
    pen.rectangle((LEFT, top, LEFT + width - 1, top + height - 1), outline=INK, width=4)
    x, y = LEFT + width + 80, HEIGHT // 2 - 44 * len(numbers)
    for place, line in enumerate(numbers):
        pen.text((x, y + 88 * place), line, fill=LINE if place == 0 else INK, font=_font(68 if place == 0 else 56))
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=6, bits=2)
    return file.getvalue()


def _person(pen: ImageDraw.ImageDraw, document: Document, width: int, height: int) -> None:
    """Shoulders, head and hair; proportions of toolchain.pages.drawing."""
    head, _ = place_head(document)
    x, crown, chin = head.x * width, head.crown * height, head.chin * height
    size = chin - crown

    def box(left: float, upper: float, right: float, lower: float) -> tuple[float, float, float, float]:
        return x + left * size, crown + upper * size, x + right * size, crown + lower * size

    pen.rounded_rectangle(box(-0.8, 1.2, 0.8, 3.5), 0.5 * size, fill=PAPER, outline=INK, width=STROKE)
    pen.rectangle(box(-0.19, 0.85, 0.19, 1.3), fill=PAPER)
    for side in (-0.19, 0.19):
        pen.line(box(side, 0.88, side, 1.2), fill=INK, width=STROKE)
    pen.ellipse(box(-0.42, -HAIR, 0.42, 0.8), fill=INK)
    pen.ellipse(box(-0.335, 0.12, 0.335, 1.0), fill=PAPER, outline=INK, width=STROKE)
    for side in (-0.155, 0.155):
        pen.ellipse(box(side - 0.035, 0.465, side + 0.035, 0.535), fill=INK)
    pen.line(box(-0.1, 0.77, 0.1, 0.77), fill=INK, width=STROKE)
