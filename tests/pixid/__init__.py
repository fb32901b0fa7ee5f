"""Tests of pixid/."""
