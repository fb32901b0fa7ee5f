"""Sizes of a document in words: paper, pixels, bands."""

from markupsafe import Markup

from pixid.document import HORIZONTAL, Document
from pixid.rule_values import Digital
from toolchain.pages import units
from toolchain.pages.language import Language

READS_INCHES = ("US",)
"""Countries whose authorities state these photos in inches; elsewhere inches are given for the paper size alone."""


def paper(language: Language, document: Document) -> Markup | None:
    """ "35 × 45 mm", for the US "2 × 2 in (51 × 51 mm)"; None without a print size."""
    if document.print is None:
        return None
    width, height = document.print.width_mm, document.print.height_mm
    metric = units.product(language, "mm", width, height)
    if document.country not in READS_INCHES:
        return metric
    return language.say(
        "size.both",
        first=units.whole(language.unit("in", f"{units.inches(width)} × {units.inches(height)}")),
        second=metric,
    )


def paper_inches(language: Language, document: Document) -> Markup:
    """The paper size in inches with decimals, where the authority does not use inches itself."""
    if document.print is None or document.country in READS_INCHES:
        return Markup("")
    width, height = (
        units.decimal_inches(language, side) for side in (document.print.width_mm, document.print.height_mm)
    )
    return units.whole(language.unit("in", f"{width} × {height}"))


def pixels(language: Language, document: Document) -> Markup | None:
    """ "630 × 810 px", "600 × 600 to 1200 × 1200 px" or "at least 600 × 750 px"; None where none is stated."""
    digital = document.digital
    if digital is None:
        return None
    least = _sides(digital.width_px_min, digital.height_px_min)
    most = _sides(digital.width_px_max, digital.height_px_max)
    if least and least == most:
        return units.whole(language.unit("px", least))
    if least and most:
        return language.say("size.range", least=units.whole(least), most=units.whole(language.unit("px", most)))
    if least:
        return language.say("size.least", least=units.whole(language.unit("px", least)))
    return language.say("size.most", most=units.whole(language.unit("px", most))) if most else None


def kilobytes(language: Language, digital: Digital) -> Markup | None:
    """ "50 KB to 10 MB", "up to 240 KB" or "at least 54 KB"; None without limits."""
    least = units.whole(units.file_size(language, digital.file_kb_min)) if digital.file_kb_min else None
    most = units.whole(units.file_size(language, digital.file_kb_max)) if digital.file_kb_max else None
    if least and most:
        return language.say("size.range", least=least, most=most)
    if least:
        return language.say("size.least", least=least)
    return language.say("size.most", most=most) if most else None


def band(language: Language, document: Document, name: str, signs: bool = False) -> str | None:
    """The band as its rule states it, without markup: "32–36 mm" or "50–69%"; None where none is stated.

    With `signs` open ends are short, for drawings: "≥ 32 mm".
    """
    found = document.bands.get(name)
    if found is None:
        return None
    stated = (document.data[name].get("stated") or {}) if document.data.get(name) else {}
    if "mm" in stated or found.unit == "mm":
        low, high = stated.get("mm") or (found.min, found.max)
        return units.span(language, low, high, "mm", signs)
    if "px" in stated:
        low, high = stated["px"]
        return units.span(language, low, high, "px", signs)
    low, high = stated.get("ratio") or (found.min, found.max)
    return units.percent(language, low, high, signs)


def length(language: Language, document: Document, name: str) -> Markup | None:
    """The band as its readers measure: "32–36 mm", in the US "1–1⅜ in (25–35 mm)"; None where none is stated."""
    words = band(language, document, name)
    if words is None:
        return None
    found = document.bands[name]
    if found.unit != "mm" or document.country not in READS_INCHES:
        return units.whole(words)
    ends = [units.inches(end) for end in (found.min, found.max) if end is not None]
    return language.say("size.both", first=units.whole(language.unit("in", "–".join(ends))), second=units.whole(words))


def band_detail(language: Language, document: Document, name: str) -> list[Markup]:
    """The same band in other units: per cent of the frame, pixels of the smallest file."""
    found = document.bands[name]
    said: list[Markup] = []
    ratio = document.band(name)
    assert ratio is not None
    stated = document.data[name].get("stated") or {}
    of_side = "rule.of_width" if name in HORIZONTAL else "rule.of_height"
    if found.unit == "ratio" and "px" not in stated:
        said.append(language.say(of_side))
    elif "ratio" in stated:
        said.append(language.say(f"{of_side}.that_is", range=units.whole(units.percent(language, *stated["ratio"]))))
    if document.digital is not None and document.has_size and name not in HORIZONTAL and "px" not in stated:
        width, height, _ = document.output_size(0)
        low_px, high_px = (None if end is None else round(end * height) for end in (ratio.min, ratio.max))
        size = units.whole(language.unit("px", f"{width} × {height}"))
        said.append(
            language.say(
                "rule.pixels.that_is", pixels=units.whole(units.span(language, low_px, high_px, "px")), size=size
            )
        )
    return said


def _sides(width: int | None, height: int | None) -> str:
    return f"{width} × {height}" if width and height else ""
