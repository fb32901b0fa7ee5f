"""Two languages made by rule, to see what a translation does to a layout before anybody has made it: one 40 % longer
than English, one written from right to left. Gaps, digits and signs stay as they are."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

from babel import Locale

from tests.toolchain.committed import documents
from toolchain.languages import prose, sources
from toolchain.pages.language import ENGLISH, Language
from toolchain.pages.words import COUNTRIES

GAP = re.compile(r"(\{\w+\})")
VOWELS = {"a": "á", "e": "é", "i": "í", "o": "ö", "u": "ü", "A": "Á", "E": "É", "I": "Í", "O": "Ö", "U": "Ü"}
ACCENTS = {ord(letter): said * 2 for letter, said in VOWELS.items()} | {ord("n"): "ññ", ord("s"): "ss"}
HEBREW = "אבגדהוזחטיכלמנסעפצקרשתךםןף"
LETTERS = str.maketrans({chr(ord(first) + place): letter for first in "aA" for place, letter in enumerate(HEBREW)})
NAMES = ("PixID",)
"""What no language translates."""


class Way(NamedTuple):
    """How a language is made; `locale` gives it English plurals, so that every sentence has its forms."""

    id: str
    dir: str
    name: str
    letters: Mapping[int, str]

    def say(self, english: str) -> str:
        """A sentence in the language."""
        if english in ("ltr", *NAMES):
            return self.dir if english == "ltr" else english
        pieces = GAP.split(english)
        return "".join(piece if GAP.fullmatch(piece) else self._word(piece) for piece in pieces)

    def _word(self, text: str) -> str:
        kept = re.split(f"({'|'.join(NAMES)})", text)
        return "".join(part if part in NAMES else part.translate(self.letters) for part in kept)


LONG, MIRRORED = "en-XA", "en-XB"
WAYS = {
    LONG: Way(LONG, "ltr", "Löönggéér", ACCENTS),
    MIRRORED: Way(MIRRORED, "rtl", "עברית", LETTERS),
}


@cache
def language(id: str) -> Language:
    """One of the two, complete."""
    way = WAYS[id]
    spoken: dict[str, dict[str, str]] = {"page": {}, "app": {}, "pixid": {}}
    for message in sources.messages():
        speaker, _, key = message.key.partition(":")
        forms = {"": message.one} if not message.many else {".one": message.one, ".other": message.many}
        spoken[speaker] |= {key + form: way.say(text) for form, text in forms.items()}
    told: dict[str, dict[str, str]] = {kind: {} for kind in (prose.NAME, prose.KIND, prose.TEXT)}
    for message in prose.messages(documents()):
        told[message.key][message.one] = way.say(message.one)
    return Language(
        id=way.id,
        dir=way.dir,
        name=way.name,
        sentences=spoken["page"],
        app=spoken["app"],
        countries=_each(way.say, COUNTRIES),
        locale=Locale("en", "GB"),
        alphabet=ENGLISH.alphabet + HEBREW,
        search=ENGLISH.search,
        pipeline=spoken["pixid"],
        prose=told,
    )


def _each(say: Callable[[str], str], table: Mapping[str, str]) -> dict[str, str]:
    return {key: say(text) for key, text in table.items()}
