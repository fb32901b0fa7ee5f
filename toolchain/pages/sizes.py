"""Sizes of a document in words: paper, pixels, bands."""

from markupsafe import Markup

from pixid.document import HORIZONTAL, Document
from pixid.rule_values import Digital
from toolchain.pages import units
from toolchain.pages.words import say

READS_INCHES = ("US",)
"""Countries whose authorities state these photos in inches; elsewhere inches are given for the paper size alone."""


def paper(document: Document) -> Markup | None:
    """ "35 × 45 mm", for the US "2 × 2 in (51 × 51 mm)"; None without a print size."""
    if document.print is None:
        return None
    width, height = document.print.width_mm, document.print.height_mm
    metric = units.whole(f"{units.plain(width)} × {units.plain(height)} mm")
    if document.country not in READS_INCHES:
        return metric
    return say("size.both", first=units.whole(f"{units.inches(width)} × {units.inches(height)} in"), second=metric)


def paper_inches(document: Document) -> Markup:
    """The paper size in inches with decimals, where the authority does not use inches itself."""
    if document.print is None or document.country in READS_INCHES:
        return Markup("")
    width, height = (units.decimal_inches(side) for side in (document.print.width_mm, document.print.height_mm))
    return units.whole(f"{width} × {height} in")


def pixels(document: Document) -> Markup | None:
    """ "630 × 810 px", "600 × 600 to 1200 × 1200 px" or "at least 600 × 750 px"; None where none is stated."""
    digital = document.digital
    if digital is None:
        return None
    least = _sides(digital.width_px_min, digital.height_px_min)
    most = _sides(digital.width_px_max, digital.height_px_max)
    if least and least == most:
        return units.whole(f"{least} px")
    if least and most:
        return say("size.range", least=units.whole(least), most=units.whole(f"{most} px"))
    if least:
        return say("size.least", least=units.whole(f"{least} px"))
    return say("size.most", most=units.whole(f"{most} px")) if most else None


def kilobytes(digital: Digital) -> Markup | None:
    """ "50 KB to 10 MB", "up to 240 KB" or "at least 54 KB"; None without limits."""
    least = units.whole(units.file_size(digital.file_kb_min)) if digital.file_kb_min else None
    most = units.whole(units.file_size(digital.file_kb_max)) if digital.file_kb_max else None
    if least and most:
        return say("size.range", least=least, most=most)
    if least:
        return say("size.least", least=least)
    return say("size.most", most=most) if most else None


def band(document: Document, name: str, signs: bool = False) -> str | None:
    """The band as its rule states it, without markup: "32–36 mm" or "50–69%"; None where none is stated.

    With `signs` open ends are short, for drawings: "≥ 32 mm".
    """
    found = document.bands.get(name)
    if found is None:
        return None
    stated = (document.data[name].get("stated") or {}) if document.data.get(name) else {}
    if "mm" in stated or found.unit == "mm":
        low, high = stated.get("mm") or (found.min, found.max)
        return units.span(low, high, "mm", signs)
    if "px" in stated:
        low, high = stated["px"]
        return units.span(low, high, "px", signs)
    low, high = stated.get("ratio") or (found.min, found.max)
    return units.percent(low, high, signs)


def length(document: Document, name: str) -> Markup | None:
    """The band as its readers measure: "32–36 mm", in the US "1–1⅜ in (25–35 mm)"; None where none is stated."""
    words = band(document, name)
    if words is None:
        return None
    found = document.bands[name]
    if found.unit != "mm" or document.country not in READS_INCHES:
        return units.whole(words)
    ends = [units.inches(end) for end in (found.min, found.max) if end is not None]
    return say("size.both", first=units.whole("–".join(ends) + " in"), second=units.whole(words))


def band_detail(document: Document, name: str) -> list[Markup]:
    """The same band in other units: per cent of the frame, pixels of the smallest file."""
    found = document.bands[name]
    said: list[Markup] = []
    ratio = document.band(name)
    assert ratio is not None
    stated = document.data[name].get("stated") or {}
    of_side = "rule.of_width" if name in HORIZONTAL else "rule.of_height"
    if found.unit == "ratio" and "px" not in stated:
        said.append(say(of_side))
    elif "ratio" in stated:
        said.append(say(f"{of_side}.that_is", range=units.whole(units.percent(*stated["ratio"]))))
    if document.digital is not None and document.has_size and name not in HORIZONTAL and "px" not in stated:
        width, height, _ = document.output_size(0)
        low_px, high_px = (None if end is None else round(end * height) for end in (ratio.min, ratio.max))
        size = units.whole(f"{width} × {height} px")
        said.append(say("rule.pixels.that_is", pixels=units.whole(units.span(low_px, high_px, "px")), size=size))
    return said


def _sides(width: int | None, height: int | None) -> str:
    return f"{width} × {height}" if width and height else ""
