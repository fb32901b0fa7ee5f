"""Privacy, terms, refunds, cookies, about and business: words in order, filled in from operator.toml."""

from collections.abc import Collection, Iterable
from datetime import date

from markupsafe import Markup, escape

from toolchain.operator import Operator
from toolchain.pages import prose
from toolchain.pages.context import PageContext, titled
from toolchain.pages.language import Language
from toolchain.pages.table import Page, Site
from toolchain.rulebook import census
from toolchain.rulebook.vocabulary import CONFIDENCE

PAGES = ("about", "business", "privacy", "cookies", "terms", "refunds")
UPDATED = {"privacy": "privacy", "cookies": "privacy", "terms": "terms", "refunds": "refunds"}
"""Page -> the date in operator.toml that stands above it."""
PREFERENCES_ENTRY = "pixid.preferences"
"""Name of the one entry in local storage; site/app/preferences.mjs."""
MOST_DOCUMENTS = 6
"""Documents remembered at most; site/app/preferences.mjs."""
API = "/api/v1/"
NO_COUNTRY = "ZZ"


def pages(site: Site) -> Iterable[Page]:
    """One for each text; refunds only where something is sold."""
    for id in PAGES:
        if id == "refunds" and not site.operator.payments.paid:
            continue
        day = site.operator.updated.get(UPDATED.get(id, ""))
        yield Page(
            f"{id}/",
            "prose.html",
            lambda page, id=id: context(site, id, page),  # type: ignore[misc]
            modified=day.isoformat() if day else "",
        )


def context(site: Site, id: str, page: PageContext) -> prose.ProseContext:
    """One text."""
    language, operator = site.language, site.operator
    gaps = {**of_operator(language, operator), **of_site(site)}
    day = operator.updated.get(UPDATED.get(id, ""))
    answer = f"{id}.answer"
    if f"{answer}.one" in language.sentences:
        said = language.count(answer, operator.payments.refund_days)
    else:
        said = language.say(answer)
    gaps["count"] = operator.payments.records_years
    return prose.ProseContext(
        page=titled(page, language.say(f"{id}.title"), language.say(f"{id}.description")),
        answer=said,
        updated=updated(language, day) if day else Markup(""),
        path=[],
        parts=prose.parts(language, id, gaps, facts(operator)),
        beside=[
            (language.address(f"{other}/"), language.say(f"{other.replace('-', '_')}.title"))
            for other in (*PAGES, "your-data")
            if other != id and other in shown(operator)
        ],
    )


def shown(operator: Operator) -> Collection[str]:
    """The texts this copy has."""
    return {*PAGES, "your-data"} - (set() if operator.payments.paid else {"refunds"})


def facts(operator: Operator) -> set[str]:
    """The conditions of prose.CONDITIONS that hold for this copy."""
    return {operator.payments.mode, "known" if operator.known else "unknown"}


def updated(language: Language, day: date) -> Markup:
    """ "Last updated: 26 November 2026"."""
    return language.say("legal.updated", date=language.date(day.isoformat()))


def of_operator(language: Language, operator: Operator) -> dict[str, object]:
    """What the texts say of the operator; "" where nothing is given, and then no shown sentence asks for it."""
    payments = operator.payments
    price = f"{payments.price}" if payments.price is not None else ""
    country = language.countries.get(operator.country, operator.country)
    return {
        "name": operator.name,
        "address": operator.address,
        "country": country,
        "privacy_email": mail(operator.privacy_email),
        "support_email": mail(operator.support_email),
        "price": Markup("<bdi>{}</bdi>").format(f"{price}\N{NO-BREAK SPACE}{payments.currency}"),
        "host": language.say("privacy.host.known", host=operator.host)
        if operator.host
        else language.say("privacy.host.unknown"),
    }


def of_site(site: Site) -> dict[str, object]:
    """Links between the texts, and the counts of the rulebook."""
    language = site.language
    counted = census.count(site.documents).counts
    return {
        "accuracy": prose.link(language, "accuracy/", "accuracy.title"),
        "your_data": prose.link(language, "your-data/", "your_data.title"),
        "cookies": prose.link(language, "cookies/", "cookies.title"),
        "privacy": prose.link(language, "privacy/", "privacy.title"),
        "refunds": prose.link(language, "refunds/", "refunds.title"),
        "api": Markup('<code dir="ltr">{}</code>').format(API),
        "policy": Markup("<code>connect-src 'self'</code>"),
        "entry": Markup("<code>{}</code>").format(PREFERENCES_ENTRY),
        "most": MOST_DOCUMENTS,
        "check": Markup("<code>pixid check</code>"),
        "make": Markup("<code>pixid make</code>"),
        "documents": counted["documents"],
        "countries": len({data["country"] for data in site.documents} - {NO_COUNTRY}),
        **{grade: counted[grade] for grade in CONFIDENCE},
    }


def mail(address: str) -> Markup:
    """A link that opens the reader's mail program."""
    return Markup('<a href="mailto:{0}">{0}</a>').format(escape(address))
