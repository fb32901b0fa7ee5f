"""HTTP headers, read from netlify.toml and nowhere else: for the dev server, for other hosts and for the pages."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from toolchain.errors import BuildError
from toolchain.paths import ROOT

NETLIFY = ROOT / "netlify.toml"
# what Netlify sends for a file without a Cache-Control of its own
DEFAULT_CACHE = "public, max-age=0, must-revalidate"
# the part of the policy that a copy that sells has otherwise (toolchain/selling.py)
FORMS = re.compile(r"form-action 'self'[^;]*")
# directives a browser ignores, with a complaint on the console, in a <meta> element (CSP level 3, section 3.3)
NOT_IN_META = ("frame-ancestors", "report-uri", "sandbox")


class Rule(NamedTuple):
    """Headers for the addresses a pattern matches: `*` at its end stands for anything, `:name` for one segment."""

    pattern: str
    values: Mapping[str, str]

    def matches(self, path: str) -> bool:
        """Whether the rule applies to an absolute path without query."""
        expression = re.sub(r":\w+", "[^/]+", re.escape(self.pattern).replace(r"\*", ".*"))
        return re.fullmatch(expression, path) is not None


def rules(source: Path = NETLIFY) -> list[Rule]:
    """The rules of a netlify.toml, in its order."""
    with open(source, "rb") as handle:
        entries = tomllib.load(handle).get("headers", [])
    for entry in entries:
        pattern, values = entry.get("for"), entry.get("values")
        if not isinstance(pattern, str) or not pattern.startswith("/") or "*" in pattern[:-1]:
            raise BuildError(f"{source.name}: '{pattern}' is no pattern; it starts with / and has * only at its end.")
        if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
            raise BuildError(f"{source.name}: the headers of {pattern} are not all text.")
        if several := [name for name, value in values.items() if "\n" in value]:
            raise BuildError(f"{source.name}: {', '.join(several)} of {pattern} must be on one line.")
    return [Rule(entry["for"], entry["values"]) for entry in entries]


def with_forms_to(origin: str, among: Sequence[Rule]) -> list[Rule]:
    """The same rules, with one other origin that forms may lead to (and be led on to); "" for none but our own."""
    target = " ".join(["form-action 'self'", *([origin] if origin else [])])

    def adapted(value: str) -> str:
        return FORMS.sub(target, value)

    return [Rule(rule.pattern, {name: adapted(value) for name, value in rule.values.items()}) for rule in among]


def of(path: str, among: Sequence[Rule]) -> dict[str, str]:
    """The headers a path is sent with; BuildError if two rules give the same one: hosts disagree on the result."""
    found: dict[str, str] = {}
    for rule in among:
        if rule.matches(path):
            if twice := {name.lower() for name in rule.values} & {name.lower() for name in found}:
                raise BuildError(f"{path} would get {', '.join(sorted(twice))} from two rules of netlify.toml.")
            found |= rule.values
    return found


def meta_policy(among: Sequence[Rule]) -> str:
    """The content security policy of pages as a <meta> element can carry it, for hosts that send no headers."""
    directives = of("/", among)["Content-Security-Policy"].split("; ")
    return "; ".join(directive for directive in directives if directive.split()[0] not in NOT_IN_META)


def write(dist: Path, among: Sequence[Rule]) -> None:
    """Check every file of the site against the rules, then write `dist/_headers`, which several static hosts read."""
    for path in _paths(dist):
        of(path, among)
    (dist / "_headers").write_text("\n".join(map(_block, among)))


def _block(rule: Rule) -> str:
    return f"{rule.pattern}\n" + "".join(f"  {name}: {value}\n" for name, value in rule.values.items())


def _paths(dist: Path) -> Iterable[str]:
    return (f"/{file.relative_to(dist).as_posix()}" for file in dist.rglob("*") if file.is_file())
