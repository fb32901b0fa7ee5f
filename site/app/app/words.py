"""The app's own sentences, which the page brings along (toolchain/pages/words/app.py)."""

import json

from app.dom import block

SENTENCES = json.loads(block("words"))


def say(key: str, **gaps) -> str:
    """The sentence `key` with its gaps filled. Raises KeyError for an unknown sentence or an unfilled gap."""
    return SENTENCES[key].format(**gaps)


def say_count(key: str, count: int, **gaps) -> str:
    """The sentence for `count` things: key.one or key.other."""
    return say(key + (".one" if count == 1 else ".other"), count=count, **gaps)
