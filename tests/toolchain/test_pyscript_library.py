"""PyScript's own Python library, as the build takes it out of PyScript's JavaScript."""

import re
from pathlib import Path

import pytest

from toolchain import pyscript_library, runtimes
from toolchain.errors import BuildError
from toolchain.micropython import compile_all
from toolchain.paths import SITE

CORE = runtimes.file("pyscript", "core.js").parent


def test_every_module_compiles_for_micropython() -> None:
    made = compile_all(pyscript_library.modules(CORE))
    assert "pyscript/__init__.mpy" in made and "pyscript/context.mpy" in made


def test_the_page_imports_ahead_what_is_used_and_the_package_nothing_else() -> None:
    package = pyscript_library.modules(CORE)["pyscript/__init__.py"]
    (listed,) = re.findall(r"const LIBRARY = \[(.*)\];", (SITE / "app" / "boot.mjs").read_text())
    assert tuple(re.findall(r'"(\w+)"', listed)) == pyscript_library.USED
    assert set(re.findall(r"from pyscript\.(\w+) import", package)) <= set(pyscript_library.USED)


def test_nothing_of_the_library_is_imported_that_is_left_out() -> None:
    sources = [path.read_text() for path in (SITE / "app").rglob("*.py")]
    sources += pyscript_library.modules(CORE).values()
    asked = {name for source in sources for name in re.findall(r"(?:from|import) pyscript\.(\w+)", source)}
    assert asked - {"js_modules"} == set(pyscript_library.USED)


def test_another_pyscript_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "core.js").write_text("export * from './core-x.js';")
    with pytest.raises(BuildError, match="library is not in"):
        pyscript_library.modules(tmp_path)


def test_pages_get_the_javascript_without_the_library() -> None:
    scripts = {path.name: path.read_text(encoding="utf-8") for path in CORE.glob("*.js")}
    served = {name: pyscript_library.without(script) for name, script in scripts.items()}
    changed = [name for name in scripts if served[name] != scripts[name]]
    assert len(changed) == 1 and changed[0].startswith("core")
    script = served[changed[0]]
    assert script.startswith("/* Changed") and "{pyscript:{}}" in script and "py_import" not in script
