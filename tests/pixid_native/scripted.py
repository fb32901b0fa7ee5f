"""The command line with a scripted pipeline: reports, files and errors as a test wants them, no graphs."""

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pixid import pipeline
from pixid.engine import Picture
from pixid.errors import PhotoError
from pixid_native import data
from pixid_native.rulebook import INDEX
from tests.pixid_native import tiny_graphs
from tests.pixid_native.pictures import encoded, scene
from toolchain.rulebook import search_index

SOURCE = {"url": "https://example.org/photos", "title": "Office of photos", "kind": "authority", "read": "2026-05"}


REASONS = {
    "accepted": {"why": "", "instead": ""},
    "unstated": {"why": "", "instead": ""},
    "conditional": {"why": "It must be printed well.", "instead": "Ask a photo shop to print it."},
    "not_accepted": {"why": "The office takes the photo.", "instead": "Book a visit."},
}


def entry(id: str, country: str = "XX", name: str = "Test passport", self_made: str = "accepted") -> dict[str, Any]:
    """A document as documents.json holds it, stating nothing."""
    bands = ("head_height", "eye_line", "top_margin", "bottom_margin", "chin_to_pupil", "face_width", "eye_distance",
             "centring", "print", "digital", "background", "glasses", "head_covering", "expression", "colour",
             "recency", "max_age_months", "photos_required")  # fmt: skip
    return {
        **dict.fromkeys(bands),
        "id": id,
        "country": country,
        "document": "passport",
        "names": {"en": name, "local": "Prüfpass", "lang": "de"},
        "confidence": "official",
        "head_top": "skull",
        "edit_policy": {"crop": "allowed", "background": "forbidden", "light": "unstated", "note": "", "source": 0},
        "self_made": {"status": self_made, **REASONS[self_made], "source": None if self_made == "unstated" else 0},
        "submission": [], "notes": [], "contradictions": [], "changes": [], "children": [], "companions": [],
        "sources": [SOURCE],
    }  # fmt: skip


def check(id: str, status: str, title: str, detail: str = "", act: str = "") -> dict[str, Any]:
    """One check of a report, as `Report.data()` gives it."""
    message = " ".join(part for part in (title + ".", detail, act) if part)
    return {
        "id": id, "status": status, "variant": status, "value": 37.8, "spread": 0.2, "unit": "mm",
        "limit": {"min": 32.0, "max": 36.0, "whose": "rule"}, "source": SOURCE, "message": message,
        "title": title, "detail": detail, "act": act, "value_text": "37.8 mm", "limit_text": "the rule is 32-36 mm",
    }  # fmt: skip


PASS = [check("yaw", "pass", "Head faces the camera", "1.0°; ISO asks for at most 5.0°.")]
WARN = [*PASS, check("roll", "warn", "Head leans", "7 deg.", "Hold the camera level.")]
FAIL = [
    *WARN,
    check("head-height", "fail", "Head too large in the frame", "37.8 mm; the rule is 32-36 mm.", "Step back."),
]


class Script:
    """What the pipeline answers: for each file name a list of checks, an error, or a plain exception."""

    def __init__(self) -> None:
        self.answers: dict[str, list[dict[str, Any]] | Exception] = {}
        self.asked: list[tuple[str, str, bool]] = []
        self.makes_file = True
        self.why_not = "no-size"

    async def check(self, engine: Any, source: Any, document: Any, as_is: bool = False) -> Any:
        self.asked.append((Path(source).name, document.id, as_is))
        await engine.open(source)
        answer = self.answers[Path(source).name]
        if isinstance(answer, Exception):
            raise answer
        verdict = next((s for s in ("fail", "warn") if any(c["status"] == s for c in answer)), "pass")
        data = {"photo": Path(source).name, "document": document.id, "verdict": verdict, "checks": answer, "face": {}}
        picture = Picture(1, 60, 50, 60, 50, "png", 900, Path(source).name)
        evidence = SimpleNamespace(picture=picture, header=None)
        return SimpleNamespace(data=lambda: data, document=document, evidence=evidence, frame=SimpleNamespace(turn=0.0))

    async def make(
        self, engine: Any, report: Any, tone: Any = None, format: str = "", backdrop: Any = None, strokes: Any = ()
    ) -> Any:
        made = {"report": report, "file": None, "operations": [], "matrix": [1.0, 0.0, 0.0, 0.0, 1.0, 0.0], "width": 0}
        made |= {"height": 0, "dpi": 0, "quality": 0, "chroma": "", "why_not": "" if self.makes_file else self.why_not}
        made |= {"format": "", "tone": None, "backdrop": backdrop, "strokes": strokes}
        if self.makes_file:
            picture = await engine.open(encoded(scene(), "PNG"))
            raster = await engine.compose(picture, [1, 0, -10, 0, 1, -5], 40, 40)
            file = await engine.encode(raster, 95, "444")
            made |= {"format": "jpeg"}
            made |= {"file": file, "operations": ["crop", "strip-metadata"], "width": 40, "height": 40, "dpi": 300}
            made |= {"matrix": [1.0, 0.0, -10.0, 0.0, 1.0, -5.12345678], "quality": 95, "chroma": "444"}
        return SimpleNamespace(**made)


@pytest.fixture
def script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Script:
    """Run in a folder with some photos, with three documents and a terminal 80 columns wide."""
    folder = tmp_path / "data"
    folder.mkdir()
    tiny_graphs.write(folder)
    entries = [
        entry("xx-passport"),
        entry("yy-visa", "YY", "Visa", "unstated"),
        entry("zz-id-card", "ZZ", "Card", "not_accepted"),
    ]
    (folder / "documents.json").write_text(json.dumps(entries), encoding="utf-8")
    somewhere = [one | {"country": "ZZ"} for one in entries]  # the index wants countries that have a name
    (folder / INDEX).write_bytes(search_index.index(somewhere))
    made = Script()
    for name, answer in (("good.png", PASS), ("risky.png", WARN), ("bad.png", FAIL)):
        (tmp_path / name).write_bytes(encoded(scene(), "PNG"))
        made.answers[name] = answer
    made.answers["faceless.png"] = PhotoError("no-face")
    (tmp_path / "faceless.png").write_bytes(encoded(scene(), "PNG"))
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7")
    monkeypatch.setattr(data, "FOLDER", folder)
    monkeypatch.setattr(pipeline, "check", made.check)
    monkeypatch.setattr(pipeline, "make", made.make)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("PIXID_DEBUG", raising=False)
    monkeypatch.chdir(tmp_path)
    return made
