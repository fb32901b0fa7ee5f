"""The one exception a build step raises when a person has to act."""


class BuildError(Exception):
    """A sentence for the person at the terminal; `build.py` prints it without a traceback and exits 2."""
