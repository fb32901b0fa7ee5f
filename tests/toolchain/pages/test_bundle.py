"""What the app's folder holds, and how it is named."""

from pathlib import Path

import pytest

from tests.toolchain.pages.rendered import site
from toolchain.errors import BuildError
from toolchain.pages import bundle
from toolchain.paths import ROOT


def test_modules_hold_pipeline_and_app_under_their_import_paths() -> None:
    made = bundle.modules(ROOT)
    assert "pixid/__init__.py" in made and "pixid/document.py" in made
    assert {name.split("/")[0] for name in made} == {"pixid", "app", "pyscript"}


def test_the_folder_is_named_by_everything_in_it() -> None:
    files = {"a": b"1", "b": b"2"}
    assert bundle.version(files) == bundle.version(dict(reversed(files.items())))
    assert (
        len({bundle.version(other) for other in (files, {"a": b"12", "b": b""}, {"a": b"1"}, {"a": b"1", "c": b"2"})})
        == 4
    )


def test_the_site_has_what_pages_start() -> None:
    names = {path.rsplit("/", 1)[1] for path in site() if path.startswith("app/")}
    assert {"start.mjs", "boot.mjs", "engine.mjs", "main.py", "modules.bin"} <= names
    assert not {"addresses.mjs", "adjust.mjs", "graphs.mjs"} & names, "these are within boot.mjs and engine.mjs"


def test_a_missing_manifest_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"graphs\.json is missing"):
        bundle.addresses(tmp_path, {})
