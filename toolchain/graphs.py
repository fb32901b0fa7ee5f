"""The graphs step: source networks -> pixid_native/data/ (native) and build/graphs/ (web), when something changed."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from toolchain import stamp
from toolchain.paths import NATIVE_DATA, ROOT, WEB_GRAPHS

# the lock too: another onnx or onnxruntime writes other graphs
SOURCES = (ROOT / "models_src", ROOT / "quantize", ROOT / "requirements" / "build.txt")


def build(models: Mapping[str, Path]) -> None:
    """Bring the graphs in line with the networks and the code that makes them."""
    inputs = stamp.fingerprint([*SOURCES, *models.values()])
    if stamp.fresh("graphs", inputs, [NATIVE_DATA / "graphs.json", NATIVE_DATA / "graphs", WEB_GRAPHS]):
        return
    from quantize.build import build_graphs

    print("Building the graphs ...", flush=True)
    build_graphs(dict(models), NATIVE_DATA, WEB_GRAPHS)
    stamp.done("graphs", inputs)


def publish(dist: Path) -> None:
    """Make `dist/graphs/` hold exactly the web's graphs; their names carry hashes, so a file that is there is right."""
    target = dist / "graphs"
    target.mkdir(parents=True, exist_ok=True)
    wanted = {path.name: path for path in WEB_GRAPHS.iterdir()}
    for path in target.iterdir():
        if path.name not in wanted:
            path.unlink()
    for name, source in wanted.items():
        if not (target / name).exists():
            shutil.copy2(source, target / name)
