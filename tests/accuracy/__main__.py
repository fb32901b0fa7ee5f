"""Prints how accurate we are: `python3 build.py accuracy`. Exit code 1: a promise is not kept; 2: no photos."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from tests.accuracy import geometry
from tests.oracle.recorded import photo_folder


def main(options: Sequence[str]) -> int:
    folder = photo_folder()
    if options:
        print(f"accuracy takes no options, so '{' '.join(options)}' means nothing; PIXID_PHOTOS names the photos.")
        return 2
    portraits = list(geometry.measured(folder))
    if not portraits:
        print(f"There are no annotated portraits (london_*.tem) in PIXID_PHOTOS={folder}.", file=sys.stderr)
        return 2
    found = geometry.figures(portraits)
    print(geometry.HEADING, *(figure.row() for figure in found.values()), sep="\n")
    broken = geometry.broken(found)
    print(*broken, sep="\n", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
