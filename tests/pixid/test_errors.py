"""What stops a photo, in words. Also run on MicroPython."""

from pixid.errors import SENTENCES, PhotoError, spoken

CONTRACT = ["empty", "not-a-picture", "truncated", "heic", "too-large", "too-small", "unsupported", "no-face", "engine"]


def test_every_id_has_words_without_any_gap():
    for id in CONTRACT + list(SENTENCES):
        message = PhotoError(id).message
        assert message.endswith(".") and "{" not in message, message


def test_every_sentence_can_be_said():
    gaps = {"name": "a.jpg", "reason": "no", "readable_mb": 1.2, "total_mb": 3.4, "package": "p", "format": "SVG"}
    gaps.update({"megapixels": 300, "limit": 250, "width": 8, "height": 9, "graph": "mesh"})
    for id in SENTENCES:
        for sentence in SENTENCES[id]:
            assert "{" not in sentence.format(**gaps)


def test_the_fullest_sentence_that_is_known():
    assert str(PhotoError("truncated", readable_mb=1.23, total_mb=3.41)).startswith(
        "The file ends too early: 1.2 of about 3.4 MB are readable."
    )
    assert "only 1.2 MB" in str(PhotoError("truncated", readable_mb=1.23))
    assert "report.pdf" in str(PhotoError("not-a-picture", name="report.pdf"))
    assert "This is not a picture." in str(PhotoError("not-a-picture", name="")), "an empty gap is no gap"
    assert "108 megapixels" in str(PhotoError("too-large", megapixels=108))


def test_numbers_in_words():
    assert [spoken(x) for x in (3, 3.0, 12.4, 1.26, 0.123, 0.00001)] == ["3", "3", "12", "1.3", "0.12", "0.001"]


def test_unknown_ids_are_our_mistake():
    try:
        PhotoError("no-such-id")
    except KeyError:
        return
    raise AssertionError("an unknown id was accepted")


def test_the_object_in_reports():
    assert PhotoError("empty").data() == {"id": "empty", "message": str(PhotoError("empty"))}
