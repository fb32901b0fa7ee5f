"""Published judges of finished pages (html-validate, axe-core): installed for tests by npm, never part of the site.

`package-lock.json` pins every package by its integrity and names no registry; after an edit of package.json:

    npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts
"""

import hashlib
import shutil
import tempfile
from functools import cache as once
from pathlib import Path

from toolchain import cache, node
from toolchain.paths import BUILD

HERE = Path(__file__).parent
LISTS = ("package.json", "package-lock.json")


@once
def modules() -> Path:
    """The node_modules folder, installed once for each content of the lock; no script of a package is run."""
    home = BUILD / "judges" / hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()[:16]
    if not home.exists():
        home.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=home.parent, prefix=".install-") as folder:
            whole = Path(folder) / "whole"
            whole.mkdir()
            for name in LISTS:
                shutil.copy(HERE / name, whole)
            kept = ("--prefer-offline", "--cache", str(cache.root() / "npm-cache"))
            node.npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", *kept], whole)
            whole.rename(home)  # the build never holds half an installation
    return home / "node_modules"
