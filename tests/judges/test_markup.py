"""html-validate accepts the pages as they are built: every template in English, a share of them in every other language
(which share is another for each, so that together they have all).

What html-validate.json switches off, and why:
- `attribute-misuse`, and `src` of images: the app gives links and pictures their address once it has one.
- `empty-heading`, `text-content`: headings and buttons that the app fills before it shows them; axe looks at them then.
- `no-redundant-for`: a label both around and for its control is found by voice control that knows only one way.
- `prefer-native-element` for regions: the box around a table that scrolls sideways is no section of the text.
- `wcag/h32`: the search answers while one types, so its form has nothing to send.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.judges.install import HERE, modules
from tests.toolchain.committed import documents
from tests.toolchain.pages.rendered import CHOSEN, completed
from toolchain import node
from toolchain.languages import folder
from toolchain.paths import DIST, SITE

KINDS = (*CHOSEN, "ar-passport", "us-passport-online-renewal")
"""Documents of every kind; the template is the same for all others, and so is that of countries."""
SHARE = 8
"""One page of so many in languages other than English."""
COUNTRIES = ("us", "ar", "gb", "ru")


def chosen() -> list[Path]:
    """Pages of every kind; those of documents and countries that are like others are left out."""
    left_out = {document["id"] for document in documents()} - set(KINDS)

    def wanted(page: Path) -> bool:
        folder = page.parent
        return folder.name not in left_out and (folder.parent.name != "countries" or folder.name in COUNTRIES)

    tags = [entry.id for entry in folder.folders(SITE / "locales")]
    spoken: dict[str, list[Path]] = {tag: [] for tag in ("", *tags)}
    for page in sorted(filter(wanted, DIST.rglob("*.html"))):
        first = page.relative_to(DIST).parts[0]
        spoken[first if first in tags else ""].append(page)
    shares = [spoken[tag][place % SHARE :: SHARE] for place, tag in enumerate(tags)]
    return [*spoken[""], *(page for share in shares for page in share)]


def faults(pages: list[Path]) -> list[str]:
    """What html-validate says against the pages, one line each."""
    program = modules() / "html-validate" / "bin" / "html-validate.mjs"
    options = ("--config", str(HERE / "html-validate.json"), "--formatter", "json")
    command = [str(node.node()), str(program), *options, *map(str, pages)]
    done = subprocess.run(command, env=node.environment(), capture_output=True, text=True)
    assert done.returncode in (0, 1) and not done.stderr, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return [
        f"{page['filePath']}:{one['line']}: {one['message']} ({one['ruleId']}, {one['selector']})"
        for page in found
        for one in page["messages"]
    ]


def whole(folder: Path) -> list[Path]:
    """The chosen pages, those with the tool as it is once it is whole, in a folder."""
    made = []
    for page in chosen():
        made.append(folder / page.relative_to(DIST))
        made[-1].parent.mkdir(parents=True, exist_ok=True)
        made[-1].write_text(completed(page.read_text(), lambda path: (DIST / path).read_text()))
    return made


def test_every_template_is_valid(tmp_path: Path) -> None:
    pages = whole(tmp_path)
    assert len(pages) > 2 * len(KINDS)
    found = faults(pages)
    assert not found, "\n".join(found[:20])


@pytest.mark.parametrize(("sound", "broken", "rule"), [
    ('<main id="main"', '<main id="tool"', "no-dup-id"),
    ("</h1>", "", "close-order"),
    ('<html lang="en"', "<html", "element-required-attributes"),
])  # fmt: skip
def test_a_fault_is_found(tmp_path: Path, sound: str, broken: str, rule: str) -> None:
    text = (DIST / "schengen-visa" / "index.html").read_text()
    assert sound in text
    (tmp_path / "page.html").write_text(text.replace(sound, broken, 1))
    assert any(f"({rule}," in fault for fault in faults([tmp_path / "page.html"]))
