"""Installing PixID: refused with one sentence from a tree that is not built, complete from one that is."""

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from toolchain import backend
from toolchain.paths import ROOT


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A work tree with small packages and nothing built."""
    for name in ("pyproject.toml", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "README.md").write_text("PixID\n")
    shutil.copytree(ROOT / "toolchain", tmp_path / "toolchain", ignore=shutil.ignore_patterns("__pycache__"))
    for package in backend.PACKAGES:
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
    (tmp_path / "pixid_native" / "cli.py").write_text("def main():\n    print('it runs')\n")
    return tmp_path


def build(tree: Path) -> None:
    (tree / "pixid_native" / "data" / "graphs").mkdir(parents=True)
    (tree / "pixid_native" / "data" / "graphs.json").write_text("{}")
    (tree / "pixid_native" / "data" / "documents.json").write_text("[]")
    (tree / "pixid_native" / "data" / "graphs" / "find.onnx").write_bytes(b"graph")


def pip(tree: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True)


def hook(tree: Path, call: str) -> subprocess.CompletedProcess[str]:
    """Call a hook of the backend in `tree`, as pip does: in a process of its own."""
    code = f"from toolchain import backend; print(backend.{call})"
    return subprocess.run([sys.executable, "-c", code], cwd=tree, capture_output=True, text=True)


def test_pip_repeats_the_one_sentence_of_a_tree_that_is_not_built(tree: Path) -> None:
    done = pip(tree, "wheel", "--no-deps", "--no-index", "--wheel-dir", str(tree / "out"), ".")
    assert done.returncode != 0
    assert backend.NOT_BUILT in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tree / "out").exists() or not list((tree / "out").iterdir())


@pytest.mark.parametrize("call", ["build_wheel('.')", "build_editable('.')", "build_sdist('.')"])
def test_every_hook_refuses(tree: Path, call: str) -> None:
    done = hook(tree, call)
    assert done.returncode == 1
    assert done.stderr == f"{backend.NOT_BUILT}\n"


def test_the_wheel_carries_graphs_rulebook_and_licences(tree: Path) -> None:
    build(tree)
    done = pip(tree, "wheel", "--no-deps", "--no-index", "--wheel-dir", str(tree / "out"), ".")
    assert done.returncode == 0, done.stderr
    (wheel,) = (tree / "out").glob("pixid-*-py3-none-any.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        assert archive.read("pixid_native/data/graphs/find.onnx") == b"graph"
    assert {"pixid/__init__.py", "pixid_native/cli.py", "pixid_native/data/documents.json"} <= names
    assert any(name.endswith(".dist-info/licenses/NOTICE") for name in names)
    assert not any(name.startswith(("toolchain", "tests")) for name in names)


def test_the_editable_install_points_to_the_tree(tree: Path) -> None:
    build(tree)
    name = hook(tree, "build_editable('.')").stdout.strip()
    with zipfile.ZipFile(tree / name) as archive:
        assert archive.read("pixid.pth").decode() == f"{tree}\n"
        scripts = next(entry for entry in archive.namelist() if entry.endswith("entry_points.txt"))
        assert archive.read(scripts) == b"[console_scripts]\npixid = pixid_native.cli:main\n"


def test_a_wheel_can_be_built_from_the_source_archive(tree: Path) -> None:
    build(tree)
    name = hook(tree, "build_sdist('.')").stdout.strip()
    with tarfile.open(tree / name) as archive:
        archive.extractall(tree / "unpacked", filter="data")
    (unpacked,) = (tree / "unpacked").iterdir()
    assert (unpacked / "PKG-INFO").read_text().startswith("Metadata-Version: 2.1\nName: pixid\n")
    assert hook(unpacked, "build_wheel('.')").returncode == 0
    assert list(unpacked.glob("pixid-*.whl"))
