"""Tests of pixid/checks/."""
