"""The language of every sentence of the pipeline: English stands in tables, a catalogue may take its place.

A catalogue is what the build makes of site/locales/<lang>/: {"language", "decimal", "comma", "plurals", "sentences",
"prose"}.
One is in use at a time, in the page and on the command line; ids, statuses and numbers never change with it.

    WORDS = Table("group", {"key": "English with {gaps}"})
    WORDS["key"]              in the language in use
    WORDS.count("thing", 3)   of `thing.one`, `thing.other` and whatever forms the language has
"""

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""CLDR's plural categories; a catalogue's "plurals" has the index of one for each number from 0 to 199."""
PERIOD = 100
"""From here on only the last two digits decide (CLDR 48, whole numbers below a million)."""
ENGLISH: "dict[str, Any]" = {
    "language": "en", "decimal": ".", "comma": ", ", "plurals": "", "sentences": {}, "prose": {},
}  # fmt: skip

_in_use: "dict[str, Any]" = dict(ENGLISH)


def use(catalogue: "dict[str, Any]") -> None:
    """Speak this language from now on."""
    _in_use.update(catalogue)


def language() -> str:
    """BCP 47 code of the language in use."""
    return str(_in_use["language"])


def plural(count: int) -> str:
    """CLDR's category of a whole number in the language in use."""
    forms = _in_use["plurals"]
    if not forms:
        return "one" if count == 1 else "other"
    return CATEGORIES[int(forms[count if count < 2 * PERIOD else PERIOD + count % PERIOD])]


def localised(number: str) -> str:
    """A number written with a point, with the language's decimal sign."""
    return number.replace(".", _in_use["decimal"])


def joined(parts: "list[str]") -> str:
    """Parts of a line, set apart by the language's comma."""
    return str(_in_use["comma"]).join(parts)


def prose(text: str) -> str:
    """A sentence of the rulebook in the language in use, itself where there is no other."""
    return str(_in_use["prose"].get(text, text))


class _Sentences:
    """What stands in English under keys; `group` begins their keys in a catalogue."""

    def __init__(self, group: str, english: "dict[str, Any]") -> None:
        self.group = group
        self.english = english

    def __contains__(self, key: object) -> bool:
        return key in self.english

    def __iter__(self) -> "Iterator[str]":
        return iter(self.english)

    def _key(self, key: str) -> str:
        return self.group + "." + key


class Table(_Sentences):
    """Key -> sentence."""

    def __getitem__(self, key: str) -> str:
        return _sentence(self._key(key), self.english[key])

    def values(self) -> "list[str]":
        """All of them."""
        return [self[key] for key in self]

    def count(self, key: str, count: int) -> str:
        """The sentence for `count` things."""
        found = _in_use["sentences"].get(self._key(key + "." + plural(count)))
        return str(found or self.english[key + (".one" if count == 1 else ".other")])


class Tuples(_Sentences):
    """Key -> several sentences; in a catalogue they are called title, detail and act, or numbered from 1."""

    def __getitem__(self, key: str) -> tuple[str, ...]:
        english = self.english[key]
        return tuple([_sentence(self._key(key) + "." + self.name(k), text) for k, text in enumerate(english)])

    def name(self, place: int) -> str:
        """What the sentence at `place` is called."""
        return str(place + 1)


class Findings(Tuples):
    """Variant of a finding -> title, detail, act."""

    def name(self, place: int) -> str:
        return ("title", "detail", "act")[place]


class Tables(_Sentences):
    """Key -> Table."""

    def __getitem__(self, key: str) -> Table:
        return Table(self._key(key), self.english[key])


class Checks(_Sentences):
    """Id of a check -> Findings."""

    def __getitem__(self, key: str) -> Findings:
        return Findings(self._key(key), self.english[key])


def _sentence(key: str, english: str) -> str:
    return str(_in_use["sentences"].get(key) or english) if english else ""
