"""The style sheet: contrast of its colours in both themes, logical properties, and every state of the tool."""

import re

import pytest

from tests.toolchain.pages.rendered import pages, site
from toolchain.pages.assets import squeeze
from toolchain.paths import ROOT

CSS = ROOT / "site" / "static" / "css"
TEXT, LARGE = 4.5, 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""

PAIRS = [
    ("ink", "paper", TEXT), ("ink", "wash", TEXT), ("ink-2", "paper", TEXT), ("ink-2", "wash", TEXT),
    ("action", "paper", TEXT), ("on-action", "action", TEXT), ("edge", "paper", LARGE), ("focus", "paper", LARGE),
    ("pass", "paper", TEXT), ("pass", "pass-wash", TEXT), ("warn", "paper", TEXT), ("warn", "warn-wash", TEXT),
    ("fail", "paper", TEXT), ("fail", "fail-wash", TEXT), ("ink", "fail-wash", TEXT), ("ink", "warn-wash", TEXT),
    ("ink", "pass-wash", TEXT), ("on-mat", "mat", TEXT), ("line-in", "casing", LARGE), ("line-out", "casing", LARGE),
    ("line-required", "casing", LARGE), ("line-chosen", "casing", LARGE), ("paper", "fail", TEXT),
]  # fmt: skip


def tokens() -> dict[str, dict[str, str]]:
    """Colours by theme; dark has light's where it sets none."""
    text = (CSS / "10-tokens.css").read_text()
    light, dark = text.split("@media (prefers-color-scheme: dark)")
    colour = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")
    first = dict(colour.findall(light))
    return {"light": first, "dark": first | dict(colour.findall(dark))}


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_contrast(theme: str, front: str, ground: str, least: float) -> None:
    light, dark = sorted((luminance(tokens()[theme][name]) for name in (front, ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least


def test_the_mat_is_the_same_in_both_themes() -> None:
    for name in ("mat", "on-mat", "casing", "line-in", "line-out"):
        assert tokens()["light"][name] == tokens()["dark"][name]


def test_left_and_right_are_said_only_where_a_picture_is_meant() -> None:
    for path in CSS.glob("*.css"):
        if path.name == "50-stage.css":  # left of the picture is left, whatever the language
            continue
        text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
        assert not re.search(r"(margin|padding|border)-(left|right)|[{;\s](left|right):", text), path.name


def test_photos_are_never_rounded_dimmed_or_tinted() -> None:
    rules = re.findall(r"([^{}]+){([^{}]*)}", squeeze((CSS / "50-stage.css").read_text()))
    for selector, body in rules:
        if re.search(r"\.(picture|frame|mat)\b", selector):
            assert not re.search(r"border-radius|filter|opacity|mix-blend", body), selector


def test_classes_of_the_templates_are_styled_and_none_is_left_over() -> None:
    css = next(data.decode() for path, data in site().items() if path.endswith(".css"))
    styled = set(re.findall(r"\.(-?[a-z][\w-]*)", re.sub(r"\"[^\"]*\"", "", css)))
    used = set()
    for path in pages():
        for element in pages()[path].elements:
            used |= set(element.attributes.get("class", "").split())
    assert used - styled <= DEFAULT
    assert styled - used == {"letters", "languages"}  # shown from 20 countries, and from two languages, on


DEFAULT = {"secondary", "fine", "not_assessed", "manual", "sign-manual", "sign-crop", "sign-whole"}
"""Classes whose look is that of their kind: no rule of their own."""


def test_squeeze_keeps_what_calc_needs() -> None:
    assert squeeze("a { b: calc(1px + 2px); /* c */ }\n\n d { e: f; }") == "a{b: calc(1px + 2px)}d{e: f}"
