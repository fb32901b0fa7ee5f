"""Every page is well-formed, and everything it points to exists."""

import re
from functools import cache
from itertools import pairwise

from tests.toolchain.pages.rendered import Page, completed, pages, site, text

REFERENCES = ("aria-labelledby", "aria-describedby", "for")


@cache
def target_ids(path: str) -> set[str]:
    """The ids of a page, with the whole tool, or of a sprite of the site."""
    return set(re.findall(r'\bid="([^"]+)"', completed(text(path), text)))


def test_ids_are_unique_and_references_resolve() -> None:
    for path, page in pages().items():
        ids = [element.attributes["id"] for element in page.all(id="")]
        assert len(ids) == len(set(ids)), path
        for element in page.elements:
            for name in REFERENCES:
                wanted = element.attributes.get(name, "").split()
                assert set(wanted) <= set(ids), (path, element)


def test_internal_links_anchors_and_files_exist() -> None:
    for path, page in pages().items():
        for element in page.elements:
            for name in ("href", "src"):
                address = element.attributes.get(name, "")
                if not address or address.startswith("https://") or address.startswith("http://"):
                    continue
                file, _, anchor = address.partition("#")
                target = file.lstrip("/") + ("index.html" if file.endswith("/") else "") if file else path
                assert target in site(), (path, address)
                assert not anchor or anchor in target_ids(target), (path, address)


def test_outside_links_are_sources_only_and_tell_nobody_where_the_reader_was() -> None:
    for path, page in pages().items():
        for link in page.all("a", href=""):
            if link.attributes["href"].startswith("http"):
                assert link.attributes.get("rel") == "noreferrer", (path, link)
        for element in page.elements:
            if element.name != "a":
                assert not element.attributes.get("href", "").startswith("http"), (path, element)
                assert not element.attributes.get("src", "").startswith("http"), (path, element)


def test_headings_do_not_skip_a_level_and_there_is_one_h1() -> None:
    for path, page in pages().items():
        levels = [int(element.name[1]) for element in page.elements if re.fullmatch("h[1-6]", element.name)]
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_every_control_has_a_name() -> None:
    for path, page in pages().items():
        labelled = {label.attributes["for"] for label in page.all("label", for_="")}
        for control in page.all("input"):
            if "template" in control.around:
                assert "label" in control.around, (path, control)
            else:
                named = "aria-label" in control.attributes or control.attributes.get("id") in labelled
                assert named, (path, control)
        for picture in [*page.all("svg", role="img"), *page.all("img")]:
            assert "aria-label" in picture.attributes or "alt" in picture.attributes, (path, picture)


def test_the_reader_of_these_tests_is_strict() -> None:
    for broken in ("<p><b>x</p></b>", "<div>", "</p>", '<p id="a" id="b"></p>'):
        try:
            Page(broken)
        except AssertionError:
            continue
        raise AssertionError(f"accepted {broken}")
