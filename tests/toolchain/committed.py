"""The rulebook as it is committed, read and compiled once for all tests. Nobody may change what they get."""

from functools import cache
from typing import Any

from toolchain.paths import SPECS
from toolchain.rulebook.compile import compile_spec
from toolchain.rulebook.load import Spec, load


@cache
def specs() -> tuple[Spec, ...]:
    """Every spec, sorted by id."""
    return tuple(load(SPECS))


@cache
def documents() -> tuple[dict[str, Any], ...]:
    """Every compiled document, in the same order."""
    return tuple(compile_spec(spec) for spec in specs())
