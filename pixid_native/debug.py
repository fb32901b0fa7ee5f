"""Whether mistakes of ours show where they happened."""

import os


def debugging() -> bool:
    """PIXID_DEBUG=1 in the environment."""
    return os.environ.get("PIXID_DEBUG", "") not in ("", "0")
