"""Finds documents by country, kind, size and people's own words: "american visa", "загранпаспорт", "35x45".

The index is made at build time (toolchain.rulebook.search_index), one file per language; this module reads it. Case and
diacritics of every script fold by the index's own table, because MicroPython lowers ASCII only. A word may be misspelt:
by one letter from MISSPELT[0] letters on, by two from MISSPELT[1] on.
"""

EXACT, BEGINNING, INSIDE, ALMOST = 4, 3, 2, 1  # how well a word fits; their sum orders the answers
SHORTEST_BEGINNING = 3  # letters from which a word may be the beginning of another ("us" is not "usb")
MISSPELT = (4, 8)
FEW = 3  # with fewer answers than this, words that are nearly right are looked at too
WITHOUT_BLANKS = "\u2e80"  # from here on CJK, kana, hangul
CROSSES = ("x", "\u00d7", "\u0445", "*")  # what people put between two sides; the third is the Cyrillic letter


class Index:
    """The words of all documents. `documents` are ids, the better known first."""

    def __init__(self, data: dict) -> None:  # type: ignore[type-arg]
        self.documents: list[str] = data["documents"]
        self.text: str = " " + data["words"] + " "
        self.words: list[str] = data["words"].split(" ")
        self.words.append("")  # so that there is always a next one
        self.places: list[list[int]] = data["places"]
        self.idle: list[str] = data["idle"].split(" ")
        self.by_length: dict[int, list[int]] = {}
        for place, word in enumerate(self.words):
            self.by_length.setdefault(len(word), []).append(place)
        self.folds = {letter: target for target, letters in data["folds"].items() for letter in letters}

    def find(self, question: str, most: int = 20) -> list[str]:
        """At most `most` ids of documents that fit every telling word of `question`, best first.

        Words that tell nothing ("photo", "for", a single Latin letter) are passed over; [] where there are no others.
        """
        said = [piece for word in split(self.fold(question)) for piece in self._pieces(word)]
        words = [word for word in said if word not in self.idle and not is_letter(word)]
        found = self._fitting(words, False)
        if len(found) < FEW:
            for document, fit in self._fitting(words, True).items():
                found[document] = max(fit, found.get(document, 0))
        best = sorted([(-fit, document) for document, fit in found.items()])
        return [self.documents[document] for _, document in best[:most]]

    def _fitting(self, words: list[str], loosely: bool) -> dict[int, int]:
        """Document -> how well it fits all of `words`; those that miss one are left out."""
        scores: dict[int, int] = {}
        for place, word in enumerate(words):
            found = self.documents_with(word, loosely)
            if place:
                found = {document: scores[document] + fit for document, fit in found.items() if document in scores}
            scores = found
        return scores

    def _pieces(self, word: str) -> list[str]:
        """The parts that a word of a script without blanks is put together from, as far as the index has them.

        Longest first: an idle word, or two letters and more that stand in a word of the index. One letter of neither
        kind is a particle and goes; more of them stay together, so that they fit nothing.
        """
        if word[0] < WITHOUT_BLANKS or word in self.words:
            return [word]
        pieces = []
        start = after = 0  # `after`: the end of the last part that is known
        while start <= len(word):
            end = len(word)
            while end > start and not self._known(word[start:end]):
                end -= 1
            if end > start or start == len(word):
                pieces += [
                    piece for piece in (word[after:start], word[start:end]) if len(piece) > 1 or piece in self.idle
                ]
                after = end
            start = max(end, start + 1)
        return pieces

    def _known(self, piece: str) -> bool:
        return piece in self.idle or (len(piece) > 1 and piece in self.text)

    def fold(self, text: str) -> str:
        """`text` in small letters without diacritics, punctuation of other scripts as blanks."""
        return "".join([self.folds.get(letter, letter) for letter in text.lower()])

    def documents_with(self, word: str, loosely: bool) -> dict[int, int]:
        """Document -> how well its best word fits `word` (already folded), misspelt ones included if `loosely`."""
        fits = self._fits(word)
        if loosely:
            fits = self._misspelt(word) + fits
        found: dict[int, int] = {}
        for place, fit in fits:
            document = 0
            for step in self.places[place]:
                document += step
                if found.get(document, 0) < fit:
                    found[document] = fit
        return found

    def _fits(self, word: str) -> list[tuple[int, int]]:
        """(place, fit) of the words that are `word`, begin with it, or, in scripts without blanks, hold it."""
        if word[0] >= WITHOUT_BLANKS:
            return [
                (place, EXACT if word == other else INSIDE) for place, other in enumerate(self.words) if word in other
            ]
        at = self.text.find(" " + word + ("" if len(word) >= SHORTEST_BEGINNING else " "))
        if at < 0:
            return []
        place = self.text.count(" ", 0, at)
        found = [(place, EXACT if self.words[place] == word else BEGINNING)]
        while len(word) >= SHORTEST_BEGINNING and self.words[place + 1].startswith(word):  # the words are sorted
            place += 1
            found.append((place, BEGINNING))
        return found

    def _misspelt(self, word: str) -> list[tuple[int, int]]:
        """(place, ALMOST) of the words that `word` may be meant to be."""
        allowed = sum([len(word) >= letters for letters in MISSPELT])
        found = []
        for length in range(len(word) - allowed, len(word) + allowed + 1) if allowed else ():
            for place in self.by_length.get(length, ()):
                if near(word, self.words[place], allowed):
                    found.append((place, ALMOST))
        return found


def split(text: str) -> list[str]:
    """The words of folded text. A size however written becomes one word: "35 х 45 mm" is "35x45", "3,5*4" "3.5x4"."""
    words: list[str] = []
    word = ""
    for letter in text + " ":
        if letter.isdigit() or letter.isalpha() or letter > "\x7f" or letter == "*":
            if word and letter in CROSSES and is_number(word):
                letter = "x"
            word += letter
        elif letter in ".," and word and is_number(word.split("x")[-1]):
            word += "."
        elif letter == "-" and is_letter(word):
            continue  # "e-visa", "k-eta" and "i-90" are one word
        elif word:
            words.append(word.rstrip("."))
            word = ""
    return [word for word in _sizes([word for word in words if word]) if word.strip("*")]


def _sizes(words: list[str]) -> list[str]:
    """Join the parts of a size that stand apart, and take the unit off its end."""
    joined: list[str] = []
    for word in words:
        before = joined[-1] if joined else ""
        if word in CROSSES and is_number(before):
            joined[-1] = before + "x"
        elif before.endswith("x") and is_number(before[:-1]) and word[0].isdigit():
            joined[-1] = _without_unit(before + word)
        elif before and "x" not in before and is_number(before) and word[0] in CROSSES and word[1:2].isdigit():
            joined[-1] = _without_unit(before + "x" + word[1:])
        else:
            joined.append(_without_unit(word))
    return joined


def _without_unit(word: str) -> str:
    sides = word.split("x")
    if len(sides) != 2 or not is_number(sides[0]) or not sides[1][:1].isdigit():
        return word
    return sides[0] + "x" + sides[1].rstrip("abcdefghijklmnopqrstuvwxyz")


def is_letter(word: str) -> bool:
    """A single Latin letter, what is left of "driver's" and "d'identité"."""
    return len(word) == 1 and "a" <= word <= "z"


def is_number(word: str) -> bool:
    """Digits, with one dot at most."""
    return word.replace(".", "", 1).isdigit()


def near(one: str, other: str, allowed: int) -> bool:
    """Can `one` become `other` by at most `allowed` letters added, left out, changed or swapped with the next?"""
    start = 0
    least = min(len(one), len(other))
    while start < least and one[start] == other[start]:
        start += 1
    end = 0
    while end < least - start and one[-1 - end] == other[-1 - end]:
        end += 1
    one, other = one[start : len(one) - end], other[start : len(other) - end]
    longest = max(len(one), len(other))
    if longest > 2 * allowed + 1 or not one or not other:
        return longest <= allowed
    return _distance(one, other) <= allowed


def _distance(one: str, other: str) -> int:
    """Optimal string alignment distance."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i in range(1, len(one) + 1):
        above, row = row, [i]
        for j in range(1, len(other) + 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] != other[j - 1]))
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]
