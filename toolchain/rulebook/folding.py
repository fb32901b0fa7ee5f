"""Folding: small letters without diacritics, in every script that has them, so that people find what they type.

Written as a table because the app's Python lowers ASCII only. Scripts whose marks are vowels (Devanagari, Bengali,
Thai, ...) and syllables that would fall apart (kana, hangul) are left as they are.
"""

import unicodedata
from collections.abc import Container
from functools import cache

BLOCKS = (
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x01A0, 0x01B0),  # Vietnamese o and u with horn
    (0x0218, 0x021B),  # Romanian s and t with comma
    (0x0300, 0x036F),  # combining marks
    (0x0370, 0x03FF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x0531, 0x058F),  # Armenian
    (0x0591, 0x05C7),  # Hebrew points
    (0x060C, 0x06FF),  # Arabic
    (0x10A0, 0x10FF),  # Georgian
    (0x1C90, 0x1CBF),  # Georgian capitals
    (0x1E00, 0x1EFF),  # Latin Extended Additional: Vietnamese
    (0x2010, 0x2060),  # dashes, quotation marks
    (0x3000, 0x3020),  # CJK punctuation
    (0x30FB, 0x30FB),  # katakana middle dot
    (0xFF01, 0xFF5E),  # full-width forms
)

BY_HAND = {
    "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ŋ": "n",
    "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": "", "×": "×", "ѣ": "е",
}  # fmt: skip
"""What Unicode does not decompose: letters with strokes, Arabic letters that people write for one another."""


def fold(text: str) -> str:
    """`text` as the index holds it."""
    return "".join(fold_letter(letter) for letter in unicodedata.normalize("NFC", text).lower())


@cache
def fold_letter(letter: str) -> str:
    """One character; "" for marks, a blank for punctuation of other scripts."""
    if not any(low <= ord(letter) <= high for low, high in BLOCKS):
        return letter
    digit = unicodedata.digit(letter, None)
    if digit is not None and letter > "\x7f":
        return str(digit)
    spread = unicodedata.normalize("NFKD", BY_HAND.get(letter, letter).casefold())
    bare = "".join(part for part in spread if unicodedata.category(part) != "Mn")
    bare = "".join(BY_HAND.get(part, part) for part in bare).casefold()
    plain = all(unicodedata.category(part)[0] in "LN" or part == "×" for part in bare)
    return bare if plain else " "


def table(alphabet: Container[str]) -> dict[str, str]:
    """Target -> all characters that fold to it, other than itself, for targets made of `alphabet` and blanks.

    ASCII capitals are lowered by the reader.
    """
    found: dict[str, str] = {}
    for low, high in BLOCKS:
        for code in range(low, high + 1):
            letter = chr(code)
            if unicodedata.category(letter) == "Cn":
                continue
            target = fold_letter(letter)
            if target != letter and all(part == " " or part in alphabet for part in target):
                found[target] = found.get(target, "") + letter
    return dict(sorted(found.items()))
