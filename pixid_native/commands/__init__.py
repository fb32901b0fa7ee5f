"""One file per command: `add` describes its arguments, `run` does the work and returns the exit code."""
