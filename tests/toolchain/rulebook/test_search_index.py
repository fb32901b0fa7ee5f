"""The index of the committed rulebook: folding, size, and what people type."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import brotli
import pytest

from pixid.document import from_data
from pixid.packed import parse
from pixid.search import Index
from pixid_native.rulebook import INDEX, search
from tests.toolchain import committed
from toolchain.rulebook.folding import BLOCKS, fold, fold_letter, table
from toolchain.rulebook.pack import MOST_BYTES as MOST_PACKED
from toolchain.rulebook.pack import SENTENCES, packed
from toolchain.rulebook.search_index import MOST_BYTES, index, sizes


@pytest.fixture(scope="module")
def documents() -> list[dict[str, Any]]:
    return list(committed.documents())


@pytest.fixture(scope="module")
def made(documents: list[dict[str, Any]]) -> Index:
    return Index(json.loads(index(documents)))


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("american visa", {"us-visa-digital", "us-visa-print", "us-dv-lottery"}),
        ("US passport photo", {"us-passport", "us-passport-card", "us-passport-online-renewal"}),
        ("загранпаспорт", {"ru-foreign-passport-10y", "ru-foreign-passport-5y", "ru-foreign-passport-gosuslugi"}),
        ("ЗАГРАНПАСПРТ", {"ru-foreign-passport-10y", "ru-foreign-passport-5y", "ru-foreign-passport-gosuslugi"}),
        ("green card", {"us-green-card-replacement", "us-dv-lottery", "us-uscis-forms"}),
        ("brazlian passport", {"br-passport", "br-passport-abroad"}),
        ("driver's license germany", {"de-driving-licence"}),
        ("fuhrerschein", {"de-driving-licence", "at-driving-licence"}),
        ("Hộ chiếu", {"vn-passport"}),
        ("ho chieu", {"vn-passport"}),
        ("护照", {"cn-passport", "cn-passport-abroad"}),
        ("여권", {"kr-passport"}),
        ("الهوية", {"ae-emirates-id", "bh-id-card"}),
        ("ΔΙΑΒΑΤΗΡΙΟ", {"gr-passport"}),
        ("אזרחות", set()),
        ("uk visa", {"gb-visa-digital", "gb-visa-print"}),
        ("k-eta", {"kr-keta"}),
        ("600 x 600 px", {"us-dv-lottery", "us-visa-digital", "am-evisa"}),
        ("canada 5x7 cm", {"ca-passport", "ca-citizenship", "ca-pr-card"}),
    ],
)
def test_what_people_type(made: Index, question: str, first: set[str]) -> None:
    found = made.find(question)
    assert set(found[: len(first)]) == first
    assert bool(found) == bool(first)


@pytest.mark.parametrize(
    ("question", "first"),
    [("american visa", "us-visa-digital"), ("schengen", "schengen-visa"), ("german passport", "de-passport")],
)
def test_the_plainest_document_stands_first(made: Index, question: str, first: str) -> None:
    assert made.find(question)[0] == first


def test_the_command_line_finds_the_same(documents: list[dict[str, Any]], tmp_path: Path) -> None:
    (tmp_path / "documents.json").write_text(json.dumps(documents))
    (tmp_path / INDEX).write_bytes(index(documents))
    for question, first in (
        ("american visa", "us-visa-digital"),
        ("загранпаспорт", "ru-foreign-passport-10y"),
        ("brazlian passport", "br-passport"),
        ("ke-eta", "ke-eta"),
    ):
        assert search(question, tmp_path)[0]["id"] == first
    assert len(search("35x45", tmp_path)) > 100
    assert len(search("", tmp_path)) == len(documents)
    assert search("nothing like it", tmp_path) == []


def test_every_document_is_found_by_its_id_and_name(made: Index, documents: list[dict[str, Any]]) -> None:
    for document in documents:
        for question in (document["id"].replace("-", " "), document["names"]["en"], document["names"].get("local")):
            if question:
                assert document["id"] in made.find(question, len(documents)), question


def test_a_size_finds_every_document_of_that_size(made: Index, documents: list[dict[str, Any]]) -> None:
    for size in ("35x45", "3,5 х 4,5", "2x2", "51 × 51", "40x60"):
        word = size.replace(",", ".").replace("х", "x").replace("×", "x").replace(" ", "")
        wanted = {document["id"] for document in documents if word in sizes(document)}
        assert wanted
        assert set(made.find(size, len(documents))) == wanted


def test_the_reader_folds_as_the_maker_does(made: Index, documents: list[dict[str, Any]]) -> None:
    for document in documents:
        for name in document["names"].values():
            assert made.fold(name.upper()) == made.fold(name.lower()) == made.fold(name), name
            assert made.fold(name).split() == fold(name).split(), name
            assert made.fold(unicodedata.normalize("NFC", name)) == made.fold(name)


def test_folding_is_done_once_and_for_all() -> None:
    letters = [chr(code) for low, high in BLOCKS for code in range(low, high + 1)]
    assert len(letters) > 1000
    for letter in letters:
        assert fold(fold_letter(letter)) == fold_letter(letter), letter
    assert fold("Ça Ş ǈ".lower()).startswith("ca s")
    assert fold("Ёлка, Їжак №٣ Łódź straße İstanbul ΆΣ") == "елка, іжак №3 lodz strasse istanbul ας".replace("ς", "σ")
    assert table("a")["a"] > ""
    assert set(table("a")) <= {"a", "aa", " ", ""}


def test_budgets(documents: list[dict[str, Any]]) -> None:
    assert len(brotli.compress(index(documents))) <= MOST_BYTES
    assert len(brotli.compress(packed(documents))) <= MOST_PACKED


def test_the_packed_rulebook_says_the_same(documents: list[dict[str, Any]]) -> None:
    rulebook = parse(packed(documents).decode())
    assert rulebook.ids() == [document["id"] for document in documents] == list(json.loads(packed(documents)))
    for document in documents:
        assert rulebook.document(document["id"]) == from_data(document | {key: [] for key in SENTENCES})
