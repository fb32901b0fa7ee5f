"""Backgrounds to train the matte on, drawn by code: walls, tiles, rooms, shelves, foliage, lights out of focus.

None of them is a wall that mattes are scored on (tests/accuracy draws those itself).
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from models_src.training.mattes import Numbers

Dice = np.random.Generator
Paint = Callable[[], Numbers]
"""The next colour, sRGB 0..1, [3]."""
Kind = Callable[[int, int, Dice, Paint], Numbers]
Kinds = tuple[Kind, ...]

CLAY = ((0.35, 0.75), (0.45, 0.8), (0.65, 0.95))
"""Red of fired clay, green as a part of it, blue as a part of that."""


def scene(height: int, width: int, dice: Dice, own: Numbers, kinds: Kinds, blurred: float, alike: float) -> Numbers:
    """sRGB 0..1, [height, width, 3]: one of `kinds` of scenes, or one in front of another, in any light, the part
    `blurred` of them out of focus. The part `alike` takes up colours of the person, `own` [n, 3]: skin before bricks,
    dark hair before a dark shelf."""
    paint = _paint(dice, own if dice.random() < alike else None)
    made = _one(kinds, dice)(height, width, dice, paint)
    if dice.random() < 0.3:
        other, share = _one(kinds, dice)(height, width, dice, paint), _blots(height, width, dice, 4)
        edge = np.clip((share - dice.uniform(-0.5, 1)) * dice.uniform(1, 60), 0, 1)[..., None]
        made = made * (1 - edge) + other * edge
    if dice.random() < blurred:
        made = cv2.GaussianBlur(made, (0, 0), float(np.exp(dice.uniform(-1, 1.8))))
    gain = np.exp(dice.normal(0, 0.25)) * np.exp(dice.normal(0, 0.08, 3))
    made = made * gain + 0.08 * dice.normal() * _blots(height, width, dice, 2)[..., None]
    return np.clip(made, 0, 1).astype(np.float32)


def _one(kinds: Kinds, dice: Dice) -> Kind:
    return kinds[int(dice.integers(len(kinds)))]


def _paint(dice: Dice, own: Numbers | None) -> Paint:
    """Mostly muted, sometimes strong; two of three times near one of `own`, where there are such."""

    def next_one() -> Numbers:
        if own is not None and dice.random() < 0.67:
            near = own[int(dice.integers(len(own)))] * np.exp(dice.normal(0, 0.12)) + dice.normal(0, 0.03, 3)
            return np.clip(near, 0, 1).astype(np.float32)
        grey, strong = dice.uniform(0.05, 0.95), dice.choice([0.05, 0.15, 0.4])
        return np.clip(grey + dice.normal(0, strong, 3), 0, 1).astype(np.float32)

    return next_one


def _blots(height: int, width: int, dice: Dice, cells: int) -> Numbers:
    """Smooth noise with about `cells` blots across."""
    coarse = dice.normal(0, 1, (cells + 2, cells + 2)).astype(np.float32)
    grown: Numbers = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    return grown


def _wall(height: int, width: int, dice: Dice, paint: Paint) -> Numbers:
    """Plain, unevenly lit, a little rough."""
    made = np.ones((height, width, 1), np.float32) * paint()
    made += dice.uniform(0, 0.1) * _blots(height, width, dice, 2)[..., None]
    return made + dice.uniform(0, 0.03) * dice.normal(size=(height, width, 1)).astype(np.float32)


def _tiles(height: int, width: int, dice: Dice, paint: Paint) -> Numbers:
    """Bricks, tiles or panels with joints, at any size and turn."""
    side = int(1.5 * max(height, width))
    tall = int(dice.uniform(18, 160))
    wide = int(tall * dice.choice([1.0, 2.2, 3.0, 0.4]))
    joint = int(dice.integers(1, max(2, tall // 6)))
    made = _laid(side, (tall, wide, joint), paint(), paint(), dice)
    return _turned(made, height, width, float(dice.choice([0, 0, 0, dice.uniform(-30, 30), 45])))


def _bricks(height: int, width: int, dice: Dice, paint: Paint) -> Numbers:
    """Of fired clay, or in a colour of the person, between joints of mortar; mostly level."""
    side = int(1.5 * max(height, width))
    tall = int(dice.uniform(16, 70))
    wide, joint = int(tall * dice.uniform(1.8, 3.4)), max(1, int(tall * dice.uniform(0.08, 0.25)))
    red, green, blue = (dice.uniform(*part) for part in CLAY)
    base = np.array((red, red * green, red * green * blue), np.float32)
    if dice.random() < 0.4:
        base = paint()
    mortar = np.clip(dice.uniform(0.3, 0.85) + dice.normal(0, 0.03, 3), 0, 1).astype(np.float32)
    return _turned(_laid(side, (tall, wide, joint), base, mortar, dice), height, width, float(dice.normal(0, 3)))


def _masonry(height: int, width: int, dice: Dice, paint: Paint) -> Numbers:
    """Stones between narrow joints of any colour, one of a person's among them."""
    side = int(1.5 * max(height, width))
    tall = int(dice.uniform(14, 60))
    wide, joint = int(tall * dice.uniform(1.2, 3.4)), max(1, int(tall * dice.uniform(0.06, 0.25)))
    return _turned(_laid(side, (tall, wide, joint), paint(), paint(), dice), height, width, float(dice.normal(0, 3)))


def _laid(side: int, sizes: tuple[int, int, int], base: Numbers, mortar: Numbers, dice: Dice) -> Numbers:
    """A square wall; `sizes`: a stone's height and width and the joint, px."""
    tall, wide, joint = sizes
    spread, shift = dice.uniform(0, 0.25), dice.choice([0.0, 0.5, 0.5])
    made = np.ones((side, side, 3), np.float32) * mortar
    for row, top in enumerate(range(-tall, side, tall + joint)):
        for left in range(-wide - int((row % 2) * shift * wide), side, wide + joint):
            tone = np.clip(base * (1 + spread * dice.normal()) + 0.04 * dice.normal(size=3), 0, 1)
            made[max(0, top) : max(0, top + tall), max(0, left) : max(0, left + wide)] = tone
    made += dice.uniform(0, 0.06) * dice.normal(size=(side, side, 1)).astype(np.float32)
    return made


def _turned(made: Numbers, height: int, width: int, degrees: float) -> Numbers:
    side = made.shape[0]
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), degrees, 1.0)
    turn[:, 2] -= (side - width) / 2, (side - height) / 2
    turned: Numbers = cv2.warpAffine(made, turn, (width, height), borderMode=cv2.BORDER_REFLECT)
    return turned


def _room(height: int, width: int, dice: Dice, paint: Paint) -> Numbers:
    """Furniture, frames, windows, lamps: areas with edges in all directions before a wall."""
    made = _wall(height, width, dice, paint)
    for _ in range(int(dice.integers(4, 40))):
        colour = tuple(float(n) for n in paint())
        x, y = (float(n) for n in dice.uniform(-0.1, 1.1, 2) * (width, height))
        across, down = (float(n) for n in np.exp(dice.uniform(2.5, 5.8, 2)))
        thick = -1 if dice.random() < 0.7 else int(dice.integers(2, 20))
        if dice.random() < 0.7:
            corners = cv2.boxPoints(((x, y), (across, down), float(dice.choice([0, 0, dice.uniform(-90, 90)]))))
            if thick < 0:
                cv2.fillPoly(made, [corners.astype(np.int32)], colour, cv2.LINE_AA)
            else:
                cv2.polylines(made, [corners.astype(np.int32)], True, colour, thick, cv2.LINE_AA)
        else:
            cv2.ellipse(made, ((x, y), (across, down), float(dice.uniform(0, 180))), colour, thick, cv2.LINE_AA)
    return made


def _books(height: int, width: int, dice: Dice, paint: Paint) -> Numbers:
    """Boards with upright bars of all colours, or stripes where nothing is left out."""
    made = np.ones((height, width, 3), np.float32) * 0.5 * paint()
    floor = int(dice.uniform(90, 340))
    board = paint()
    for top in range(-int(dice.integers(floor)), height, floor):
        left = -int(dice.integers(60))
        while left < width:
            thick, tall = int(dice.uniform(8, 70)), int(floor * dice.uniform(0.5, 0.95))
            foot = top + floor - 16
            made[max(0, foot - tall) : max(0, foot), max(0, left) : max(0, left + thick)] = paint()
            left += thick + int(dice.choice([0, 1, 4, 30], p=[0.3, 0.4, 0.2, 0.1]))
        made[max(0, top + floor - 16) : max(0, top + floor)] = board
    return made


def _foliage(height: int, width: int, dice: Dice, paint: Paint) -> Numbers:
    """Leaves and branches: blots of all sizes in related colours, with lines across."""
    made = np.ones((height, width, 1), np.float32) * paint()
    for cells in (4, 12, 30, 80, 160):
        made = (
            made + _blots(height, width, dice, cells)[..., None] * dice.normal(0, 0.09, 3) * np.sqrt(30 / cells) ** 0.5
        )
    for _ in range(int(dice.integers(0, 25))):
        start, end = (tuple(int(n) for n in dice.uniform(-0.1, 1.1, 2) * (width, height)) for _ in range(2))
        cv2.line(made, start, end, tuple(float(n) for n in paint()), int(dice.integers(1, 14)), cv2.LINE_AA)
    return np.clip(made, 0, 1).astype(np.float32)


def _lights(height: int, width: int, dice: Dice, paint: Paint) -> Numbers:
    """Lights out of focus before the dark."""
    made = 0.4 * _room(height, width, dice, paint)
    for _ in range(int(dice.integers(5, 60))):
        spot = np.zeros((height, width), np.float32)
        at = tuple(int(n) for n in dice.uniform(0, 1, 2) * (width, height))
        cv2.circle(spot, at, int(np.exp(dice.uniform(1.5, 4))), float(dice.uniform(0.2, 0.9)), -1, cv2.LINE_AA)
        made = made + spot[..., None] * (0.4 + 0.6 * paint())
    return np.clip(made, 0, 1).astype(np.float32)


def _cloth(height: int, width: int, dice: Dice, paint: Paint) -> Numbers:
    """Folds or stripes: waves of any direction and length."""
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    turn, length = dice.uniform(0, np.pi), np.exp(dice.uniform(1.5, 5))
    bent = 20 * _blots(height, width, dice, 3)
    wave = 0.5 + 0.5 * np.sin((x * np.cos(turn) + y * np.sin(turn) + bent) * 2 * np.pi / length)
    if dice.random() < 0.4:
        wave = (wave > 0.5).astype(np.float32)
    mixed: Numbers = wave[..., None] * paint() + (1 - wave[..., None]) * paint()
    return mixed


BUSY: Kinds = (
    _wall, _tiles, _tiles, _bricks, _bricks, _room, _room, _books, _books, _foliage, _foliage, _lights, _cloth,
)  # fmt: skip
"""Few even walls, so that a network sees what is hard."""
_OFTEN: Kinds = (_wall, _bricks, _bricks, _tiles, _room, _books, _foliage)
MIXED: Kinds = (*_OFTEN, *_OFTEN, _wall, _lights, _cloth)
"""More even walls, and more bricks."""
ALIKE: Kinds = (*MIXED, _masonry, _masonry, _books, _foliage)
"""More walls of which a part may have a person's colour."""
