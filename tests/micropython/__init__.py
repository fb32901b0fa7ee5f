"""Runs the unit tests of `pixid/` on the MicroPython that the browser gets."""
