"""What building costs: from a clean checkout, with nothing changed, and for one page more."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from toolchain.bench.figures import KB, MILLISECONDS, SECONDS, Figure
from toolchain.languages import load
from toolchain.pages import build as pages
from toolchain.paths import NATIVE_DATA, ROOT, SITE

COPIES = 60
TRIES = 2
LIMIT = 900  # s


def clean(_: int) -> list[Figure]:
    """In a copy of the work tree without anything that is built; downloads come from the caches of pip and ours."""
    with tempfile.TemporaryDirectory(prefix="pixid-bench-") as folder:
        copy = Path(folder) / "pixid"
        for name in _sources():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
        return [Figure("build.clean", _build(copy), SECONDS)]


def again(_: int) -> list[Figure]:
    """In this tree, once it is built."""
    _build(ROOT)
    return [Figure("build.again", _build(ROOT), SECONDS)]


def page(_: int) -> list[Figure]:
    """The pages step of all languages with and without copies of a document, divided by their number: better of two.
    Time is the processor's, which other work beside it does not lengthen; bytes are the mean of all languages, with the
    document's share of lists, picture and rulebook."""
    documents = json.loads((NATIVE_DATA / "documents.json").read_text())
    listed: list[dict[str, Any]] = documents["documents"] if isinstance(documents, dict) else documents
    largest = max(listed, key=lambda document: len(json.dumps(document)))
    more = [*listed, *({**largest, "id": f"{largest['id']}-{number}"} for number in range(COPIES))]
    spoken = load.languages(SITE / "locales", listed)
    spent, made = {}, {}
    for name, given in (("few", listed), ("many", more)):
        times = []
        for _ in range(TRIES):
            started = time.process_time()
            outputs = pages.gather(ROOT, given, spoken)
            times.append(time.process_time() - started)
            made[name] = {path: len(data) for path, data in outputs.items()}
            del outputs  # two hundred megabytes
        spent[name] = min(times)
    paths = [f"{one['id']}/" for one in more[len(listed) :]]
    own = {language.id: max(made["many"][language.file(path)] for path in paths) for language in spoken}
    longest = max(own, key=lambda id: own[id])
    added = (sum(made["many"].values()) - sum(made["few"].values())) / COPIES / len(spoken)
    return [
        Figure("page.time", (spent["many"] - spent["few"]) / COPIES / len(spoken) * 1000, MILLISECONDS),
        Figure(
            "page.bytes",
            added / KB,
            "KB",
            note=f"mean of {len(spoken)} languages; the longest page takes {own[longest] / KB:.1f} KB, in {longest}",
        ),
    ]


def _sources() -> list[str]:
    """Every file of the tree that is not ignored, committed or not."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return [name for name in found if name and (ROOT / name).is_file()]


def _build(tree: Path) -> float:
    """Seconds of `python3 build.py` in a tree, run as a person would, outside any virtual environment."""
    python = str(getattr(sys, "_base_executable", None) or sys.executable)
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    started = time.perf_counter()
    subprocess.run([python, "build.py", "build"], cwd=tree, env=environment, check=True, stdout=-3, timeout=LIMIT)
    return time.perf_counter() - started
