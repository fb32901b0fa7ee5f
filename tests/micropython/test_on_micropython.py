"""Each test file of tests/pixid/ again, on MicroPython: what CPython allows and MicroPython lacks fails here."""

import json
import subprocess
from pathlib import Path

import pytest

from toolchain import node, vendor
from toolchain.paths import DIST, ROOT

RUNNER = ROOT / "tests" / "micropython" / "run.mjs"
TEST_FILES = sorted((ROOT / "tests" / "pixid").rglob("test_*.py"))
SOURCES = ("pixid/**/*.py", "tests/__init__.py", "tests/pixid/**/*.py", "tests/pixid/**/*.json")
COLLECTOR = ("tests/micropython/__init__.py", "tests/micropython/collect.py")
SECONDS = 120  # a test file takes one or two; a loop that never ends must not stop the suite


def run_module(module: str, files: dict[str, str]) -> dict[str, str | None]:
    """Name of each test function of `module` -> traceback or None. Fails if the module does not even load."""
    shipped = DIST / vendor.addresses()["micropython"].strip("/")
    order = {
        "runtime": str(shipped / "micropython.mjs"),
        "wasm": str(shipped / "micropython-ulab.wasm"),
        "module": module,
        "files": files,
    }
    done = subprocess.run(
        [str(node.node()), str(RUNNER)], input=json.dumps(order), capture_output=True, text=True, timeout=SECONDS
    )
    if done.returncode != 0:
        pytest.fail(f"{module} does not load on MicroPython:\n{done.stdout}{done.stderr}", pytrace=False)
    results = [json.loads(line) for line in done.stdout.splitlines() if line.startswith('{"')]
    return {result["test"]: result["problem"] for result in results}


def sources() -> dict[str, str]:
    """Everything a test module may import or open, path in the work tree -> text."""
    paths = {path for pattern in (*SOURCES, *COLLECTOR) for path in ROOT.glob(pattern)}
    return {path.relative_to(ROOT).as_posix(): path.read_text() for path in sorted(paths)}


@pytest.mark.parametrize("path", TEST_FILES, ids=lambda path: path.stem)
def test_passes_on_micropython(path: Path) -> None:
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    results = run_module(module, sources())
    assert results, f"{path.name} has no test functions"
    failed = {name: problem for name, problem in results.items() if problem}
    assert not failed, "\n\n".join(f"{name}\n{problem}" for name, problem in failed.items())


def test_a_failing_test_is_reported_with_its_line() -> None:
    files = sources() | {
        "tests/pixid/planted.py": "def test_good():\n    assert 1\n\n\ndef test_bad():\n    assert 1 == 2\n"
    }
    results = run_module("tests.pixid.planted", files)
    assert results["test_good"] is None
    assert "line 6" in str(results["test_bad"])


def test_what_micropython_lacks_is_reported() -> None:
    files = sources() | {"tests/pixid/planted.py": "import dataclasses\n"}
    with pytest.raises(pytest.fail.Exception, match="no module named 'dataclasses'"):
        run_module("tests.pixid.planted", files)
