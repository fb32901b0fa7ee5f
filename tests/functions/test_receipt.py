"""Receipts: whatever is not exactly what was signed for this document and device unlocks nothing."""

import base64
import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.functions.copies import keys
from toolchain import node
from toolchain.paths import ROOT

DAY = 86_400
ISSUED, DOCUMENT, KEY = 1_790_000_000, "schengen-visa", "k" * 43
DOCUMENTS = st.from_regex(r"[a-z]{2}-[a-z-]{2,20}", fullmatch=True)
THUMBPRINTS = st.from_regex(r"[A-Za-z0-9_-]{43}", fullmatch=True)
TOKENS = st.from_regex(r"pixid1\.[A-Za-z0-9_-]{0,90}\.[A-Za-z0-9_-]{86}", fullmatch=True)
PROGRAM = """
import { createInterface } from "node:readline";
const { judge, publicKey, read } = await import(process.argv[1] + "/receipt.mjs");
const { issue, signingKey } = await import(process.argv[1] + "/issue.mjs");
const verifier = await publicKey(process.argv[3]);
const signer = await signingKey(process.argv[2]);
const work = { issue: (given) => issue(given, signer), judge: ({ token, ...given }) => judge(token, verifier, given) };
for await (const line of createInterface({ input: process.stdin })) {
  const [what, given] = JSON.parse(line);
  console.log(JSON.stringify(await work[what](given)));
}
"""


class Platform:
    """Node's own cryptography, the same code as in the page."""

    def __init__(self) -> None:
        private, public = keys()
        command = [str(node.node()), "--input-type=module", "-e", PROGRAM, "--", str(ROOT / "functions" / "lib")]
        self._process = subprocess.Popen(
            [*command, private, public], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, what: str, **given: Any) -> Any:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps([what, given]) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


@pytest.fixture(scope="module")
def platform() -> Iterator[Platform]:
    running = Platform()
    yield running
    running.close()


@pytest.fixture(scope="module")
def token(platform: Platform) -> str:
    made: str = platform.ask("issue", document=DOCUMENT, issued=ISSUED, key=KEY)
    return made


def verdict(platform: Platform, token: str, document: str = DOCUMENT, key: str = KEY, now: int = ISSUED) -> str:
    found: str = platform.ask("judge", token=token, document=document, key=key, now=now)["verdict"]
    return found


def test_the_real_one_is_valid_and_always_the_same(platform: Platform, token: str) -> None:
    assert verdict(platform, token) == "valid"
    assert platform.ask("issue", document=DOCUMENT, issued=ISSUED, key=KEY) == token


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        (ISSUED - DAY, "valid"),
        (ISSUED - DAY - 1, "early"),
        (ISSUED + 366 * DAY, "valid"),
        (ISSUED + 366 * DAY + 1, "expired"),
    ],
)
def test_clocks_may_be_a_day_off(platform: Platform, token: str, now: int, wanted: str) -> None:
    assert verdict(platform, token, now=now) == wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, database=None, max_examples=60)
@given(document=DOCUMENTS, key=THUMBPRINTS)
def test_other_documents_and_devices_are_foreign(platform: Platform, token: str, document: str, key: str) -> None:
    assert verdict(platform, token, document=document) == ("valid" if document == DOCUMENT else "foreign")
    assert verdict(platform, token, key=key) == ("valid" if key == KEY else "foreign")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, database=None, max_examples=150)
@given(data=st.data())
def test_any_change_is_noticed(platform: Platform, token: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.characters(codec="ascii"))
    changed = token[:at] + other + token[at + 1 :]
    assert verdict(platform, changed) == ("valid" if changed == token else "tampered")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, database=None, max_examples=60)
@given(text=st.one_of(st.text(max_size=300), TOKENS))
def test_what_was_never_signed_is_refused(platform: Platform, text: str) -> None:
    assert verdict(platform, text) == "tampered"


def test_a_longer_life_cannot_be_written_in(platform: Platform, token: str) -> None:
    version, content, signature = token.split(".")
    fields = json.loads(base64.urlsafe_b64decode(content + "=" * (-len(content) % 4)))
    fields[2] += 10 * 365 * DAY
    longer = base64.urlsafe_b64encode(json.dumps(fields, separators=(",", ":")).encode()).decode().rstrip("=")
    assert verdict(platform, f"{version}.{longer}.{signature}") == "tampered"
