"""The installed app's icons: the site's sign (drawing.brand) in pixels, drawn large and made smaller."""

import io

from PIL import Image, ImageDraw

GRID = 24
STROKE = 2.0
"""Of the sign, on its grid."""
FINER = 4
"""Pixels drawn for one kept, each way: smooth edges."""
GROUND, SIGN = "#0b57a4", "#ffffff"
"""--action and --on-action of the style sheet's light theme."""
PLAIN = 0.72
"""The sign's share of an icon that is shown as it is."""
SAFE = 0.5
"""Of a maskable one: systems cut away all but the middle circle of 80 %."""

CORNERS = (
    ((3, 8), (3, 3), (8, 3)),
    ((16, 3), (21, 3), (21, 8)),
    ((21, 16), (21, 21), (16, 21)),
    ((8, 21), (3, 21), (3, 16)),
)
HEAD = (8.6, 5.8, 15.4, 14.0)
SHOULDERS = (6.4, 15.3, 17.6, 23.0)
ARC = (188, 352)
"""Degrees of the shoulders' ellipse that are drawn."""


def pictures() -> dict[str, bytes]:
    """Name -> PNG. The same bytes wherever the same Pillow draws."""
    return {
        "icon-192.png": _icon(192, PLAIN),
        "icon-512.png": _icon(512, PLAIN),
        "icon-maskable.png": _icon(512, SAFE),
    }


def _icon(side: int, share: float) -> bytes:
    large = side * FINER
    picture = Image.new("RGB", (large, large), GROUND)
    pen = ImageDraw.Draw(picture)
    scale = large * share / GRID
    start = large * (1 - share) / 2
    width = round(STROKE * scale)

    def at(x: float, y: float) -> tuple[float, float]:
        return start + x * scale, start + y * scale

    for corner in CORNERS:
        pen.line([at(x, y) for x, y in corner], fill=SIGN, width=width, joint="curve")
        for x, y in (corner[0], corner[-1]):
            pen.circle(at(x, y), width / 2, fill=SIGN)
    half = STROKE / 2  # Pillow draws outlines inside their box
    for box, arc in ((HEAD, (0, 360)), (SHOULDERS, ARC)):
        x0, y0, x1, y1 = box
        pen.arc([*at(x0 - half, y0 - half), *at(x1 + half, y1 + half)], *arc, fill=SIGN, width=width)
    kept = io.BytesIO()
    picture.resize((side, side), Image.Resampling.LANCZOS).quantize(16).save(kept, "PNG", optimize=True)
    return kept.getvalue()
