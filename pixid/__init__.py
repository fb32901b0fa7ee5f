"""PixID's pipeline: numbers only, the same source on CPython and on MicroPython."""
