"""The colour behind a person whose background is replaced: what people call colours, as what is painted.

Authorities name colours and hardly ever give numbers; each of ours lies inside what pixid.backgrounds takes for its
name.
"""

from collections import namedtuple

from pixid.document import Document

PAINTS = {
    "white": (255, 255, 255),
    "off-white": (247, 245, 239),
    "cream": (250, 243, 225),
    "beige": (232, 217, 194),
    "light brown": (196, 168, 136),
    "light grey": (214, 214, 214),
    "grey": (170, 170, 170),
    "light blue": (187, 212, 238),
    "blue": (67, 142, 219),
    "red": (196, 30, 46),
}
NAMES = (
    "white", "off-white", "cream", "beige", "light brown", "light grey",
    "grey", "light blue", "blue", "red",
)  # fmt: skip
"""Of the paints, in the order in which they are offered: MicroPython's dicts keep none."""


class Backdrop(namedtuple("Backdrop", "red green blue")):
    """A colour, sRGB codes 0..255."""

    __slots__ = ()
    red: int
    green: int
    blue: int

    @property
    def hex(self) -> str:
        """As #rrggbb."""
        return "#" + "".join(["%02x" % code for code in self])


def backdrop(text: str) -> Backdrop:
    """From one of the names or #RRGGBB. Raises ValueError for anything else."""
    if text in PAINTS:
        return Backdrop(*PAINTS[text])
    digits = text[1:]
    if text[:1] != "#" or len(digits) != 6 or any(digit not in "0123456789abcdefABCDEF" for digit in digits):
        raise ValueError(text + " is no colour")
    return Backdrop(*[int(digits[k : k + 2], 16) for k in (0, 2, 4)])


def colours(document: Document) -> list[Backdrop]:
    """What the document asks for, the preferred one first: its own numbers where it gives any, else its names'; white
    where it names none that can be painted."""
    stated = document.data.get("background") or {}
    if stated.get("hex"):
        return [backdrop(stated["hex"])]
    named = [Backdrop(*PAINTS[name]) for name in stated.get("colours", []) if name in PAINTS]
    return named or [Backdrop(*PAINTS["white"])]
