"""Pillow's global switches are put back, whoever is inside at the time."""

import threading
import warnings

import pytest
from PIL import Image

from pixid_native.quiet import quiet


def test_no_warning_gets_out() -> None:
    with quiet():
        warnings.warn("about a photo", UserWarning, stacklevel=1)  # pytest would turn it into an error
    with pytest.warns(UserWarning, match="afterwards"):
        warnings.warn("afterwards", UserWarning, stacklevel=1)


def test_pillows_limit_comes_back() -> None:
    before = Image.MAX_IMAGE_PIXELS
    with quiet():
        assert Image.MAX_IMAGE_PIXELS is None
    assert before == Image.MAX_IMAGE_PIXELS
    with pytest.raises(ZeroDivisionError), quiet():
        raise ZeroDivisionError
    assert before == Image.MAX_IMAGE_PIXELS


def test_two_at_once() -> None:
    before, filters = Image.MAX_IMAGE_PIXELS, list(warnings.filters)
    inside, leave = threading.Event(), threading.Event()

    def other() -> None:
        with quiet():
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=other)
    with quiet():
        thread.start()
        assert inside.wait(10)
    assert Image.MAX_IMAGE_PIXELS is None, "the other one still needs it"
    leave.set()
    thread.join(10)
    assert before == Image.MAX_IMAGE_PIXELS
    assert list(warnings.filters) == filters
