"""WebAssembly taken apart and put together, on a module written by hand and on onnxruntime's own."""

import subprocess

import pytest

from toolchain import node, runtimes
from toolchain.trim import binary

TWO = bytes.fromhex(
    "0061736d01000000"  # magic number, version
    "0105016000017f"  # type: () -> i32
    "0303020000"  # two functions of it
    "070b02036f6e650000 0374776f0001".replace(" ", "").replace("070b", "070d")  # exports one, two
    + "0a0d02"  # code: two bodies
    + "0400412a0b"  # i32.const 42
    + "06010 17f41070b".replace(" ", "")  # one local of i32, i32.const 7
)


def called(module: bytes, name: str) -> str:
    """What the exported function gives, or the name of what it throws."""
    script = (
        f"const bytes = Uint8Array.from({list(module)});"
        "const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));"
        f"try {{ console.log(exports.{name}()); }} catch (error) {{ console.log(error.constructor.name); }}"
    )
    return subprocess.run([node.node(), "-e", script], capture_output=True, text=True, check=True).stdout.strip()


def test_unchanged_bodies_give_the_same_bytes() -> None:
    wasm = runtimes.file("onnxruntime-web", "ort-wasm-simd-threaded.wasm").read_bytes()
    assert binary.with_bodies(wasm, lambda _, body: body) == wasm
    assert len(binary.bodies(wasm)) > 10_000


def test_an_emptied_function_stops_the_program_and_no_other_does() -> None:
    emptied = binary.with_bodies(TWO, lambda number, body: binary.EMPTY if number == 1 else body)
    assert (called(TWO, "one"), called(TWO, "two")) == ("42", "7")
    assert (called(emptied, "one"), called(emptied, "two")) == ("42", "RuntimeError")


def test_instructions_begin_after_the_locals() -> None:
    assert [binary.after_locals(body) for body in binary.bodies(TWO)] == [1, 3]


@pytest.mark.parametrize(
    ("number", "code"), [(0, "00"), (1, "01"), (63, "3f"), (64, "c000"), (0x38000000, "808080c003")]
)
def test_constants_are_signed(number: int, code: str) -> None:
    assert binary.signed(number).hex() == code


@pytest.mark.parametrize(("number", "code"), [(0, "00"), (127, "7f"), (128, "8001"), (624485, "e58e26")])
def test_sizes_are_unsigned(number: int, code: str) -> None:
    assert binary.unsigned(number).hex() == code
