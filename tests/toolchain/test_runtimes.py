"""Browser runtimes: wrong bytes and missing files stop the build; what is installed is what is asked for."""

import base64
import hashlib
import io
import json
import tarfile
import zipfile
from pathlib import Path

import pytest

from toolchain import node, npm, runtimes, settings, vendor
from toolchain.errors import BuildError
from toolchain.paths import ROOT
from toolchain.settings import NpmPackage


def tarball(path: Path, files: dict[str, bytes]) -> str:
    """Write an npm tarball and return its integrity."""
    with tarfile.open(path, "w:gz") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(f"package/{name}")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return "sha512-" + base64.b64encode(hashlib.sha512(path.read_bytes()).digest()).decode()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NpmPackage:
    """A package that lies in the cache as if fetched."""
    monkeypatch.setenv("PIXID_CACHE", str(tmp_path))
    (tmp_path / "npm").mkdir()
    files = {"dist/a.js": b"a", "dist/deep/b.wasm": b"b", "dist/unwanted.js": b"no", "LICENSE": b"MIT"}
    integrity = tarball(tmp_path / "npm" / "thing-1.0.0-2.tgz", files)
    return NpmPackage("thing", "@some/thing", "1.0.0-2", integrity, "dist", ("a.js", "deep/b.wasm"), "MIT")


def test_only_the_wanted_files_are_taken(package: NpmPackage) -> None:
    assert npm.contents(package) == {"a.js": b"a", "deep/b.wasm": b"b"}
    everything = npm.contents(package._replace(files=(), root=""))
    assert set(everything) == {"dist/a.js", "dist/deep/b.wasm", "dist/unwanted.js", "LICENSE"}


def test_a_file_that_is_not_in_the_package_is_named(package: NpmPackage) -> None:
    with pytest.raises(BuildError, match=r"^@some/thing 1\.0\.0-2 has no c\.js below 'dist'\.$"):
        npm.contents(package._replace(files=("a.js", "c.js")))


def test_another_tarball_than_the_pinned_one_stops_the_build(
    package: NpmPackage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def npm_brings_another_file(arguments: list[str], cwd: Path) -> str:
        assert arguments[:2] == ["pack", "@some/thing@1.0.0-2"]
        tarball(cwd / "some-thing-1.0.0-2.tgz", {"dist/a.js": b"evil"})
        return ""

    monkeypatch.setenv("PIXID_CACHE", str(tmp_path / "empty"))
    monkeypatch.setattr(node, "npm", npm_brings_another_file)
    with pytest.raises(BuildError) as problem:
        npm.contents(package)
    assert "some-thing-1.0.0-2.tgz is not the file that pyproject.toml names" in str(problem.value)
    assert f"expected {package.integrity}, got sha512-" in str(problem.value)
    assert not list((tmp_path / "empty").rglob("*.tgz"))


def test_the_wheel_says_what_was_packed(package: NpmPackage, tmp_path: Path) -> None:
    wheel = runtimes.pack(package, npm.contents(package), tmp_path / "wheels")
    assert wheel.name == "thing-1.0.0.post2-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read("thing/deep/b.wasm") == b"b"
        assert json.loads(archive.read("thing/source.json"))["integrity"] == package.integrity


def test_what_is_not_installed_or_installed_otherwise_is_noticed() -> None:
    (wanted,) = (package for package in settings.npm_packages("runtimes") if package.name == "micropython")
    assert runtimes.installed(wanted)
    assert set(runtimes.files(wanted)) == set(wanted.files)
    for other in (
        wanted._replace(name="no-such-thing"),
        wanted._replace(integrity="sha512-x"),
        wanted._replace(files=()),
    ):
        assert not runtimes.installed(other)
        with pytest.raises(BuildError, match=r"is not installed: run python3 build\.py"):
            runtimes.files(other)


def test_the_site_gets_exactly_the_pinned_files_and_the_licences(tmp_path: Path) -> None:
    (tmp_path / "vendor" / "old").mkdir(parents=True)
    vendor.write(tmp_path)
    written = {
        f"/{path.relative_to(tmp_path).as_posix()}" for path in (tmp_path / "vendor").rglob("*") if path.is_file()
    }
    packages = settings.npm_packages("runtimes")
    wanted = {f"/vendor/{package.name}/{package.version}/{name}" for package in packages for name in package.files}
    assert written == wanted | {"/vendor/LICENSE.txt", "/vendor/NOTICE.txt"}
    assert not (tmp_path / "vendor" / "old").exists()


def test_a_misspelt_key_is_named(tmp_path: Path) -> None:
    source = tmp_path / "pyproject.toml"
    source.write_text(
        '[tool.pixid.runtimes.thing]\npackage = "x"\nversion = "1"\nintegrety = "sha512-x"\nlicence = "MIT"\n'
    )
    with pytest.raises(BuildError, match=r"\[tool\.pixid\.runtimes\.thing\]: unknown or missing integrety, integrity"):
        settings.npm_packages("runtimes", source)


def test_python_and_browser_run_the_same_onnxruntime() -> None:
    (web,) = (package for package in settings.npm_packages("runtimes") if package.name == "onnxruntime-web")
    for lock in ("build.txt", "test.txt"):
        text = (ROOT / "requirements" / lock).read_text()
        assert f"\nonnxruntime=={web.version} " in text
    assert f"onnxruntime=={web.version}" in settings.read()["project"]["dependencies"]
