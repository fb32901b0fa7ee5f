"""Detail of original pixels: bands, grain, equal neighbours, patterns, tones."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from models_src import measure_detail
from tests.models_src.measures.face import WEIGHTS

Numbers = npt.NDArray[Any]


def detail(cut: Numbers, per_mm: float, zones: dict[str, list[float]]) -> dict[str, float]:
    """Every measure of graph detail, of a cut uint8 [h, w, 3]; `zones` x0, y0, x1, y1 in px of the cut."""
    factor = measure_detail.PER_MM / per_mm
    size = tuple(int(np.round(side * factor)) for side in cut.shape[1::-1])
    level = np.asarray(Image.fromarray(cut).resize((size[0], size[1]), Image.Resampling.BILINEAR)) @ WEIGHTS
    made: dict[str, float] = {}
    for band in range(4):
        after = binomial(level, 2**band)
        for zone, box in zones.items():
            x0, y0, x1, y1 = (max(0, int(np.ceil(edge * factor - 1e-4))) for edge in box)
            made[f"{zone}.band{band}"] = rms((level - after)[y0:y1, x0:x1])
        level = after
    top, left = (max(0, side - measure_detail.TILE) // 16 * 8 for side in cut.shape[:2])
    tile = cut[top : top + measure_detail.TILE, left : left + measure_detail.TILE]
    luma = tile @ WEIGHTS
    once = binomial(luma, 1)
    made["pixels.fine"], made["pixels.coarse"] = rms(luma - once), rms(once - binomial(once, 2))
    made["pixels.equal.down"] = float((tile[1:] == tile[:-1]).all(2).mean())
    made["pixels.equal.across"] = float((tile[:, 1:] == tile[:, :-1]).all(2).mean())
    used = [len(np.unique(tile[..., c])) for c in range(3)]
    made["levels.least"], made["levels.most"] = float(min(used)), float(max(used))
    made["pixels.noise"] = noise(luma)
    made["pattern"] = max(pattern(lines) for lines in (luma[::4], luma.T[::4]))
    spectra = [spectrum(luma, axis) for axis in (0, 1)]
    for period, harmonics in measure_detail.COMBS.items():
        found = [comb(strength, period, harmonics) for strength in spectra]
        made[f"comb.{period}"] = max(found) if period == 8 else min(found)
    return made


def rms(rest: Numbers) -> float:
    return float(np.sqrt((rest**2).mean()))


def binomial(picture: Numbers, step: int) -> Numbers:
    """1 4 6 4 1 along both axes, its taps `step` px apart."""
    taps = np.zeros(4 * step + 1)
    taps[::step] = np.array([1, 4, 6, 4, 1]) / 16
    return cv2.sepFilter2D(picture.astype(float), -1, taps, taps, borderType=cv2.BORDER_REPLICATE)


def noise(luma: Numbers) -> float:
    """Immerkaer's sigma of the block at the calmest fifth."""
    side = measure_detail.BLOCK
    grain = np.abs(cv2.filter2D(luma, -1, np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], float)))[1:-1, 1:-1]
    rows, columns = (length // side for length in grain.shape)
    blocks = grain[: rows * side, : columns * side].reshape(rows, side, columns, side).mean((1, 3)).ravel()
    return float(np.sort(blocks)[len(blocks) // 5] * np.sqrt(np.pi / 2) / 6)


def wave(number: Numbers, count: int) -> Numbers:
    """[numbers, count]: turns of exp(i) for whole numbers of periods in PERIODS px."""
    return np.exp(-2j * np.pi * number[:, None] * np.arange(count) / measure_detail.PERIODS)


def hann(count: int) -> Numbers:
    made: Numbers = np.sin((np.arange(count) + 0.5) / count * np.pi) ** 2
    return made


def spectrum(luma: Numbers, axis: int) -> Numbers:
    """By a Fourier sum over one line of steps, as the graph defines it."""
    steps = np.abs(np.diff(luma, axis=axis)).mean(1 - axis)
    window = hann(len(steps))
    level = (steps * window).sum() / window.sum()
    number = np.arange(1, measure_detail.PERIODS // 2 + 1)
    strength: Numbers = np.abs(wave(number, len(steps)) @ ((steps - level) * window)) / (level * window.sum())
    return strength


def comb(strength: Numbers, period: int, harmonics: int) -> float:
    """The weakest harmonic over the median frequency."""
    typical = np.sort(strength)[::-1][measure_detail.PERIODS // 4]
    at = [measure_detail.PERIODS * j // period - 1 for j in range(1, harmonics + 1)]
    return float(strength[at].min() / typical)


def pattern(lines: Numbers) -> float:
    """The frequency that stands out most over its 14 neighbours, off JPEG's grid; `lines` [n, px]."""
    number = np.arange(measure_detail.PERIODS // 6, measure_detail.PERIODS // 2)
    count = lines.shape[1]
    window = np.sin((np.arange(count) + 0.5) / count * np.pi)
    moved = (lines - lines.mean(1, keepdims=True)) * window
    power = np.log((np.abs(moved @ wave(number, count).T) ** 2).mean(0) + 1)
    around = np.convolve(np.pad(power, 7, mode="reflect"), np.ones(15) / 15, mode="valid")
    grid = measure_detail.PERIODS // 8
    off = np.abs((number + 2) % grid - 2) > 1.5
    return float(np.where(off, power - around, 0).max())
