"""What search engines read: JSON-LD of schema.org, from nothing but what the page itself shows.

Steps and questions are marked where they stand in document.html, as RDFa: no sentence travels twice.
Addresses are whole where operator.toml says where the site stands, else they begin at its root.
"""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from toolchain.pages.context import PageContext
from toolchain.pages.language import Language
from toolchain.pages.script import data_block

CONTEXT = "https://schema.org"


def block(template: str, context: Mapping[str, Any], language: Language) -> Markup:
    """The page's data block, "" for pages that have nothing to tell."""
    page: PageContext = context["page"]
    made: list[dict[str, Any]] = []
    if template == "home.html":
        made = [_application(page, language)]
    elif template == "document.html":
        made = [_path(page, language, context)]
    return data_block({"@context": CONTEXT, "@graph": made}) if made else Markup("")


def _application(page: PageContext, language: Language) -> dict[str, Any]:
    return {
        "@type": "WebApplication",
        "name": str(language.say("site.name")),
        "url": page["site"] + page["address"],
        "description": page["description"],
        "applicationCategory": "MultimediaApplication",
        "operatingSystem": "Any",
        "browserRequirements": "WebAssembly",
        "inLanguage": page["lang"],
        "isAccessibleForFree": page["offer"] is None or page["offer"]["mode"] == "donation",
    }


def _path(page: PageContext, language: Language, context: Mapping[str, Any]) -> dict[str, Any]:
    country = context["country"]
    steps = [
        (str(language.say("site.name")), ""),
        (country["name"], f"countries/{country['id']}/"),
        (context["title"], page["path"]),
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": _text(name), "item": page["site"] + language.address(path)}
            for place, (name, path) in enumerate(steps, 1)
        ],
    }


def _text(words: object) -> str:
    """Words without elements and entities."""
    return words.striptags() if isinstance(words, Markup) else str(words)
