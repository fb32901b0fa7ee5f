"""Figures, the budgets they are held against, and what the pair of them says."""

from collections.abc import Mapping
from typing import NamedTuple

HUMAN = "human"
MB, KB = 1_000_000, 1_000
MILLISECONDS, SECONDS = "ms", "s"
NONE = float("inf")
"""Limit of a figure that is shown for comparison."""


class Budget(NamedTuple):
    """What a figure has to reach: at most `limit` (at least, with `least`), in the figure's unit or, with `relative`,
    in times what human needs. `aim`: what we would like."""

    what: str
    limit: float
    aim: float | None = None
    relative: bool = False
    least: bool = False


class Figure(NamedTuple):
    """One measured value; `peers`: the same of each peer; `note`: what else is worth knowing."""

    id: str
    value: float
    unit: str
    peers: Mapping[str, float] = {}
    note: str = ""

    @property
    def ratio(self) -> float:
        """In times what human needs."""
        return self.value / self.peers[HUMAN]


BUDGETS: Mapping[str, Budget] = {
    "cold.landmarks": Budget("cold: navigation to landmarks", 1.2, relative=True),
    "cold.verdict": Budget("cold: navigation to the whole verdict", 2.0, aim=1.0, relative=True),
    "warm.landmarks": Budget("warm: next photo to landmarks", 0.5, relative=True),
    "warm.verdict": Budget("warm: next photo to the whole verdict", 1.5, aim=0.7, relative=True),
    "bytes.brotli": Budget("transferred before the first verdict, brotli 11", 6.5, aim=5.5),
    "bytes.decoded": Budget("the same, decoded", NONE),
    "models.brotli": Budget("all models together, brotli 11", 3.5),
    "landing.bytes": Budget("landing page before anyone touches the tool, brotli 11", 60),
    "landing.lcp": Budget("landing page: largest contentful paint", 500),
    "landing.cls": Budget("landing page: layout shift", 0),
    "large.verdict": Budget("12-megapixel JPEG, warm: file chosen to verdict", 900),
    "large.made": Budget("the same to the finished file, before sheet and report", 1200),
    "large.backdrop": Budget("the background of a 12-megapixel photo replaced: how much longer", 1000),
    "thread.task": Budget("longest task on the main thread", 50),
    "thread.python": Budget("longest Python step", 10),
    "thread.python.work": Budget("the processor's longest work in one Python step", NONE),
    "memory.peak": Budget("peak memory of the tab, 12-megapixel photo", 350),
    "memory.process": Budget("the same, peak of its process over an empty page's", NONE),
    "memory.backdrop": Budget("peak memory of the tab with the background replaced", 450),
    "native.one": Budget("native, one process, 1350 x 1350, whole verdict", 8, least=True),
    "native.two": Budget("native, two processes over one", 1.8, least=True),
    "build.clean": Budget("build from a clean checkout, downloads cached", 120),
    "build.again": Budget("unchanged rebuild", 5),
    "agree.points": Budget("browser and native: points of the face", 0.1),
    "agree.measures": Budget("browser and native: measured values, relative", 1e-3),
    "agree.verdicts": Budget("browser and native: findings that differ", 0),
    "page.time": Budget("a further page: build", 12),
    "page.bytes": Budget("a further page: output", 40),
}
"""By figure; the camera coach's budget joins when there is a camera coach. 1 MB is 1,000,000 bytes."""

DIGITS = {"ms": 0, "s": 1, "MB": 2, "KB": 1, "px": 4, "photos/s": 1, "x": 2, "": 5, "findings": 0}


def met(figure: Figure) -> bool:
    """Whether the budget is kept."""
    budget = BUDGETS[figure.id]
    return _reaches(figure, budget.limit)


def aim_met(figure: Figure) -> bool | None:
    """Whether we are where we would like to be; None where that is nowhere further."""
    aim = BUDGETS[figure.id].aim
    return None if aim is None else _reaches(figure, aim)


def written(value: float, unit: str) -> str:
    """A value as the table shows it; small times with a decimal, for their budgets are small too."""
    digits = 1 if unit == MILLISECONDS and value < 100 else DIGITS[unit]
    return f"{value:,.{digits}f} {unit}".strip()


def budget_written(figure: Figure) -> str:
    """The budget as the table shows it; empty where there is none."""
    budget = BUDGETS[figure.id]
    if budget.limit == NONE:
        return ""
    sign = ">=" if budget.least else "<="
    unit = "x human" if budget.relative else figure.unit
    aim = "" if budget.aim is None else f" (aim {budget.aim:g})"
    return f"{sign} {budget.limit:g} {unit}".strip() + aim


def _reaches(figure: Figure, limit: float) -> bool:
    value = figure.ratio if BUDGETS[figure.id].relative else figure.value
    return value >= limit if BUDGETS[figure.id].least else value <= limit
