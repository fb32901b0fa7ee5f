"""Imports point one way: what the pipeline needs never reaches back into what builds or runs it."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("pixid", "pixid_native", "models_src", "quantize", "toolchain", "tests", "app", "build")
ALLOWED = {
    "pixid": {"pixid"},
    "pixid_native": {"pixid_native", "pixid"},
    "models_src": {"models_src"},
    "models_src/training": {"models_src", "pixid", "pixid_native"},
    "quantize": {"quantize", "models_src"},
    "toolchain": {"toolchain", "quantize", "models_src", "pixid"},
    "toolchain/bench": {"toolchain", "pixid", "pixid_native"},
    "toolchain/trim": {"toolchain", "pixid_native"},
    "site/app": {"app", "pixid"},
}
"""The toolchain reads `pixid` for what pages and rulebook say of a document; only the bench, the training of the heads
and what watches the runtime run the product itself."""


def imported(file: Path) -> set[str]:
    """Top-level names of our own packages that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.split(".")[0])
    return names & set(OURS)


@pytest.mark.parametrize("package", list(ALLOWED))
def test_imports_point_one_way(package: str) -> None:
    apart = [ROOT / other for other in ALLOWED if other.startswith(package + "/")]
    files = [f for f in sorted((ROOT / package).rglob("*.py")) if not any(f.is_relative_to(other) for other in apart)]
    assert files
    wrong = {str(file.relative_to(ROOT)): names for file in files if (names := imported(file) - ALLOWED[package])}
    assert not wrong


def test_nothing_imports_the_site_folder() -> None:
    """`site` is a module of the standard library: the folder of that name holds files, never a package."""
    assert not (ROOT / "site" / "__init__.py").exists()
