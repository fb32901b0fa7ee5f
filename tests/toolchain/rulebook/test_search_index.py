"""The index of the committed rulebook: folding, size, and what people type."""

import json
import unicodedata
from pathlib import Path
from typing import Any

import brotli
import pytest

from pixid.document import from_data
from pixid.search import Index
from toolchain.rulebook.compile import compile_spec
from toolchain.rulebook.folding import BLOCKS, fold, fold_letter, table
from toolchain.rulebook.load import load
from toolchain.rulebook.pack import MOST_BYTES as MOST_PACKED
from toolchain.rulebook.pack import packed
from toolchain.rulebook.search_index import MOST_BYTES, index, sizes

SPECS = Path(__file__).parents[3] / "specs"


@pytest.fixture(scope="module")
def documents() -> list[dict[str, Any]]:
    return [compile_spec(spec) for spec in load(SPECS)]


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
    for whole, small in zip(documents, json.loads(packed(documents)), strict=True):
        one, other = from_data(whole), from_data(small)
        assert one[:-1] == other[:-1]
        assert (one.edit_policy, one.self_made) == (other.edit_policy, other.self_made)
        assert one.background_colours == other.background_colours
        assert [one.source(place) for place in range(len(whole["sources"]))] == [
            other.source(place) for place in range(len(small["sources"]))
        ]
