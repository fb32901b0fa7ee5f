"""Pages obey the policy they are sent with: no inline script, style or handler, and one script of our own."""

import json

from tests.toolchain.pages.rendered import pages, site
from toolchain import headers


def test_the_meta_policy_is_the_headers_one_without_what_a_meta_element_cannot_say() -> None:
    sent = headers.of("/", headers.rules())["Content-Security-Policy"].split("; ")
    for path, page in pages().items():
        (meta,) = page.all("meta", http_equiv="Content-Security-Policy")
        assert meta.attributes["content"].split("; ") == [rule for rule in sent if not rule.startswith("frame-")], path
        before = page.elements[: page.elements.index(meta)]
        assert {element.name for element in before} <= {"html", "head", "meta"}, "the policy must come first"


def test_nothing_inline() -> None:
    for path, page in pages().items():
        assert not page.all("style"), path
        for element in page.elements:
            bad = [name for name in element.attributes if name == "style" or name.startswith("on")]
            assert not bad, (path, element)


DATA = ("application/json", "application/ld+json")
PAGE_SCRIPTS = {"index.html": "home.mjs", "your-data/index.html": "your_data.mjs", "offline/index.html": "offline.mjs"}


def test_every_page_has_the_common_module_and_at_most_one_of_its_own() -> None:
    for path, page in pages().items():
        running = [attributes for attributes, _ in page.scripts if attributes.get("type") not in DATA]
        own = "start.mjs" if page.all("section", id="tool") else PAGE_SCRIPTS.get(path)
        assert {script["type"] for script in running} == {"module"}, path
        assert [script["src"].rpartition("/")[2] for script in running] == [*filter(None, [own]), "installed.mjs"], path


def test_data_blocks_are_json_and_cannot_end_early() -> None:
    for path, page in pages().items():
        for attributes, text in page.scripts:
            if attributes.get("type") in DATA and text:
                json.loads(text)
                assert "<" not in text, path


def test_no_page_loads_a_picture_font_or_frame() -> None:
    for path in pages():
        text = site()[path].decode()
        assert not any(word in text for word in ("<iframe", "<object", "<embed", "@import", "@font-face")), path
