"""Trains the matte's network: `python -m models_src.training.matte_fit [COURSE WEIGHTS.npz]`.

Needs `pip install torch==2.13.0` in an environment of its own that also sees this tree's packages, a built tree and
PIXID_PHOTOS. One thread, and one more that draws, fixed seeds and fixed numbers of steps; the same machine gives the
same weights. All COURSES one after the other, or from COURSE on, which goes on from what the one before has written.
Prints how much of the classic matte's error is left on what is shown, and on the people who are left out (people.py).
Writes build/samples/matte-net-*.npz, of use once the rate has come to its end: a mean of kernels that still turn does
not fit the normalisation's. What ships came from these courses, though not bit by bit (docs/matting.md).
"""

from __future__ import annotations

import math
import sys
import time
from pathlib import Path
from typing import NamedTuple

import cv2
import numpy as np
import torch
from torch import nn
from torch.optim import swa_utils

from models_src.training import mattes
from models_src.training.cutouts import Cutout, cutout
from models_src.training.matte_net import INPUTS, NARROW, WIDE, Block, Net, Widths, read, write
from models_src.training.matte_pool import Style
from models_src.training.matte_stock import HEAD, Drawing, Held, Stock, batches
from models_src.training.muon import Muon
from models_src.training.people import CHECKED, LEARNT, LEARNT_FIRST
from models_src.training.samples import CACHE, photo_folder
from models_src.training.scenes import ALIKE, BUSY, MIXED
from pixid_native.engine import NativeEngine

SEED = 7


class Course(NamedTuple):
    """`rate`: of what Muon does not turn; `turn`: part of its length by which a kernel turns in a step at first."""

    name: str
    people: tuple[str, ...]
    steps: int
    rate: float
    turn: float
    shown: Drawing
    widths: Widths = NARROW


HARD = Style(ALIKE, bent=0.6, tufted=0.2, lent=0.4, shaded=0.4, blurred=0.3, alike=0.45, dressed=0.5, whole=True)
"""Sharp walls in the person's colours, other people's hair, uneven light, all clothes."""
COURSES = (
    Course("first", LEARNT_FIRST, 26_000, 1.5e-3, 0.008, Drawing(SEED, Style(BUSY))),
    Course("second", LEARNT, 40_000, 1e-3, 0.005, Drawing(SEED, Style(MIXED))),
    Course("third", LEARNT, 9_000, 6e-4, 0.003, Drawing(9, Style(MIXED, 0.8, 0.25), 2, 0.3)),
    Course("fourth", LEARNT, 15_000, 7e-4, 0.004, Drawing(21, Style(MIXED, 0.8, 0.25), 2, 0.3), WIDE),
    Course("fifth", LEARNT, 25_000, 6e-4, 0.0035, Drawing(31, HARD, 2, 0.3), WIDE),
)
"""One after the other, each from where the one before ended."""
WARM = 0.03
KEPT = 0.998
"""Share of the mean of weights that a step leaves as it was; this mean is what is looked at and written."""
SEEN = 500
"""Steps between one look at how far it is and the next."""
CHECKS = 60
"""Samples of people left out."""
MEASURED = 6
"""Batches from which a course takes its normalisation where it goes on from written weights."""


def cuts(people: tuple[str, ...]) -> list[Cutout]:
    """Both portraits of everybody, the first ones first."""
    engine = NativeEngine()
    files = sorted(photo_folder().glob("london_*.jpg"), key=lambda path: path.stem[::-1])
    return [cutout(mattes.portrait(engine, path)) for path in files if path.stem.split("_")[1] in people]


def loss(made: torch.Tensor, truth: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    """Absolute and squared error and that of slopes, before all where `weight` says; beyond 0 and 1 nothing is
    wrong."""
    error = torch.where(
        truth < 0.004, made.clamp(min=0), torch.where(truth > 0.996, (1 - made).clamp(min=0), made - truth)
    )
    cut = made.clamp(0, 1)
    slopes = sum(
        ((cut.diff(dim=axis) - truth.diff(dim=axis)).abs() * weight.narrow(axis, 1, weight.shape[axis] - 1)).mean()
        for axis in (2, 3)
    )
    return (weight * (error.abs() + 3 * error**2)).mean() + slopes


def train(course: Course, people: list[Cutout], others: list[Cutout], begun: Path | None) -> Path:
    """Where its weights are; `others` are looked at every SEEN steps, `begun` are weights to go on from."""
    torch.manual_seed(course.shown.seed)
    steps, path = course.steps, CACHE / f"matte-net-{course.name}.npz"
    apart = Stock(others, course.shown.style, 0.0, np.random.default_rng(course.shown.seed + 1), CHECKS).held
    net = Net(course.widths).to(memory_format=torch.channels_last)
    drawn = batches(people, course.shown, steps if begun is None else steps + MEASURED)
    if begun is not None:
        known = torch.from_numpy(np.concatenate([next(drawn) for _ in range(MEASURED)]))
        read(net, begun, known.permute(0, 3, 1, 2)[:, :INPUTS] / 255)
    turned = [part[0].weight for part in net.modules() if isinstance(part, Block)]
    rest = [one for one in net.parameters() if all(one is not kernel for kernel in turned)]
    rules = [Muon(turned, course.turn), torch.optim.AdamW(rest, course.rate, weight_decay=1e-4)]
    plans = [torch.optim.lr_scheduler.LambdaLR(rule, lambda step: _part(step / steps)) for rule in rules]
    mean = swa_utils.AveragedModel(net, multi_avg_fn=swa_utils.get_ema_multi_avg_fn(KEPT), use_buffers=True)
    since, seen, ours, classic = time.perf_counter(), 0.0, 0.0, 0.0
    for step, batch in enumerate(drawn, 1):
        planes = torch.from_numpy(batch).permute(0, 3, 1, 2)  # channels last, as convolutions want them
        truth, weight = (planes[:, k : k + 1].float() / 255 for k in (INPUTS, INPUTS + 1))
        with torch.autocast("cpu", torch.bfloat16):  # twice as fast
            made = net(planes[:, :INPUTS].bfloat16() / 255)
        error = loss(made.float(), truth, weight)
        for rule in rules:
            rule.zero_grad(set_to_none=True)
        error.backward()
        nn.utils.clip_grad_norm_(rest, 1.0)
        for rule, plan in zip(rules, plans, strict=True):
            rule.step()
            plan.step()
        mean.update_parameters(net)
        seen += error.item()
        with torch.no_grad():
            ours += float((weight * (made.float().clamp(0, 1) - truth) ** 2).sum())
            classic += float((weight * (planes[:, INPUTS - 1 : INPUTS].float() / 255 - truth) ** 2).sum())
        if step % SEEN == 0:
            print(
                f"{step} {seen / SEEN:.4f}, {ours / classic:.3f} of the classic error, "
                f"{left(mean.module, apart):.3f} on the others, {time.perf_counter() - since:.0f} s",
                flush=True,
            )
            seen = ours = classic = 0.0
    write(mean.module, path)
    return path


def _part(done: float) -> float:
    """Of the rate: up from nothing within WARM, then along half a cosine to nothing."""
    return min(done / WARM, 1.0) * 0.5 * (1 + math.cos(math.pi * min(done, 1.0)))


def left(net: Net, pool: list[Held]) -> float:
    """Squared error of the network's mattes over that of the classic ones, about the heads of `pool`."""
    net.eval()
    ours, classic = 0.0, 0.0
    for one in pool:
        given = torch.from_numpy(one.planes[None].astype(np.float32) / 255).permute(0, 3, 1, 2)
        head, truth = int(HEAD * len(one.planes)), given[:, INPUTS : INPUTS + 1]
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            made = net(given[:, :INPUTS]).float().clamp(0, 1)
        ours += float(((made - truth)[:, :, :head] ** 2).sum())
        classic += float(((given[:, INPUTS - 1 : INPUTS] - truth)[:, :, :head] ** 2).sum())
    net.train()
    return ours / classic


if __name__ == "__main__":
    torch.set_num_threads(1)
    cv2.setNumThreads(1)
    torch.use_deterministic_algorithms(True)
    names = [course.name for course in COURSES]
    if len(sys.argv) not in (1, 3) or (len(sys.argv) == 3 and sys.argv[1] not in names[1:]):
        sys.exit(f"matte_fit [COURSE WEIGHTS.npz], where COURSE is one of {', '.join(names[1:])}")
    weights = Path(sys.argv[2]) if len(sys.argv) == 3 else None
    begin = names.index(sys.argv[1]) if len(sys.argv) == 3 else 0
    others = cuts(CHECKED)
    for course in COURSES[begin:]:
        weights = train(course, cuts(course.people), others, weights)
