"""Data for scripts, inside the page."""

import json
from typing import Any

from markupsafe import Markup


def data_block(data: Any) -> Markup:
    """JSON that may stand inside a script element: no "<" can end it early."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))
