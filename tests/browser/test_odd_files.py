"""Good content in an odd format gives its face; everything else gives one sentence, and the next photo its turn."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser import odd_files, portrait
from tests.browser.visit import Visit

NEAR = 0.012
"""Parts of the photo's width within which a format may move an eye: palettes, grey and small copies cost detail."""


@pytest.fixture(scope="module")
def plain(long_visit: Visit) -> list[float]:
    """Where the eyes are in the same portrait as an ordinary JPEG."""
    return _eyes(long_visit.check(portrait.jpeg()))


@pytest.mark.parametrize("name", odd_files.GOOD)
def test_a_portrait_in_an_odd_format_gives_its_face(long_visit: Visit, plain: list[float], name: str) -> None:
    odd = long_visit.check(odd_files.GOOD[name](), name)
    assert odd["photo"] == name
    assert _eyes(odd) == pytest.approx(plain, abs=NEAR)
    assert long_visit.tool.locator('a[data-output="photo"]').count() == 1


def _eyes(report: dict[str, Any]) -> list[float]:
    width, height = report["picture"]["width"], report["picture"]["height"]
    points = (report["face"][side] for side in ("eye_left", "eye_right"))
    return [part for x, y in points for part in (x / width, y / height)]


@pytest.mark.parametrize("name", odd_files.BAD)
def test_a_file_that_cannot_be_used_gets_a_sentence_and_costs_nothing(long_visit: Visit, name: str) -> None:
    """The earlier result stays with picture, findings and file, and the next photo is taken as ever."""
    visit = long_visit
    make, sentence = odd_files.BAD[name]
    visit.check(portrait.jpeg(), f"before-{name}.jpg")
    expect(visit.tool.locator('a[data-output="report"]')).to_have_count(1)  # the last thing a result gets
    report = visit.report()
    photo = visit.tool.locator("image[data-photo]")
    shown = photo.get_attribute("href"), photo.get_attribute("transform")
    visit.choose(make(), name)
    visit.expect_state("error")
    expect(visit.message).to_contain_text(sentence)
    expect(visit.tool.locator("input[name=photo]")).to_be_enabled()
    assert visit.report() == report
    assert (photo.get_attribute("href"), photo.get_attribute("transform")) == shown
    expect(visit.tool.locator("[data-verdict]")).to_be_visible()
    assert visit.save()[0] == "us-dv-lottery.jpg"
    visit.check(portrait.jpeg(), "better.jpg")
    expect(visit.message).to_have_text("")


def test_the_very_first_file_may_be_bad(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    make, sentence = odd_files.BAD["letter.pdf"]
    visit.choose(make(), "letter.pdf")
    visit.expect_state("error")
    expect(visit.message).to_contain_text(sentence)
    expect(visit.tool.locator("[data-stage]")).to_be_hidden()
    visit.check(portrait.jpeg())


def test_a_photo_without_a_face_stays_on_the_screen(visit: Visit) -> None:
    visit.open("us-dv-lottery")
    visit.choose(odd_files.BAD["room.jpg"][0]())
    visit.expect_state("error")
    expect(visit.tool.locator("[data-stage]")).to_be_visible()
    expect(visit.tool.locator("[data-verdict]")).to_be_hidden()


def test_other_faces_are_counted_and_placed(long_visit: Visit) -> None:
    report = long_visit.check(odd_files.crowd(), "five.jpg")
    check = next(check for check in report["checks"] if check["id"] == "other-faces")
    assert check["detail"].count("about") == 4
    named = [check["detail"].count(place) for place in ("at the left", "in the middle", "at the right")]
    assert sum(named) == 4 and all(
        told <= there for told, there in zip(named, (2, 2, 1))
    )  # all but the one that counts
