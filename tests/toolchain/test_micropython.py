"""Modules compiled ahead run on the vendored MicroPython, as they do in the page."""

import base64
import subprocess
from pathlib import Path

import pytest

from toolchain import micropython, node, runtimes
from toolchain.errors import BuildError

PROGRAM = """
import { pathToFileURL } from "node:url";
const [runtime, wasm, module] = process.argv.slice(2);
const { loadMicroPython } = await import(pathToFileURL(runtime).href);
const python = await loadMicroPython({ url: wasm, stdout: console.log, stderr: console.error });
python.FS.writeFile("/thing.mpy", Buffer.from(module, "base64"));
try {
  python.runPython("import sys\\nsys.path.insert(0, '/')\\nimport thing\\nthing.show()");
} catch (error) {
  console.log(error.message);
}
"""
SOURCE = '''"""Not carried along."""

LARGE = 1_073_741_823 * 4


def show() -> None:
    """Nor this."""
    print(LARGE, "é")
    raise ValueError("planted")
'''


def test_a_compiled_module_runs_and_its_tracebacks_stay_true(tmp_path: Path) -> None:
    (compiled,) = micropython.compile_all({"thing.py": SOURCE}).values()
    assert b"carried" not in compiled and b"Nor this" not in compiled
    program = tmp_path / "run.mjs"
    program.write_text(PROGRAM)
    files = [str(runtimes.file("micropython", name)) for name in ("micropython.mjs", "micropython-ulab.wasm")]
    command = [str(node.node()), str(program), *files, base64.b64encode(compiled).decode()]
    said = subprocess.run(command, capture_output=True, text=True).stdout
    assert "4294967292 é" in said
    assert 'File "thing.py", line 9, in show' in said and "ValueError: planted" in said


def test_modules_keep_their_folders() -> None:
    made = micropython.compile_all({"one/two.py": "A = 1\n", "three.py": "B = 2\n"})
    assert list(made) == ["one/two.mpy", "three.mpy"]


def test_what_does_not_compile_stops_the_build_with_its_line() -> None:
    with pytest.raises(BuildError, match=r"bad\.py.*\n[\s\S]*line 2"):
        micropython.compile_all({"bad.py": "A = 1\nmatch A:\n"})
