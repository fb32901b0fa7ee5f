"""Coroutines without an event loop. Also run on MicroPython."""

from pixid.drive import finish, last


async def inner(value):
    return value


async def outer():
    total = 0
    for value in (1, 2, 3):
        total += await inner(value)
    return total


async def failing():
    await inner(1)
    raise LookupError("of the coroutine")


class Never:
    def __await__(self):
        yield

    __iter__ = __await__


async def waiting(closed):
    try:
        await Never()
    finally:
        closed.append(True)


def test_the_result_comes_back():
    assert finish(outer()) == 6


def test_errors_come_through():
    try:
        finish(failing())
    except LookupError as error:
        assert str(error) == "of the coroutine"
        return
    raise AssertionError("nothing was raised")


def test_waiting_is_refused_and_cleaned_up():
    closed = []
    try:
        finish(waiting(closed))
    except RuntimeError:
        assert closed == [True]
        return
    raise AssertionError("a waiting coroutine was taken as finished")


def test_work_in_steps_gives_its_last():
    taken = []

    def steps():
        for step in (1, 2):
            taken.append(step)
            yield None
        yield "done"

    assert last(steps()) == "done" and taken == [1, 2]
