"""The rule diagram is drawn to scale from the document's numbers."""

import re

import pytest

from pixid.document import from_data
from pixid.rule_values import Band
from tests.toolchain.committed import documents as rulebook
from tests.toolchain.pages.rendered import variant
from toolchain.pages import diagram
from toolchain.pages.diagram import FRAME, LEFT, TOP, WIDTH, draw, place_head
from toolchain.pages.drawing import HAIR
from toolchain.pages.language import ENGLISH

TOLERANCE = 0.11  # coordinates are written with one decimal


def rect(svg: str, name: str) -> tuple[float, float, float, float]:
    found = re.search(rf'<rect class="{name}" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg)
    assert found, name
    x, y, width, height = map(float, found.groups())
    return x, y, width, height


@pytest.mark.parametrize("data", rulebook(), ids=lambda data: str(data["id"]))
def test_head_and_eyes_stand_inside_every_stated_band(data: dict[str, object]) -> None:
    document = from_data(data)
    place, top = place_head(document)

    def holds(band: Band, value: float) -> bool:
        return band.holds(value - 1e-9) or band.holds(value + 1e-9)

    head_band, eye_band, margin = (document.band(name) for name in ("head_height", "eye_line", "top_margin"))
    if "head_height" in document.bands and head_band:
        assert holds(head_band, place.chin - top)
    if "eye_line" in document.bands and eye_band:
        assert holds(eye_band, 1 - place.eyes)
    if margin:
        assert holds(margin, top)
    assert 0 < place.hair < place.crown < place.eyes < place.chin < 1


def test_frame_has_the_documents_shape_and_true_size_on_paper() -> None:
    document = from_data(variant("x", print={"mm": [35, 45]}))
    svg = draw(ENGLISH, document, "title", ("35 × 45 mm",))
    x, y, width, height = rect(svg, "edge")
    assert (x, y, width) == (LEFT, TOP, FRAME)
    assert height == pytest.approx(FRAME * 45 / 35, abs=TOLERANCE)
    (printed,) = re.findall(r'width="([\d.]+)mm"', svg)
    assert float(printed) * FRAME / WIDTH == pytest.approx(35, abs=0.05)


def test_zones_are_the_bands() -> None:
    document = from_data(variant("x", print={"mm": [50, 50]}, eye_line={"mm": [28, 35]}))
    _, y, _, height = rect(draw(ENGLISH, document, "t", ()), "zone")
    assert y == pytest.approx(TOP + FRAME * (1 - 35 / 50), abs=TOLERANCE)
    assert height == pytest.approx(FRAME * 7 / 50, abs=TOLERANCE)


def test_the_top_of_the_head_is_the_rules_own() -> None:
    tops = {}
    for top in ("hair", "skull", "forehead"):
        document = from_data(
            variant("x", print={"mm": [35, 45]}, head_height={"mm": [32, 36]}, head_top=top, eye_line={"mm": [20, 25]})
        )
        place, measured = place_head(document)
        tops[top] = (place, measured)
        assert place.chin - measured == pytest.approx(34 / 45)
    place, measured = tops["hair"]
    assert measured == pytest.approx(place.crown - HAIR * place.height)
    place, measured = tops["skull"]
    assert measured == pytest.approx(place.crown)
    place, measured = tops["forehead"]
    assert measured == pytest.approx(place.forehead)


def test_a_document_without_numbers_gets_no_lines() -> None:
    svg = draw(ENGLISH, from_data(variant("x", digital={"formats": ["jpeg"]})), "t", ())
    assert not any(f'class="{name}"' in svg for name in ("dash", "zone", "dimension"))


def test_the_title_is_escaped() -> None:
    svg = draw(ENGLISH, from_data(variant("x", print={"mm": [35, 45]})), '<b>"x"', ())
    assert "<b>" not in svg
    assert diagram.WIDTH == 360
