"""The rulebook as it is committed."""

import json
from typing import Any

import jsonschema
import pytest

from pixid.backgrounds import REGIONS
from pixid.document import HORIZONTAL, VERTICAL, Document, from_data
from tests.toolchain import committed
from toolchain.paths import SPECS
from toolchain.rulebook import api, ledger, schema
from toolchain.rulebook.census import count
from toolchain.rulebook.load import Spec
from toolchain.rulebook.places import misplaced, too_long
from toolchain.rulebook.vocabulary import BACKGROUNDS, UNVERIFIED

AVAILABLE = (100, 531, 532, 640, 900, 1063, 1500, 2400, 6000)
"""Heights in px that a photo may have for the frame."""


@pytest.fixture(scope="module")
def specs() -> list[Spec]:
    return list(committed.specs())


@pytest.fixture(scope="module")
def compiled() -> list[dict[str, Any]]:
    return list(committed.documents())


def test_nothing_shrank_and_no_value_changed_without_its_date(
    specs: list[Spec], compiled: list[dict[str, Any]]
) -> None:
    assert ledger.compare(ledger.read(SPECS), specs, count(compiled)) == []
    assert {spec.id for spec in specs} == set(ledger.read(SPECS)["documents"]), "python -m toolchain.rulebook --accept"


def test_every_folder_is_a_country_and_every_spec_fits_a_page(specs: list[Spec]) -> None:
    assert misplaced(specs) == []
    assert too_long(SPECS) == []
    assert len(specs) >= 300
    assert len({spec.country for spec in specs}) >= 100


def test_specs_and_documents_follow_their_schemas(specs: list[Spec], compiled: list[dict[str, Any]]) -> None:
    of_document = jsonschema.Draft202012Validator(schema.of_document())
    of_document.check_schema(of_document.schema)
    for document in compiled:
        of_document.validate(json.loads(json.dumps(document, allow_nan=False)))
    of_spec = jsonschema.Draft202012Validator(schema.of_spec())
    of_spec.check_schema(of_spec.schema)
    for spec in specs:
        of_spec.validate(spec.data)


def test_refused_and_conditional_say_why_and_what_instead(compiled: list[dict[str, Any]]) -> None:
    by_status: dict[str, list[dict[str, Any]]] = {}
    for document in compiled:
        by_status.setdefault(document["self_made"]["status"], []).append(document["self_made"])
    assert len(by_status["not_accepted"]) >= 54
    assert len(by_status["conditional"]) >= 40
    for self_made in by_status["not_accepted"] + by_status["conditional"]:
        assert self_made["why"].endswith(".")
        assert self_made["instead"].endswith(".")


def test_no_check_by_an_authority_is_claimed(compiled: list[dict[str, Any]]) -> None:
    text = json.dumps(compiled).lower()
    for claim in ("verified by", "approved by the", "checked by the authority", "guarantee"):
        assert claim not in text


def test_the_open_data_hold_nothing_unverified(compiled: list[dict[str, Any]]) -> None:
    rows = json.loads(api.gather(compiled)["documents.json"])["documents"]
    assert len(rows) >= 180
    kinds = {source["kind"] for row in rows for source in row["sources"]}
    assert kinds.isdisjoint({*UNVERIFIED, "vendor", "press"})
    validator = jsonschema.Draft202012Validator(schema.of_open_document())
    for row in rows:
        validator.validate(row)


def test_every_size_that_is_made_satisfies_its_rule(compiled: list[dict[str, Any]]) -> None:
    sized = [document for document in map(from_data, compiled) if document.has_size]
    assert len(sized) >= 300
    for document in sized:
        for available in AVAILABLE:
            _check_size(document, available)


def _check_size(document: Document, available: int) -> None:
    width, height, dpi = document.output_size(available)
    where = f"{document.id} from {available} px: {width} x {height} px, {dpi} dpi"
    digital, printed = document.digital, document.print
    least = document.output_size(1)[1]
    assert height <= max(available, least), where  # enlarges nothing beyond what the rule demands
    if digital is not None:
        assert (digital.width_px_min or 0) <= width <= (digital.width_px_max or width), where
        assert (digital.height_px_min or 0) <= height <= (digital.height_px_max or height), where
        assert dpi >= (digital.dpi or 0), where
    if document.aspect_bounds is not None:
        low, high = document.aspect_bounds
        assert (width + 1) / height >= low, where
        assert (width - 1) / height <= high, where
    if printed is not None and (digital is None or not digital.has_pixels):
        assert width / dpi * 25.4 >= printed.width_mm - 1e-6, where
        assert height / dpi * 25.4 >= printed.height_mm - 1e-6, where


def test_bands_are_parts_of_the_frame(compiled: list[dict[str, Any]]) -> None:
    for document in map(from_data, compiled):
        for name in VERTICAL + HORIZONTAL:
            band = document.band(name)
            if band is None:
                assert name not in document.bands
                continue
            assert band.unit == "ratio"
            assert 0 <= (band.min or 0) <= (band.max if band.max is not None else 1) <= 1, (document.id, name, band)
            assert document.source(band.source) is not None or document.is_fallback(name)


def test_every_name_of_a_background_has_its_colours() -> None:
    assert set(REGIONS) == set(BACKGROUNDS)
