"""The graphs built twice, from the networks as the build unpacks them."""

from __future__ import annotations

import functools
import json
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

from quantize.build import build_graphs
from toolchain.models import model_files


class Built(NamedTuple):
    """`native` holds graphs.json and graphs/, `web` the files with hashes in their names."""

    native: Path
    web: Path
    manifest: dict[str, Any]


@functools.cache
def built(time: int = 1) -> Built:
    """The build of the first or of another time; it lies in a folder that goes with the process."""
    folder = _folder(time)
    native, web = folder / "native", folder / "web"
    build_graphs(model_files(), native, web)
    return Built(native, web, json.loads((native / "graphs.json").read_text(encoding="utf-8")))


@functools.cache
def _keeper(time: int) -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix=f"graphs{time}-")


def _folder(time: int) -> Path:
    return Path(_keeper(time).name)
