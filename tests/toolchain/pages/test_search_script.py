"""The page's search and pixid.search give the same answers in the same order."""

import json
import subprocess
from pathlib import Path

from pixid.search import Index
from tests.toolchain.committed import documents as rulebook
from toolchain import node
from toolchain.paths import ROOT
from toolchain.rulebook import search_index

QUESTIONS = (
    "american visa", "загранпаспорт", "35x45", "35 х 45 mm", "3,5*4.5", "schengen", "schngen vsia", "pasport germny",
    "passport for a baby", "ЗАГРАНПАСПОРТ", "e-visa india", "k-eta", "i-90", "2x2 inch", "600x600", "d'identité",
    "Österreich", "oesterreich", "日本", "パスポート", "사진", "السعودية", "uk", "us", "usb", "photo", "photo for",
    "x", "", "   ", "*", "3 x", "x 45", "driver's licence", "dv lottery 2027", "Türkiye kimlik",
    "паспорт через госуслуги",
    "green card", "a", "zzzz qqqq", "passport passport", "виза сша", "٣٥×٤٥",
)  # fmt: skip

SCRIPT = """
import { Index } from "%s";
let text = "";
for await (const piece of process.stdin) text += piece;
const { index, questions } = JSON.parse(text);
const found = new Index(index);
console.log(JSON.stringify(questions.map((question) => found.find(question, 40))));
"""


def ask_script(index: bytes, questions: tuple[str, ...], folder: Path) -> list[list[str]]:
    """What site/app/search.mjs answers, run by Node."""
    script = folder / "ask.mjs"
    script.write_text(SCRIPT % (ROOT / "site" / "app" / "search.mjs").as_uri())
    asked = json.dumps({"index": json.loads(index), "questions": questions})
    done = subprocess.run([str(node.node()), str(script)], input=asked, capture_output=True, text=True, check=True)
    answers: list[list[str]] = json.loads(done.stdout)
    return answers


def test_both_searches_agree(tmp_path: Path) -> None:
    index = search_index.index(rulebook())
    python = Index(json.loads(index))
    names = tuple(data["names"]["en"] for data in rulebook())
    questions = (*QUESTIONS, *names, *(name[:-2] for name in names), *(name.replace("s", "z") for name in names[::5]))
    answers = ask_script(index, questions, tmp_path)
    for question, found in zip(questions, answers, strict=True):
        assert found == python.find(question, 40), question


def test_people_find_what_they_mean(tmp_path: Path) -> None:
    visa, passport, size = ask_script(
        search_index.index(rulebook()), ("american visa", "загранпаспорт", "35x45"), tmp_path
    )
    assert "us-visa-digital" in visa
    assert "ru-foreign-passport-10y" in passport
    assert "schengen-visa" in size
