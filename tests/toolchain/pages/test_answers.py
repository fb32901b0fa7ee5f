"""Each page answers the question it was found for, from the document's own numbers, before the tool."""

import pytest

from tests.toolchain.pages.rendered import CHOSEN, VARIANTS, documents, page, site
from toolchain.pages.words import PAGE

SPACE = "\N{NO-BREAK SPACE}"

ANSWERS = {
    "us-passport": "2 × 2 in (51 × 51 mm), head 1–1⅜ in (25–35 mm), background white or off-white,"
    " at most 6 months old.",
    "us-dv-lottery": "600 × 600 to 1200 × 1200 px, head 50–69%,"
    " background white, off-white or plain light without a cast, at most 6 months old, up to 240 KB.",
    "gb-passport-digital": "At least 600 × 750 px, not cropped,"
    " background white or any plain light colour, at most 1 month old, 50 KB to 10 MB.",
    "schengen-visa": "35 × 45 mm, head 32–36 mm, background light grey, white or off-white, at most 6 months old.",
    "ru-internal-passport-gosuslugi": "35 × 45 mm, at least 827 × 1063 px, head 32–36 mm, background white,"
    " up to 300 KB.",
    "in-passport-icao": "35 × 45 mm, 630 × 810 px, head 80–85%, background white, at most 6 months old, up to 250 KB.",
}


def words(text: str) -> str:
    """Text as it is read: no-break spaces count as spaces."""
    return text.replace(SPACE, " ")


@pytest.mark.parametrize("id", ANSWERS)
def test_the_answer(id: str) -> None:
    assert ANSWERS[id] in words(page(id).text)


@pytest.mark.parametrize("id", ANSWERS)
def test_answer_and_policies_stand_before_the_button(id: str) -> None:
    html = site()[f"{id}/index.html"].decode()
    button = html.index('id="photo"')
    assert html.index('class="answer"') < button
    assert html.index('class="policies"') < button
    assert html.index("data-state") < button < html.index('id="rules"')


def test_every_stated_value_leads_to_a_dated_source() -> None:
    for data in documents():
        found = page(data["id"])
        listed = {f"#source-{number + 1}" for number in range(len(data["sources"]))}
        marks = {link.attributes["href"] for link in found.all("a", class_="mark")}
        assert marks and marks <= listed, data["id"]
        assert words(found.text).count("read November 2026") >= len(listed)


def test_policies_follow_the_rules() -> None:
    assert PAGE["edit.crop_only"] in page("us-passport").text
    assert PAGE["edit.uncropped"] in page("gb-passport-digital").text
    assert PAGE["uncropped.text"] in page("gb-passport-digital").text
    assert PAGE["uncropped.text"] not in page("us-passport").text
    text = page("paper").text
    assert PAGE["edit.uncropped.paper"] in text and PAGE["uncropped.paper.text"] in text
    assert PAGE["edit.uncropped"] not in text and PAGE["uncropped.text"] not in text
    assert PAGE["self_made.unstated"] in page("in-passport-icao").text
    assert PAGE["notice.conditional"] in page("bare").text
    assert PAGE["edit.unstated"] in page("bare").text


def test_a_refused_document_says_so_before_any_button_and_offers_practice_only() -> None:
    found = page("refused")
    html = site()["refused/index.html"].decode().split("<main")[1]  # above it stand links and the bar of an update
    panel = html.index(PAGE["notice.not_accepted"])
    assert panel < html.index("<button") and panel < html.index("<input")
    assert "The office takes the photo." in found.text and "Book a visit." in found.text
    (how,) = [link for link in found.all("a") if "primary" in link.attributes.get("class", "")]
    assert how.attributes["href"] == "https://example.org/photo"
    assert PAGE["tool.practice"] in found.text and PAGE["tool.choose"] not in found.text
    assert not [span for span in found.all("span") if "primary" in span.attributes.get("class", "").split()]


def test_unverified_values_are_marked_and_verified_ones_are_not() -> None:
    assert page("unverified").all("span", class_="unverified")
    assert PAGE["confidence.memory"] in page("unverified").text
    assert not page("us-passport").all("span", class_="unverified")


def test_silence_is_said_and_never_filled() -> None:
    text = page("bare").text
    assert text.count("Not stated") >= 4
    assert " mm" not in text.split(PAGE["rules.title"])[0].replace(SPACE, " ")


def test_changes_of_the_last_year_have_their_own_place() -> None:
    text = words(page("changed").text)
    recent, older = text.split(PAGE["changes.title"])[1].split(PAGE["notes.title"])
    assert "February 2026: Photos may be 3 months old." in recent
    assert "January 2026, our correction: It is 35 mm wide." in recent
    assert "Glasses" not in recent and "January 2020: Glasses came off." in older
    assert words(PAGE["changes.none"]).format(date="November 2026") in words(page("bare").text)


def test_children_and_companions_are_rows_with_their_numbers() -> None:
    text = words(page("changed").text)
    assert "Children under 6 years" in text and "head 20–30 mm" in text
    assert "140 × 60 px, up to 20 KB" in text


def test_a_document_without_a_size_offers_a_check_and_says_why_no_file() -> None:
    assert PAGE["sizeless.text"] in page("bare").text
    assert PAGE["sizeless.text"] not in page("us-passport").text


def test_the_home_page_counts_documents_by_how_well_they_are_founded() -> None:
    text = words(page("").text)
    assert f"{len(CHOSEN) + len(VARIANTS)} documents of" in text
    assert "nobody has verified yet" in text


def test_exactly_one_main_action_and_one_disclaimer() -> None:
    for data in documents():
        found = page(data["id"])
        filled = [e for e in found.elements if "primary" in e.attributes.get("class", "").split()]
        assert len(filled) == 1, data["id"]
        assert found.text.count(PAGE["site.not_government"]) == 1


def test_the_page_reads_without_scripts() -> None:
    for data in documents():
        found = page(data["id"])
        assert PAGE["tool.no_script"] in found.text
        assert [e for e in found.all("p") if "noscript" in e.around]


def test_home_lists_every_document_by_country() -> None:
    found = page("")
    for data in documents():
        assert found.all("a", href=f"/{data['id']}/"), data["id"]
    assert (
        words(found.text).index("India") < words(found.text).index("Russia") < words(found.text).index("United States")
    )
