"""The runtime's part: much smaller, of the version whose threads were watched, and refused for another."""

import json
from pathlib import Path

import numpy as np
import pytest

from pixid_native.sessions import Sessions
from toolchain import runtimes
from toolchain.errors import BuildError
from toolchain.trim import binary, dead_ends, declared, runtime, schemas, ways
from toolchain.trim.portraits import portrait, rooms


def whole() -> Path:
    return runtimes.file("onnxruntime-web", "ort-wasm-simd-threaded.wasm")


def test_the_part_is_the_whole_with_less_in_it() -> None:
    """Bodies are left empty, and what leads to them is left out of the others; the one that describes operators
    describes fewer; the one that turns types into each other knows few; and of those that describe a kernel hundreds
    describe none, as another one does."""
    complete, part = binary.bodies(whole().read_bytes()), binary.bodies(runtime.part().read_bytes())
    kept = [number for number, body in enumerate(part) if body != binary.EMPTY]
    describing, before = schemas.number(complete), len(declared.imported(whole().read_bytes()))
    empty = {number + before for number, body in enumerate(part) if body == binary.EMPTY}
    shorter = {number: dead_ends.without(complete[number], empty.__contains__) for number in kept}
    casting = ways.number(complete, set(kept))
    changed = [one for one in kept if part[one] != shorter[one] and one not in (describing, casting)]
    assert len(part) == len(complete) and 1000 < len(kept) < len(complete) / 3
    assert len(part[describing]) < len(complete[describing]) / 3
    assert len(part[casting]) < len(complete[casting]) / 10
    assert len(changed) > 300 and len({part[number] for number in changed}) == 1 and part[changed[0]] in complete
    assert sum(map(len, shorter.values())) < 0.9 * sum(len(complete[number]) for number in kept)
    assert runtime.part().stat().st_size < whole().stat().st_size / 3


def test_what_threads_call_is_kept() -> None:
    part = binary.bodies(runtime.part().read_bytes())
    threads = json.loads(runtime.THREADS.read_text(encoding="utf-8"))["functions"]
    assert threads and all(part[number] != binary.EMPTY for number in threads)


def test_another_runtime_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    other = tmp_path / "threads.json"
    other.write_text('{"sha256": "0", "functions": []}')
    monkeypatch.setattr(runtime, "THREADS", other)
    with pytest.raises(BuildError, match="another onnxruntime-web"):
        runtime._threads(whole().read_bytes())


def test_drawn_faces_are_found_and_rooms_are_empty() -> None:
    def faces(picture: np.ndarray) -> int:
        return len(Sessions().run("find", {"image": picture, "scale": np.ones(2, np.float32)})["scores"])

    assert faces(portrait(300, 380)) == 1
    assert faces(np.hstack([portrait(300, 400), portrait(300, 400)])) == 2
    assert faces(rooms(480, 360)) == 0
