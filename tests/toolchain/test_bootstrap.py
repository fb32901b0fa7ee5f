"""The set-up: when `.venv` is made again, what is said when something is missing, what happens without a browser."""

import json
import sys
from pathlib import Path

import pytest

from toolchain import bootstrap, checks, stamp, system
from toolchain.errors import BuildError
from toolchain.paths import ROOT


@pytest.fixture
def locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """Locks and a stamp of our own, and an environment that exists."""
    found = {"build": tmp_path / "build.txt", "test": tmp_path / "test.txt"}
    for name, path in found.items():
        path.write_text(name)
    monkeypatch.setattr(bootstrap, "LOCKS", found)
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "stamp.json")
    return found


def record(*levels: str) -> None:
    bootstrap.STAMP.write_text(json.dumps({level: bootstrap._digest(level) for level in levels}))


def test_an_environment_is_good_for_the_locks_it_was_made_from(locks: dict[str, Path]) -> None:
    assert not bootstrap._satisfied("build")
    record("build")
    assert bootstrap._satisfied("build")
    assert not bootstrap._satisfied("test")
    record("build", "test")
    assert bootstrap._satisfied("test")


def test_a_changed_lock_is_noticed(locks: dict[str, Path]) -> None:
    record("build", "test")
    locks["test"].write_text("another")
    assert bootstrap._satisfied("build")
    assert not bootstrap._satisfied("test")


def test_a_damaged_stamp_is_no_stamp(locks: dict[str, Path]) -> None:
    bootstrap.STAMP.write_text("{")
    assert not bootstrap._satisfied("build")


def test_the_tests_lock_holds_everything_of_the_builds() -> None:
    build, test = (set(path.read_text().split()) for path in bootstrap.LOCKS.values())
    pins = {word for word in build if "==" in word or word.startswith("--hash")}
    assert pins <= test
    assert not any("://" in word for word in build | test)


def test_who_is_not_root_gets_the_one_line_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "venv_works", lambda: False)
    monkeypatch.setattr(system, "can_install", lambda: False)
    with pytest.raises(BuildError) as problem:
        system.need_venv()
    assert str(problem.value) == (
        "Python's venv module is missing. Run: "
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends python3-venv"
    )


def test_root_installs_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []

    def install(packages: tuple[str, ...]) -> bool:
        asked.append(packages)
        return True

    monkeypatch.setattr(system, "venv_works", lambda: False)
    monkeypatch.setattr(system, "can_install", lambda: True)
    monkeypatch.setattr(system, "install", install)
    system.need_venv()
    assert asked == [("python3-venv",)]


def test_the_browser_named_in_the_environment_must_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIXID_CHROMIUM", "/no/such/browser")
    with pytest.raises(BuildError, match="PIXID_CHROMIUM names /no/such/browser, which is not an executable file"):
        system.chromium()


@pytest.mark.parametrize(
    ("browser", "failing", "code"),
    [("/usr/bin/browser", (), 0), (None, (), 3), ("/usr/bin/browser", ("mypy",), 1), (None, ("pytest",), 1)],
)
def test_without_a_browser_the_rest_runs_and_is_never_green(
    browser: str | None, failing: tuple[str, ...], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []

    def passes(step: list[str], environment: dict[str, str]) -> bool:
        ran.append(step)
        return step[0] not in failing

    monkeypatch.setattr(system, "chromium", lambda: browser)
    monkeypatch.setattr(checks, "_passes", passes)
    assert checks.run(["-x"]) == code
    assert [step[0] for step in ran] == ["ruff", "mypy", "pytest"]
    assert ("--ignore=tests/browser" in ran[-1]) is (browser is None)
    assert ran[-1][-1] == "-x"


@pytest.mark.parametrize("failing", ["", "tests/browser/test_paying.py", checks.NO_BROWSER_TESTS])
def test_tests_with_and_without_a_browser_run_side_by_side(
    failing: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def command(step: list[str]) -> list[str]:
        return [sys.executable, "-c", f"print('ran', *{step[1:]!r}); raise SystemExit({int(failing in step)})"]

    monkeypatch.setattr(system, "chromium", lambda: "/usr/bin/browser")
    monkeypatch.setattr(checks, "_command", command)
    assert checks.run([]) == int(bool(failing))
    lines = [line.split()[1:] for line in capfd.readouterr().out.splitlines() if line.startswith("ran tests/browser/")]
    files = {path.relative_to(ROOT).as_posix() for path in (ROOT / "tests" / "browser").glob("test_*.py")}
    assert len(lines) == 2 and sorted(name for line in lines for name in line) == sorted(files)  # each once


def test_a_step_is_fresh_until_an_input_changes_or_an_output_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stamp, "BUILD", tmp_path / "build")
    source, output = tmp_path / "in" / "a.py", tmp_path / "out"
    source.parent.mkdir()
    source.write_text("1")
    output.touch()
    first = stamp.fingerprint([source.parent])
    assert not stamp.fresh("step", first, [output])
    stamp.done("step", first)
    assert stamp.fresh("step", first, [output])
    source.write_text("2")
    assert not stamp.fresh("step", stamp.fingerprint([source.parent]), [output])
    output.unlink()
    assert not stamp.fresh("step", first, [output])
