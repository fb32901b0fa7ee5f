"""The exact file: quality and chroma chosen so that the bytes lie inside the portal's window."""

from collections import namedtuple

from pixid import jpeg, png

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from pixid.engine import EncodedFile, Engine

BEST, FULL_CHROMA_LEAST, LEAST = 95, 80, 10
"""Qualities: the best we write (above it bytes grow and nothing shows), the least for which full chroma is kept, and
the least of all."""
HEAD = 4096
"""Bytes that hold the head of a file our encoders write (tables take about 600)."""


class Encoded(namedtuple("Encoded", "file quality chroma padded")):
    """A file with the quality and chroma it was written in; `padded` where labelled padding reached the floor."""

    __slots__ = ()
    file: "EncodedFile"
    quality: int
    chroma: str
    padded: bool


async def encode_within(
    engine: "Engine", raster: int, dpi: int, least: int, most: int | None, format: str = "jpeg"
) -> Encoded:
    """Write `raster` as a JPEG of `dpi` whose bytes lie in `least`..`most`: the best quality that fits, 4:4:4 while
    quality stays good, 4:2:0 below; a floor that the best quality does not reach is reached by labelled padding.

    Where not even the least quality fits, the smallest file is returned: the caller says so. A PNG has no quality: it
    is written once, and padded where the floor asks for it.
    """
    if format == "png":
        return await _png(engine, raster, dpi, least)
    encoded = await _finished(engine, raster, dpi, BEST, "444", least)
    if most is None or encoded.file.size <= most:
        return encoded
    await engine.drop(encoded.file.handle)
    for chroma, low, high in (("444", FULL_CHROMA_LEAST, BEST - 1), ("420", LEAST, BEST - 1)):
        best = await _best_fitting(engine, raster, dpi, chroma, low, high, least, most)
        if best is not None:
            return best
    return await _finished(engine, raster, dpi, LEAST, "420", least)


async def _best_fitting(
    engine: "Engine", raster: int, dpi: int, chroma: str, low: int, high: int, least: int, most: int
) -> Encoded | None:
    """The highest quality in low..high whose file fits, by halving; None where none does."""
    best = None
    while low <= high:
        quality = (low + high) // 2
        tried = await _finished(engine, raster, dpi, quality, chroma, least)
        if tried.file.size <= most:
            if best is not None:
                await engine.drop(best.file.handle)
            best, low = tried, quality + 1
        else:
            await engine.drop(tried.file.handle)
            high = quality - 1
    return best


async def _finished(engine: "Engine", raster: int, dpi: int, quality: int, chroma: str, least: int) -> Encoded:
    """Encode, then put our own head on it: JFIF density, no metadata, padding where the floor asks for it."""
    plain = await engine.encode(raster, quality, chroma)
    try:
        head = await engine.read(plain.handle, 0, HEAD)
        clean, skip = jpeg.rewrite_head(head, dpi)
        missing = least - (len(clean) + plain.size - skip)
        if missing > 0:
            clean, skip = jpeg.rewrite_head(head, dpi, pad_to=len(clean) + missing)
        file = await engine.splice(plain, clean, skip)
    finally:
        await engine.drop(plain.handle)
    return Encoded(file, quality, chroma, missing > 0)


async def _png(engine: "Engine", raster: int, dpi: int, least: int) -> Encoded:
    plain = await engine.encode_png(raster)
    try:
        head = await engine.read(plain.handle, 0, HEAD)
        clean, skip = png.rewrite_head(head, dpi)
        missing = least - (len(clean) + plain.size - skip)
        if missing > 0:
            clean, skip = png.rewrite_head(head, dpi, pad_to=len(clean) + missing)
        file = await engine.splice(plain, clean, skip)
    finally:
        await engine.drop(plain.handle)
    return Encoded(file, 0, "", missing > 0)
