"""Where the network contradicts what both looks of the segmenter are sure of: clothes like none it has learnt from.

It knows thirty people, in a light shirt or drawn clothes, and takes parts of dark suits for wall.
"""

import numpy as np

from models_src.graph import Graph
from models_src.matte import INSIDE, eroded, facial, ramp

CERTAIN = (0.8, 0.95)
"""Smallest of both looks' masks within INSIDE cells, between which the person becomes certain."""
BELOW = (0.8, 1.0)
"""T under the eyes, along the head's axis, between which that holds before busy walls too. Above, the segmenter takes
whole shelves for person there, and the network is right. Before even walls the closer look, which ends at the
shoulders and may be unsure of them, does not count from there on."""
FACIAL = (1.8, 2.1)
"""Half axes of the ellipse that is face for certain between which that holds before busy walls as well."""
MISSED = (0.1, 0.3)
"""Share of a certain person that the network misses, between which it is not believed around there either."""
AROUND = 8
"""Cells around such a place, 0.125 T."""
SEAM = 9
"""Cells over which belief fades."""


def reconciled(g: Graph, share: str, classic: str, wide: str, close: str, where: tuple[str, str], busy: str) -> str:
    """[1, 1, h, w]: the network's `share`, at least the `classic` one where the person is certain, and around where the
    network missed that; `wide` and `close` are the masks, `where` is how far aside of the head's axis and how far under
    the eyes, T, all [1, 1, h, w]; `busy` [1].

    On three people it has not learnt from, who wear what it knows, nothing changes above the chin (docs/matting.md).
    """
    even, below = g.op("Sub", 1.0, busy), ramp(g, where[1], *BELOW)
    both = g.op("Min", wide, close)
    both = g.op("Add", both, g.op("Mul", g.op("Sub", wide, both), g.op("Mul", even, below)))
    told = g.op("Max", even, below, g.op("Sub", 1.0, ramp(g, facial(g, where), *FACIAL)))
    certain = g.op("Mul", ramp(g, eroded(g, both, INSIDE), *CERTAIN), classic)
    missed = g.op("Mul", g.op("Relu", g.op("Sub", certain, share)), told)
    share = g.op("Add", share, missed)
    doubt = ramp(g, missed, *MISSED)
    for pads in ([0, AROUND, 0, AROUND], [AROUND, 0, AROUND, 0]):  # a square, across and then down
        doubt = g.op("MaxPool", doubt, kernel_shape=[2 * pad + 1 for pad in pads[:2]], pads=pads)
    whole = g.op("Add", g.op("Mul", doubt, 0.0), 1.0)
    doubt = g.op("Div", _summed(g, doubt), _summed(g, whole))  # at the border over what of the window there is
    over = g.op("Relu", g.op("Sub", classic, share))
    return g.op("Add", share, g.op("Mul", over, g.op("Mul", doubt, told)))


def _summed(g: Graph, plane: str) -> str:
    """Over SEAM cells across and down."""
    for shape in ((1, 1, 1, SEAM), (1, 1, SEAM, 1)):
        half = [side // 2 for side in shape[2:]]
        plane = g.op("Conv", plane, np.ones(shape, np.float32), pads=half * 2, kernel_shape=list(shape[2:]))
    return plane
