"""The step that is the whole site: left out where nothing has changed, and only there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from toolchain import stamp, whole
from toolchain.paths import ROOT

READING = """
import os, sys, tempfile
from pathlib import Path
read = set()
def note(event, given):
    if event == "open" and given[2] & os.O_ACCMODE == os.O_RDONLY:
        read.add(str(given[0]))
sys.addaudithook(note)
from toolchain import headers, operator, paths, selling
from toolchain.languages import load, telling
from toolchain.pages import build
from toolchain.rulebook import products
with tempfile.TemporaryDirectory() as scratch:
    documents = products.write(paths.SPECS, Path(scratch), Path(scratch))
    spoken = load.languages(paths.SITE / "locales", documents)
    telling.write(spoken[:2], documents[:3], Path(scratch))
    build.gather(paths.ROOT, documents[:3], spoken[:2])
    selling.table(operator.read(), documents[:3], spoken[:2])
    headers.rules()
print("\\n".join(sorted(read)))
"""
MADE = ("build/", ".venv/", "dist/")
"""Folders of what others have built: the names of build/graphs count by themselves, the rest follows from the lock."""


def test_everything_that_is_read_counts() -> None:
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", READING]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    inside = [Path(name) for name in done.stdout.splitlines() if name.startswith(f"{ROOT}/")]
    names = [path.relative_to(ROOT).as_posix() for path in inside if path.suffix != ".pyc"]
    assert any(name.startswith("site/locales/") for name in names)  # the watch works
    assert any(name.startswith("site/templates/") for name in names)
    known = tuple(f"{name}/" for name in whole.SOURCES)
    missing = [name for name in names if name not in whole.SOURCES and not name.startswith((*known, *MADE))]
    assert missing == []


def test_a_file_that_changed_in_dist_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dist = tmp_path / "dist"
    (dist / "visa").mkdir(parents=True)
    page = dist / "visa" / "index.html"
    page.write_text("page")
    monkeypatch.setattr(whole, "DIST", dist)
    monkeypatch.setattr(whole, "SOURCES", ("LICENSE",))
    monkeypatch.setattr(stamp, "BUILD", tmp_path)
    assert not whole.unchanged()
    whole.done()
    assert whole.unchanged()
    page.write_text("another page")
    assert not whole.unchanged()
    whole.done()
    page.unlink()
    assert not whole.unchanged()
    whole.done()
    monkeypatch.setattr(whole, "SOURCES", ("NOTICE",))
    assert not whole.unchanged()
