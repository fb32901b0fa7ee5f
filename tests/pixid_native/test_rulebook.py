"""Finding the document somebody means."""

from pathlib import Path

import pytest

from pixid_native.data import MissingData
from pixid_native.rulebook import UnknownDocument, document, entries, near, search
from tests.pixid_native.scripted import Script

KNOWN = ["de-passport", "fr-passport", "schengen-visa", "us-dv-lottery", "us-passport", "us-passport-card"]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("us-pasport", "us-passport"),
        ("US_Passport", "us-passport"),
        ("shengen-visa", "schengen-visa"),
        ("visa", "schengen-visa"),
        ("dv-lottery", "us-dv-lottery"),
        ("us-card", "us-passport-card"),
    ],
)
def test_near_ids(slip: str, meant: str) -> None:
    assert meant in near(slip, KNOWN)


def test_nothing_is_near_to_nonsense() -> None:
    assert near("xqzzz", KNOWN) == []
    assert len(near("passport", KNOWN)) == 3


def test_documents_by_id(script: Script) -> None:
    assert document("yy-visa").id == "yy-visa"
    with pytest.raises(UnknownDocument, match="Did you mean yy-visa") as caught:
        document("yy-vissa")
    assert caught.value.near == ["yy-visa"]


def test_an_id_comes_first_and_slips_are_forgiven(script: Script) -> None:
    assert search("zz-id-card")[0]["id"] == "zz-id-card"
    assert [entry["id"] for entry in search("tset passport")] == ["xx-passport"]


def test_words_of_a_name_are_found_inside_others(script: Script) -> None:
    assert search("üfpas")[0]["id"] == "xx-passport", "no word begins so; the name merely holds it"


def test_search_wants_every_word(script: Script) -> None:
    assert [entry["id"] for entry in search("test PASSPORT")] == ["xx-passport"]
    assert [entry["id"] for entry in search("prüfpass zz")] == ["zz-id-card"]
    assert search("visa passport card") == []
    assert len(search("")) == 3


def test_without_package_data(tmp_path: Path) -> None:
    with pytest.raises(MissingData, match=r"documents\.json"):
        entries(tmp_path)
