"""The scale of a finding: the limit as a bar, the value as a tick with its uncertainty, on a line that holds both."""

from app.dom import part, put


def draw(item, check: dict) -> None:
    """Draw it into a finding, where there are a value and a limit."""
    value, limit, spread = check["value"], check["limit"], check["spread"]
    if value is None or not limit:
        return
    ends = [end for end in (limit["min"], limit["max"], value - spread, value + spread) if end is not None]
    low, high = min(ends), max(ends)
    room = (high - low or abs(value) or 1.0) / 4
    low, high = low - room, high + room

    def at(number: float) -> float:
        return round(100 * (number - low) / (high - low), 2)

    left = 0.0 if limit["min"] is None else at(limit["min"])
    right = 100.0 if limit["max"] is None else at(limit["max"])
    scale = part("scale", item)
    put(part("band", scale), x=left, width=right - left)
    put(part("interval", scale), x=at(value - spread), width=at(value + spread) - at(value - spread))
    put(part("tick", scale), x1=at(value), x2=at(value))
    put(scale, data_inside="no" if check["status"] == "fail" else "yes")
    scale.removeAttribute("hidden")
