"""The matte's network as it is trained, and how its weights are written and read again. Needs torch (matte_fit.py says
which)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from models_src.training.grown import grown
from models_src.training.stepped import stepped

INPUTS = 8
"""Red, green, blue, place aside and down, the wide and the close mask, the classic matte."""
Widths = tuple[int, int, int, int]
NARROW: Widths = (16, 24, 40, 64)
"""Channels at a half, a quarter, an eighth and a sixteenth of the grid."""
WIDE: Widths = (16, 32, 64, 96)
"""The same of a network of 467,000 weights in place of 212,000."""
FINE = 8
"""Channels on the grid itself."""


class Block(nn.Sequential):
    """Convolution 3 x 3, normalised (folded away when it is written), ReLU."""

    def __init__(self, inputs: int, outputs: int, stride: int = 1, spread: int = 1) -> None:
        conv = nn.Conv2d(inputs, outputs, 3, stride, spread, dilation=spread, bias=False)
        super().__init__(conv, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class Net(nn.Module):
    """[n, 8, h, w] as INPUTS says (0..1) -> [n, 1, h, w] a matte before it is cut to 0..1; h, w multiples of 16."""

    def __init__(self, widths: Widths) -> None:
        super().__init__()
        a, b, c, d = widths
        self.down = nn.ModuleList(
            [
                nn.Sequential(Block(4 * INPUTS, a), Block(a, a)),
                nn.Sequential(Block(a, b, 2), Block(b, b)),
                nn.Sequential(Block(b, c, 2), Block(c, c)),
                nn.Sequential(Block(c, d, 2), Block(d, d, spread=2), Block(d, d, spread=3), Block(d, d)),
            ]
        )
        self.across = nn.ModuleList([nn.Conv2d(d, 4 * c, 1), nn.Conv2d(c, 4 * b, 1), nn.Conv2d(b, 4 * a, 1)])
        self.up = nn.ModuleList([Block(c, c), Block(b, b), Block(a, a)])
        self.grown = nn.Conv2d(a, 4 * FINE, 1)
        self.fine = Block(FINE + INPUTS, FINE)
        self.last = nn.Conv2d(FINE, 1, 3, padding=1)
        nn.init.zeros_(self.last.weight)
        nn.init.zeros_(self.last.bias)

    def forward(self, given: torch.Tensor) -> torch.Tensor:
        given = (given - 0.5).contiguous(memory_format=torch.channels_last)
        x, held = gathered(given), []
        for step in self.down:
            x = step(x)
            held.append(x)
        for across, step, other in zip(self.across, self.up, held[-2::-1], strict=True):
            x = step(spread(across(x)) + other)
        x = spread(self.grown(x))
        return self.last(self.fine(torch.cat([x, given.to(x.dtype)], 1))) + (given[:, INPUTS - 1 :] + 0.5)


def gathered(given: torch.Tensor) -> torch.Tensor:
    """[n, c, h, w] -> [n, 4 c, h / 2, w / 2], the cells of a block one after the other, as ONNX' SpaceToDepth has
    them; channels stay last in memory."""
    n, c, h, w = given.shape
    blocks = given.permute(0, 2, 3, 1).reshape(n, h // 2, 2, w // 2, 2, c).permute(0, 1, 3, 2, 4, 5)
    return blocks.reshape(n, h // 2, w // 2, 4 * c).permute(0, 3, 1, 2)


def spread(given: torch.Tensor) -> torch.Tensor:
    """[n, 4 c, h, w] -> [n, c, 2 h, 2 w], as ONNX' DepthToSpace does in its mode DCR."""
    n, c, h, w = given.shape
    blocks = given.permute(0, 2, 3, 1).reshape(n, h, w, 2, 2, c // 4).permute(0, 1, 3, 2, 4, 5)
    return blocks.reshape(n, 2 * h, 2 * w, c // 4).permute(0, 3, 1, 2)


def layers(net: Net) -> list[nn.Module]:
    """Every convolution, or block of one, in the order it runs."""
    order: list[nn.Module] = [block for step in net.down for block in step]
    for across, step in zip(net.across, net.up, strict=True):
        order += [across, step]
    return [*order, net.grown, net.fine, net.last]


def write(net: Net, path: Path) -> None:
    """The layers, their normalisation folded in, as half-precision numbers, kernels in steps."""
    net.eval()
    weights: dict[str, npt.NDArray[np.float16]] = {}
    for k, part in enumerate(layers(net)):
        conv = part[0] if isinstance(part, Block) else part
        kernel = conv.weight.detach()
        bias = conv.bias.detach() if conv.bias is not None else torch.zeros(kernel.shape[0])
        if isinstance(part, Block):
            norm = part[1]
            gain = norm.weight.detach() / torch.sqrt(norm.running_var + norm.eps)
            kernel = kernel * gain[:, None, None, None]
            bias = norm.bias.detach() - norm.running_mean * gain
        weights[f"kernel{k}"], weights[f"bias{k}"] = stepped(kernel.numpy()), bias.numpy().astype(np.float16)
    np.savez_compressed(path, **weights)


def read(net: Net, path: Path, given: torch.Tensor) -> None:
    """The layers as `write` left them, with what `given` [n, 8, h, w] (0..1) shows put into their normalisation; where
    the network is wider than what was written, it gives the same at first (grown.py)."""
    with np.load(path) as kept:
        weights = {name: kept[name].astype(np.float32) for name in kept.files}
    shapes = [tuple((part[0] if isinstance(part, Block) else part).weight.shape) for part in layers(net)]
    after = [isinstance(part, Block) for part in layers(net)]
    weights = grown(weights, shapes, after, np.random.default_rng(len(shapes)))
    hooks = []
    for k, part in enumerate(layers(net)):
        kernel, bias = (torch.from_numpy(weights[f"{name}{k}"]) for name in ("kernel", "bias"))
        conv = part[0] if isinstance(part, Block) else part
        conv.weight.data.copy_(kernel)
        if isinstance(part, Block):
            hooks.append(part[1].register_forward_pre_hook(_undone(bias)))
        else:
            conv.bias.data.copy_(bias)
    with torch.no_grad():
        net.train()(given)
    for hook in hooks:
        hook.remove()


def _undone(bias: torch.Tensor) -> Callable[[nn.BatchNorm2d, tuple[torch.Tensor]], None]:
    """Makes a normalisation give back what it is given, `bias` added."""

    def measured(norm: nn.BatchNorm2d, given: tuple[torch.Tensor]) -> None:
        spread, mean = torch.var_mean(given[0], (0, 2, 3), correction=0)
        norm.running_mean.copy_(mean)
        norm.running_var.copy_(spread)
        norm.weight.data.copy_(torch.sqrt(spread + norm.eps))
        norm.bias.data.copy_(bias + mean)

    return measured
