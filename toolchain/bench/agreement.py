"""Whether the page and the command line say the same of the same photo."""

import json
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

from toolchain.bench import pictures
from toolchain.bench.chromium import browser, first_photo, fresh
from toolchain.bench.figures import Figure
from toolchain.bench.sites import DOCUMENT, ours
from toolchain.paths import ROOT

POINTS = ("eye_left", "eye_right", "chin", "crown", "hair_top")


def agreement(_: int) -> list[Figure]:
    """The report of the page beside the one of the command line."""
    page, native = _in_page(), _natively()
    points = max(abs(a - b) for name in POINTS for a, b in zip(page["face"][name], native["face"][name], strict=True))
    theirs = {check["id"]: check for check in native["checks"]}
    own = {check["id"]: check for check in page["checks"]}
    differing = [id for id in own.keys() | theirs.keys() if _status(own, id) != _status(theirs, id)]
    relative = max(_apart(own[id], theirs[id]) for id in own.keys() & theirs.keys())
    return [
        Figure("agree.points", points, "px"),
        Figure("agree.measures", relative, ""),
        Figure("agree.verdicts", float(len(differing)), "findings", note=", ".join(sorted(differing))),
    ]


def _in_page() -> dict[str, Any]:
    pictures.portrait()
    site = ours(pictures.FOLDER)
    with site.server, browser() as running, fresh(running, site, first=True) as page:
        first_photo(page)
        page.locator("[data-app][data-state=done]").wait_for()
        text = page.locator("[data-report] script").text_content()
    report: dict[str, Any] = json.loads(text or "{}")
    return report


def _natively() -> dict[str, Any]:
    command = [sys.executable, "-m", "pixid_native", "check", str(pictures.portrait()), "--json"]
    command += ["--document", DOCUMENT]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _status(checks: Mapping[str, Any], id: str) -> str | None:
    return str(checks[id]["status"]) if id in checks else None


def _apart(one: Mapping[str, Any], other: Mapping[str, Any]) -> float:
    """Difference of two measured values over the larger one (over 1 where both are smaller)."""
    a, b = one["value"], other["value"]
    if not all(isinstance(value, int | float) for value in (a, b)):
        return 0.0 if a == b else 1.0
    return float(abs(a - b) / max(abs(a), abs(b), 1.0))
