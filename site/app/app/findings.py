"""The verdict and the findings in their groups: what to change first, what is met last."""

from pyscript.js_modules import intake

from app import lines
from app.dom import clone, part, parts, put, root, show, text
from app.words import month, say, say_count
from pixid.wording import quantity

GROUPS = ("fail", "warn", "manual", "pass", "not_assessed")
NUMBERED = ("fail", "warn", "manual")


def show_verdict(report) -> str:
    """Write the heading and its counts; returns both as one sentence for the status line."""
    verdict, count = report.verdict, report.count
    title = say("verdict.pass") if verdict == "pass" else say_count("verdict." + verdict, count(verdict))
    key = "counts.practice" if report.document.self_made.status == "not_accepted" else "counts"
    to_check = say("counts.to_check", count=count("manual"))
    counts = say(key, met=say("counts.met", count=count("pass")), to_check=to_check)
    box = part("verdict")
    put(box, data_verdict=verdict)
    text("verdict-title", title, box)
    text("verdict-counts", counts, box)
    show(box)
    return say("live.verdict", verdict=title, counts=counts)


async def show_findings(report, data: dict) -> None:
    """Fill the groups, a finding at a time so that the page stays quick; empty ones disappear."""
    for status in GROUPS:
        checks = [check for check in data["checks"] if check["status"] == status]
        group = root.querySelector('[data-group="' + status + '"]')
        items = []
        for i, check in enumerate(checks):
            items.append(_item(report, check, i + 1, len(checks)))
            await intake.breathe()
        part("list", group).replaceChildren(*items)
        text("count", str(len(checks)), group)
        show(group, bool(checks))
    show(part("findings"))


def hide() -> None:
    show(part("verdict"), False)
    show(part("findings"), False)


def press(id: str, pressed: bool) -> None:
    """The toggles "Show on photo": at most one is down."""
    for finding in parts("finding"):
        put(
            finding.querySelector('[data-action="show"]'),
            aria_pressed="true" if pressed and finding.dataset.id == id else "false",
        )


def is_pressed(id: str) -> bool:
    return _finding(id).querySelector('[data-action="show"]').getAttribute("aria-pressed") == "true"


def is_inside(id: str) -> bool:
    """Do the lines of this finding keep the rule? Risks do."""
    return not _finding(id).matches(".fail, [data-group=fail] *")


def _finding(id: str):
    return root.querySelector('[data-finding][data-id="' + id + '"]')


def _item(report, check: dict, number: int, of: int):
    status = check["status"]
    item = clone("finding-" + status)
    text("title", check["title"], item)
    if status == "pass":
        text("value", check["value_text"], item)
        text("limit", check["limit_text"], item)
        _source(item, check)
        return item
    text("detail", check["detail"], item)
    if status not in NUMBERED:
        return item
    put(item, id="finding-" + check["id"], data_id=check["id"])
    text("act", check["act"], item)
    text("position", say("position." + status, number=number, count=of), item)
    if status == "fail":
        text("number", str(number), item)
    _source(item, check)
    if status == "manual":
        for answer in ("yes", "no"):
            put(item.querySelector('input[value="' + answer + '"]'), name="manual-" + check["id"])
        return item
    _scale(item, check)
    show(item.querySelector('[data-action="show"]'), lines.can_show(report, check["id"]))
    spread = (
        say("how_sure.spread", spread=quantity(check["spread"], check["unit"]))
        if check["spread"]
        else say("how_sure.exact")
    )
    text("how-sure-text", spread, item)
    return item


def _source(item, check: dict) -> None:
    """A link to the source on this page; standards that are not in its list are named in the words."""
    source = check["source"]
    if not source or source.get("index") is None:
        return
    link = part("source", item)
    put(link, href="#source-" + str(source["index"] + 1))
    link.textContent = say("source", title=source["title"], read=month(source["read"]))
    show(link)


def _scale(item, check: dict) -> None:
    """The limit as a bar and the value as a tick with its uncertainty, on a line that holds both."""
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
