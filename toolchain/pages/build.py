"""Writes the site: gathers every page and asset first, then writes what changed and removes what is no longer made."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from toolchain import headers, vendor
from toolchain.pages import accuracy_page, assets, bundle, document_page, home_page
from toolchain.pages.context import MissingContext, PageContext, titled
from toolchain.pages.words import say
from toolchain.rulebook import products


def write_site(root: Path, dist: Path, documents: list[dict[str, Any]]) -> None:
    """Render the site of `documents` (compiled rules) from the tree `root` into `dist`.

    Vendored runtimes, graphs and _headers are written by other steps and left alone. Raises BuildError.
    """
    write(dist, gather(root, documents))


def gather(root: Path, documents: list[dict[str, Any]]) -> dict[str, bytes]:
    """The table of everything the pages write: path below dist -> bytes. Same tree, same bytes."""
    outputs: dict[str, bytes] = {}
    names: dict[str, str] = {}
    for name, content in assets.gather(root / "site" / "static").items():
        names[name] = assets.hashed(name, content)
        outputs[names[name].lstrip("/")] = content
    app = bundle.gather(root, vendor.addresses())
    folder = f"app/{bundle.version(app)}"
    outputs |= {f"{folder}/{name}": content for name, content in app.items()}

    rulebook = products.published(documents)
    outputs |= {address.lstrip("/"): content for address, content in rulebook.values()}

    addresses = {name: address for name, (address, _) in rulebook.items()}
    templates = environment(root / "site" / "templates", names, addresses)
    policy = headers.meta_policy(headers.rules())
    plain = PageContext(lang="en", dir="ltr", title="", description="", policy=policy, start="", preload=[])
    start, *imported = (f"/{folder}/{name}" for name in bundle.first_modules(app))
    with_tool = plain.copy()
    with_tool.update({"start": start, "preload": imported})
    outputs["index.html"] = render(templates, "home.html", home_page.context(documents, plain))
    figures = accuracy_page.context(accuracy_page.read(), plain)
    outputs["accuracy/index.html"] = render(templates, "accuracy.html", figures)
    outputs["404.html"] = render(templates, "missing.html", missing(plain))
    for data in documents:
        context = document_page.context(data, with_tool)
        outputs[f"{data['id']}/index.html"] = render(templates, "document.html", context)
    return outputs


def environment(templates: Path, names: Mapping[str, str], rulebook: Mapping[str, str]) -> Environment:
    """Jinja with autoescape, and no name that is not defined. `names` of assets and of the `rulebook` to addresses."""
    loader = FileSystemLoader(templates)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.globals |= {"say": say, "assets": dict(names), "rulebook": dict(rulebook)}
    return made


def render(templates: Environment, name: str, context: Mapping[str, Any]) -> bytes:
    """One page, without empty lines."""
    text = templates.get_template(name).render(**context)
    return ("\n".join(line for line in text.splitlines() if line.strip()) + "\n").encode()


def missing(page: PageContext) -> MissingContext:
    """What 404.html shows."""
    return MissingContext(page=titled(page, say("missing.title"), say("missing.answer")))


def write(dist: Path, outputs: Mapping[str, bytes]) -> None:
    """Make the pages' part of `dist` equal to `outputs`; files that are the same already keep their time."""
    for pattern in ("*.html", "*/index.html", "assets/*", "app/*/*", "rulebook/*"):
        for path in dist.glob(pattern):
            if path.relative_to(dist).as_posix() not in outputs:
                path.unlink()
                if not any(path.parent.iterdir()):
                    path.parent.rmdir()
    for name, data in outputs.items():
        path = dist / name
        if not path.exists() or path.read_bytes() != data:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
