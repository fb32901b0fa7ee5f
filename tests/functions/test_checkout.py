"""The checkout function under Node, against a strict stand-in for Stripe."""

import json
import re
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

import pytest

from tests.functions.copies import OTHER, REFUSED, SECRET, SOLD, Stripe, function_of, keys, operator, settings, stripe
from toolchain.function import CHECKOUT, PATH, Answer, Function

ORIGIN = "https://example.org"
HEADERS = {"Content-Type": "application/x-www-form-urlencoded", "Host": "example.org"}
ORDER, KEY = "o" * 22, "k" * 43


@pytest.fixture(scope="module")
def peer() -> Iterator[Stripe]:
    with stripe() as running:
        yield running


@pytest.fixture(scope="module")
def function(peer: Stripe, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Function]:
    module = function_of(tmp_path_factory.mktemp("copy"), operator(peer))
    given = settings(peer, "http://127.0.0.1:9")
    with Function(module, given) as running:
        yield running


@pytest.fixture(autouse=True)
def good_day(peer: Stripe) -> None:
    peer.switch("up")


def form(**changed: str) -> bytes:
    return urlencode({"document": SOLD, "language": "en", "order": ORDER, "key": KEY} | changed).encode()


def post(function: Function, body: bytes, **headers: str) -> Answer:
    return function.ask("POST", PATH, HEADERS | {name.replace("_", "-"): text for name, text in headers.items()}, body)


def location(answer: Answer) -> str:
    return {name.lower(): value for name, value in answer.headers}["location"]


def press(address: str, button: str) -> str:
    """A button of the hosted page; where it leads."""

    parts = urlsplit(address)
    connection = HTTPConnection(parts.netloc)
    connection.request("POST", f"{parts.path}/{button}", body="")
    found = connection.getresponse().getheader("Location")
    connection.close()
    return str(found)


def receipt(function: Function, session: str) -> tuple[int, dict[str, Any]]:
    answer = function.ask("GET", f"{PATH}?session_id={session}", HEADERS, b"")
    return answer.status, json.loads(answer.body)


def bought(function: Function, **changed: str) -> str:
    """A paid session's id."""
    home = press(location(post(function, form(**changed))), "pay")
    return str(re.findall(r"session_id=(\w+)", home)[0])


def test_without_settings_there_is_nothing_here() -> None:
    with Function(CHECKOUT) as unset:
        for method in ("GET", "POST"):
            assert unset.ask(method, PATH, HEADERS, b"").status == 404


def test_a_form_leads_to_the_payment_page_and_back(function: Function, peer: Stripe) -> None:
    answer = post(function, form(order="a" * 22))
    assert answer.status == 303 and location(answer).startswith(f"{peer.address}/pay/cs_test_")
    assert press(location(answer), "cancel") == f"http://127.0.0.1:9/{SOLD}/?paying=cancelled"
    assert re.fullmatch(rf"http://127.0.0.1:9/{SOLD}/\?session_id=cs_test_\w+", press(location(answer), "pay"))


def test_pressing_twice_makes_one_session_and_charges_once(function: Function, peer: Stripe) -> None:
    before = peer.state()
    first, second = (location(post(function, form(order="b" * 22))) for _ in range(2))
    assert first == second
    press(first, "pay")
    after_paying = location(post(function, form(order="b" * 22)))
    assert "session_id=" in after_paying  # paid already: on to the receipt
    now = peer.state()
    assert (now["created"] - before["created"], now["charged"] - before["charged"]) == (1, 1)


def test_a_paid_session_gives_the_same_receipt_each_time(function: Function) -> None:
    session = bought(function, order="c" * 22)
    (status, first), (_, second) = receipt(function, session), receipt(function, session)
    assert status == 200 and first == second and first["receipt"].startswith("pixid1.")


def test_an_unpaid_or_processing_session_gives_none(function: Function, peer: Stripe) -> None:
    address = location(post(function, form(order="d" * 22)))
    session = address.rpartition("/")[2]
    assert receipt(function, session) == (402, {"error": "unpaid"})
    peer.switch("processing")
    press(address, "pay")
    assert receipt(function, session) == (402, {"error": "processing"})


def test_an_unknown_session_gives_none(function: Function) -> None:
    assert receipt(function, "cs_test_000000999999") == (404, {"error": "unknown"})


def test_a_day_on_which_stripe_is_down(function: Function, peer: Stripe) -> None:
    session = bought(function, order="e" * 22)
    peer.switch("down")
    assert location(post(function, form(order="f" * 22))) == f"http://127.0.0.1:9/{SOLD}/?paying=down"
    assert receipt(function, session) == (502, {"error": "down"})


def test_a_day_on_which_stripe_is_slow(function: Function, peer: Stripe) -> None:
    peer.switch("slow")
    assert location(post(function, form(order="g" * 22))) == f"http://127.0.0.1:9/{SOLD}/?paying=slow"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"\xff\xfe", 400),
        (form(document="no-such-document"), 400),
        (form(document="../../etc"), 400),
        (form(document=REFUSED), 400),
        (form(language="xx"), 400),
        (form(key="short"), 400),
        (form(order=""), 400),
        (form(price="1"), 400),
        (form() + b"&document=" + OTHER.encode(), 400),
        (form(order="x" * 10_000_000), 413),
    ],
    ids=range(11),
)
def test_rubbish_is_refused(function: Function, peer: Stripe, body: bytes, status: int) -> None:
    before = peer.state()
    answer = post(function, body)
    assert answer.status == status and answer.body.strip()
    assert peer.state() == before


def test_forms_of_other_sites_and_other_kinds_are_refused(function: Function) -> None:
    assert post(function, form(), Sec_Fetch_Site="cross-site").status == 403
    assert post(function, form(), Content_Type="application/json").status == 415
    assert function.ask("DELETE", PATH, HEADERS, b"").status == 405
    assert function.ask("GET", f"{PATH}?session_id=rubbish", HEADERS, b"").status == 400


def test_nobody_is_sent_to_pay_where_the_receipt_would_not_be_accepted(peer: Stripe, tmp_path: Path) -> None:
    module = function_of(tmp_path, operator(peer))
    for missing in ("STRIPE_SECRET_KEY", "PIXID_RECEIPT_KEY", "PIXID_ORIGIN"):
        given = settings(peer, "http://127.0.0.1:9") | {missing: ""}
        with Function(module, given) as broken:
            assert "paying=down" in location(post(broken, form()))
    other = settings(peer, "http://127.0.0.1:9") | {"PIXID_RECEIPT_KEY": keys()[0][:-8] + "AAAAAAA="}
    with Function(module, other) as broken:
        assert "paying=down" in location(post(broken, form()))


def test_the_stand_in_is_strict(peer: Stripe) -> None:
    headers = {"Authorization": f"Bearer {SECRET}"}
    request = Request(f"{peer.address}/v1/checkout/sessions", b"mode=payment", headers)
    with pytest.raises(OSError, match="400"):
        urlopen(request)


def test_donations_buy_nothing(peer: Stripe, tmp_path: Path) -> None:
    module = function_of(tmp_path, operator(peer, "donation"))
    with Function(module, settings(peer, "http://127.0.0.1:9")) as giving:
        body = urlencode({"document": SOLD, "language": "en", "order": "h" * 22}).encode()
        assert press(location(post(giving, body)), "pay") == f"http://127.0.0.1:9/{SOLD}/?paying=given"
        assert giving.ask("GET", f"{PATH}?session_id=cs_test_000000000001", HEADERS, b"").status == 404
