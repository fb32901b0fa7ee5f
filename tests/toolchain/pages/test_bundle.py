"""The app's modules travel without comments and docstrings, and say the same."""

import ast
from pathlib import Path

import pytest

from tests.toolchain.pages.rendered import site
from toolchain.errors import BuildError
from toolchain.pages import bundle
from toolchain.paths import ROOT

SOURCE = '''"""Module é, "quoted"."""  # comment

X = 1  # one
"""What X is."""
URL = "https://example.org/#anchor"  # the # inside stays


class Thing:
    """Only a docstring."""


def say(name: str) -> str:
    """Several
    lines."""
    text = """kept
  # as it is"""
    return text + name  # done
'''


def statements(source: str) -> list[str]:
    """Every statement with its line, strings that stand alone left out."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt) and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            body = [child for child in getattr(node, "body", []) if isinstance(child, ast.stmt)]
            found.append(f"{node.lineno} {type(node).__name__}" + ("" if body else f" {ast.dump(node)}"))
    return sorted(found)


def test_strip_keeps_statements_and_their_lines() -> None:
    stripped = bundle.strip(SOURCE)
    assert statements(stripped) == statements(SOURCE)
    assert "comment" not in stripped and "Several" not in stripped and "What X is" not in stripped
    assert "https://example.org/#anchor" in stripped and "# as it is" in stripped
    names: dict[str, object] = {}
    exec(compile(stripped, "x", "exec"), names)
    assert names["say"]("!") == "kept\n  # as it is!"  # type: ignore[operator]


@pytest.mark.parametrize("path", sorted((ROOT / "pixid").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_of_the_pipeline_survives(path: Path) -> None:
    source = path.read_text()
    assert statements(bundle.strip(source)) == statements(source)


def test_modules_hold_pipeline_and_app_under_their_import_paths() -> None:
    made = bundle.modules(ROOT)
    assert "pixid/__init__.py" in made and "pixid/document.py" in made
    assert {name.split("/")[0] for name in made} == {"pixid", "app"}


def test_the_folder_is_named_by_everything_in_it() -> None:
    files = {"a": b"1", "b": b"2"}
    assert bundle.version(files) == bundle.version(dict(reversed(files.items())))
    assert (
        len({bundle.version(other) for other in (files, {"a": b"12", "b": b""}, {"a": b"1"}, {"a": b"1", "c": b"2"})})
        == 4
    )


def test_the_site_has_what_pages_start() -> None:
    names = {path.rsplit("/", 1)[1] for path in site() if path.startswith("app/")}
    assert {"start.mjs", "main.py", "modules.json", "addresses.mjs"} <= names


def test_a_missing_manifest_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"graphs\.json is missing"):
        bundle.addresses(tmp_path, {})
