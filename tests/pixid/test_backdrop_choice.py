"""Colours behind a person: what names and documents ask for is what is painted. Also run on MicroPython."""

from pixid import backgrounds, colour
from pixid.backdrop_choice import NAMES, PAINTS, Backdrop, backdrop, colours
from pixid.document import from_data
from tests.pixid import rules

BAD = ("", "whiteish", "#fff", "#12345", "#1234567", "#12345g", "123456")


def document(background):
    return from_data(rules.data("xx-test", background=background))


def test_every_paint_is_what_its_name_says():
    for name, codes in PAINTS.items():
        assert backgrounds.distance([name], colour.lab(*codes)) < 0.001, name


def test_every_paint_is_offered():
    assert sorted(NAMES) == sorted(PAINTS)


def test_by_name_and_by_number():
    assert backdrop("blue") == Backdrop(*PAINTS["blue"])
    assert backdrop("#0aF0b1") == Backdrop(10, 240, 177)
    assert Backdrop(10, 240, 177).hex == "#0af0b1"


def test_what_is_no_colour():
    for text in BAD:
        try:
            backdrop(text)
        except ValueError:
            continue
        raise AssertionError(text)


def test_what_a_document_asks_for():
    assert colours(document({"colours": ["light grey", "white"], "source": 0})) == [
        Backdrop(*PAINTS["light grey"]), Backdrop(*PAINTS["white"]),
    ]  # fmt: skip
    assert colours(document({"colours": ["plain"], "source": 0})) == [Backdrop(255, 255, 255)]
    assert colours(document({"colours": ["grey"], "hex": "#BEBEBE", "source": 0})) == [Backdrop(190, 190, 190)]
    assert colours(document(None)) == [Backdrop(255, 255, 255)]
