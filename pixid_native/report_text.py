"""A report as text for people: the verdict with its counts, then the findings in the groups the page shows too."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pixid.wording import self_made
from pixid_native.printing import Line

if TYPE_CHECKING:
    from pixid.document import Document

GROUPS = (
    ("fail", "Change these", "x"),
    ("warn", "Risks", "!"),
    ("manual", "Check these yourself", "?"),
    ("pass", "Met", "+"),
    ("not_assessed", "Not measured", "-"),
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
    yield Line(f"{data['photo']} for {document}", style="quiet")
    if data["verdict"] == "unusable":
        yield Line(data["error"]["message"], style="fail")
        return
    yield Line(headline(data), style="strong")
    cited: list[str] = []
    for status, heading, mark in GROUPS:
        checks = [check for check in data["checks"] if check["status"] == status]
        if not checks or (groups is not None and status not in groups):
            continue
        yield Line("")
        yield Line(f"{heading} ({len(checks)})", style="quiet" if status == "not_assessed" else status)
        for number, check in enumerate(checks, 1):
            yield from finding_lines(check, f"{number}." if status == "fail" else mark, cited)
    if cited:
        yield Line("")
        yield Line("Sources", style="quiet")
    for number, text in enumerate(cited, 1):
        yield Line(text, f"[{number}]", indent=2, style="quiet")


def headline(data: dict[str, Any]) -> str:
    """The verdict as a count of things, with what is met and what is left to the reader."""
    count = {status: sum(check["status"] == status for check in data["checks"]) for status, _, _ in GROUPS}
    if data["verdict"] == "fail":
        verdict = f"Not ready: {count['fail']} {'thing' if count['fail'] == 1 else 'things'} to change"
    elif data["verdict"] == "warn":
        verdict = f"Usable, with {count['warn']} {'risk' if count['warn'] == 1 else 'risks'}"
    else:
        verdict = "Ready: nothing to change"
    return f"{verdict}. {count['pass']} met, {count['manual']} to check."


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
    parts = [str(cited["title"]), str(cited["kind"]), f"read {cited['read']}" if cited.get("read") else ""]
    return ", ".join(part for part in parts if part) + (f": {cited['url']}" if cited.get("url") else "")


def made_lines(data: dict[str, Any]) -> Iterator[Line]:
    """What was written, and what was done to the photo for it."""
    if data["verdict"] == "unusable":
        return
    yield Line("")
    photo, sheet, report = (data["outputs"].get(name) for name in ("photo", "sheet", "report"))
    if photo is None:
        yield Line(data["no_file"]["message"], style="strong")
    else:
        density = f", {photo['dpi']} dpi" if photo["dpi"] else ""
        size = f"{photo['width']} x {photo['height']} px{density}, {photo['bytes'] / 1024:.0f} KB"
        yield Line(f"Written: {photo['file']}, {size}", style="strong")
    for operation in data["operations_text"]:
        yield Line(operation, "-", indent=2)
    for note in data["notes"]:
        yield Line(note)
    if sheet is not None:
        yield sheet_line(sheet)
    if report is not None:
        yield Line(f"Written: {report['file']}, the report of {report['date']}", style="strong")
    yield Line("The office decides.", style="quiet")


def sheet_line(sheet: dict[str, Any]) -> Line:
    """What a print sheet holds, and how it has to be printed."""
    paper = f"{sheet['copies']} prints on {sheet['sheets']} x {sheet['paper']}"
    return Line(f"Written: {sheet['file']}, {paper}. Print at 100 %; the ruler must measure 5 cm.", style="strong")
