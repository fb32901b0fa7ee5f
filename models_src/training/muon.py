"""Kernels learnt by orthogonal steps: momentum whose singular values are all made one (Jordan et al., "Muon", 2024).

A step turns every filter alike, whatever the size of its gradient; small networks of convolutions learn from fewer
samples this way. Only for kernels that a normalisation follows: their length means nothing and is kept.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch

QUINTIC = (3.4445, -4.7750, 2.0315)
"""Of the iteration that brings singular values near one; Jordan's."""
ROUNDS = 5


class Muon(torch.optim.Optimizer):
    """`rate`: part of its own length by which a kernel turns in a step."""

    def __init__(self, kernels: Iterable[torch.Tensor], rate: float, momentum: float = 0.95) -> None:
        super().__init__(list(kernels), {"lr": rate, "momentum": momentum})

    @torch.no_grad()
    def step(self, closure: None = None) -> None:
        for group in self.param_groups:
            for kernel in group["params"]:
                if kernel.grad is None:
                    continue
                held = self.state[kernel]
                if not held:
                    held["mean"], held["length"] = torch.zeros_like(kernel), kernel.norm()
                held["mean"].lerp_(kernel.grad, 1 - group["momentum"])
                ahead = kernel.grad.lerp(held["mean"], group["momentum"])
                turn = orthogonal(ahead.reshape(len(kernel), -1)).reshape(kernel.shape)
                kernel.add_(turn * (held["length"] / turn.norm().clamp(min=1e-7)), alpha=-group["lr"])
                kernel.mul_(held["length"] / kernel.norm())


def orthogonal(given: torch.Tensor) -> torch.Tensor:
    """[m, n] with singular values of about one (0.7..1.2) and the same directions."""
    a, b, c = QUINTIC
    wide = given if given.shape[0] <= given.shape[1] else given.T
    x = wide / (wide.norm() + 1e-7)
    for _ in range(ROUNDS):
        square = x @ x.T
        x = a * x + (b * square + c * square @ square) @ x
    return x if wide is given else x.T
