"""Run a coroutine that never really waits, and a generator of steps to its end.

The pipeline is written with `await` because in a page its engine lives in another thread. Under CPython the engine
answers at once, so no event loop is needed: one `send` runs the coroutine to its end. That works inside a running
loop too (a notebook, a web service), where `asyncio.run` refuses, and on MicroPython, where tests use it.
"""

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator
    from typing import TypeVar

    from pixid.engine import Engine

    T = TypeVar("T")


def finish(coroutine: "Coroutine[object, None, T]") -> "T":
    """The result of `coroutine`. Raises RuntimeError where it waits for something only an event loop can bring."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value  # type: ignore[no-any-return]
    coroutine.close()
    raise RuntimeError("this coroutine waits for the outside; await it in an event loop instead")


def last(steps: "Iterator[T | None]") -> "T":
    """The result of work that is written as steps: None after each, the result at the end. Nobody waits between them; a
    page does, to draw and answer."""
    result = None
    for given in steps:
        result = given
    assert result is not None
    return result


async def at_ease(engine: "Engine", steps: "Iterator[T | None]") -> "T":
    """`last`, with the engine's leave between the steps."""
    result = None
    for given in steps:
        result = given
        await engine.rest()
    assert result is not None
    return result
