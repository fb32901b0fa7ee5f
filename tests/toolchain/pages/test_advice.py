"""What a page says beyond its table comes from stated rules alone."""

from pixid.document import Document, from_data
from tests.toolchain.committed import documents as rulebook
from tests.toolchain.pages.rendered import VARIANTS, variant
from toolchain.pages import advice, figures
from toolchain.pages.language import ENGLISH
from toolchain.pages.questions import questions


def made(id: str) -> Document:
    """A test variant, or a document of the rulebook."""
    return from_data(next(dict(data) for data in (*VARIANTS, *rulebook()) if data["id"] == id))


def test_where_nothing_is_stated_nothing_is_said() -> None:
    silent = from_data(variant("silent"))
    assert advice.pairs(ENGLISH, silent) == []
    assert advice.refusals(ENGLISH, silent) == []
    assert questions(ENGLISH, silent, "silent") == []


def test_where_people_bring_no_photo_nobody_is_told_how_to_take_one() -> None:
    assert advice.at_home(ENGLISH, made("refused")) == []
    assert advice.pairs(ENGLISH, made("refused")) == []
    assert len(advice.at_home(ENGLISH, made("schengen-visa"))) == 5


def test_uncropped_photos_are_framed_in_the_camera() -> None:
    steps = " ".join(advice.at_home(ENGLISH, made("us-passport-online-renewal")))
    assert "may not be cropped" in steps


def test_right_and_wrong_follow_the_rule() -> None:
    forbidden = {pair["label"]: pair for pair in advice.pairs(ENGLISH, made("us-passport"))}
    allowed = {pair["label"]: pair for pair in advice.pairs(ENGLISH, made("schengen-visa"))}
    glasses = ENGLISH.say("rule.glasses")
    assert (forbidden[glasses]["right"], forbidden[glasses]["wrong"]) == ("plain", "glasses")
    assert (allowed[glasses]["right"], allowed[glasses]["wrong"]) == ("glasses", "glare")


def test_refusals_carry_limits_and_sources() -> None:
    found = advice.refusals(ENGLISH, made("us-dv-lottery"))
    text = " ".join(refusal["text"].striptags() for refusal in found).replace("\xa0", " ")
    assert "600 × 600 to 1200 × 1200 px" in text
    assert "up to 240 KB" in text
    assert all(refusal["source"] for refusal in found)


def test_every_drawing_that_is_asked_for_exists() -> None:
    asked = {name for pair in advice.PICTURES.values() for name in pair} | {"setup", "baby"}
    assert asked == set(figures.PICTURES)
    assert "class=" not in figures.pictures()


def test_every_answer_has_a_question_and_nothing_is_left_open() -> None:
    for data in rulebook():
        document = from_data(dict(data))
        for one in questions(ENGLISH, document, "photo"):
            assert one["question"].endswith("?")
            assert one["answer"].striptags().strip()
            assert "None" not in one["answer"]
