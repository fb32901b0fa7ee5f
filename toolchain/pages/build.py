"""Writes the site: gathers every page and asset first, then writes what changed and removes what is no longer made."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from toolchain import headers, operator, parallel, selling, vendor
from toolchain.languages import telling
from toolchain.operator import Operator
from toolchain.pages import (
    accuracy_page,
    assets,
    bundle,
    country_page,
    crawlers,
    document_page,
    guide_page,
    home_page,
    legal_page,
    missing_page,
    own_pages,
    share_picture,
    shell_page,
    size_page,
    structured,
    tool_rest,
    web_manifest,
)
from toolchain.pages.context import Alternate, PageContext
from toolchain.pages.crawlers import Listed
from toolchain.pages.language import ENGLISH, Language
from toolchain.pages.table import Kind, Page, Site

KINDS: tuple[Kind, ...] = (
    home_page.pages,
    country_page.pages,
    size_page.pages,
    guide_page.pages,
    accuracy_page.pages,
    legal_page.pages,
    own_pages.pages,
    missing_page.pages,
    document_page.pages,
    shell_page.pages,
)
"""Every kind of page; a new one is a module with a function `pages` and its entry here."""


FOLDERS = (country_page.FOLDER, size_page.FOLDER, guide_page.FOLDER)
WRITTEN = (
    *(
        "*.html",
        "*/*.html",
        "*.webmanifest",
        "*/*.webmanifest",
        "*.txt",
        "*.xml",
        "*/changes.xml",
        "*/*/index.html",
        "assets/*",
        "app/*/*",
        "rulebook/*",
    ),
    *(f"*/{folder}*/index.html" for folder in FOLDERS),
)
"""Where the pages' files stand, those of folders in each language included; vendored files do not match."""


def write_site(
    root: Path, dist: Path, documents: Sequence[Mapping[str, Any]], languages: Sequence[Language] = (ENGLISH,)
) -> None:
    """Render the site of `documents` (compiled rules) from the tree `root` into `dist`, English first.

    Vendored runtimes, graphs and _headers are written by other steps and left alone. Raises BuildError.
    """
    write(dist, gather(root, documents, languages, each=parallel.on_all_cores))


def gather(
    root: Path,
    documents: Sequence[Mapping[str, Any]],
    languages: Sequence[Language] = (ENGLISH,),
    runs: Operator | None = None,
    each: parallel.Each[dict[str, bytes]] = parallel.one_by_one,
) -> dict[str, bytes]:
    """The table of everything the pages write: path below dist -> bytes. Same tree, same bytes.

    `runs` is who runs this copy, by default what operator.toml says; `each` how the languages are gone through.
    """
    who = operator.read() if runs is None else runs
    outputs: dict[str, bytes] = {}
    names: dict[str, str] = {}
    looks = sorted((root / "site" / "selling").glob("*.css")) if who.payments.on else []
    for name, content in assets.gather(root / "site" / "static", looks).items():
        names[name] = assets.hashed(name, content)
        outputs[names[name].lstrip("/")] = content
    app = bundle.gather(root, vendor.addresses(), who.payments.on)
    folder = f"app/{bundle.version(app)}"
    outputs |= {f"{folder}/{name}": content for name, content in app.items()}

    shares = {}
    for data in documents:
        shown = share_picture.picture(data)
        shares[data["id"]] = assets.hashed(f"share-{data['id']}.png", shown)
        outputs[shares[data["id"]].lstrip("/")] = shown

    frame = Frame(
        templates=environment(root / "site" / "templates", names, footer(who)),
        policy=quoted(headers.meta_policy(selling.rules(who))),
        modules={
            entry: [f"/{folder}/{name}" for name in bundle.first_modules(app, entry)]
            for entry in (bundle.START, bundle.EVERYWHERE, *bundle.PAGE_SCRIPTS)
        },
        shares=shares,
    )
    sites = [Site(language, telling.documents(language, documents), who) for language in languages]
    table = [[page for kind in KINDS for page in kind(site)] for site in sites]
    spoken: dict[str, list[Language]] = {}
    for site, own in zip(sites, table, strict=True):
        for page in own:
            spoken.setdefault(page.path, []).append(site.language)

    def speak(place: int) -> dict[str, bytes]:
        fetched, files = rest_of(sites[place].language, documents, frame)
        return files | pages(sites[place], table[place], spoken, frame, fetched)

    for made in each(speak, len(sites)):
        outputs |= made
    listed = [
        Listed(site.language, page, spoken[page.path])
        for site, own in zip(sites, table, strict=True)
        for page in own
        if page.indexed
    ]
    return outputs | web_manifest.manifests(sites, names) | crawlers.files(sites, listed)


class Frame(NamedTuple):
    """What all pages of all languages share."""

    templates: Environment
    policy: Markup
    modules: Mapping[str, list[str]]
    """Name of a page's script -> its address and those of what it imports."""
    shares: Mapping[str, str]
    """Document -> address of the picture beside links to its page."""


def rest_of(
    language: Language, documents: Sequence[Mapping[str, Any]], frame: Frame
) -> tuple[dict[str, str], dict[str, bytes]]:
    """What pages of a language fetch once they are used: name -> address (those of telling.published, and "rest",
    tool_rest); and the files, path below dist -> bytes."""
    rest = render(frame.templates, language, tool_rest.TEMPLATE, tool_rest.context(language))
    made = telling.published(language, documents) | {"rest": (tool_rest.address(language, rest), rest)}
    addresses = {name: address for name, (address, _) in made.items()}
    return addresses, {address.lstrip("/"): content for address, content in made.values() if address}


def pages(
    site: Site,
    table: Iterable[Page],
    spoken: Mapping[str, Sequence[Language]],
    frame: Frame,
    fetched: Mapping[str, str],
) -> dict[str, bytes]:
    """Every page of a language: path below dist -> HTML. `spoken`: the languages that have a page of that path."""
    language, made = site.language, {}
    for page in table:
        context = page.context(common(language, page, spoken[page.path], frame, site.operator))
        told = structured.block(page.template, context, language)
        given = {"fetched": fetched, "structured": told, **context}
        made[language.file(page.path)] = render(frame.templates, language, page.template, given)
    return made


def common(language: Language, page: Page, languages: Iterable[Language], frame: Frame, who: Operator) -> PageContext:
    """What every page needs, before it says its title and description."""
    script = bundle.START if page.with_tool else page.script
    start, *imported = frame.modules[script] if script else [""]
    return PageContext(
        lang=language.id,
        dir=language.dir,
        title="",
        description="",
        path=page.path,
        address=language.address(page.path),
        site=who.site,
        offer=selling.offer(language, who),
        share=frame.shares.get(page.path.rstrip("/"), ""),
        alternates=[
            Alternate(lang=other.id, dir=other.dir, name=other.name, address=other.address(page.path))
            for other in languages
        ],
        indexed=page.indexed,
        modified=page.modified,
        policy=frame.policy,
        start=start,
        preload=imported,
        everywhere=frame.modules[bundle.EVERYWHERE],
    )


def quoted(policy: str) -> Markup:
    """The policy for an attribute in double quotes: its own single ones may stay as they are."""
    return Markup(str(escape(policy)).replace("&#39;", "'"))


def footer(who: Operator) -> list[tuple[str, str]]:
    """What every page's foot leads to: path and sentence."""
    paths = ("about", "accuracy", "business", "sizes", "privacy", "terms", "refunds", "cookies", "your-data")
    return [(f"{path}/", f"site.{path.replace('-', '_')}") for path in paths if path != "refunds" or who.payments.paid]


def environment(templates: Path, names: Mapping[str, str], foot: Sequence[tuple[str, str]]) -> Environment:
    """Jinja with autoescape, and no name that is not defined. `names` of assets to addresses."""
    loader = FileSystemLoader(templates)
    made = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"assets": dict(names), "footer": list(foot)}
    return made


def render(templates: Environment, language: Language, name: str, context: Mapping[str, Any]) -> bytes:
    """One page of a language, without empty lines."""
    spoken = {
        "say": language.say,
        "count": language.count,
        "link": language.address,
        "metres": metres(language),
        "stop": language.stop,
        "comma": language.comma,
    }
    text = templates.get_template(name).render(**spoken, **context)
    return ("\n".join(line for line in text.splitlines() if line.strip()) + "\n").encode()


def metres(language: Language) -> Callable[[float], str]:
    """A length of some metres as the language writes it."""
    return lambda length: language.unit("m", language.number(length))


def write(dist: Path, outputs: Mapping[str, bytes]) -> None:
    """Make the pages' part of `dist` equal to `outputs`; files that are the same already keep their time."""
    for pattern in WRITTEN:
        for path in list(dist.glob(pattern)):
            if path.relative_to(dist).as_posix() not in outputs:
                path.unlink()
                if not any(path.parent.iterdir()):
                    path.parent.rmdir()
    for name, data in outputs.items():
        path = dist / name
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
