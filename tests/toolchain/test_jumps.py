"""MicroPython with its jumps inside WebAssembly: exceptions of Python and of JavaScript, modules built otherwise."""

from collections import Counter
from pathlib import Path

import pytest

from tests.toolchain.micropython_run import printed
from toolchain import jumps, runtimes
from toolchain.errors import BuildError
from toolchain.trim import binary, declared
from toolchain.trim.instructions import CALL, instructions

PROGRAM = """
const [, , runtime, wasm] = process.argv;
const { loadMicroPython } = await import(runtime);
for (const name of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = (bytes, imports, ...rest) => {
    for (const name of Object.keys(imports.env).filter((name) => name.startsWith("LED")))
      imports.env[name] = () => console.log("led through JavaScript") ?? process.exit(1);
    return original.call(WebAssembly, bytes, imports, ...rest);
  };
}
const python = await loadMicroPython({ url: wasm });
globalThis.fails = () => { throw new RangeError("of JavaScript"); };
globalThis.calls = (one) => one();
python.runPython(`
import js

def deep(n):
    return deep(n - 1) if n else 1 // 0

def told(act):
    try:
        return act()
    except Exception as error:
        return type(error).__name__
    finally:
        log.append("left")

log = []
print([told(lambda: deep(5)) for _ in range(3)], told(lambda: {}["no"]), told(lambda: deep(10_000)))
print(told(lambda: js.calls(lambda: 7)))
print(sum(1 for _ in range(100_000) if told(lambda: None) is None), len(log))
`);
try { python.runPython("deep(3)"); } catch (error) { console.log(error.type); }
for (const code of ["told(js.fails)", "js.calls(js.fails)", "js.calls(lambda: deep(2))"])
  try { python.runPython(code); } catch ({ name, type, message }) {
    console.log(name, type ?? "", message.trim().split("\\n").at(-1));
  }
console.log(python.runPython("1 + 1") ?? "still there");
"""


SAID = """['ZeroDivisionError', 'ZeroDivisionError', 'ZeroDivisionError'] KeyError RuntimeError
7
100000 100006
ZeroDivisionError
RangeError  of JavaScript
RangeError  of JavaScript
PythonError ZeroDivisionError ZeroDivisionError: divide by zero
still there
"""


@pytest.fixture(scope="module")
def original() -> bytes:
    return runtimes.file("micropython", "micropython-ulab.wasm").read_bytes()


@pytest.fixture(scope="module")
def changed(original: bytes) -> bytes:
    return jumps.kept_inside(original)


def calls(bodies: list[bytes]) -> Counter[int]:
    found = (one for body in bodies for one in instructions(body, binary.after_locals(body)))
    return Counter(one.number for one in found if one.code == CALL)


def test_nothing_is_led_through_javascript(original: bytes, changed: bytes) -> None:
    led = [number for number, one in enumerate(declared.imported(original)) if one.name.startswith("invoke_")]
    inside = binary.bodies(changed)
    before, after = calls(binary.bodies(original)), calls(inside[: -len(led)])
    assert len(led) == 11 and sum(before[number] for number in led) > 200
    assert not sum(after[number] for number in led)
    assert len(inside) == len(binary.bodies(original)) + len(led)


def test_it_behaves_as_it_did(original: bytes, changed: bytes, tmp_path: Path) -> None:
    said = []
    for module, led in ((original, "none"), (changed, "invoke_")):
        said.append(printed(tmp_path, PROGRAM.replace("LED", led), wasm=module))
    assert said[1] == said[0]
    assert said[1] == SAID


def test_a_module_built_otherwise_stops_the_build(original: bytes) -> None:
    for name in (b"setThrew", b"emscripten_stack_get_current"):
        with pytest.raises(BuildError, match=f"exports no {name.decode()}"):
            jumps.kept_inside(original.replace(name, name[:-1] + b"_"))
    (stack,) = {body for body in binary.bodies(original) if body == bytes.fromhex("002380808080000b")}
    with pytest.raises(BuildError, match="keeps its stack or its jumps otherwise"):
        jumps.kept_inside(original.replace(stack, bytes.fromhex("002380818080000b")))
