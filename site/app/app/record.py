"""The report as JSON in the page: the same as the command line's, for programs and assistive technology."""

import json

from pyscript.js_modules import trust

from app.dom import part
from app.pace import breath
from pixid.wording import no_file


async def data_of(report, before=None) -> dict:
    """`report.data()`, a check at a time so that the page stays quick. `before`: (report, data) to take over what is
    the same in both."""
    data = report.outline()
    known = {} if before is None else dict(zip([one.id for one in before[0].findings], before[0].findings))
    checks = {} if before is None else {check["id"]: check for check in before[1]["checks"]}
    for finding in report.findings:
        same = known.get(finding.id) == finding
        data["checks"].append(checks[finding.id] if same else report.check(finding))
        await breath()
    return data


async def write(data: dict, made, outputs: dict) -> None:
    """Put the record into the page, with what was made. `outputs`: other files by name."""
    data["outputs"] = {}
    if made.file is not None:
        size = {"width": made.width, "height": made.height, "dpi": made.dpi, "bytes": made.file.size}
        data["outputs"]["photo"] = size
        data["matrix"] = [round(number, 6) for number in made.matrix]
    data["outputs"].update(outputs)
    if not data["outputs"]:
        del data["outputs"]
    data["operations"] = list(made.operations)
    data["strokes"] = [stroke.data() for stroke in made.strokes]
    if not made.strokes:
        del data["strokes"]
    data["no_file"] = {"id": made.why_not, "message": no_file(made)} if made.why_not else None
    trust.writeData(part("report").querySelector("script"), await _text(data))


async def _text(data: dict) -> str:
    """`data` as JSON, a check at a time so that the page stays quick."""
    entries = []
    for name, value in data.items():
        if isinstance(value, list):
            items = []
            for item in value:
                items.append(json.dumps(item))
                await breath()
            text = "[" + ", ".join(items) + "]"
        else:
            text = json.dumps(value)
        entries.append(json.dumps(name) + ": " + text)
    return "{" + ", ".join(entries) + "}"
