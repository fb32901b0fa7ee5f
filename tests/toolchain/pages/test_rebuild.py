"""The same tree gives the same bytes; what is no longer made disappears; what others wrote stays."""

from pathlib import Path

from tests.toolchain.pages.rendered import VARIANTS, gather, site
from toolchain.pages.assets import digest, hashed
from toolchain.pages.build import write


def test_a_second_build_is_identical() -> None:
    assert gather() == site()


def test_names_of_assets_follow_their_content() -> None:
    for path, data in site().items():
        if path.startswith("assets/"):
            assert digest(data) in path
    assert hashed("site.css", b"a") != hashed("site.css", b"b")


def test_another_document_changes_no_address_of_the_app() -> None:
    def fixed(outputs: dict[str, bytes]) -> set[str]:
        shared = ("app/", "assets/")
        return {path for path in outputs if path.startswith(shared) and not path.startswith("assets/share-")}

    assert fixed(gather(())) == fixed(site())


def test_writing_keeps_unchanged_files_and_removes_stale_ones(tmp_path: Path) -> None:
    full, less = site(), gather(VARIANTS[1:])
    write(tmp_path, full)
    vendor = tmp_path / "vendor" / "x" / "1" / "index.html"
    vendor.parent.mkdir(parents=True)
    vendor.write_text("not ours")
    before = (tmp_path / "404.html").stat().st_mtime_ns
    write(tmp_path, less)
    assert not (tmp_path / "refused").exists()
    assert vendor.exists()
    assert (tmp_path / "404.html").stat().st_mtime_ns == before
    ours = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()} - {
        "vendor/x/1/index.html"
    }
    assert ours == set(less)
