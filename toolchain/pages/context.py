"""What each template may use: the templates see these and nothing else (StrictUndefined refuses any other name)."""

from typing import TypedDict

from markupsafe import Markup


class Alternate(TypedDict):
    """The same page in one of the languages, its own included."""

    lang: str
    dir: str
    name: str
    """The language's name for itself."""
    address: str


class Offer(TypedDict):
    """What a copy that sells, or takes donations, says about it."""

    mode: str
    """ "paid" or "donation"."""
    price: str
    refund: Markup
    """How long money is given back, "" where none is."""
    settings: Markup
    """Data block for the page's script."""


class PageContext(TypedDict):
    """What every page needs."""

    lang: str
    dir: str
    title: str
    description: str
    path: str
    """Below the language's home, as in toolchain.pages.table.Page."""
    address: str
    """Of this page on the site, from the root."""
    site: str
    """Scheme and host for whole addresses; "" where the operator does not say."""
    offer: Offer | None
    """What it asks for; None for a free copy."""
    share: str
    """Address of the picture beside links to this page, from the root; "" for the site's sign."""
    alternates: list[Alternate]
    """All languages it exists in, English first."""
    indexed: bool
    modified: str
    policy: Markup
    """Content security policy for the <meta> element."""
    start: str
    """Address of the one script; empty on pages without the tool."""
    preload: list[str]
    """Addresses of the modules it imports, asked for at once."""
    everywhere: list[str]
    """Address of the script that every page has, then those of what it imports."""


def titled(page: PageContext, title: Markup, description: Markup) -> PageContext:
    """`page` with its own title and description, as plain text (the template escapes)."""
    made = page.copy()
    made.update({"title": title.unescape(), "description": description.unescape()})
    return made


class Mark(TypedDict):
    """A numbered source mark; leads to `#source-<number>`."""

    number: int
    title: str


class Rule(TypedDict):
    """A requirement in words. `stated` false: the authority is silent and `value` says so."""

    label: str
    value: Markup
    details: list[Markup]
    source: Mark | None
    verified: bool
    stated: bool


class Policy(TypedDict):
    """One of the two lines above the button."""

    sign: str
    text: Markup
    source: Mark | None


class Notice(TypedDict):
    """The panel that says why people cannot, or cannot always, bring their own photo, and what to do instead."""

    title: Markup
    why: str
    instead: str
    link: str
    source: Mark | None


class Contradiction(TypedDict):
    """Sources that disagree, and which one we follow."""

    about: str
    versions: str
    choice: str


class SourceLine(TypedDict):
    """One entry of the source list."""

    number: int
    title: str
    url: str
    kind: str
    read: Markup
    changed: Markup


class CountryLink(TypedDict):
    """A country in the path of a page."""

    id: str
    name: str


class Pair(TypedDict):
    """Right and wrong side by side: drawings by name, words, and who says so."""

    label: Markup
    right: str
    right_words: Markup
    wrong: str
    wrong_words: Markup
    source: Mark | None


class Refusal(TypedDict):
    """What is outside the rule."""

    text: Markup
    source: Mark | None


class Question(TypedDict):
    """A question, its answer, and who says so."""

    question: Markup
    answer: Markup
    source: Mark | None


class Near(TypedDict):
    """A list of links with its heading, and where the whole list stands."""

    title: Markup
    links: list[tuple[str, str]]
    more: str
    more_words: Markup


class Age(TypedDict):
    """A group of ages with rules of its own; `value`: years under which they hold, "" for everybody else."""

    value: str
    words: Markup


class DocumentContext(TypedDict):
    """document.html with tool.html."""

    page: PageContext
    id: str
    country: CountryLink
    kind: Markup
    name: str
    title: str
    qualifier: str
    answer: Markup
    answer_sources: list[Mark]
    notice: Notice | None
    refused: bool
    ages: list[Age]
    uncropped: bool
    paper_uncropped: bool
    sizeless: bool
    policies: list[Policy]
    choose: str
    choose_name: str
    accept: str
    diagram: Markup
    sized: bool
    prints_true: bool
    facts: list[Rule]
    rules: list[Rule]
    unverified: bool
    confidence: str
    pairs: list[Pair]
    at_home: list[Markup]
    refusals: list[Refusal]
    questions: list[Question]
    related: list[Near]
    notes: list[str]
    contradictions: list[Contradiction]
    changes: list[Markup]
    no_change: Markup
    earlier: list[Markup]
    sources: list[SourceLine]
    document_json: Markup
    unloaded: str
    """That the tool could not be loaded."""


class Card(TypedDict):
    """A document in the list of the home page."""

    id: str
    name: str
    summary: Markup
    refused: Markup
    """That people cannot take it themselves; "" where they can."""


class Country(TypedDict):
    """A country with its documents."""

    id: str
    address: str
    name: str
    documents: list[Card]


class Letter(TypedDict):
    """A letter of the alphabet and the first country that begins with it."""

    letter: str
    country: str


class HomeContext(TypedDict):
    """home.html."""

    page: PageContext
    counts: list[Markup]
    letters: list[Letter]
    countries: list[Country]
    guides: list[tuple[str, Markup]]
    """Address and name."""
    sizes: list[tuple[str, Markup]]
    words_json: Markup


class MissingContext(TypedDict):
    """missing.html, the page for addresses that lead nowhere."""

    page: PageContext
