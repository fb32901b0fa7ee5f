"""The findings in their groups: what to change first, what is met last. An answer moves a finding to its new group."""

from pyscript import document as page
from pyscript.ffi import to_js

from app import lines, scale
from app.dom import clone, part, parts, put, root, show, text
from app.pace import breath
from app.words import month, say
from pixid import answers, sureness

GROUPS = ("fail", "warn", "manual", "pass", "not_assessed")
NUMBERED = ("fail", "warn", "manual")
MARKED = ("fail", "warn")


def group_of(check: dict) -> str:
    """Where a check stands: what somebody found fine stands among what people check themselves."""
    return "manual" if check["answer"] == "fine" else check["status"]


def numbers(checks: list) -> dict:
    """The number of each finding to change or at risk, by id, counted through both lists: it marks the photo too."""
    order = [check["id"] for group in MARKED for check in checks if group_of(check) == group]
    return {id: i + 1 for i, id in enumerate(order)}


class Findings:
    """What stands in the lists. Rows that stay the same are kept, with what was unfolded in them."""

    def __init__(self) -> None:
        self.rows: dict = {}

    async def show(self, report, data: dict) -> None:
        """Fill the groups, a finding at a time so that the page stays quick; empty ones disappear."""
        kept, self.rows = self.rows, {}
        for group in GROUPS:
            made = await _rows(report, data["checks"], group, kept)
            self.rows.update(made)
            box = root.querySelector('[data-group="' + group + '"]')
            part("list", box).replaceChildren(*[row for _, (_, row) in made])
            text("count", str(len(made)), box)
            show(box, bool(made))
        show(part("findings"))

    async def ahead(self, report, checks: list) -> dict:
        """Rows by id, as `begin` takes them: made before anybody may see them."""
        rows: dict = {}
        for group in GROUPS:
            rows.update(await _rows(report, checks, group, {}))
        return rows

    def begin(self, rows: dict) -> None:
        """Another photo, whose rows may have been made ahead."""
        self.forget()
        self.rows = rows

    def forget(self) -> None:
        """Another photo, or another frame: every row is made anew."""
        self.rows = {}
        show(part("answered"), False)

    def hide(self) -> None:
        self.forget()
        show(part("verdict"), False)
        show(part("findings"), False)

    def say_answer(self, title: str, id: str, value: str) -> None:
        """Beside the questions: what was answered last, and how to take it back. The focus stood on what has moved."""
        box = part("answered")
        if value:
            text("answered-text", say("answered." + value, title=title), box)
            put(box, data_id=id)
        show(box, bool(value))
        if page.activeElement.isSameNode(page.body):
            target = box.querySelector("button") if value else _first(id)
            if target is not None:
                target.focus(to_js({"preventScroll": True}))


def press(id: str, pressed: bool) -> None:
    """The toggles "Show on photo": at most one is down."""
    for finding in parts("finding"):
        button = finding.querySelector('[data-action="show"]')
        put(button, aria_pressed="true" if pressed and finding.dataset.id == id else "false")


def is_pressed(id: str) -> bool:
    return _finding(id).querySelector('[data-action="show"]').getAttribute("aria-pressed") == "true"


def _finding(id: str):
    return root.querySelector('[data-finding][data-id="' + id + '"]')


def _first(id: str):
    """The first thing in a finding that takes the focus."""
    finding = _finding(id)
    return None if finding is None else finding.querySelector("input, button:not([hidden])")


async def _rows(report, every: list, group: str, kept: dict) -> list:
    """(id, (place, row)) of each of a group's findings, in their order; `kept`: those that are there already."""
    marks = numbers(every)
    by_id = {finding.id: finding for finding in report.findings}
    checks = [check for check in every if group_of(check) == group]
    made = []
    for i, check in enumerate(checks):
        finding = by_id[check["id"]]
        place = (finding, i + 1, len(checks), marks.get(check["id"]))
        known = kept.get(check["id"])
        if known is None or known[0] != place:
            known = (place, _row(report, finding, check, place))
        made.append((check["id"], known))
        await breath()
    return made


def _row(report, finding, check: dict, place: tuple):
    group = group_of(check)
    item = clone("finding-" + group if group != "manual" or check["status"] == "manual" else "finding-fine")
    text("title", check["title"], item)
    take_back = item.querySelector('[data-action="take-back"]')
    if take_back is not None:
        show(take_back, bool(check["answer"]))
        put(item, data_id=check["id"])
    if group == "pass":
        text("value", check["value_text"], item)
        text("limit", check["limit_text"], item)
        _source(item, check)
        return item
    text("detail", check["detail"], item)
    if group not in NUMBERED:
        return item
    _, number, of, mark = place
    put(item, id="finding-" + check["id"], data_id=check["id"])
    text("act", check["act"], item)
    text("position", say("position." + group, number=number, count=of), item)
    if mark is not None:
        text("number", str(mark), item)
    _source(item, check)
    if check["status"] == "manual":
        for answer in answers.QUESTION:
            put(item.querySelector('input[value="' + answer + '"]'), name="manual-" + check["id"])
        return item
    scale.draw(item, check)
    show(item.querySelector('[data-action="show"]'), lines.can_show(report, check))
    fine = item.querySelector('[data-action="fine"]')
    if fine is not None:
        show(fine, "fine" in answers.possible(finding) and not check["answer"])
    if check["answer"] in answers.QUESTION:
        show(part("how-sure", item), False)  # an answer is not measured
    else:
        text("how-sure-text", " ".join(sureness.sentences(finding)), item)
        show(part("how-sure-link", item), check["how_sure"] is not None)
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
