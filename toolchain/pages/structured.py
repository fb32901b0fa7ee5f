"""What search engines read: JSON-LD of schema.org, from nothing but what the page itself shows.

Addresses are whole where operator.toml says where the site stands, else they begin at its root.
"""

from collections.abc import Iterable, Mapping, Sequence
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
        made = [_path(page, language, context), *_steps(context), *_questions(context)]
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


def _steps(context: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    """How to take the photo at home, where people may."""
    steps: Sequence[Markup] = context["at_home"]
    if steps:
        yield {
            "@type": "HowTo",
            "name": _text(context["title"]),
            "step": [
                {"@type": "HowToStep", "position": place, "text": _text(step)} for place, step in enumerate(steps, 1)
            ],
        }


def _questions(context: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    if context["questions"]:
        yield {
            "@type": "FAQPage",
            "mainEntity": [
                {
                    "@type": "Question",
                    "name": _text(one["question"]),
                    "acceptedAnswer": {"@type": "Answer", "text": _text(one["answer"])},
                }
                for one in context["questions"]
            ],
        }


def _text(words: object) -> str:
    """Words without elements and entities."""
    return words.striptags() if isinstance(words, Markup) else str(words)
