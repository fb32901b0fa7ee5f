"""Light and white balance: one curve for the whole picture and one balance of its colours, nothing else.

Every pixel is looked up in the same three tables of 256 entries. A pixel's neighbours play no part, so nothing can
move, sharpen or smooth: it is the same face by construction. Only for documents that do not forbid it, and only when
asked for.
"""

from collections import namedtuple

MOST_EXPOSURE = 1.0
"""Stops by which a picture is brightened or darkened at most: beyond it noise shows and highlights clip."""
MOST_WARMTH = 0.15
"""Greatest change of red against blue, as part of their ratio: a lamp's tint, not a painted wall."""
SHOULDER = 0.8
"""Linear light above which brightening bends, so that a white wall stays short of clipping."""


class Tone(namedtuple("Tone", "exposure red blue")):
    """`exposure` in stops, `red` and `blue` as factors of linear light against green."""

    __slots__ = ()
    exposure: float
    red: float
    blue: float

    def tables(self) -> list[int]:
        """768 numbers: what each of 256 levels of red, of green and of blue becomes; never falling."""
        return [level for gain in (self.red, 1.0, self.blue) for level in table(gain * 2.0**self.exposure)]

    @property
    def is_plain(self) -> bool:
        """Does it change nothing?"""
        return self.exposure == 0 and self.red == 1 and self.blue == 1


def tone(exposure: float, warmth: float = 0.0) -> Tone:
    """A tone from the two numbers of its sliders: stops, and warmth from -1 (blue) to 1 (red); kept within limits."""
    stops = max(-MOST_EXPOSURE, min(MOST_EXPOSURE, exposure))
    shift = 1 + MOST_WARMTH / 2 * max(-1.0, min(1.0, warmth))
    return Tone(stops, shift, 1 / shift)


def warmth(made: Tone) -> float:
    """What the slider of warmth was set to, -1 to 1."""
    return (made.red - 1) / (MOST_WARMTH / 2)


def table(gain: float) -> list[int]:
    """What 256 sRGB levels become when their linear light is multiplied by `gain`: monotone, 0 stays 0, 255 at most."""
    return [round(255 * _encoded(_bent(_linear(level / 255) * gain, gain))) for level in range(256)]


def _bent(light: float, gain: float) -> float:
    """Light above SHOULDER is drawn together so that what was white stays the only white."""
    if gain <= 1 or light <= SHOULDER:
        return light
    # From (SHOULDER, SHOULDER) with slope 1 to (gain, 1): a rational curve that never falls.
    room, reach = 1 - SHOULDER, gain - SHOULDER
    over = light - SHOULDER
    return SHOULDER + over / (1 + over * (1 / room - 1 / reach))


def _linear(value: float) -> float:
    """IEC 61966-2-1: sRGB to linear light."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
