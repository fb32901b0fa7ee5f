"""onnxruntime sessions, opened when first asked for, and the names and shapes of what goes in and comes out."""

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from pixid.errors import PhotoError
from pixid_native.data import MissingData, folder_or, load

Tensor = NDArray[Any]


class Sessions:
    """The graphs of a manifest (graphs.json).

    folder: where manifest and graphs lie, the package's own data where None. threads: CPU threads inside one graph;
    1 is best where several photos are worked on at once, and makes results independent of the machine.
    """

    def __init__(self, folder: Path | None = None, threads: int = 1) -> None:
        self.folder = folder_or(folder)
        self.threads = threads
        self.graphs: dict[str, dict[str, Any]] = load("graphs.json", folder)["graphs"]
        self._open: dict[str, ort.InferenceSession] = {}

    def spec(self, graph: str) -> dict[str, Any]:
        """The manifest's entry. Raises ValueError for a graph it does not list."""
        if graph not in self.graphs:
            raise ValueError(f"no graph {graph!r} in the manifest; there are {', '.join(sorted(self.graphs))}")
        return self.graphs[graph]

    def run(self, graph: str, feed: dict[str, Tensor]) -> dict[str, Tensor]:
        """All outputs by name. Raises PhotoError("engine") when onnxruntime stops."""
        session = self._open.get(graph) or self._opened(graph)
        names = list(self.spec(graph)["outputs"])
        try:
            return dict(zip(names, session.run(names, feed), strict=True))
        except Exception as error:  # onnxruntime's errors share no base class
            raise PhotoError("engine", graph=graph, reason=_first_line(error)) from error

    def _opened(self, graph: str) -> ort.InferenceSession:
        path = self.folder / "graphs" / str(self.spec(graph)["file"])
        if not path.exists():
            raise MissingData(path)
        options = ort.SessionOptions()
        options.graph_optimization_level = ort.GraphOptimizationLevel.ORT_DISABLE_ALL  # optimised when they were built
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3  # errors only; they are raised as well
        session = ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
        self._open[graph] = session
        return session


def numbers_of(tensor: Tensor) -> list[float]:
    """A tensor as the port hands it over: flat, row-major, floats."""
    return [float(number) for number in np.asarray(tensor).ravel().tolist()]


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0]
