"""Images of modules, read by MicroPython itself."""

import json
from pathlib import Path

from tests.toolchain.micropython_run import printed
from toolchain import micropython, micropython_loader, romfs, runtimes

PROGRAM = """
import { readFileSync } from "node:fs";
const [, , runtime, wasm, image] = process.argv;
globalThis.pixidModules = new Uint8Array(readFileSync(image));
const { loadMicroPython } = await import(runtime);
const python = await loadMicroPython({ url: wasm });
python.runPython(`
import json, os
os.chdir("/")
from house import rooms
from house.cellar import wine
print(json.dumps([rooms.NAME, wine.NAME, wine.__file__]))
print(json.dumps([sorted(os.listdir("/rom/house")), os.stat("/rom/long.txt")[6]]))
with open("/rom/long.txt", "rb") as file:
    print(file.read() == b"long" * 70_000)
`);
"""
LONG = b"long" * 70_000


def test_micropython_imports_from_an_image(tmp_path: Path) -> None:
    modules = {
        "house/__init__.py": "", "house/rooms.py": "NAME = 'rooms'", "house/cellar/__init__.py": "",
        "house/cellar/wine.py": "NAME = 'wine'",
    }  # fmt: skip
    image = tmp_path / "image"
    image.write_bytes(romfs.image({"long.txt": LONG} | micropython.compile_all(modules)))
    loader = micropython_loader.changed(runtimes.file("micropython", "micropython.mjs").read_text(encoding="utf-8"))
    imported, listed, same = printed(tmp_path, PROGRAM, loader, None, image).splitlines()
    assert json.loads(imported) == ["rooms", "wine", "/rom/house/cellar/wine.mpy"]
    assert json.loads(listed) == [["__init__.mpy", "cellar", "rooms.mpy"], len(LONG)]
    assert same == "True"


def test_numbers_are_written_seven_bits_a_byte() -> None:
    assert romfs.image({}) == b"\xd2\xcd\x31\x00"
    assert romfs.image({"a": b"x" * 200}) == (
        b"\xd2\xcd\x31\x80\x81\x50" + b"\x05\x81\x4d\x01a" + b"\x02\x81\x48" + b"x" * 200
    )


def test_images_are_of_even_length() -> None:
    assert {len(romfs.image({"a": b"x" * length})) % 2 for length in range(130)} == {0}
