"""What search engines get: one address per page, its other languages, dates, data; nothing half said."""

import re
from functools import cache
from xml.etree import ElementTree

from tests.toolchain.pages.operators import NOBODY, SOMEBODY
from tests.toolchain.pages.rendered import Page, gather, spoken

ORIGIN = SOMEBODY.site
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"
W3C_DATE = re.compile(r"\d{4}-\d\d(-\d\d)?")


@cache
def site(known: bool = True) -> dict[str, bytes]:
    """The site in all languages, of an operator who says where it stands, or of nobody."""
    return gather((), SOMEBODY, spoken()) if known else gather((), NOBODY, spoken()[:2])


@cache
def pages() -> dict[str, Page]:
    return {path: Page(data.decode()) for path, data in site().items() if path.endswith(".html")}


def file(address: str) -> str:
    """The file of a whole address on the site."""
    assert address.startswith(f"{ORIGIN}/"), address
    path = address.removeprefix(f"{ORIGIN}/").partition("#")[0]
    return f"{path}index.html" if not path or path.endswith("/") else path


@cache
def named(path: str) -> dict[str, str]:
    """What a page says of its languages: tag -> address."""
    return {link["hreflang"]: link["href"] for link in links(pages()[path], "alternate") if "hreflang" in link}


def links(page: Page, rel: str) -> list[dict[str, str]]:
    return [element.attributes for element in page.all("link", rel=rel)]


def is_indexed(page: Page) -> bool:
    return not page.all("meta", name_="robots", content="noindex")


def test_a_page_has_one_canonical_address_or_is_not_listed() -> None:
    seen = set()
    for path, page in pages().items():
        canonical = [link["href"] for link in links(page, "canonical")]
        assert [file(address) for address in canonical] == ([path] if is_indexed(page) else []), path
        seen.update(canonical)
    assert len(seen) > 40


def test_languages_name_each_other() -> None:
    for path, page in pages().items():
        found = named(path)
        if not is_indexed(page):
            assert not found, path
            continue
        assert set(found) == {"x-default", *(language.id for language in spoken())}, path
        assert found["x-default"] == found["en"]
        for lang, address in found.items():
            assert named(file(address)) == found, (path, lang)


def test_the_sitemaps_hold_every_listed_page_with_a_date_and_nothing_else() -> None:
    index = ElementTree.fromstring(site()["sitemap.xml"])
    maps = [file(str(entry.text)) for entry in index.iter(f"{SITEMAP}loc")]
    assert len(maps) == len(spoken())
    listed = []
    for name in maps:
        for url in ElementTree.fromstring(site()[name]).iter(f"{SITEMAP}url"):
            listed.append(file(str(url.findtext(f"{SITEMAP}loc"))))
            changed = url.findtext(f"{SITEMAP}lastmod")
            assert changed is None or W3C_DATE.fullmatch(changed)
            assert {file(link.attrib["href"]) for link in url.iter(ALTERNATE)} <= set(pages())
    assert len(listed) == len(set(listed))
    assert set(listed) == {path for path, page in pages().items() if is_indexed(page)}
    assert b"Sitemap: https://example.org/sitemap.xml" in site()["robots.txt"]


def test_link_previews_name_a_picture_that_exists() -> None:
    for path, page in pages().items():
        properties = [element.attributes for element in page.all("meta", property="")]
        told = {one["property"]: one["content"] for one in properties}
        assert bool(told) == is_indexed(page), path
        if told:
            assert file(told["og:image"]) in site() and file(told["og:url"]) == path
            assert told["og:title"] and told["og:description"]


def test_titles_and_descriptions_differ_and_fit() -> None:
    for field in ("title", "description"):
        seen: dict[str, str] = {}
        for path, page in pages().items():
            if is_indexed(page):
                html = site()[path].decode()
                pattern = r"<title>(.*?)</title>" if field == "title" else r'name="description" content="(.*?)"'
                text = re.findall(pattern, html)[0]
                assert 8 < len(text) < (140 if field == "title" else 400), (path, text)
                assert seen.setdefault(text, path) == path, (field, path, seen[text])


def test_the_feed_of_changes_is_atom_in_every_language() -> None:
    for language in spoken():
        feed = ElementTree.fromstring(site()[language.file("changes.xml")])
        entries = list(feed.iter(f"{ATOM}entry"))
        assert entries and len({entry.findtext(f"{ATOM}id") for entry in entries}) == len(entries)
        dates = [str(entry.findtext(f"{ATOM}updated")) for entry in entries]
        assert dates == sorted(dates, reverse=True)
        for entry in entries:
            (link,) = entry.iter(f"{ATOM}link")
            assert file(link.attrib["href"]) in site()


def test_a_copy_that_does_not_know_its_address_says_nothing_half() -> None:
    unknown = site(known=False)
    assert "sitemap.xml" not in unknown and b"Sitemap" not in unknown["robots.txt"]
    for path, data in unknown.items():
        if path.endswith(".html"):
            page = Page(data.decode())
            assert not links(page, "canonical") and not page.all("meta", property=""), path
            assert all("hreflang" not in link for link in links(page, "alternate")), path


def test_language_models_get_a_guide() -> None:
    text = site()["llms.txt"].decode()
    assert text.startswith("# PixID\n\n> ")
    for address in re.findall(r"\]\((\S+?)\)", text):
        inside = address.removeprefix(f"{ORIGIN}/")
        assert inside.startswith("api/v1/") or file(address) in site(), address
