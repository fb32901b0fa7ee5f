"""/api/v1/: only what somebody who may know has said, in the published schema."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema

from pixid.search import Index
from tests.toolchain.rulebook.making import compiled
from toolchain.rulebook import api, products
from toolchain.rulebook.opening import opened

ATOM = "{http://www.w3.org/2005/Atom}"


def open_part(**data: Any) -> dict[str, Any]:
    made = opened(compiled(**data))
    assert made is not None
    return made


def test_values_of_a_scraped_list_are_withheld_and_named() -> None:
    made = open_part(print={"mm": [35, 45]}, background={"colours": ["white"], "source": "list"}, notes=["Ours."])
    assert made["print"]["width_mm"] == 35
    assert made["background"] is None
    assert made["notes"] == []  # they may speak of the list
    assert made["withheld"] == ["background", "notes"]
    assert [source["kind"] for source in made["sources"]] == ["authority", "law"]


def test_sources_keep_pointing_at_their_values() -> None:
    sources = {
        "list": {"title": "A list", "kind": "scrape", "url": "https://example.org/list", "read": "2026-10"},
        "law": {"title": "Law", "kind": "law", "read": "2026-11"},
    }
    made = open_part(sources=sources, print={"mm": [35, 45]}, head_height={"mm": [32, 36], "source": "law"}, copies=2)
    assert made["sources"][made["head_height"]["source"]]["title"] == "Law"
    assert (made["print"], made["photos_required"]) == (None, None)
    assert made["withheld"] == ["photos_required", "print"]


def test_a_document_of_lists_and_memory_is_not_there() -> None:
    sources = {"me": {"title": "Remembered", "kind": "memory", "read": "2026-11"}}
    assert opened(compiled(sources=sources, print={"mm": [35, 45]}, copies=2)) is None


def test_a_policy_of_a_vendor_is_not_published_as_a_rule() -> None:
    sources = {
        "page": {"title": "Ministry", "kind": "authority", "url": "https://example.org", "read": "2026-11"},
        "shop": {"title": "Shop", "kind": "vendor", "url": "https://example.org", "read": "2026-11"},
    }
    policy = {"background": "forbidden", "source": "shop"}
    made = open_part(sources=sources, print={"mm": [35, 45]}, edit_policy=policy)
    assert made["edit_policy"]["background"] == "unstated"
    assert made["withheld"] == ["edit_policy"]


def test_every_file_agrees_and_follows_its_schema(tmp_path: Path) -> None:
    change = {"date": "2026-05", "key": "print", "what": "35 x 45 mm & nothing else."}
    documents = [
        compiled(
            "xx-a", print={"mm": [35, 45]}, changes=[change], children=[{"under": 6, "head_mm": [20, float("inf")]}]
        ),
        compiled("xx-b", digital={"px_min": [600, 750]}, eye_line={"px": [300, float("inf")], "from": "top"}),
    ]
    assert api.write(documents, tmp_path) == 2
    folder = tmp_path / "api" / "v1"
    whole = json.loads((folder / "documents.json").read_text())
    assert (whole["version"], whole["updated"], whole["licence"]) == (1, "2026-11", "CC-BY-4.0")
    validator = jsonschema.Draft202012Validator(json.loads((folder / "schema.json").read_text()))
    for document in whole["documents"]:
        validator.validate(document)
        assert json.loads((folder / "documents" / f"{document['id']}.json").read_text()) == document
    lines = list(csv.DictReader(io.StringIO((folder / "documents.csv").read_text())))
    assert [line["id"] for line in lines] == ["xx-a", "xx-b"]
    assert (lines[0]["width_mm"], lines[1]["width_px_min"], lines[1]["eye_line_max"]) == ("35", "600", "0.6")
    entries = ElementTree.fromstring((folder / "changes.xml").read_text()).findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}summary") for entry in entries] == ["35 x 45 mm & nothing else."]


def test_what_is_gone_is_removed_and_equal_data_give_equal_bytes(tmp_path: Path) -> None:
    documents = [compiled(id, print={"mm": [35, 45]}) for id in ("xx-a", "xx-b")]
    assert api.gather(documents) == api.gather(documents)
    api.write(documents, tmp_path)
    api.write(documents[:1], tmp_path)
    assert [path.name for path in (tmp_path / "api/v1/documents").iterdir()] == ["xx-a.json"]


def test_the_build_writes_package_data_and_open_data(tmp_path: Path) -> None:
    (tmp_path / "specs" / "at").mkdir(parents=True)
    (tmp_path / "specs" / "at" / "passport.toml").write_text(
        'document = "passport"\nnames.en = "Passport"\nconfidence = "official"\nprint = {mm = [35, 45]}\n'
        'sources.page = {title = "Ministry", kind = "authority", url = "https://example.org", read = "2026-11"}\n'
    )
    documents = products.write(tmp_path / "specs", tmp_path / "native", tmp_path / "dist")
    assert json.loads((tmp_path / "native" / "documents.json").read_text()) == documents
    index = Index(json.loads((tmp_path / "native" / products.SEARCH).read_text()))
    assert index.find("austrian passport") == ["at-passport"]
    assert (tmp_path / "dist" / "api" / "v1" / "documents" / "at-passport.json").exists()
