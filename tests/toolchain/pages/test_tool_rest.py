"""What the tool is handed: its words, in which a size and its unit stay in one line."""

import re

from tests.toolchain.pages.rendered import spoken
from toolchain.pages import tool_rest
from toolchain.pages.language import ENGLISH


def test_no_line_ends_within_a_size() -> None:
    for language in spoken():
        for key, text in tool_rest.words(language).items():
            assert not re.search(r"\{(kb|most|dpi|height|height_mm)\} \w|\} [x×]|[x×] \{", text), (language.id, key)


def test_only_blanks_are_another() -> None:
    words = tool_rest.words(ENGLISH)
    assert words["file.save"] == "Save photo, {kb}\u00a0KB"
    assert words["file.facts"] == "{width}\u00a0×\u00a0{height}\u00a0px, {dpi}\u00a0dpi, {kb}\u00a0KB"
    for key, text in ENGLISH.app.items():
        assert words[key].replace("\u00a0", " ") == text.replace("\u00a0", " ")
