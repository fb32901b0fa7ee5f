"""MicroPython's heap as pages get it: nothing is collected in the middle of a photo's work."""

from pathlib import Path

import pytest

from tests.toolchain.micropython_run import printed
from toolchain import micropython_loader, runtimes
from toolchain.errors import BuildError

PROGRAM = """
const [, , runtime, wasm] = process.argv;
const { loadMicroPython } = await import(runtime);
const python = await loadMicroPython({ url: wasm });
python.runPython(`
import gc
gc.threshold(12 * 2**20)
gc.collect()
`);
python.runPython("before = gc.mem_alloc()");
for (let photo = 0; photo < 4; photo += 1) python.runPython("for _ in range(100): bytearray(20_000)");
python.runPython("print((gc.mem_alloc() - before) // 2**20)");
python.runPython("gc.collect()");
python.runPython("print((gc.mem_alloc() - before) // 2**20)");
"""


@pytest.fixture(scope="module")
def loader() -> str:
    return runtimes.file("micropython", "micropython.mjs").read_text(encoding="utf-8")


def left(script: str, folder: Path) -> list[str]:
    """MB that 8 MB of garbage have become after some steps, and after they were collected."""
    return printed(folder, PROGRAM, script).split()


def test_garbage_waits_until_it_is_collected(loader: str, tmp_path: Path) -> None:
    assert left(micropython_loader.changed(loader), tmp_path) == ["7", "0"]


def test_a_small_heap_would_collect_in_between(loader: str, tmp_path: Path) -> None:
    """Each further heap takes a collection: that is why it is large from the start."""
    assert int(left(loader, tmp_path)[0]) < 7


def test_a_loader_built_otherwise_stops_the_build(loader: str) -> None:
    with pytest.raises(BuildError, match="takes its heap or its modules otherwise"):
        micropython_loader.changed(loader.replace("heapsize:1048576", "heapsize:65536"))
    with pytest.raises(BuildError, match="takes its heap or its modules otherwise"):
        micropython_loader.changed(loader.replace("mp_js_register_romfs", "mp_js_register_files"))
