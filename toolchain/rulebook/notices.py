"""What is odd in a rulebook but may be true: authorities do contradict themselves. Listed, never refused."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pixid.document import Document, from_data
from toolchain.rulebook.load import Spec
from toolchain.rulebook.mistakes import Mistake
from toolchain.rulebook.vocabulary import UNVERIFIED

SHAPES_APART = 0.01
"""Difference of width / height between print and file that rounding does not explain."""
MM_PER_INCH = 25.4


def notices(specs: Sequence[Spec], documents: Sequence[Mapping[str, Any]]) -> list[Mistake]:
    """Oddities of all specs, `documents` being their compiled form in the same order."""
    found = []
    for spec, data in zip(specs, documents, strict=True):
        document = from_data(dict(data))
        for key, message in (*_shapes(document), *_resolution(document), *_sources(data)):
            found.append(Mistake(spec.file, key, message))
    return found


def _shapes(document: Document) -> Iterator[tuple[str, str]]:
    """Print and file of different shapes: one crop cannot serve both."""
    bounds = document.aspect_bounds
    if document.print is None or document.digital is None or bounds is None:
        return
    printed = document.print.width_mm / document.print.height_mm
    if not bounds[0] - SHAPES_APART <= printed <= bounds[1] + SHAPES_APART:
        yield (
            "digital",
            f"the file is {bounds[0]:.3f} to {bounds[1]:.3f} times as wide as high, the print {printed:.3f}",
        )


def _resolution(document: Document) -> Iterator[tuple[str, str]]:
    """One size in px that is smaller than the print at the stated resolution: 413 x 531 at 300 dpi is 34.97 mm wide."""
    digital, printed = document.digital, document.print
    if digital is None or printed is None or not digital.dpi or not digital.is_fixed:
        return
    assert digital.width_px_max
    assert digital.height_px_max
    width, height = (side * MM_PER_INCH / digital.dpi for side in (digital.width_px_max, digital.height_px_max))
    if width < printed.width_mm or height < printed.height_mm:
        yield "digital.dpi", f"is {width:.2f} x {height:.2f} mm, less than {printed.width_mm} x {printed.height_mm} mm"


def _sources(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """A grade that its first source does not carry."""
    kind = data["sources"][0]["kind"]
    if data["confidence"] == "official" and kind in (*UNVERIFIED, "vendor"):
        yield "confidence", f"is official, but the first source is of kind {kind}"
    if data["confidence"] == "memory" and kind != "memory":
        yield "confidence", f"is memory, but the first source is of kind {kind}"
