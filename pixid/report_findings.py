"""The findings of the report page, group by group: value, limit, source, and how often the check was wrong in tests."""

from pixid import sureness, wording
from pixid.report_markup import cite, escape, paragraph
from pixid.report_words import REPORT

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any

    from pixid.finding import Finding
    from pixid.verdict import Report

    Pause = Callable[[], Awaitable[None]]

GROUPS = ("fail", "warn", "manual", "pass", "not_assessed")
TOLD = ("fail", "warn")
"""Of these the error rates are told."""


async def findings(report: "Report", cited: "list[dict[str, Any]]", pause: "Pause") -> list[str]:
    """A section for each group that holds anything. `cited` gathers the sources; `pause` is awaited after each row."""
    rows: dict[str, list[str]] = {group: [] for group in GROUPS}
    for group in GROUPS:
        for finding in report.findings:
            # What somebody looked at and found fine stands among what people check themselves.
            if ("manual" if finding.gaps.get("answer") == "fine" else finding.status) != group:
                continue
            rows[group].append(_row(finding, report.check(finding), cited))
            await pause()
    return [_section(group, rows[group]) for group in GROUPS if rows[group]]


def _section(group: str, rows: list[str]) -> str:
    head = "".join(
        [f'<th scope="col">{escape(REPORT["column." + name])}</th>' for name in ("finding", "value", "source")]
    )
    return (
        f'<section class="group {group}"><h2>{escape(REPORT["group." + group])} <span>{len(rows)}</span></h2>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></section>"
    )


def _row(finding: "Finding", check: "dict[str, Any]", cited: "list[dict[str, Any]]") -> str:
    lines = [paragraph(_detail(check))] if check["detail"] else []
    if check["act"]:
        lines.append(paragraph(check["act"], "act"))
    if check["status"] == "manual":
        lines = [paragraph(REPORT["answer.open"])]
    elif check["status"] in TOLD and check["answer"] != "no":
        tested = sureness.tested(finding)
        lines += [paragraph(" ".join(tested), "quiet")] if tested else []
    limit = check["limit"]
    source = cite(check["source"], cited) if check["source"] else ""
    if not source and limit and limit["whose"] == "ours":
        source = escape(REPORT["source.ours"])
    return f'<tr><th scope="row">{escape(check["title"])}</th><td>{"".join(lines)}</td><td>{source}</td></tr>'


def _detail(check: "dict[str, Any]") -> str:
    """The value against its limit, with what the measure leaves open."""
    if not check["spread"] or check["value"] is None:
        return str(check["detail"])
    return REPORT["spread"].format(detail=check["detail"], spread=wording.spread(check["spread"], check["unit"]))
