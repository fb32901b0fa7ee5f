"""Our wheels: the same bytes for the same contents, and pip accepts and verifies them."""

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

from toolchain import wheel

FILES = {
    "some_thing/b.bin": bytes(range(256)),
    "some_thing/__init__.py": b"VALUE = 7\ndef main(): print('run', VALUE)\n",
}
METADATA = wheel.Metadata(
    "some-Thing", "1.28.0.post6", "A test", "MIT", ["numpy>=2"], ">=3.11", {"some-thing": "some_thing:main"}
)


def test_same_contents_give_the_same_bytes_in_any_order_and_at_any_time(tmp_path: Path) -> None:
    first = wheel.write(tmp_path / "a", METADATA, FILES)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(time.time()))
    try:
        second = wheel.write(tmp_path / "b", METADATA, dict(reversed(FILES.items())))
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
    assert first.name == second.name == "some_thing-1.28.0.post6-py3-none-any.whl"
    # the very bytes, so that a change of the format is a decision
    digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (first, second)}
    assert digests == {"5f32b5cfc95cb3c6a5139203ae7c5fa869fa2fd7af44e70564895e187e0a0892"}


def test_pip_installs_it_and_finds_nothing_wrong(tmp_path: Path) -> None:
    made = wheel.write(tmp_path, METADATA, FILES, compress=True)
    target = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--no-compile", "--target", str(target), str(made)], check=True, capture_output=True)
    assert (target / "some_thing" / "b.bin").read_bytes() == FILES["some_thing/b.bin"]
    script = subprocess.run(
        [str(target / "bin" / "some-thing")],
        env={"PYTHONPATH": str(target)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert script.stdout == "run 7\n"
    info = (target / "some_thing-1.28.0.post6.dist-info" / "METADATA").read_text()
    assert "Name: some-Thing\n" in info
    assert "Requires-Dist: numpy>=2\n" in info
