"""Light of a wrong strength, colour or direction: on the whole picture, across the face, in the sockets, on skin."""

from __future__ import annotations

import cv2
import numpy as np

from models_src.training.alterations.subject import Picture, Subject, codes, linear, rounded


def dark(s: Subject, k: int) -> Picture:
    """1.5, 2.5, 3.5 stops less light."""
    return codes(linear(s.picture) * 0.5 ** (1.5, 2.5, 3.5)[k - 1])


def light(s: Subject, k: int) -> Picture:
    """0.8, 1.6, 2.4 stops more light."""
    return codes(linear(s.picture) * 2 ** (0.8, 1.6, 2.4)[k - 1])


def washed_out(s: Subject, k: int) -> Picture:
    """Contrast reduced to 70, 45, 25 % around a light grey."""
    return rounded(185 + (s.picture.astype(np.float32) - 185) * (0.70, 0.45, 0.25)[k - 1])


def colour_cast(s: Subject, k: int) -> Picture:
    """Light of a wrong colour: red, blue, green or yellow by chance."""
    casts = ((1.0, 0.62, 0.62), (0.62, 0.72, 1.0), (0.68, 1.0, 0.68), (1.0, 0.92, 0.45))
    cast = np.array(casts[s.seed % 4]) ** (0.8, 1.7, 2.8)[k - 1]
    return codes(linear(s.picture) * (cast / cast.mean()))


def grey(s: Subject, k: int) -> Picture:
    """Black and white; the strengths are the same."""
    tone = s.picture @ np.array([0.299, 0.587, 0.114])
    return rounded(np.repeat(tone[..., None], 3, 2))


def side_light(s: Subject, k: int) -> Picture:
    """One side of the person in 65, 40, 20 % of the light, soft over the nose."""
    least = (0.65, 0.40, 0.20)[k - 1]
    sign = 1 if s.seed % 2 else -1
    x = (np.arange(s.picture.shape[1]) - s.eyes[0]) / s.ied * sign
    ramp = least + (1 - least) / (1 + np.exp(-4 * x))
    light = 1 + (ramp[None] - 1) * s.alpha
    return codes(linear(s.picture) * light[..., None])


def face_shadow(s: Subject, k: int) -> Picture:
    """A shadow with an edge across the face, at an angle of chance, in 65, 45, 25 % of the light."""
    chance = s.chance(3)
    angle, shift = chance.uniform(0, 2 * np.pi), chance.uniform(-0.2, 0.3) * s.ied
    y, x = s.grid()
    centre = s.points[4]
    side = (x - centre[0]) * np.cos(angle) + (y - centre[1]) * np.sin(angle) - shift
    mask = s.alpha / (1 + np.exp(-side / (0.06 * s.ied)))
    least = (0.65, 0.45, 0.25)[k - 1]
    return codes(linear(s.picture) * (1 + (least - 1) * mask)[..., None])


def socket_shadow(s: Subject, k: int) -> Picture:
    """Light from above: the sockets in 60, 40, 22 % of the light."""
    mask = np.zeros(s.picture.shape[:2], np.float32)
    for iris in (468, 473):
        centre = s.points[iris] + [0, -0.02 * s.ied]
        axes = (int(0.30 * s.ied), int(0.20 * s.ied))
        cv2.ellipse(mask, (int(centre[0]), int(centre[1])), axes, 0, 0, 360, 1.0, -1)
    mask = cv2.GaussianBlur(mask, (0, 0), 0.08 * s.ied)
    least = (0.60, 0.40, 0.22)[k - 1]
    return codes(linear(s.picture) * (1 + (least - 1) * mask)[..., None])


def hot_spots(s: Subject, k: int) -> Picture:
    """Flash on forehead, nose and a cheek: 2 to 3 clipped spots of radius 0.05, 0.09, 0.15 inter-eye distances."""
    chance = s.chance(4)
    radius = (0.05, 0.09, 0.15)[k - 1] * s.ied
    y, x = s.grid()
    glow = np.zeros(s.picture.shape[:2], np.float32)
    for point in chance.permutation([151, 4, 50 if s.seed % 2 else 280])[: 2 + s.seed % 2]:
        centre = s.points[point] + chance.normal(0, 0.04, 2) * s.ied
        far = np.hypot((x - centre[0]) / chance.uniform(0.8, 1.4), y - centre[1]) / radius
        glow = np.maximum(glow, 1.6 * np.exp(-(far**2) * 0.7))
    return codes(linear(s.picture) * (1 - np.clip(glow, 0, 1)[..., None]) + np.clip(glow, 0, 1)[..., None] * 1.0)
