"""Trains the matte's network: `python -m models_src.training.matte_fit [checked | all] [STEPS]`.

Needs `pip install torch==2.13.0` in an environment of its own that also sees this tree's packages, a built tree and
PIXID_PHOTOS. One thread, a fixed seed and a fixed number of steps; the same machine gives the same weights. `all`
learns from everybody that may be learnt from (people.py), `checked` leaves three of them out and prints how much of the
classic matte's error is left on these. Writes build/samples/matte-net-*.npz; what ships came from `all 12000`.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.optim import swa_utils

from models_src.training import mattes
from models_src.training.cutouts import Cutout, cutout
from models_src.training.matte_net import INPUTS, Net, write
from models_src.training.matte_stock import HEAD, Bytes, Stock
from models_src.training.people import CHECKED, LEARNT
from models_src.training.samples import CACHE, photo_folder
from pixid_native.engine import NativeEngine

STEPS, RATE, SEED = 20_000, 3e-3, 7
"""The rate has to come to its end: broken off half way the weights are of no use, mean or not."""
RENEWED = 4
"""Steps between one new sample and the next."""
WARM = 0.03
KEPT = 0.998
"""Share of the mean of weights that a step leaves as it was; this mean is what is looked at and written."""
SEEN = 500
"""Steps between one look at how far it is and the next."""
CHECKS = 90
"""Samples of people left out."""


def cuts(people: tuple[str, ...]) -> list[Cutout]:
    """Both portraits of everybody, the first ones first."""
    engine = NativeEngine()
    files = sorted(photo_folder().glob("london_*.jpg"), key=lambda path: path.stem[::-1])
    return [cutout(mattes.portrait(engine, path)) for path in files if path.stem.split("_")[1] in people]


def loss(made: torch.Tensor, given: torch.Tensor) -> torch.Tensor:
    """Absolute and squared error and that of slopes, where the truth is soft or a mask or the classic matte is wrong
    before all; beyond 0 and 1 nothing is wrong."""
    truth = given[:, INPUTS:]
    soft = functional.max_pool2d(((truth > 0.02) & (truth < 0.98)).float(), 13, 1, 6)
    wrong = ((given[:, 3:INPUTS] - truth).abs().amax(1, keepdim=True) > 0.1).float()
    weight = 0.15 + torch.maximum(soft, wrong)
    error = torch.where(
        truth < 0.004, made.clamp(min=0), torch.where(truth > 0.996, (1 - made).clamp(min=0), made - truth)
    )
    cut = made.clamp(0, 1)
    slopes = sum(
        ((cut.diff(dim=axis) - truth.diff(dim=axis)).abs() * weight.narrow(axis, 1, weight.shape[axis] - 1)).mean()
        for axis in (2, 3)
    )
    return (weight * (error.abs() + 3 * error**2)).mean() + slopes


def train(people: list[Cutout], others: list[Cutout], steps: int, path: Path) -> None:
    """Writes the weights to `path`; `others` are looked at every SEEN steps."""
    torch.manual_seed(SEED)
    stock = Stock(people, np.random.default_rng(SEED))
    apart = Stock(others, np.random.default_rng(SEED + 1), CHECKS).held if others else []
    net = Net().to(memory_format=torch.channels_last)
    rule = torch.optim.AdamW(net.parameters(), RATE, weight_decay=1e-4)
    plan = torch.optim.lr_scheduler.OneCycleLR(rule, RATE, steps, pct_start=WARM, final_div_factor=1000)
    mean = swa_utils.AveragedModel(net, multi_avg_fn=swa_utils.get_ema_multi_avg_fn(KEPT), use_buffers=True)
    begun, seen = time.perf_counter(), 0.0
    for step in range(1, steps + 1):
        if step % RENEWED == 0:
            stock.renew()
        given = torch.from_numpy(stock.batch()).to(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):  # twice as fast
            made = net(given[:, :INPUTS])
        error = loss(made.float(), given)
        rule.zero_grad(set_to_none=True)
        error.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        rule.step()
        plan.step()
        mean.update_parameters(net)
        seen += error.item()
        if step % SEEN == 0:
            share = f", {left(mean.module, apart):.3f} of the error on the others" if apart else ""
            print(f"{step} {seen / SEEN:.4f}{share}, {time.perf_counter() - begun:.0f} s", flush=True)
            seen = 0.0
            write(mean.module, path)


def left(net: Net, pool: list[Bytes]) -> float:
    """Squared error of the network's mattes over that of the classic ones, about the heads of `pool`."""
    net.eval()
    ours, classic = 0.0, 0.0
    for one in pool:
        given = torch.from_numpy(one.astype(np.float32).transpose(2, 0, 1)[None].copy() / 255)
        head, truth = int(HEAD * one.shape[0]), given[:, INPUTS:]
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            made = net(given[:, :INPUTS].contiguous(memory_format=torch.channels_last)).float().clamp(0, 1)
        ours += float(((made - truth)[:, :, :head] ** 2).sum())
        classic += float(((given[:, INPUTS - 1 : INPUTS] - truth)[:, :, :head] ** 2).sum())
    return ours / classic


if __name__ == "__main__":
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    chosen = sys.argv[1] if len(sys.argv) > 1 else "checked"
    wanted = int(sys.argv[2]) if len(sys.argv) > 2 else STEPS
    others = () if chosen == "all" else CHECKED
    learnt = tuple(one for one in LEARNT if one not in others)
    train(cuts(learnt), cuts(others), wanted, CACHE / f"matte-net-{chosen}.npz")
