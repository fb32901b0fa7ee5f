"""One file per family, one function per check: (Evidence, Frame, Document) -> Finding, or None where it does not
apply. `every` has them all; the package imports none, so that a page can bring them one at a time."""
