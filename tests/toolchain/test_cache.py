"""Downloads are believed only with the pinned hash, whatever the notation, and asked for only when needed."""

import base64
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from toolchain import cache
from toolchain.errors import BuildError

GOOD = b"the published bytes"
SHA512 = "sha512-" + base64.b64encode(hashlib.sha512(GOOD).digest()).decode()
SHA256 = "sha256:" + hashlib.sha256(GOOD).hexdigest()


@pytest.fixture(autouse=True)
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PIXID_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def downloads(data: bytes, calls: list[Path]) -> Callable[[Path], Path]:
    """A download that brings `data` and notes that it was asked."""

    def download(folder: Path) -> Path:
        calls.append(folder)
        file = folder / "package.tgz"
        file.write_bytes(data)
        return file

    return download


@pytest.mark.parametrize("pinned", [SHA512, SHA256])
def test_a_good_download_is_kept_and_not_asked_for_again(pinned: str, cache_folder: Path) -> None:
    calls: list[Path] = []
    first = cache.fetch("npm/package-1.tgz", pinned, downloads(GOOD, calls))
    again = cache.fetch("npm/package-1.tgz", pinned, downloads(GOOD, calls))
    assert first == again == cache_folder / "npm" / "package-1.tgz"
    assert first.read_bytes() == GOOD
    assert len(calls) == 1
    assert list(cache_folder.rglob(".fetch-*")) == []


def test_a_wrong_hash_names_file_expected_and_got_and_keeps_nothing(cache_folder: Path) -> None:
    bad = b"something else"
    got = "sha512-" + base64.b64encode(hashlib.sha512(bad).digest()).decode()
    with pytest.raises(BuildError) as problem:
        cache.fetch("npm/package-1.tgz", SHA512, downloads(bad, []))
    assert str(problem.value) == (
        f"package.tgz is not the file that pyproject.toml names: expected {SHA512}, got {got}."
    )
    assert [path for path in cache_folder.rglob("*") if path.is_file()] == []


def test_a_damaged_file_in_the_cache_is_fetched_anew(cache_folder: Path) -> None:
    kept = cache.fetch("package-1.tgz", SHA256, downloads(GOOD, []))
    kept.write_bytes(b"half of it")
    calls: list[Path] = []
    assert cache.fetch("package-1.tgz", SHA256, downloads(GOOD, calls)).read_bytes() == GOOD
    assert len(calls) == 1


@pytest.mark.parametrize("nonsense", ["", "md5-abcd", "sha512", "sha256 abcd"])
def test_what_is_no_hash_is_refused(nonsense: str, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(GOOD)
    with pytest.raises(BuildError, match="is no hash"):
        cache.digest(file, nonsense)


def test_the_cache_is_in_the_home_folder_unless_told_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIXID_CACHE")
    monkeypatch.setenv("HOME", "/home/someone")
    assert cache.root() == Path("/home/someone/.cache/pixid")
