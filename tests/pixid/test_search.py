"""Search on a small index made by hand. Also run on MicroPython."""

from pixid.search import Index, near, split

WORDS = "35x45 american evisa german germany passport passports reisepass us usb visa загранпаспорт 护照照片".split(" ")
DOCUMENTS = ["us-passport", "de-passport", "us-visa", "ru-passport", "cn-passport"]
PLACES = {
    "35x45": [1, 3],
    "american": [0, 2],
    "evisa": [2],
    "german": [1],
    "germany": [1],
    "passport": [0, 1, 3, 4],
    "passports": [0],
    "reisepass": [1],
    "us": [0, 2],
    "usb": [4],
    "visa": [2],
    "загранпаспорт": [3],
    "护照照片": [4],
}


def steps(places):
    return [place - before for before, place in zip([0] + places, places)]


def index():
    letters = "абвгдежзиклмнопрстуфхцчшщъыьэюя"
    capitals = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
    folds = {small: capital for small, capital in zip(letters, capitals)}
    folds.update({"u": "üÜ", "и": "Ий", "": "\u0308", " ": "、", "a": "áÁ"})
    return Index(
        {
            "documents": DOCUMENTS,
            "words": " ".join(WORDS),
            "places": [steps(PLACES[word]) for word in WORDS],
            "idle": "photo for mm",
            "folds": folds,
        }
    )


def test_every_telling_word_must_fit():
    assert index().find("american visa") == ["us-visa"]
    assert index().find("German visa") == []
    assert index().find("photo for US passport") == ["us-passport"]
    assert index().find("photo for") == index().find("") == index().find("p") == []


def test_better_fits_come_first_then_the_order_of_the_index():
    assert index().find("passport") == ["us-passport", "de-passport", "ru-passport", "cn-passport"]
    assert index().find("reise") == ["de-passport"]
    assert index().find("passport", 2) == ["us-passport", "de-passport"]


def test_two_letters_are_no_beginning():
    assert index().find("us") == ["us-passport", "us-visa"]
    assert index().find("usb") == ["cn-passport"]


def test_case_and_diacritics_fold_in_every_script():
    for question in ("ЗАГРАНПАСПОРТ", "загранпаспорт", "Загранпаспорт"):
        assert index().find(question) == ["ru-passport"]
    assert index().find("\u00dcs visa") == ["us-visa"]
    assert index().find("u\u0308s\u3001visa") == ["us-visa"]
    assert index().find("VIS\u00c1") == ["us-visa"]


def test_scripts_without_blanks_match_inside():
    assert index().find("护照") == index().find("照片") == ["cn-passport"]


def test_scripts_without_blanks_are_cut_where_the_index_knows_words():
    assert index().find("护照的照片") == index().find("护照 照片") == ["cn-passport"]
    assert index().find("签证") == index().find("护照签证") == []


def test_misspelt_words_are_found():
    for question in ("amercian visa", "amerian visa", "americann visa", "smerican viza"):
        assert index().find(question) == ["us-visa"], question
    assert index().find("загранпаспрт") == ["ru-passport"]
    assert index().find("reisepas") == ["de-passport"]
    assert index().find("xy") == []
    assert index().find("qwertyuiop") == []


def test_sizes_in_every_writing():
    for question in (
        "35x45",
        "35 x 45",
        "35 X 45 mm",
        "35x45mm",
        "35\u00d745",
        "35 \u0445 45",
        "35*45",
        "35 * 45",
        "35 x45",
    ):
        assert split(index().fold(question))[0] == "35x45", question
        assert index().find(question) == ["de-passport", "ru-passport"], question
    assert split("3,5 x 4,5 cm") == ["3.5x4.5", "cm"]
    assert split("3.5*4") == ["3.5x4"]


def test_words_are_cut_at_punctuation_but_not_after_one_letter():
    assert split("driver's licence, e-visa.") == ["driver", "s", "licence", "evisa"]
    assert split("i-90 x-ray 2026.") == ["i90", "xray", "2026"]
    assert split("") == []


def test_near():
    assert near("visa", "visa", 0)
    assert near("visa", "viza", 1)
    assert near("visa", "vsia", 1)
    assert near("visa", "visas", 1)
    assert near("visa", "isa", 1)
    assert not near("visa", "vase", 1)
    assert near("passport", "pasprot", 2)
    assert not near("passport", "airport", 2)
    assert not near("abcd", "wxyz", 2)
