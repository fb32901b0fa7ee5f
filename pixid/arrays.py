"""NumPy's core under both Pythons: `numpy` on CPython, `ulab.numpy` on MicroPython.

Only what the pipeline needs, exists in both and gives the same result is exported; everything longer than a dozen
numbers goes through it. Floats have 64 bits in both. Traps of ulab 6.12, found by trying, for whoever adds something:
arrays have at most two dimensions; no `@` (use `dot`); no indexing by a list, by `None` or by a two-dimensional mask;
`argsort` wants an axis; `linalg.eig` is for symmetric matrices; and `where` takes the whole interpreter down.
"""

try:
    import numpy
except ImportError:
    numpy = __import__("ulab").numpy  # not `from ulab import`: mypy would look for it on every machine

TYPE_CHECKING = False  # mypy reads it as true; MicroPython has no `typing` to import it from
if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    Matrix = NDArray[numpy.floating[Any]]

array = numpy.array
"""From a list of numbers or of equally long lists of numbers; int lists become float64 on MicroPython only."""

dot = numpy.dot
"""Matrix product, matrix by vector, or the sum of products of two vectors."""

least, most = numpy.min, numpy.max
"""Of an array."""


def inverse(square: "Matrix") -> "Matrix":
    """Raises an error (LinAlgError or ValueError) for a singular matrix."""
    return numpy.linalg.inv(square)
