"""The report as one HTML page: picture, verdict, every finding with value, limit, source and date, what was done.

No script, nothing loaded: the picture travels inside the page, and a policy in its head forbids everything else. The
same report, file and date give the same bytes; times measured are left out for that reason.
"""

from pixid import ages, edits, wording, words
from pixid.catalogue import joined, language
from pixid.engine import Base64
from pixid.report_findings import findings
from pixid.report_markup import cite, dated, escape, paragraph
from pixid.report_style import STYLE
from pixid.report_words import REPORT
from pixid.version import VERSION

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from typing import Any

    from pixid.engine import EncodedFile, Engine
    from pixid.making import Made
    from pixid.report_findings import Pause
    from pixid.verdict import Report

PREVIEW, PREVIEW_QUALITY = 900, 85
"""Long side and quality of the picture in the report of a photo that was not changed."""
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
KB = 1024


async def make_report(engine: "Engine", made: "Made", date: str, pause: "Pause | None" = None) -> "EncodedFile":
    """The page as a file of the engine. `date`: YYYY-MM-DD. Answers are in the report already (pixid.answers).

    `pause` is awaited between findings, so that a page which runs this stays quick.
    """
    shown = made.file or await _preview(engine, made)
    try:
        return await engine.join(await _parts(made, shown, date, pause or _no_pause), "html")
    finally:
        if made.file is None:
            await engine.drop(shown.handle)


async def _preview(engine: "Engine", made: "Made") -> "EncodedFile":
    picture = made.report.evidence.picture
    scale = min(1.0, PREVIEW / max(picture.width, picture.height))
    width, height = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    matrix = [width / picture.width, 0.0, 0.0, 0.0, height / picture.height, 0.0]
    raster = await engine.compose(picture, matrix, width, height)
    try:
        return await engine.encode(raster, PREVIEW_QUALITY, "420")
    finally:
        await engine.drop(raster)


async def _no_pause() -> None:
    """Nobody waits."""


async def _parts(made: "Made", shown: "EncodedFile", date: str, pause: "Pause") -> "list[bytes | EncodedFile | Base64]":
    """What the page is made of: text, the picture, text."""
    report, document = made.report, made.report.document
    name, direction = document.name, REPORT["direction"]
    title = REPORT["title"].format(document=name)
    format = "png" if made.file is not None and made.format == "png" else "jpeg"
    before = [
        f'<!doctype html>\n<html lang="{language()}" dir="{direction}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>",
        f"<header><h1>{escape(title)}</h1>",
        paragraph(REPORT["lead"].format(date=dated(date), document=name, id=document.id)),
        _self_made(document),
        _child(document),
        f'<div class="verdict {report.verdict}"><h2>{escape(_verdict(report))}</h2>',
        f"{paragraph(_counts(report))}</div></header>",
        '<section class="what"><figure>',
        f'<img alt="{escape(_alt(made))}" src="data:image/{format};base64,',
    ]
    cited: list[dict[str, Any]] = []
    after = ['"></figure><div>', _facts(made), _done(made), "</div></section>"]
    after += await findings(report, cited, pause)
    after += [paragraph(REPORT["spreads"], "quiet"), _edits(document, cited), _sources(cited)]
    after.append(f"<footer>{paragraph(REPORT['foot'].format(version=VERSION))}</footer></main></body></html>\n")
    return ["\n".join(before).encode(), Base64(shown), "\n".join([text for text in after if text]).encode()]


def _verdict(report: "Report") -> str:
    verdict = report.verdict
    if verdict == "pass":
        return REPORT["verdict.pass"]
    count, fine = report.count(verdict), report.said_fine(verdict)
    said = REPORT.count(f"verdict.{verdict}", count).format(count=count)
    if not fine:
        return said
    return REPORT["checked.all" if fine == count else "checked"].format(verdict=said, count=fine)


def _counts(report: "Report") -> str:
    count = report.count
    return REPORT["counts"].format(met=count("pass"), to_check=count("manual"), not_measured=count("not_assessed"))


def _alt(made: "Made") -> str:
    if made.file is None:
        return REPORT["picture.photo"]
    return REPORT["picture.made"].format(document=made.report.document.name)


def _self_made(document: "Any") -> str:
    said = document.self_made
    if said.status not in ("not_accepted", "conditional"):
        return ""
    return paragraph(REPORT["self_made." + said.status].format(why=said.why).rstrip(), "panel")


def _child(document: "Any") -> str:
    """Whose rules were applied, and what the measures do not know about children."""
    under = ages.under(document)
    if under is None:
        return ""
    return paragraph(REPORT.count("child", under).format(count=under) + " " + REPORT["child.crown"], "panel")


def _facts(made: "Made") -> str:
    picture, document = made.report.evidence.picture, made.report.document
    photo = {"width": picture.width, "height": picture.height, "kb": round(picture.size / KB)}
    key = "facts.photo" if picture.name else "facts.unnamed"
    lines = [REPORT[key].format(name=picture.name, format=picture.format.upper(), **photo)]
    if made.file is not None:
        size = {"width": made.width, "height": made.height, "dpi": made.dpi, "kb": round(made.file.size / KB)}
        lines.insert(0, REPORT["facts.file"].format(format=made.format.upper(), **size))
        if document.print is not None:
            mm = [wording.plain(side) for side in (document.print.width_mm, document.print.height_mm)]
            lines.insert(1, REPORT["facts.print"].format(width_mm=mm[0], height_mm=mm[1]))
    by_hand = [REPORT["point." + name] for name in made.report.evidence.measured.by_hand]
    if by_hand:
        lines.append(REPORT["facts.by_hand"].format(points=joined(by_hand)))
    return '<ul class="facts">' + "".join([f"<li>{escape(line)}</li>" for line in lines]) + "</ul>"


def _done(made: "Made") -> str:
    heading = f"<h2>{escape(REPORT['done'])}</h2>"
    if made.file is None:
        return heading + paragraph(REPORT["done.nothing"]) + paragraph(wording.no_file(made))
    steps = "".join([f"<li>{escape(step)}</li>" for step in wording.operations(made)])
    notes = "".join([paragraph(note) for note in wording.notes(made)])
    painted = REPORT["done.painted" if made.backdrop is None else "done.background"]
    return f"{heading}<ul>{steps}</ul>{paragraph(painted)}{notes}"


def _edits(document: "Any", cited: "list[dict[str, Any]]") -> str:
    """The edit policy, part by part."""
    lines = []
    for switch in edits.switches(document):
        source = document.source(switch.source)
        mark = " " + cite(_source_data(source), cited) if source is not None else ""
        lines.append(f"<li>{escape(switch.text)}{mark}</li>")
    if not document.crop_allowed:
        text = words.NOTES["paper-crop"] if document.is_framed else words.NOTES["upload-crop"]
        lines.append(f"<li>{escape(text)}</li>")
    note = document.edit_policy.note
    said = paragraph(REPORT["edits.note"].format(note=note), "quiet") if note else ""
    return f"<section><h2>{escape(REPORT['edits'])}</h2><ul>{''.join(lines)}</ul>{said}</section>"


def _source_data(source: "Any") -> "dict[str, Any]":
    return {"title": source.title, "url": source.url, "kind": source.kind, "read": source.read}


def _sources(cited: "list[dict[str, Any]]") -> str:
    if not cited:
        return ""
    items = []
    for number, source in enumerate(cited, 1):
        kind = REPORT["kind." + source["kind"]]
        text = escape(REPORT["source"].format(title=source["title"], kind=kind, read=dated(source["read"])))
        link = f' <a href="{escape(source["url"])}">{escape(source["url"])}</a>' if source["url"] else ""
        items.append(f'<li id="source-{number}">{text}{link}</li>')
    return f'<section class="sources"><h2>{escape(REPORT["sources"])}</h2><ol>{"".join(items)}</ol></section>'
