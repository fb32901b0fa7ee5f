"""For translators: `python -m toolchain.languages [LANG...]`, all languages if none is named.

Brings the catalogues of site/locales/<lang>/ up to date with the English (translations stay, changed English is
marked), then lists what is still to be done. A catalogue with conflict marks
of git gets the translations of both sides. Exit code 1 while anything is.
"""

import sys

from toolchain.errors import BuildError
from toolchain.languages import folder, merging, po, prose, sources
from toolchain.languages.load import MESSAGES, RULEBOOK, wrong_in
from toolchain.paths import ROOT, SPECS
from toolchain.rulebook import compile

LOCALES = ROOT / "site" / "locales"


def main(wanted: list[str]) -> int:
    """Update and list; returns the exit code."""
    entries = [entry for entry in folder.folders(LOCALES) if not wanted or entry.id in wanted]
    if unknown := set(wanted) - {entry.id for entry in entries}:
        raise BuildError(f"There is no site/locales/{sorted(unknown)[0]}/language.toml.")
    catalogues = {MESSAGES: sources.messages(), RULEBOOK: prose.messages(compile.compiled(SPECS))}
    open_ends = 0
    for entry in entries:
        for name, messages in catalogues.items():
            if merging.settle(entry.path / name, entry.locale):
                print(f"{entry.id}/{name}: two branches met, the translations of both are in it")
            po.update(entry.path / name, entry.locale, messages)
            found = wrong_in(entry, messages, po.read(entry.path / name, entry.locale))
            open_ends += len(found)
            print(f"{entry.id}/{name}: {len(messages)} sentences, {len(found)} to do")
            print("".join(f"  {mistake}\n" for mistake in found), end="")
    return int(open_ends > 0)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BuildError as problem:
        sys.exit(str(problem))
