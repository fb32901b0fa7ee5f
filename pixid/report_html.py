"""The report as one HTML page: picture, verdict, every finding with value, limit, source and date, what was done.

No script, nothing loaded: the picture travels inside the page, and a policy in its head forbids everything else. The
same report, file and date give the same bytes; times measured are left out for that reason.
"""

from pixid import ages, edits, wording, words
from pixid.catalogue import language
from pixid.engine import Base64
from pixid.report_style import STYLE
from pixid.report_words import REPORT
from pixid.version import VERSION

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from typing import Any

    from pixid.engine import EncodedFile, Engine
    from pixid.making import Made

GROUPS = ("fail", "warn", "manual", "pass", "not_assessed")
PREVIEW, PREVIEW_QUALITY = 900, 85
"""Long side and quality of the picture in the report of a photo that was not changed."""
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
KB = 1024


async def make_report(engine: "Engine", made: "Made", date: str) -> "EncodedFile":
    """The page as a file of the engine. `date`: YYYY-MM-DD. Answers are in the report already (pixid.answers)."""
    shown = made.file or await _preview(engine, made)
    try:
        return await engine.join(parts(made, shown, date), "html")
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


def parts(made: "Made", shown: "EncodedFile", date: str) -> "list[bytes | EncodedFile | Base64]":
    """What the page is made of: text, the picture, text."""
    data, document = made.report.data(), made.report.document
    name, direction = document.name, REPORT["direction"]
    title = REPORT["title"].format(document=name)
    format = "png" if made.file is not None and made.format == "png" else "jpeg"
    before = [
        f'<!doctype html>\n<html lang="{language()}" dir="{direction}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{STYLE}</style></head><body><main>",
        f"<header><h1>{escape(title)}</h1>",
        _p(REPORT["lead"].format(date=dated(date), document=name, id=document.id)),
        _self_made(document),
        _child(document),
        f'<div class="verdict {data["verdict"]}"><h2>{escape(_verdict(data))}</h2>{_p(_counts(data))}</div></header>',
        '<section class="what"><figure>',
        f'<img alt="{escape(_alt(made))}" src="data:image/{format};base64,',
    ]
    cited: list[dict[str, Any]] = []
    after = ['"></figure><div>', _facts(made), _done(made), "</div></section>"]
    after += [_group(data, status, cited) for status in GROUPS]
    after += [_p(REPORT["spreads"], "quiet"), _edits(document, cited), _sources(cited)]
    after.append(f"<footer>{_p(REPORT['foot'].format(version=VERSION))}</footer></main></body></html>\n")
    return ["\n".join(before).encode(), Base64(shown), "\n".join([text for text in after if text]).encode()]


def dated(date: str) -> str:
    """ "2026-11" or "2026-11-26" as the language writes it."""
    parts = date.split("-")
    if len(parts) < 2:
        return date
    gaps = {"year": parts[0], "month": parts[1], "day": parts[-1]}
    return REPORT["date" if len(parts) > 2 else "month"].format(**gaps)


def escape(text: str) -> str:
    """Text for an element or a quoted attribute."""
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, name)
    return text


def _p(text: str, kind: str = "") -> str:
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def _verdict(data: "dict[str, Any]") -> str:
    verdict = data["verdict"]
    if verdict == "pass":
        return REPORT["verdict.pass"]
    count = data["counts"][verdict]
    said = REPORT.count(f"verdict.{verdict}", count).format(count=count)
    fine = len([one for one in data["checks"] if one["status"] == verdict and one["answer"] == "fine"])
    if not fine:
        return said
    return REPORT["checked.all" if fine == count else "checked"].format(verdict=said, count=fine)


def _counts(data: "dict[str, Any]") -> str:
    counts = data["counts"]
    return REPORT["counts"].format(met=counts["pass"], to_check=counts["manual"], not_measured=counts["not_assessed"])


def _alt(made: "Made") -> str:
    if made.file is None:
        return REPORT["picture.photo"]
    return REPORT["picture.made"].format(document=made.report.document.name)


def _self_made(document: "Any") -> str:
    said = document.self_made
    if said.status not in ("not_accepted", "conditional"):
        return ""
    return _p(REPORT["self_made." + said.status].format(why=said.why).rstrip(), "panel")


def _child(document: "Any") -> str:
    """Whose rules were applied, and what the measures do not know about children."""
    under = ages.under(document)
    if under is None:
        return ""
    return _p(REPORT.count("child", under).format(count=under) + " " + REPORT["child.crown"], "panel")


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
        lines.append(REPORT["facts.by_hand"].format(points=", ".join(by_hand)))
    return '<ul class="facts">' + "".join([f"<li>{escape(line)}</li>" for line in lines]) + "</ul>"


def _done(made: "Made") -> str:
    heading = f"<h2>{escape(REPORT['done'])}</h2>"
    if made.file is None:
        return heading + _p(REPORT["done.nothing"]) + _p(wording.no_file(made))
    steps = "".join([f"<li>{escape(step)}</li>" for step in wording.operations(made)])
    notes = "".join([_p(note) for note in wording.notes(made)])
    return f"{heading}<ul>{steps}</ul>{_p(REPORT['done.painted'])}{notes}"


def _group(data: "dict[str, Any]", status: str, cited: "list[dict[str, Any]]") -> str:
    # What somebody looked at and found fine stands among what people check themselves.
    checks = [one for one in data["checks"] if ("manual" if one["answer"] == "fine" else one["status"]) == status]
    if not checks:
        return ""
    head = "".join(
        [f'<th scope="col">{escape(REPORT["column." + name])}</th>' for name in ("finding", "value", "source")]
    )
    rows = "".join([_row(check, cited) for check in checks])
    title = escape(REPORT["group." + status])
    return (
        f'<section class="group {status}"><h2>{title} <span>{len(checks)}</span></h2>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>"
    )


def _row(check: "dict[str, Any]", cited: "list[dict[str, Any]]") -> str:
    lines = [_p(_detail(check))] if check["detail"] else []
    if check["act"]:
        lines.append(_p(check["act"], "act"))
    if check["status"] == "manual":
        lines = [_p(REPORT["answer.open"])]
    limit = check["limit"]
    source = _cite(check["source"], cited) if check["source"] else ""
    if not source and limit and limit["whose"] == "ours":
        source = escape(REPORT["source.ours"])
    return f'<tr><th scope="row">{escape(check["title"])}</th><td>{"".join(lines)}</td><td>{source}</td></tr>'


def _detail(check: "dict[str, Any]") -> str:
    """The value against its limit, with what the measure leaves open."""
    if not check["spread"] or check["value"] is None:
        return str(check["detail"])
    return REPORT["spread"].format(detail=check["detail"], spread=wording.spread(check["spread"], check["unit"]))


def _cite(source: "dict[str, Any]", cited: "list[dict[str, Any]]") -> str:
    """The number of a source, which joins the list at the end when it is first named."""
    key = (source["title"], source["url"], source["read"])
    known = [(other["title"], other["url"], other["read"]) for other in cited]
    if key not in known:
        cited.append(source)
        known.append(key)
    number = known.index(key) + 1
    return f'<a href="#source-{number}">[{number}]</a> {escape(dated(source["read"]))}'


def _edits(document: "Any", cited: "list[dict[str, Any]]") -> str:
    """The edit policy, part by part."""
    lines = []
    for switch in edits.switches(document):
        source = document.source(switch.source)
        mark = " " + _cite(_source_data(source), cited) if source is not None else ""
        lines.append(f"<li>{escape(switch.text)}{mark}</li>")
    if not document.crop_allowed:
        text = words.NOTES["paper-crop"] if document.is_framed else words.NOTES["upload-crop"]
        lines.append(f"<li>{escape(text)}</li>")
    note = document.edit_policy.note
    said = _p(REPORT["edits.note"].format(note=note), "quiet") if note else ""
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
