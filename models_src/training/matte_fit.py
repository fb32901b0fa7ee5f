"""Trains the matte's network: `python -m models_src.training.matte_fit [FOLD...]`, FOLD 0, 1 or all.

Needs `pip install torch==2.13.0` in an environment of its own that also sees this tree's packages, and the pool
(matte_pool.py). On one core, with a fixed seed and a fixed number of steps; the same machine gives the same weights.
Fold 0 learns from every other person and is scored on the rest, fold 1 the other way round. Writes
build/samples/matte-net-FOLD.npz and prints how much of the classic matte's error is left. docs/matting.md has the
figures and says why nothing of it ships yet.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn
from torch.nn import functional

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "build" / "samples"
STEPS, BATCH, PATCH = 3000, 8, 128
RATE = 4e-3
SEED = 7
WIDTHS = (16, 24, 40, 64)
"""Channels at a half, a quarter, an eighth and a sixteenth of the grid."""
FINE = 8
EVERY = 6
"""One of so many pictures of the other people is scored."""
WRONG, HEAD = 40, 0.65
"""Difference in codes that counts as wrong; part of the grid, from above, that shows the head in these portraits."""

Bytes = npt.NDArray[np.uint8]


class Block(nn.Sequential):
    """Convolution 3 x 3, normalised (folded away when it is written), ReLU."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1, spread: int = 1) -> None:
        conv = nn.Conv2d(inputs, outputs, 3, stride, spread, dilation=spread, bias=False)
        super().__init__(conv, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Net(nn.Module):
    """[n, 5, h, w] colours, mask, classic matte (0..1) -> [n, 1, h, w] a matte before it is cut to 0..1; h, w multiples
    of 16."""

    def __init__(self) -> None:
        super().__init__()
        a, b, c, d = WIDTHS
        self.down = nn.ModuleList(
            [
                nn.Sequential(Block(20, a), Block(a, a)),
                nn.Sequential(Block(a, b, 2), Block(b, b)),
                nn.Sequential(Block(b, c, 2), Block(c, c)),
                nn.Sequential(Block(c, d, 2), Block(d, d, spread=2), Block(d, d)),
            ]
        )
        self.across = nn.ModuleList([nn.Conv2d(d, 4 * c, 1), nn.Conv2d(c, 4 * b, 1), nn.Conv2d(b, 4 * a, 1)])
        self.up = nn.ModuleList([Block(c, c), Block(b, b), Block(a, a)])
        self.grown = nn.Conv2d(a, 4 * FINE, 1)
        self.fine = Block(FINE + 5, FINE)
        self.last = nn.Conv2d(FINE, 1, 3, padding=1)
        nn.init.zeros_(self.last.weight)
        nn.init.zeros_(self.last.bias)

    def forward(self, given: torch.Tensor) -> torch.Tensor:
        x, held = functional.pixel_unshuffle(given - 0.5, 2), []
        for step in self.down:
            x = step(x)
            held.append(x)
        for across, step, other in zip(self.across, self.up, held[-2::-1], strict=True):
            x = step(functional.pixel_shuffle(across(x), 2) + other)
        x = functional.pixel_shuffle(self.grown(x), 2)
        return self.last(self.fine(torch.cat([x, given - 0.5], 1))) + given[:, 4:]


def samples(fold: str) -> list[Bytes]:
    """The pool of the people this fold learns from."""
    files = sorted((SAMPLES / "matte-pool").glob("london_*.npz"))
    people = sorted({path.stem.split("_")[1] for path in files})
    learnt = people if fold == "all" else people[int(fold) :: 2]
    pool = []
    for path in files:
        if path.stem.split("_")[1] in learnt:
            with np.load(path) as kept:
                pool += [kept[name] for name in kept.files]
    return pool


def batch(pool: list[Bytes], dice: np.random.Generator) -> torch.Tensor:
    """[BATCH, 6, PATCH, PATCH] 0..1: mostly around the outline, mirrored and in another light at random."""
    made = [patch(pool[int(dice.integers(len(pool)))], dice) for _ in range(BATCH)]
    return torch.from_numpy(np.stack(made))


def patch(sample: Bytes, dice: np.random.Generator) -> npt.NDArray[np.float32]:
    height, width = sample.shape[:2]
    rows, columns = _wanted(sample, dice)
    k = int(dice.integers(len(rows)))
    y, x = (n - PATCH // 2 + dice.integers(-PATCH // 3, PATCH // 3) for n in (rows[k], columns[k]))
    y, x = int(np.clip(y, 0, height - PATCH)), int(np.clip(x, 0, width - PATCH))
    cut = sample[y : y + PATCH, x : x + PATCH].astype(np.float32) / 255
    if dice.random() < 0.5:
        cut = cut[:, ::-1]
    light = np.exp(dice.normal(0, 0.15)) * np.exp(dice.normal(0, 0.05, 3)).astype(np.float32)
    colours = np.clip(cut[..., :3] * light + 0.05 * dice.normal(), 0, 1)
    return np.ascontiguousarray(np.concatenate([colours, cut[..., 3:]], 2).transpose(2, 0, 1), np.float32)


def _wanted(sample: Bytes, dice: np.random.Generator) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Places to look at: where the classic matte is wrong about the head, where the mask is soft, anywhere."""
    mask, classic, truth = (sample[..., k].astype(np.int64) for k in (3, 4, 5))
    wrong = np.abs(classic - truth) > WRONG
    wrong[int(HEAD * len(wrong)) :] = False
    soft, chance = np.abs(mask - 127) < 117, dice.random()
    places = wrong if chance < 0.65 and wrong.any() else soft if chance < 0.92 and soft.any() else mask >= 0
    found: tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]] = np.nonzero(places)
    return found


def loss(made: torch.Tensor, given: torch.Tensor) -> torch.Tensor:
    """Absolute and squared error and that of slopes, where the truth is soft or the mask or the classic matte is wrong
    before all; beyond 0 and 1 nothing is wrong."""
    truth = given[:, 5:]
    soft = functional.max_pool2d(((truth > 0.02) & (truth < 0.98)).float(), 13, 1, 6)
    wrong = ((given[:, 3:5] - truth).abs().amax(1, keepdim=True) > 0.1).float()
    weight = 0.15 + torch.maximum(soft, wrong)
    error = torch.where(
        truth < 0.004, made.clamp(min=0), torch.where(truth > 0.996, (1 - made).clamp(min=0), made - truth)
    )
    cut = made.clamp(0, 1)
    slopes = sum(
        ((cut.diff(dim=axis) - truth.diff(dim=axis)).abs() * weight.narrow(axis, 1, PATCH - 1)).mean()
        for axis in (2, 3)
    )
    return (weight * (error.abs() + 2 * error**2)).mean() + slopes


def train(fold: str) -> None:
    torch.manual_seed(SEED)
    dice = np.random.default_rng(SEED)
    pool = samples(fold)
    net = Net().to(memory_format=torch.channels_last)
    rule = torch.optim.AdamW(net.parameters(), RATE, weight_decay=1e-4)
    plan = torch.optim.lr_scheduler.OneCycleLR(rule, RATE, STEPS, pct_start=0.1)
    begun, seen = time.perf_counter(), 0.0
    for step in range(STEPS):
        given = batch(pool, dice).to(memory_format=torch.channels_last)
        error = loss(net(given[:, :5]), given)
        rule.zero_grad(set_to_none=True)
        error.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        rule.step()
        plan.step()
        seen += error.item()
        if step % 50 == 49:
            print(f"{fold} {step + 1} {seen / 50:.4f} {time.perf_counter() - begun:.0f} s", flush=True)
            seen = 0.0
    write(net, SAMPLES / f"matte-net-{fold}.npz")
    if fold != "all":
        print(
            f"{fold}: {left(net, samples(str(1 - int(fold)))[::EVERY]):.3f} of the error on the other people",
            flush=True,
        )


def left(net: Net, pool: list[Bytes]) -> float:
    """Squared error of the network's mattes over that of the classic ones, about the heads of `pool`."""
    net.eval()
    ours, classic = 0.0, 0.0
    for sample in pool:
        height, width = (side // 16 * 16 for side in sample.shape[:2])
        given = torch.from_numpy(sample[:height, :width].astype(np.float32).transpose(2, 0, 1)[None].copy() / 255)
        head, truth = int(HEAD * height), given[:, 5:]
        with torch.no_grad():
            made = net(given[:, :5]).clamp(0, 1)
        ours += float(((made - truth)[:, :, :head] ** 2).sum())
        classic += float(((given[:, 4:5] - truth)[:, :, :head] ** 2).sum())
    return ours / classic


def write(net: Net, path: Path) -> None:
    """Every convolution in the order it runs, its normalisation folded in, as half-precision numbers."""
    net.eval()
    weights: dict[str, npt.NDArray[np.float16]] = {}
    blocks = [block for step in net.down for block in step]
    order: list[nn.Module] = [*blocks]
    for across, step in zip(net.across, net.up, strict=True):
        order += [across, step]
    for k, part in enumerate([*order, net.grown, net.fine, net.last]):
        conv = part[0] if isinstance(part, Block) else part
        kernel = conv.weight.detach()
        bias = conv.bias.detach() if conv.bias is not None else torch.zeros(kernel.shape[0])
        if isinstance(part, Block):
            norm = part[1]
            gain = norm.weight.detach() / torch.sqrt(norm.running_var + norm.eps)
            kernel = kernel * gain[:, None, None, None]
            bias = norm.bias.detach() - norm.running_mean * gain
        weights[f"kernel{k}"], weights[f"bias{k}"] = kernel.numpy().astype(np.float16), bias.numpy().astype(np.float16)
    np.savez_compressed(path, **weights)


if __name__ == "__main__":
    torch.set_num_threads(1)
    for chosen in sys.argv[1:] or ("0", "1", "all"):
        train(chosen)
