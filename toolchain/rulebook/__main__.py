"""The maintainer's command: every mistake of the rulebook with file and key, and what it holds.

python -m toolchain.rulebook            list oddities, counts and mistakes (--specs FOLDER); exit 1 if any is a mistake
python -m toolchain.rulebook --accept   then take the values as they are as the new reference (ledger.json)
"""

import argparse
import sys
from pathlib import Path

from toolchain.rulebook import ledger
from toolchain.rulebook.census import count
from toolchain.rulebook.compile import compile_spec
from toolchain.rulebook.load import load
from toolchain.rulebook.mistakes import Mistake, RulebookError
from toolchain.rulebook.notices import notices
from toolchain.rulebook.places import misplaced, too_long

SPECS = Path(__file__).parents[2] / "specs"


def main(arguments: list[str] | None = None) -> int:
    """0 if the rulebook is in order, 1 if not."""
    parser = argparse.ArgumentParser(prog="python -m toolchain.rulebook", description="Check the rulebook.")
    parser.add_argument("--specs", type=Path, default=SPECS, help="folder of the specs")
    parser.add_argument("--accept", action="store_true", help="write ledger.json once nothing is wrong")
    options = parser.parse_args(arguments)
    try:
        specs = load(options.specs)
    except RulebookError as error:
        return _refuse(error.mistakes)
    documents = [compile_spec(spec) for spec in specs]
    census = count(documents)
    for oddity in notices(specs, documents):
        print(f"odd: {oddity}")
    mistakes = misplaced(specs) + too_long(options.specs) + ledger.compare(ledger.read(options.specs), specs, census)
    print("\n".join(census.lines()), flush=True)
    if mistakes:
        return _refuse(mistakes)
    if options.accept:
        ledger.write(options.specs, specs, census)
    return 0


def _refuse(mistakes: list[Mistake]) -> int:
    print(RulebookError(mistakes), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
