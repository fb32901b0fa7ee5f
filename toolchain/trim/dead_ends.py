"""Code that leads to a left-out function for certain, left out as well.

WebAssembly would stop in that function; it stops a little earlier now, and nothing that could be of use is lost. Most
of it tells of errors: onnxruntime's functions are full of it, and the largest grew so large by it that a browser spends
half a second of a core on compiling each of them anew in the midst of the first photo. What is long is compiled anew
the sooner, too: V8 counts the bytes that a loop jumps back over, whether they ran or not.
"""

from collections.abc import Callable

from toolchain.trim.binary import EMPTY, after_locals, bodies, leb, with_bodies
from toolchain.trim.declared import imported
from toolchain.trim.instructions import (
    BLOCK,
    BR,
    BR_IF,
    BR_TABLE,
    CALL,
    ELSE,
    END,
    IF,
    LOOP,
    OPENING,
    RETURN,
    UNREACHABLE,
    Instruction,
    instructions,
)  # fmt: skip

OUT, FIRST = 0, 1
"""Numbers of the stretch after the function and of the one it begins with."""


class _Frame:
    """A block: numbers of the stretch before it, of its first, and of the one after its end."""

    def __init__(self, code: int, before: int, first: int, after: int) -> None:
        self.code, self.before, self.first, self.after, self.two_ways = code, before, first, after, False

    @property
    def target(self) -> int:
        """Where a branch to it leads."""
        return self.first if self.code == LOOP else self.after


class Stretches:
    """The straight stretches of a function, between one place where ways part or meet and the next: where each begins,
    which may follow it, and which stop the program."""

    def __init__(self, body: bytes, is_left_out: Callable[[int], bool]) -> None:
        self._body, self._is_left_out = body, is_left_out
        self.starts: list[int] = [len(body)]
        self.after: list[set[int]] = [set()]
        self.stopping: set[int] = set()
        start = after_locals(body)
        self.now = self._new(start)
        self._frames = [_Frame(BLOCK, self.now, self.now, OUT)]
        for instruction in instructions(body, start):
            self.take(instruction)

    def dead_ends(self) -> set[int]:
        """Offsets at which stretches begin from which every way leads to a stop."""
        before: list[list[int]] = [[] for _ in self.starts]
        for number, after in enumerate(self.after):
            for other in after:
                before[other].append(number)
        found, newest = set(self.stopping), list(self.stopping)
        while newest:
            for number in before[newest.pop()]:
                if number not in found and self.after[number] <= found:
                    found.add(number)
                    newest.append(number)
        return {self.starts[number] for number in found}

    def _new(self, start: int) -> int:
        self.starts.append(start)
        self.after.append(set())
        return len(self.starts) - 1

    def take(self, instruction: Instruction) -> None:
        """The next one, which stands in stretch `now` or ends it."""
        code, end = instruction.code, instruction.end
        if code in OPENING:
            before, self.now = self.now, self._new(end)
            self.after[before].add(self.now)
            self._frames.append(_Frame(code, before, self.now, self._new(end)))
        elif code == ELSE:
            frame = self._frames[-1]
            frame.two_ways = True
            self._leads(frame.after)
            self.now = self._new(end)
            self.after[frame.before].add(self.now)
        elif code == END:
            frame = self._frames.pop()
            self._leads(frame.after)
            if frame.code == IF and not frame.two_ways:
                self.after[frame.before].add(frame.after)
            self.now = frame.after
            if self._frames:
                self.starts[self.now] = end
        elif code in (BR, BR_IF, BR_TABLE):
            for depth in self.depths(instruction):
                self._leads(self._frames[-1 - depth].target)
            self._goes_on(end, linked=code == BR_IF)
        elif code == RETURN:
            self._leads(OUT)
            self._goes_on(end)
        elif code == UNREACHABLE:
            self.stopping.add(self.now)
            self._goes_on(end)
        elif code == CALL and self._is_left_out(instruction.number):
            self.stopping.add(self.now)

    def _leads(self, other: int) -> None:
        self.after[self.now].add(other)

    def _goes_on(self, start: int, linked: bool = False) -> None:
        last, self.now = self.now, self._new(start)
        if linked:
            self.after[last].add(self.now)

    def depths(self, instruction: Instruction) -> list[int]:
        """How many blocks out each way of a branch leads."""
        if instruction.code != BR_TABLE:
            return [instruction.number]
        count, at = leb(self._body, instruction.start + 1)
        depths = []
        for _ in range(count + 1):
            depth, at = leb(self._body, at)
            depths.append(depth)
        return depths


def left_out(module: bytes) -> bytes:
    """The module with what leads to its empty functions left out of all others."""
    before = len(imported(module))
    empty = {number + before for number, body in enumerate(bodies(module)) if body == EMPTY}
    return with_bodies(module, lambda _, body: body if body == EMPTY else without(body, empty.__contains__))


def without(body: bytes, is_left_out: Callable[[int], bool]) -> bytes:
    """A function's body that stops where it would go on to a function that is left out. `is_left_out`: of a function's
    number, imports counted."""
    return stopped_at(body, Stretches(body, is_left_out).dead_ends())


def stopped_at(body: bytes, ends: set[int]) -> bytes:
    """A function's body that stops where the stretches at the offsets `ends` begin, without what stands in them."""
    start = after_locals(body)
    made, depth, stopped = bytearray(body[:start]), 0, -1
    for instruction in instructions(body, start):
        code = instruction.code
        depth -= code in (END, ELSE)
        if stopped > depth:
            stopped = -1  # the block in which it stopped is over
        if stopped < 0:
            if instruction.start in ends and code not in (END, ELSE):
                made.append(UNREACHABLE)
                stopped = depth
            else:
                made += body[instruction.start : instruction.end]
        depth += code in OPENING or code == ELSE
    return bytes(made)
