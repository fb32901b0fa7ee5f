"""The one vector a measuring graph returns, with the names and units of its numbers in the graph's metadata."""

import json

from models_src.graph import FLOAT, Graph


class Values:
    """Named numbers of one graph, in the order they are added."""

    def __init__(self, g: Graph) -> None:
        self._graph = g
        self._names: list[str] = []
        self._units: list[str] = []
        self._parts: list[str] = []

    def add(self, name: str, unit: str, value: str) -> None:
        """One number (a tensor with one element). Units: "codes" are sRGB 0..255, "share" is 0..1, "T" the length from
        the eyes to the chin, "" a ratio or score."""
        self.extend([name], unit, value)

    def extend(self, names: list[str], unit: str, values: str) -> None:
        """Several numbers of one unit: a tensor with as many elements as there are names."""
        twice = set(names) & set(self._names)
        if twice:
            raise ValueError(f"measured twice: {sorted(twice)}")
        self._names += names
        self._units += [unit] * len(names)
        self._parts.append(self._graph.reshape(values, [len(names)]))

    def publish(self) -> None:
        """Declare the output `values` and write the names and units beside it."""
        g = self._graph
        g.output(g.op("Concat", *self._parts, axis=0), "values", FLOAT, [len(self._names)])
        g.fact("values.names", json.dumps(self._names))
        g.fact("values.units", json.dumps(self._units))
