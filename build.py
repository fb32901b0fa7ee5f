"""Builds PixID: python3 build.py [build|serve|test|bench|accuracy] [options of the command].

    build      (default) everything: .venv/, the graphs, the rulebook, dist/ and the wheel in build/wheels/
    serve      build, then serve dist/ on 127.0.0.1 (--port N, 8000 if not given)
    test       build, then ruff, mypy and pytest (options go to pytest); exit 3 if only the browser was missing
    bench      build, then measure speed and bytes beside the peers
    accuracy   build, then measure error rates on the test photos

Sets itself up on Debian 12 or 13, from python3 (3.11 or newer) alone. Only the order of the steps is here.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("PixID needs Python 3.11 or newer, and this is %d.%d." % sys.version_info[:2])

from toolchain import bootstrap
from toolchain.errors import BuildError


def build() -> None:
    """From sources to `dist/`. Every step leaves at once when nothing it depends on has changed."""
    from toolchain import graphs, headers, models, operator, package, paths, runtimes, selling, vendor, whole, worker
    from toolchain.languages import load, telling
    from toolchain.pages import build as pages
    from toolchain.rulebook import products as rulebook
    from toolchain.trim import runtime

    runtimes.install()
    graphs.build(models.model_files())
    if whole.unchanged():
        return package.build()
    documents = rulebook.write(paths.SPECS, paths.NATIVE_DATA, paths.DIST)
    spoken = load.languages(paths.SITE / "locales", documents)
    telling.write(spoken, documents, paths.NATIVE_DATA)
    runtime.build()
    pages.write_site(paths.ROOT, paths.DIST, documents, spoken)
    graphs.publish(paths.DIST)
    vendor.write(paths.DIST)
    worker.write(paths.DIST, spoken)
    selling.write(paths.ROOT, operator.read(), documents, spoken)
    headers.write(paths.DIST, headers.rules())
    whole.done()
    package.build()


def main(arguments: list[str]) -> int:
    """Carry out one command; exit code 0, or 1 for failures found, 2 for a build that stopped, 3 as said above."""
    command, *options = arguments or ["build"]
    if command not in bootstrap.NEEDS:
        print(__doc__)
        return 0 if command in ("-h", "--help", "help") else 2
    bootstrap.enter(command)
    from toolchain import commands

    build()
    return commands.run(command, options)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except BuildError as problem:
        print(f"build.py: {problem}", file=sys.stderr)
        sys.exit(2)
