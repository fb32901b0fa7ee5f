"""A copy that sells: check, pay on the payment page, come back, save; and everything that can go wrong on the way."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import portrait
from tests.browser.conftest import watched
from tests.browser.visit import PATIENCE, Visit
from tests.browser.watch import Watch
from tests.functions.copies import OTHER, PRINTED, REFUSED, SOLD, Copy, selling_copy
from toolchain.paths import DIST


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Copy]:
    with selling_copy(tmp_path_factory.mktemp("selling")) as running:
        yield running


@pytest.fixture(autouse=True)
def good_day(copy: Copy) -> None:
    copy.stripe.switch("up")


@pytest.fixture
def visit(browser: Browser, copy: Copy) -> Iterator[Visit]:
    """A visitor with a judged photo, before the panel that asks for payment."""
    watch = Watch(copy.cable.address)
    watch.allow(
        rf"left the origin: {copy.stripe.address}/|sent something: POST ({copy.stripe.address}|.*/api/checkout$)"
    )
    watch.allow(r"status of 40[24]|status of 50[24]|ERR_CONNECTION_REFUSED|ERR_FAILED")  # told in words, too
    with watched(browser, watch) as page:
        visit = Visit(page, copy.cable.address)
        visit.open(SOLD)
        visit.check(portrait.jpeg(), "mine.jpg")
        expect(visit.tool.locator("[data-pay]")).to_be_visible()
        yield visit


def pay(visit: Visit, button: str = "pay") -> None:
    """To the payment page, press there, and back."""
    visit.tool.locator("[data-pay] form button").click()
    visit.page.get_by_role("button", name=button).click()


def expect_said(visit: Visit, words: str) -> None:
    expect(visit.tool.locator("[data-pay-status]")).to_contain_text(words, timeout=PATIENCE)


def expect_unlocked(visit: Visit) -> None:
    expect(visit.tool.locator('a[data-output="photo"]')).to_be_visible(timeout=PATIENCE)
    expect(visit.tool.locator('a[data-output="report"]')).to_be_visible(timeout=PATIENCE)


def expect_locked(visit: Visit) -> None:
    visit.expect_state("done")
    expect(visit.tool.locator("[data-pay]")).to_be_visible()
    expect(visit.tool.locator("a[data-output]")).to_have_count(0)


def test_the_price_stands_before_any_work_and_nothing_is_handed_over_unpaid(visit: Visit, copy: Copy) -> None:
    expect(visit.page.locator("[data-trust] summary")).to_contain_text("Files €3.90, once, no account.")
    expect_locked(visit)
    expect(visit.tool.locator("[data-verdict-title]")).to_be_visible()
    expect(visit.tool.locator("[data-files]")).to_be_hidden()
    assert not [request for request in copy.server.requests if request.path.startswith("/api/checkout")]


def test_paid_files_are_unlocked_and_stay_so(visit: Visit, copy: Copy) -> None:
    pay(visit)
    expect_unlocked(visit)  # with the photo that was checked before
    assert visit.report()["photo"] == "mine.jpg" and "session_id" not in visit.page.url
    name, data = visit.save()
    assert name == f"{SOLD}.jpg" and data.startswith(b"\xff\xd8")
    expect_said(visit, "unlocked on this device until")
    visit.page.reload()
    visit.check(portrait.jpeg())
    expect_unlocked(visit)
    expect(visit.tool.locator("[data-pay]")).to_be_hidden()
    visit.open(OTHER)
    visit.check(portrait.jpeg())
    expect_locked(visit)  # what was paid for is one document


def test_a_print_for_another_document_joins_the_sheet_once_that_is_paid_for_too(visit: Visit) -> None:
    def unlocked(document: str) -> None:
        visit.open(document)
        visit.check(portrait.jpeg())
        pay(visit)
        expect_unlocked(visit)
        visit.tool.locator("select[name=also]").select_option(({OTHER, PRINTED} - {document}).pop())

    unlocked(OTHER)
    expect(visit.tool.locator("[data-also-problem]")).to_contain_text("a price of their own", timeout=PATIENCE)
    expect(visit.tool.locator("[data-together]")).to_be_hidden()
    unlocked(PRINTED)
    expect(visit.tool.get_by_role("checkbox", name="US passport")).to_be_checked(timeout=PATIENCE)
    expect(visit.tool.locator("[data-sheet-facts]")).to_contain_text("51 × 51 mm", timeout=PATIENCE)


def test_turning_back_charges_nothing_and_the_photo_stays_no_longer_than_it_shall(visit: Visit, copy: Copy) -> None:
    before = copy.stripe.state()["charged"]
    pay(visit, "cancel")
    expect_said(visit, "Nothing was paid. Your photo is still here.")
    expect_locked(visit)
    assert visit.report()["photo"] == "mine.jpg" and copy.stripe.state()["charged"] == before
    visit.page.reload()
    visit.expect_state("ready")  # brought back once, then forgotten

    visit.check(portrait.jpeg(), "kept.jpg")
    switch = visit.tool.locator("[data-keep-photo]")
    visit.tool.locator("label[for=keep-photo]").click()
    expect(switch).to_be_checked()
    visit.page.reload()
    expect_locked(visit)
    assert visit.report()["photo"] == "kept.jpg"

    expect(switch).to_be_checked()
    visit.tool.locator("label[for=keep-photo]").click()
    expect(switch).not_to_be_checked()
    visit.page.reload()
    visit.expect_state("ready")


def test_declined_then_paid_is_charged_once(visit: Visit, copy: Copy) -> None:
    before = copy.stripe.state()["charged"]
    visit.tool.locator("[data-pay] form button").click()
    visit.page.get_by_role("button", name="decline").click()
    expect(visit.page.locator("#declined")).to_be_visible()
    visit.page.get_by_role("button", name="pay").click()
    expect_unlocked(visit)
    assert copy.stripe.state()["charged"] == before + 1


def test_a_tab_closed_on_the_payment_page_is_not_charged_twice(visit: Visit, copy: Copy) -> None:
    before = copy.stripe.state()["charged"]
    visit.tool.locator("[data-pay] form button").click()
    # The tool's own button is named "pay", too: only where one can decline is it the payment page's.
    expect(visit.page.get_by_role("button", name="decline")).to_be_visible()
    # Paid, but the way back is lost: the answer that leads there is not followed.
    form = visit.page.get_by_role("button", name="pay").locator("xpath=ancestor::form")
    form.evaluate("async form => { await fetch(form.action, { method: form.method, redirect: 'manual' }); }")
    assert copy.stripe.state()["charged"] == before + 1
    visit.open(SOLD)
    expect_said(visit, "A payment was begun on this device.")
    visit.expect_state("done")
    visit.tool.locator("[data-pay] form button").click()
    expect_unlocked(visit)
    assert copy.stripe.state()["charged"] == before + 1


def test_stripe_down_and_slow_are_told(visit: Visit, copy: Copy) -> None:
    copy.stripe.switch("down")
    visit.tool.locator("[data-pay] form button").click()
    expect_said(visit, "The payment page cannot be reached now. Nothing was charged")
    expect_locked(visit)
    copy.stripe.switch("slow")
    visit.tool.locator("[data-pay] form button").click()
    expect_said(visit, "took too long to answer. Nothing was charged")
    expect_locked(visit)
    copy.stripe.switch("up")
    pay(visit)
    expect_unlocked(visit)


def test_a_receipt_that_cannot_be_fetched_is_asked_for_again(visit: Visit, copy: Copy) -> None:
    visit.tool.locator("[data-pay] form button").click()
    expect(visit.page.get_by_role("button", name="decline")).to_be_visible()
    visit.page.route("**/api/checkout?*", lambda route: route.abort())
    visit.page.get_by_role("button", name="pay").click()
    expect_said(visit, "What was paid stays paid")
    visit.page.unroute("**/api/checkout?*")
    visit.tool.locator("[data-pay-ask]").click()
    expect_unlocked(visit)


def test_what_unlocks_nothing_says_why(visit: Visit) -> None:
    """Wrong receipts, clocks, and the end of the year, with one purchase: each is undone before the next."""
    visit.page.add_init_script(
        "const real = Date.now; Date.now = () => real() + 86400000 * (sessionStorage.getItem('days') ?? 0);"
    )
    pay(visit)
    expect_unlocked(visit)
    for change, words in (
        ("-3", "a day before the payment"),
        ("368", "The year that was paid for is over"),
        ("tampered", "damaged or not from this site"),
        ("foreign", "paid on another device"),
    ):
        if change in ("tampered", "foreign"):
            _meddle(visit.page, change)
        else:
            visit.page.evaluate("days => sessionStorage.setItem('days', days)", change)
        visit.page.reload()
        visit.check(portrait.jpeg())
        expect_said(visit, words)
        expect_locked(visit)
        if change == "tampered":
            _meddle(visit.page, "mended")
        visit.page.evaluate("sessionStorage.removeItem('days')")


def test_without_a_network_what_was_paid_stays_unlocked_and_paying_waits(visit: Visit, copy: Copy) -> None:
    pay(visit)
    expect_unlocked(visit)
    expect(visit.page.locator("[data-offline-mark]")).to_have_attribute("data-offline-mark", "kept", timeout=PATIENCE)
    copy.cable.pull()
    visit.page.context.new_cdp_session(visit.page).send("Network.clearBrowserCache")
    visit.page.reload()
    visit.check(portrait.jpeg())
    expect_unlocked(visit)
    visit.open(OTHER)
    visit.check(portrait.jpeg())
    visit.tool.locator("[data-pay] form button").click()
    expect_said(visit, "There is no network, and paying needs one.")
    copy.cable.plug()
    visit.tool.locator("[data-pay] form button").click()
    expect(visit.page.get_by_role("button", name="pay")).to_be_visible()


def test_a_document_that_refuses_self_made_photos_is_never_sold(visit: Visit) -> None:
    visit.open(REFUSED)
    expect(visit.page.locator("[data-trust] summary")).not_to_contain_text("€")
    visit.check(portrait.jpeg())
    expect(visit.page.locator("[data-pay]")).to_have_count(0)


def test_donations_hold_nothing_back(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    with selling_copy(tmp_path_factory.mktemp("giving"), "donation") as giving:
        watch = Watch(giving.cable.address)
        watch.allow(rf"left the origin: {giving.stripe.address}/|sent something: POST")
        with watched(browser, watch) as page:
            visit = Visit(page, giving.cable.address)
            visit.open(SOLD)
            expect(visit.tool.locator("[data-pay]")).to_be_hidden()  # nobody is asked before it was of use
            visit.check(portrait.jpeg())
            expect_unlocked(visit)
            pay(visit)
            expect_said(visit, "Thank you for the donation.")


def test_a_free_copy_shows_no_trace_of_payment() -> None:
    for path in DIST.rglob("*"):
        if path.suffix in (".html", ".mjs", ".js", ".css") and "vendor" not in path.parts:
            text = path.read_text(encoding="utf-8").lower()
            for word in ("stripe", "data-pay", "checkout.", "purchases"):
                if word == "checkout." and "privacy" in path.parts:
                    continue
                assert word not in text, (path, word)


def _meddle(page: Page, change: str) -> None:
    """Write another receipt ("tampered"), the one before it ("mended"), or another device's key ("foreign") into the
    browser's storage."""
    page.evaluate(
        """async (change) => {
            const open = await new Promise((resolve) => {
                const request = indexedDB.open("pixid-purchases");
                request.onsuccess = () => resolve(request.result);
            });
            const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
            if (change === "foreign") {
                const curve = { name: "ECDSA", namedCurve: "P-256" };
                const pair = await crypto.subtle.generateKey(curve, false, ["sign", "verify"]);
                await done(open.transaction("keys", "readwrite").objectStore("keys").put({ pair, id: "x" }, "device"));
            } else {
                const [id] = await done(open.transaction("receipts").objectStore("receipts").getAllKeys());
                const token = await done(open.transaction("receipts").objectStore("receipts").get(id));
                const wrong = token.slice(0, -2) + (token.endsWith("AA") ? "BA" : "AA");
                const other = change === "mended" ? sessionStorage.getItem("token") : wrong;
                sessionStorage.setItem("token", token);
                await done(open.transaction("receipts", "readwrite").objectStore("receipts").put(other, id));
            }
            open.close();
        }""",
        change,
    )
