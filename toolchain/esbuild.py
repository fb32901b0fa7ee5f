"""JavaScript modules that belong together, as one file: esbuild, run by the Node of the virtual environment.

The engine's worker is bundled, and what the page loads once somebody means to use the tool: modules are fetched one
import after another, which costs 0.25 s on a cold start. The page's other modules stay apart, because they are there by
then, or PyScript imports them by address."""

import hashlib
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from toolchain import node, npm
from toolchain.errors import BuildError
from toolchain.paths import BUILD
from toolchain.settings import npm_packages

OPTIONS = ("--bundle", "--format=esm", "--minify", "--legal-comments=none", "--log-level=warning", "--target=es2022")


def bundle(entry: str, modules: Mapping[str, bytes], apart: Iterable[str] = ()) -> bytes:
    """`entry` with everything it imports from `modules` (names in one folder) but for those that stay `apart`. Made
    again only for other sources.

    Raises BuildError with esbuild's own words.
    """
    (package,) = npm_packages("tools")
    options = [*OPTIONS, *(f"--external:./{name}" for name in sorted(apart))]
    total = hashlib.sha256("\0".join([package.version, entry, *options]).encode())
    for name in sorted(modules):
        total.update(f"\0{name}\0{len(modules[name])}\0".encode() + modules[name])
    kept = BUILD / "bundles" / f"{total.hexdigest()[:16]}-{entry}"
    if not kept.exists():
        made = _run(npm.folder("tools", package.name) / "bin" / "esbuild", entry, modules, options)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(made)
    return kept.read_bytes()


def _run(program: Path, entry: str, modules: Mapping[str, bytes], options: list[str]) -> bytes:
    with TemporaryDirectory() as folder:
        for name, data in modules.items():
            (Path(folder) / name).write_bytes(data)
        command = [str(node.node()), str(program), entry, *options]
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode != 0:
        raise BuildError(f"{entry} cannot be bundled:\n{done.stderr.decode(errors='replace').strip()}")
    return done.stdout
