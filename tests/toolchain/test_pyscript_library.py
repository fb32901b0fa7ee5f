"""PyScript's own Python library: left out of its JavaScript, and what pages use of it brought by the app."""

import ast
from pathlib import Path

import pytest

from toolchain import pyscript_library, runtimes
from toolchain.errors import BuildError
from toolchain.paths import SITE

CORE = runtimes.file("pyscript", "core.js").parent
PACKAGE = SITE / "app" / "pyscript"


def names(module: str) -> set[str]:
    """What a module of the app's package binds."""
    tree = ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))
    bound = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    imports = [alias for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom) for alias in node.names]
    return bound | {alias.asname or alias.name for alias in imports}


def asked() -> set[tuple[str, str]]:
    """(module of the package, name) of what the app's modules import of it."""
    found = set()
    for path in (SITE / "app" / "app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "pyscript":
                found |= {(node.module.partition(".")[2] or "__init__", alias.name) for alias in node.names}
    return found


def test_the_app_brings_what_it_uses_and_nothing_else() -> None:
    used = {(module, name) for module, name in asked() if module != "js_modules"}
    assert ("__init__", "window") in used and ("ffi", "to_js") in used
    assert used == {("ffi", name) for name in names("ffi")} | {
        ("__init__", name) for name in names("__init__") - {"sys", "js", "js_modules"}
    }


def test_another_pyscript_stops_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "core.js").write_text("export * from './core-x.js';")
    (tmp_path / "core-x.js").write_text("export const modules = { pyscript: fetched };")
    monkeypatch.setattr(runtimes, "file", lambda _package, name: tmp_path / name)
    with pytest.raises(BuildError, match="library is not in"):
        pyscript_library.parts()


def test_pages_get_the_javascript_without_the_library() -> None:
    scripts = {path.name: path.read_text(encoding="utf-8") for path in CORE.glob("*.js")}
    served = {name: pyscript_library.without(script) for name, script in scripts.items()}
    changed = [name for name in scripts if served[name] != scripts[name]]
    assert len(changed) == 1 and changed[0] in pyscript_library.parts()
    script = served[changed[0]]
    assert script.startswith("/* Changed") and "{pyscript:{}}" in script and "py_import" not in script
