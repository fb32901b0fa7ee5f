"""Runs on MicroPython: imports one test module, calls its test functions, prints one line of JSON about each."""

import io
import json
import sys


def run(name: str) -> None:
    """Run every `test_*` function of the module `name`; nothing is caught that would hide a failure to import it."""
    module = __import__(name, None, None, ["*"])
    for attribute in sorted(dir(module)):
        test = getattr(module, attribute)
        if attribute.startswith("test_") and callable(test):
            print(json.dumps({"test": attribute, "problem": _problem(test)}))


def _problem(test: "object") -> "str | None":  # MicroPython has no collections.abc to import Callable from
    try:
        if test() is not None:  # type: ignore[operator]
            return "the test returned something: a coroutine that was never run, or a forgotten assert"
    except Exception as problem:
        text = io.StringIO()
        sys.print_exception(problem, text)  # type: ignore[attr-defined]  # only there
        return text.getvalue()
    return None
