"""Files for programs that read the site: robots.txt, sitemaps, llms.txt and a feed of rule changes per language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from toolchain.pages.language import Language
from toolchain.pages.table import Page, Site

FEED = "changes.xml"
URN = "urn:pixid:rulebook:changes"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
ATOM = "http://www.w3.org/2005/Atom"


class Listed(NamedTuple):
    """A page that search engines may list."""

    language: Language
    page: Page
    languages: Sequence[Language]
    """Those it exists in, English first."""


def files(sites: Sequence[Site], listed: Sequence[Listed]) -> dict[str, bytes]:
    """Path below dist -> bytes. Sitemaps need whole addresses: without operator.toml's `site` there are none."""
    origin = sites[0].operator.site
    made = {"robots.txt": _robots(origin), "llms.txt": _llms(sites[0])}
    made |= {site.language.file(FEED): _feed(site) for site in sites}
    if origin:
        names = {site.language.id: f"sitemap-{site.language.id}.xml" for site in sites}
        for site in sites:
            own = [one for one in listed if one.language is site.language]
            made[names[site.language.id]] = _sitemap(own, origin)
        made["sitemap.xml"] = _index([f"{origin}/{name}" for name in names.values()])
    return {path: text.encode() for path, text in made.items()}


def _robots(origin: str) -> str:
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {origin}/sitemap.xml\n" if origin else "")


def _index(addresses: Iterable[str]) -> str:
    entries = "".join(f"<sitemap><loc>{escape(address)}</loc></sitemap>\n" for address in addresses)
    return f'{HEAD}<sitemapindex xmlns="{SITEMAP}">\n{entries}</sitemapindex>\n'


def _sitemap(listed: Iterable[Listed], origin: str) -> str:
    entries = "".join(_url(one, origin) for one in listed)
    return f'{HEAD}<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">\n{entries}</urlset>\n'


def _url(one: Listed, origin: str) -> str:
    def address(language: Language) -> str:
        return origin + language.address(one.page.path)

    names = [*((language.id, language) for language in one.languages), ("x-default", one.languages[0])]
    others = "".join(
        f'<xhtml:link rel="alternate" hreflang="{name}" href={quoteattr(address(language))}/>'
        for name, language in names
        if len(one.languages) > 1
    )
    changed = f"<lastmod>{one.page.modified}</lastmod>" if one.page.modified else ""
    return f"<url><loc>{escape(address(one.language))}</loc>{changed}{others}</url>\n"


def _feed(site: Site) -> str:
    """Every change of a rule, newest first (RFC 4287). A copy that does not know its address gives relative links."""
    changes = [(entry, data) for data in site.documents for entry in data["changes"]]
    changes.sort(key=lambda found: (found[0]["date"], found[1]["id"], found[0]["key"]), reverse=True)
    language, origin = site.language, site.operator.site
    newest = max((source["read"] for data in site.documents for source in data["sources"]), default="2026-11")
    entries = "".join(_entry(language, origin, entry, data) for entry, data in changes)
    return (
        f'{HEAD}<feed xmlns="{ATOM}" xml:lang="{language.id}">\n'
        f"<title>{escape(language.say('feed.title').unescape())}</title>\n<id>{URN}:{language.id}</id>\n"
        f'<link rel="self" href={quoteattr(origin + language.address(FEED))}/>\n'
        f"<updated>{_instant(newest)}</updated>\n<author><name>PixID</name></author>\n{entries}</feed>\n"
    )


def _entry(language: Language, origin: str, entry: Mapping[str, Any], data: Mapping[str, Any]) -> str:
    words = "changed.by_us" if entry.get("by") == "us" else "changed"
    said = language.say(words, date=language.date(entry["date"]), what=entry["what"]).unescape()
    address = quoteattr(origin + language.address(data["id"] + "/"))
    id = ":".join((URN, language.id, data["id"], entry["date"], entry["key"]))
    return (
        f"<entry><title>{escape(language.name_of(data))}</title><id>{escape(id)}</id>"
        f"<updated>{_instant(entry['date'])}</updated>"
        f'<link rel="alternate" type="text/html" href={address}/>'
        f"<summary>{escape(said)}</summary></entry>\n"
    )


def _instant(date: str) -> str:
    """The first moment of a month or day: Atom wants seconds, our sources give months."""
    return f"{date if date.count('-') == 2 else f'{date}-01'}T00:00:00Z"


def _llms(site: Site) -> str:
    """A short guide to the site for language models (llmstxt.org), in English."""
    origin, count = site.operator.site, len(site.documents)
    return (
        "# PixID\n\n"
        f"> Photo rules of {count} passports, visas and identity documents, each value with its source and the date it"
        " was read, and a tool that checks and cuts a photo inside the browser. Photos are not uploaded.\n\n"
        "Not a government site; the office decides. Values marked as not verified come from vendors, lists or memory."
        "\n\n"
        "## Rules as data\n\n"
        f"- [All rules as JSON]({origin}/api/v1/documents.json): CC BY 4.0, values with sources\n"
        f"- [All rules as CSV]({origin}/api/v1/documents.csv)\n"
        f"- [Changes of rules]({origin}/{FEED}): Atom feed\n\n"
        "## Pages\n\n"
        f"- [Documents by country]({origin}/#documents)\n"
        f"- [Photo sizes]({origin}/sizes/)\n"
        f"- [Guides]({origin}/guides/)\n"
        f"- [How often each check is wrong]({origin}/accuracy/)\n"
    )
