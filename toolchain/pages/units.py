"""Numbers as people read them: millimetres, inches, pixels, kilobytes, dates.

Ranges use an en dash, units a no-break space. What `whole` makes is one `<bdi>`, so that "32–36 mm" is neither broken
nor turned around in right-to-left text. Measured values keep the digits that portals use.
"""

from markupsafe import Markup, escape

NO_BREAK = "\N{NO-BREAK SPACE}"
MM_PER_INCH = 25.4
EIGHTHS = ("", "⅛", "¼", "⅜", "½", "⅝", "¾", "⅞")
MONTHS = "January February March April May June July August September October November December".split()


def whole(text: str) -> Markup:
    """`text` kept together whatever the direction of the page."""
    return Markup("<bdi>{}</bdi>").format(text.replace(" ", NO_BREAK))


def kept(words: Markup) -> Markup:
    """A sentence of number and word that must not be broken: "6 months"."""
    return whole(words.unescape())


def plain(value: float) -> str:
    """A number with at most two decimals, thousands set apart."""
    return f"{round(value, 2):,.2f}".rstrip("0").rstrip(".").replace(",", NO_BREAK)


def span(low: float | None, high: float | None, unit: str = "", signs: bool = False) -> str:
    """ "32–36 mm", "32 mm", "at least 32 mm" or "up to 36 mm", with `signs` "≥ 32 mm" and "≤ 36 mm".

    `unit` may be "%", which is set without a space. Empty where both ends are open.
    """
    tail = unit if unit in ("", "%") else NO_BREAK + unit
    if low is None and high is None:
        return ""
    if low is None:
        return f"{'≤' + NO_BREAK if signs else 'up to '}{plain(high or 0)}{tail}"
    if high is None:
        return f"{'≥' + NO_BREAK if signs else 'at least '}{plain(low)}{tail}"
    return (plain(low) if low == high else f"{plain(low)}–{plain(high)}") + tail


def percent(low: float | None, high: float | None, signs: bool = False) -> str:
    """Ratios of the frame as per cent."""
    least, most = (None if end is None else round(end * 100, 1) for end in (low, high))
    return span(least, most, "%", signs)


def inches(mm: float) -> str:
    """`mm` in inches to the nearest eighth, as US authorities print it: 35 mm is "1⅜"."""
    eighths = round(mm / MM_PER_INCH * 8)
    return (str(eighths // 8) if eighths >= 8 else "") + EIGHTHS[eighths % 8] or "0"


def decimal_inches(mm: float) -> str:
    """`mm` in inches with two decimals, for sizes that were never meant in inches: 35 mm is "1.38"."""
    return plain(mm / MM_PER_INCH)


def file_size(kb: float) -> str:
    """ "240 KB", from 1024 KB on "10 MB"; 1 MB = 1024 KB."""
    return f"{plain(kb / 1024)}{NO_BREAK}MB" if kb >= 1024 else f"{plain(kb)}{NO_BREAK}KB"


def month(date: str) -> str:
    """ "2026-05" or "2026-05-12" as "May 2026" or "12 May 2026"; raises ValueError for anything else."""
    parts = [int(part) for part in date.split("-")]
    if len(parts) not in (2, 3) or not 1 <= parts[1] <= 12:
        raise ValueError(f"not a date: {date!r}")
    day = f"{parts[2]}{NO_BREAK}" if len(parts) == 3 else ""
    return f"{day}{MONTHS[parts[1] - 1]}{NO_BREAK}{parts[0]}"


def join(parts: list[Markup]) -> Markup:
    """A list of facts, set apart by commas."""
    return Markup(", ").join(escape(part) for part in parts)
