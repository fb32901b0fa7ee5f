"""The head of the rule diagrams, drawn once in the file of symbols: a page only says where it stands."""

from functools import cache

from toolchain.pages.assets import hashed
from toolchain.pages.drawing import Head, number
from toolchain.pages.figures import WHOLE, pictures


@cache
def address() -> str:
    """Of the file of symbols, from the root of the site."""
    return hashed("pictures.svg", pictures().encode())


def placed(place: Head) -> str:
    """A head at its place in a picture."""
    scale = f"scale({place.height / WHOLE.height:.3f})"
    parts = (("head", place.crown), ("features", place.eyes))
    return "".join(
        f'<use href="{address()}#{part}" transform="translate({number(place.x)} {number(y)}){scale}"/>'
        for part, y in parts
    )
