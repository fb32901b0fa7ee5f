"""Eyes that are red, closed, turned away, behind hair or covered."""

from __future__ import annotations

import cv2
import numpy as np

from models_src import face_map
from models_src.training.alterations.subject import Picture, Subject, rounded


def red_eyes(s: Subject, k: int) -> Picture:
    """Pupils lit red: 45, 60, 80 % of the iris' radius, weak to strong."""
    made = s.picture.astype(np.float32)
    for iris, lids in ((468, face_map.LIDS[0]), (473, face_map.LIDS[1])):
        radius = np.linalg.norm(s.points[iris + 1 : iris + 5] - s.points[iris], axis=1).mean()
        mask = np.zeros(s.picture.shape[:2], np.float32)
        centre = np.round(s.points[iris] * 16).astype(int)
        cv2.circle(
            mask, (int(centre[0]), int(centre[1])), int(radius * 16 * (0.45, 0.6, 0.8)[k - 1]), 1.0, -1, cv2.LINE_AA, 4
        )
        mask = cv2.GaussianBlur(mask, (0, 0), radius * 0.12) * s.face(lids)
        red = np.array(((130, 40, 35), (175, 40, 40), (225, 60, 60))[k - 1], np.float32)
        made = made * (1 - 0.85 * mask[..., None]) + red * 0.85 * mask[..., None]
    return rounded(made)


def eyes_closed(s: Subject, k: int) -> Picture:
    """The lids come down over 55, 80, 100 % of the opening: skin from above the eye is drawn over it."""
    part = (0.55, 0.80, 1.0)[k - 1]
    y, x = s.grid()
    made = s.picture.copy()
    for lids in face_map.LIDS:
        outline = s.points[list(lids)]
        upper, lower = outline[:9], np.concatenate([outline[8:], outline[:1]])[::-1]
        left, right = outline[0, 0], outline[8, 0]
        inside = (x[0] > left) & (x[0] < right)
        top = np.interp(x[0], upper[:, 0], upper[:, 1])
        base = np.interp(x[0], lower[:, 0], lower[:, 1])
        opening = np.where(inside, base - top, 0)
        lid = top - 0.55 * s.ied * 0.28  # skin up to under the brow is stretched
        reach = top + opening * part
        stretch = (reach - lid) / np.maximum(top - lid, 1)
        source = lid + (y - lid) / stretch
        use = inside & (y > lid) & (y < reach) & (opening > 0)
        drawn = cv2.remap(s.picture, x, np.where(use, source, y).astype(np.float32), cv2.INTER_LINEAR)
        soft = cv2.GaussianBlur(use.astype(np.float32), (0, 0), 0.006 * s.ied)[..., None]
        made = rounded(made * (1 - soft) + drawn * soft)
        if part == 1.0:  # the lashes of a closed eye
            line = np.stack([x[0][inside], (base - 0.01 * s.ied)[inside]], 1)
            cv2.polylines(
                made, [np.round(line).astype(np.int32)], False, (45, 35, 30), max(2, int(0.02 * s.ied)), cv2.LINE_AA
            )
    return made


def gaze(s: Subject, k: int) -> Picture:
    """Irises moved aside by 4, 7, 10 % of the inter-eye distance, lids left as they are."""
    step = (0.04, 0.07, 0.10)[k - 1] * s.ied * (1 if s.seed % 2 else -1)
    y, x = s.grid()
    made = s.picture.copy()
    for iris, lids in ((468, face_map.LIDS[0]), (473, face_map.LIDS[1])):
        outline = s.points[list(lids)]
        half = np.linalg.norm(outline[8] - outline[0]) / 2
        # The shift is full at the iris and dies away towards the corners.
        far = np.clip(np.abs(x - s.points[iris][0] - step) / half, 0, 1)
        moved = (x - step * np.cos(far * np.pi / 2)).astype(np.float32)
        drawn = cv2.remap(s.picture, moved, y, cv2.INTER_LINEAR)
        mask = s.face(lids, 0.008 * s.ied)[..., None]
        made = rounded(made * (1 - mask) + drawn * mask)
    return made


def hair_over_eyes(s: Subject, k: int) -> Picture:
    """Strands in the colour of the person's hair fall over one eye: 6, 16, 40 of them; for two of three people a solid
    lock from the parting to the cheek instead, over a third, two thirds, all of the eye."""
    chance = s.chance(8)
    eye = s.points[468 if s.seed % 2 else 473]
    over = s.points[10] + [0, -0.25 * s.ied]
    height, width = s.picture.shape[:2]
    sample_at = np.clip(np.round(over - [0, 0.25 * s.ied]).astype(int), 0, [width - 1, height - 1])
    patch = s.picture[max(0, sample_at[1] - 12) : sample_at[1] + 12, max(0, sample_at[0] - 12) : sample_at[0] + 12]
    tone = np.median(patch.reshape(-1, 3), 0)
    tone = tone if tone.mean() < 150 else np.array([95.0, 70, 50])
    made = s.picture.copy()
    if s.seed % 3:
        side = -1 if s.seed % 2 else 1
        reach = (0.10, 0.0, -0.13)[k - 1] * side * s.ied  # where the inner edge of the lock crosses the eye
        for _ in range(260):
            t = np.linspace(0, 1, 40)[:, None]
            inner = chance.uniform(0, 1) ** 0.7
            start = over + np.array([chance.normal(0, 0.12) * s.ied, chance.normal(0, 0.05) * s.ied])
            middle = eye + np.array([reach + inner * 0.42 * side * s.ied, -0.15 * s.ied])
            end = eye + np.array([reach * 0.6 + side * (0.30 + 0.25 * inner) * s.ied, chance.uniform(0.5, 0.9) * s.ied])
            line = (1 - t) ** 2 * start + 2 * t * (1 - t) * (2 * middle - (start + end) / 2) + t**2 * end
            paint = tuple(int(v) for v in np.clip(tone + chance.normal(0, 14), 0, 255))
            cv2.polylines(
                made, [np.round(line * 16).astype(np.int32)], False, paint, max(1, round(0.014 * s.ied)), cv2.LINE_AA, 4
            )
        return made
    for _ in range((6, 16, 40)[k - 1]):
        start = over + np.array([chance.normal(0, 0.25), chance.normal(0, 0.06)]) * s.ied
        end = eye + np.array([chance.normal(0, 0.13), chance.uniform(0.1, 0.55)]) * s.ied
        bend = (start + end) / 2 + chance.normal(0, 0.1, 2) * s.ied
        t = np.linspace(0, 1, 40)[:, None]
        line = (1 - t) ** 2 * start + 2 * t * (1 - t) * bend + t**2 * end
        paint = tuple(int(v) for v in np.clip(tone + chance.normal(0, 12, 3), 0, 255))
        cv2.polylines(
            made,
            [np.round(line * 16).astype(np.int32)],
            False,
            paint,
            max(1, round(chance.uniform(0.008, 0.022) * s.ied)),
            cv2.LINE_AA,
            4,
        )
    return made


def eye_covered(s: Subject, k: int) -> Picture:
    """A patch over half an eye, an eye, or both."""
    made = s.picture
    for iris in (468, 473)[: 1 if k < 3 else 2]:
        centre = s.points[iris] + [0, -0.09 * s.ied if k == 1 else 0]
        mask = np.zeros(s.picture.shape[:2], np.float32)
        cv2.ellipse(
            mask,
            (int(centre[0]), int(centre[1])),
            (int(0.26 * s.ied), int((0.09 if k == 1 else 0.17) * s.ied)),
            0,
            0,
            360,
            1.0,
            -1,
            cv2.LINE_AA,
        )
        colour = np.array([[30, 28, 28], [190, 150, 120], [215, 215, 215], [90, 60, 45]][s.seed % 4], np.float32)
        made = s._replace(picture=made).mixed(np.broadcast_to(colour, made.shape), mask)
    return made
