"""A report as text for people: the verdict with its counts, then the findings in the groups the page shows too."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pixid.report_markup import dated
from pixid.report_words import REPORT
from pixid.wording import self_made
from pixid_native.printing import Line
from pixid_native.words import TOLD

if TYPE_CHECKING:
    from pixid.document import Document

GROUPS = (
    ("fail", "x"),
    ("warn", "!"),
    ("manual", "?"),
    ("pass", "+"),
    ("not_assessed", "-"),
)
STANDING = {"not_accepted": "fail", "conditional": "warn", "unstated": "quiet", "accepted": "quiet"}
"""Style of the sentence that says whether the authority takes a photo of one's own."""
PRESSING = ("fail", "warn")
"""Groups that stand above a file that has been made."""


def standing_lines(document: "Document") -> Iterator[Line]:
    """Whether the authority takes a photo people make themselves, and what to do if not: stands before any verdict."""
    yield Line(self_made(document), style=STANDING[document.self_made.status])
    cited = document.source(document.self_made.source)
    if cited is not None:
        yield Line(source({"title": cited.title, "kind": cited.kind, "read": cited.read, "url": cited.url}),
                   indent=2, style="quiet")  # fmt: skip


def report_lines(data: dict[str, Any], document: str, groups: tuple[str, ...] | None = None) -> Iterator[Line]:
    """`data` is the JSON object of one photo, `document` the document's name, `groups` the statuses to list (all)."""
    yield Line("")
    yield Line(TOLD["photo"].format(photo=data["photo"], document=document), style="quiet")
    if data["verdict"] == "unusable":
        yield Line(data["error"]["message"], style="fail")
        return
    yield Line(headline(data), style="strong")
    cited: list[str] = []
    for status, mark in GROUPS:
        checks = [check for check in data["checks"] if check["status"] == status]
        if not checks or (groups is not None and status not in groups):
            continue
        yield Line("")
        yield Line(
            TOLD[f"group.{status}"].format(count=len(checks)), style="quiet" if status == "not_assessed" else status
        )
        for number, check in enumerate(checks, 1):
            yield from finding_lines(check, f"{number}." if status == "fail" else mark, cited)
    if cited:
        yield Line("")
        yield Line(TOLD["sources"], style="quiet")
    for number, text in enumerate(cited, 1):
        yield Line(text, f"[{number}]", indent=2, style="quiet")


def headline(data: dict[str, Any]) -> str:
    """The verdict as a count of things, with what is met and what is left to the reader."""
    count = {status: sum(check["status"] == status for check in data["checks"]) for status, _ in GROUPS}
    verdict = REPORT["verdict.pass"]
    if data["verdict"] in ("fail", "warn"):
        number = count[data["verdict"]]
        verdict = REPORT.count(f"verdict.{data['verdict']}", number).format(count=number)
    return TOLD["headline"].format(verdict=verdict, met=count["pass"], to_check=count["manual"])


def finding_lines(check: dict[str, Any], mark: str, cited: list[str]) -> Iterator[Line]:
    """Title and id; value against limit and whose limit, with the number of the source; what to do.

    `cited` collects the sources in the order of their numbers.
    """
    yield Line(f"{check['title']} ({check['id']})", mark, indent=2)
    inner = 3 + len(mark)
    reference = ""
    if check["source"]:
        text = source(check["source"])
        if text not in cited:
            cited.append(text)
        reference = f"[{cited.index(text) + 1}]"
    detail = f"{check['detail']} {reference}".strip()
    if detail:
        yield Line(detail, indent=inner, style="quiet" if check["status"] == "pass" else "")
    if check["act"]:
        yield Line(check["act"], indent=inner)


def source(cited: dict[str, Any]) -> str:
    """Title, what kind of source it is, when we read it, where it stands."""
    kind = REPORT[f"kind.{cited['kind']}"]
    text = TOLD["source"].format(title=cited["title"], kind=kind, read=dated(cited["read"]))
    return text + (f": {cited['url']}" if cited.get("url") else "")


def made_lines(data: dict[str, Any]) -> Iterator[Line]:
    """What was written, and what was done to the photo for it."""
    if data["verdict"] == "unusable":
        return
    yield Line("")
    photo, sheet, report = (data["outputs"].get(name) for name in ("photo", "sheet", "report"))
    if photo is None:
        yield Line(data["no_file"]["message"], style="strong")
    else:
        key = "written.photo" if photo["dpi"] else "written.plain"
        yield Line(TOLD[key].format(kb=f"{photo['bytes'] / 1024:.0f}", **photo), style="strong")
    for operation in data["operations_text"]:
        yield Line(operation, "-", indent=2)
    for note in data["notes"]:
        yield Line(note)
    if sheet is not None:
        yield sheet_line(sheet)
    if report is not None:
        yield Line(TOLD["written.report"].format(file=report["file"], date=dated(report["date"])), style="strong")
    yield Line(TOLD["decides"], style="quiet")


def sheet_line(sheet: dict[str, Any]) -> Line:
    """What a print sheet holds, and how it has to be printed."""
    gaps = {"file": sheet["file"], "count": sheet["copies"], "sheets": sheet["sheets"], "paper": sheet["paper"]}
    return Line(TOLD.count("written.sheet", sheet["copies"]).format(**gaps), style="strong")
