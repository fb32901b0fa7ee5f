"""MicroPython's exceptions jump out of calls (C's `longjmp`). Emscripten leads every call that may be jumped out of
through JavaScript, `invoke_*`, for the sake of browsers before 2022: nearly everything Python's machine calls. Here
those calls stay in WebAssembly, caught by its own instructions (exception handling, in Chrome from 95 on, Firefox 100,
Safari 15.2): a sixth of what Python takes in a visit is gone (docs/performance.md).

An import stays where it is, so that no number changes; behind all functions stands one more for each, which is called
in its place.
"""

from toolchain.errors import BuildError
from toolchain.trim import instructions as codes
from toolchain.trim.binary import CODE, HEADER, after_locals, bodies, leb, sections, unsigned, with_bodies
from toolchain.trim.declared import FUNCTIONS, Type, exported, imported, types

LED = "invoke_"
TRY, RETHROW, CATCH_ALL = 0x06, 0x09, 0x19
I32, NOTHING = 0x7F, 0x40
WORD = 2
"""Alignment of a load, as a power of two."""


def kept_inside(module: bytes) -> bytes:
    """The module with no call of an `invoke_*`.

    Raises BuildError where it is not built as this rests on.
    """
    taken, known = imported(module), types(module)
    led = [number for number, one in enumerate(taken) if one.name.startswith(LED)]
    first, parts = len(taken) + len(bodies(module)), _Parts(module, len(taken))
    caught = [_caught(parts, known[taken[number].type], known) for number in led]
    places = {number: first + k for k, number in enumerate(led)}
    changed = with_bodies(module, lambda _, body: _led_elsewhere(body, places))
    made = bytearray(module[:HEADER])
    for kind, content in sections(changed):
        if kind == CODE:
            content = _longer(content, [unsigned(len(body)) + body for body in caught])
        elif kind == FUNCTIONS:
            content = _longer(content, [unsigned(taken[number].type) for number in led])
        made += bytes([kind]) + unsigned(len(content)) + content
    return bytes(made)


class _Parts:
    """What the stack and a jump on its way are known by, read off the functions that Emscripten exports;
    `before` them so many are imported."""

    def __init__(self, module: bytes, before: int) -> None:
        numbers, inside = exported(module), bodies(module)

        def body(name: str) -> list[tuple[int, int]]:
            if name not in numbers:
                raise BuildError(f"MicroPython's WebAssembly exports no {name}.")
            code = inside[numbers[name] - before]
            return [(one.code, one.number) for one in codes.instructions(code, after_locals(code))]

        get, put, threw = (body(n) for n in ("emscripten_stack_get_current", "_emscripten_stack_restore", "setThrew"))
        stack, address = get[0][1], dict(threw).get(codes.I32_LOAD, 0)
        if (
            get != [(codes.GLOBAL_GET, stack), (codes.END, 0)]
            or put != [(codes.LOCAL_GET, 0), (codes.GLOBAL_SET, stack), (codes.END, 0)]
            or threw[:4] != [(codes.BLOCK, NOTHING), (codes.I32_CONST, 0), (codes.I32_LOAD, address), (codes.BR_IF, 0)]
            or (codes.I32_STORE, address) not in threw
        ):
            raise BuildError("MicroPython's WebAssembly keeps its stack or its jumps otherwise than jumps.py.")
        self.stack, self.jump = unsigned(stack), unsigned(address)


def _caught(parts: _Parts, led: Type, known: list[Type]) -> bytes:
    """A body that calls what the table holds at its first argument with the others. If something is thrown, the stack
    is as it was; a jump on its way ends here and 0 comes back, anything else is thrown on."""
    taken, back = led
    held, called = len(taken), Type(taken[1:], back)
    if len(back) > 1 or set(taken + back) - {I32} or called not in known:
        raise BuildError("MicroPython's WebAssembly leads other calls through JavaScript than jumps.py knows.")
    code = bytes([1, 1, I32])  # a local: the stack
    code += bytes([codes.GLOBAL_GET]) + parts.stack + bytes([codes.LOCAL_SET, held])
    code += bytes([TRY, I32 if back else NOTHING])
    code += b"".join(bytes([codes.LOCAL_GET, number]) for number in range(1, held))
    code += bytes([codes.LOCAL_GET, 0, codes.CALL_INDIRECT]) + unsigned(known.index(called)) + bytes([0])
    code += bytes([CATCH_ALL, codes.LOCAL_GET, held, codes.GLOBAL_SET]) + parts.stack
    code += bytes([codes.I32_CONST, 0, codes.I32_LOAD, WORD]) + parts.jump
    code += bytes([codes.I32_EQZ, codes.IF, NOTHING, RETHROW, 1, codes.END])
    code += bytes([codes.I32_CONST, 0] if back else [])
    return code + bytes([codes.END, codes.END])


def _led_elsewhere(body: bytes, places: dict[int, int]) -> bytes:
    """The body with calls of `places`' keys made to be calls of its values."""
    made, at = bytearray(), 0
    for one in codes.instructions(body, after_locals(body)):
        if one.code == codes.CALL and one.number in places:
            made += body[at : one.start] + bytes([codes.CALL]) + unsigned(places[one.number])
            at = one.end
    return bytes(made + body[at:])


def _longer(content: bytes, more: list[bytes]) -> bytes:
    """A section that is a list, with more at its end."""
    count, at = leb(content, 0)
    return unsigned(count + len(more)) + content[at:] + b"".join(more)
