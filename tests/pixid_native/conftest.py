"""Fixtures of this folder."""

from tests.pixid_native.scripted import script

__all__ = ["script"]
