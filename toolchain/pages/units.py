"""Numbers as people read them: millimetres, inches, pixels, kilobytes.

Ranges use an en dash, units a no-break space. What `whole` makes is one `<bdi>`, so that "32–36 mm" is neither broken
nor turned around in right-to-left text. Measured values keep the digits that portals use.
"""

from markupsafe import Markup, escape

from toolchain.pages.language import NO_BREAK, Language

MM_PER_INCH = 25.4
EIGHTHS = ("", "⅛", "¼", "⅜", "½", "⅝", "¾", "⅞")
KB_PER_MB = 1024


def whole(text: str) -> Markup:
    """`text` kept together whatever the direction of the page."""
    return Markup("<bdi>{}</bdi>").format(text.replace(" ", NO_BREAK))


def kept(words: Markup) -> Markup:
    """A sentence of number and word that must not be broken: "6 months"."""
    return whole(words.unescape())


def product(language: Language, unit: str, *sides: float) -> Markup:
    """Sides of an area with their unit, kept together: "35 × 45 mm"."""
    return whole(language.unit(unit, " × ".join(language.number(side) for side in sides)))


def span(language: Language, low: float | None, high: float | None, unit: str = "", signs: bool = False) -> str:
    """ "32–36 mm", "32 mm", "at least 32 mm" or "up to 36 mm", with `signs` "≥ 32 mm" and "≤ 36 mm".

    `unit` is a key of `unit.*`, "" for none. Empty where both ends are open.
    """
    if low is None and high is None:
        return ""
    if low is not None and high is not None:
        number = language.number(low) if low == high else f"{language.number(low)}–{language.number(high)}"
        return language.unit(unit, number) if unit else number
    end = language.number(low if low is not None else high or 0)
    value = language.unit(unit, end) if unit else end
    if signs:
        return f"{'≥' if high is None else '≤'}{NO_BREAK}{value}"
    return language.sentences["span.least" if high is None else "span.most"].format(value=value)


def percent(language: Language, low: float | None, high: float | None, signs: bool = False) -> str:
    """Ratios of the frame as per cent."""
    least, most = (None if end is None else round(end * 100, 1) for end in (low, high))
    return span(language, least, most, "percent", signs)


def inches(mm: float) -> str:
    """`mm` in inches to the nearest eighth, as US authorities print it: 35 mm is "1⅜"."""
    eighths = round(mm / MM_PER_INCH * 8)
    return (str(eighths // 8) if eighths >= 8 else "") + EIGHTHS[eighths % 8] or "0"


def decimal_inches(language: Language, mm: float) -> str:
    """`mm` in inches with two decimals, for sizes that were never meant in inches: 35 mm is "1.38"."""
    return language.number(mm / MM_PER_INCH)


def file_size(language: Language, kb: float) -> str:
    """ "240 KB", from 1024 KB on "10 MB"; 1 MB = 1024 KB."""
    unit, value = ("mb", kb / KB_PER_MB) if kb >= KB_PER_MB else ("kb", kb)
    return language.unit(unit, language.number(value))


def join(language: Language, parts: list[Markup]) -> Markup:
    """A list of facts, set apart by the language's comma."""
    said = Markup("")
    for part in parts:
        said = language.say("list.comma", first=said, last=escape(part)) if said else escape(part)
    return said
