"""Files that are the same on every page, named by their content: the style sheet, the signs, the favicon."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from toolchain.pages import drawing, figures, icons

DIGITS = 12
"""Hexadecimal digits of a content hash: 48 bits, no collision in any site's life."""


def digest(data: bytes) -> str:
    """The hash that goes into a file's name."""
    return hashlib.sha256(data).hexdigest()[:DIGITS]


def gather(static: Path, more: Iterable[Path] = ()) -> dict[str, bytes]:
    """Logical name -> bytes. CSS files are joined by name, `more` after them, without comments and blanks."""
    css = "\n".join(path.read_text(encoding="utf-8") for path in [*sorted(static.glob("css/*.css")), *more])
    sprite = (static / "sprite.svg").read_text(encoding="utf-8")
    brand = f'<symbol id="brand" viewBox="0 0 24 24">{drawing.brand()}</symbol>'
    return {
        "site.css": squeeze(css).encode(),
        "sprite.svg": re.sub(r">\s+<", "><", sprite.replace("</svg>", brand + "</svg>")).strip().encode(),
        "pictures.svg": figures.pictures().encode(),
        "favicon.svg": drawing.favicon().encode(),
    } | icons.pictures()


def hashed(name: str, data: bytes) -> str:
    """The address of an asset: "site.css" -> "/assets/site.0123456789ab.css"."""
    stem, dot, extension = name.rpartition(".")
    return f"/assets/{stem}.{digest(data)}{dot}{extension}"


def squeeze(css: str) -> str:
    """CSS without comments and needless blanks. Blanks around + and - stay: calc() needs them."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = re.sub(r"\s+", " ", css)
    return re.sub(r"\s*([{};,])\s*", r"\1", css).replace(";}", "}").strip()
