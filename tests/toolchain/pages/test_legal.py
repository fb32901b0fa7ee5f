"""Privacy, terms and their sisters: every part of the original policy, true of the copy at hand, nothing invented."""

import re
from functools import cache

import pytest

from tests.toolchain.pages import operators
from tests.toolchain.pages.rendered import Page, gather
from toolchain.operator import Operator
from toolchain.pages import legal_page, prose

ORIGINAL = (
    ("Information We Collect", "collect"),
    ("How We Use Your Information", "use"),
    ("Data Storage and Security", "storage"),
    ("Information Sharing", "sharing"),
    ("Cookies and Tracking", "cookies"),
    ("Data Retention", "retention"),
    ("Your Rights", "rights"),
    ("International Data Transfers", "transfers"),
    ("FZ-152", "fz152"),
    ("Children's Privacy", "children"),
    ("Changes to This Policy", "changes"),
    ("Contact Us", "contact"),
)
"""Parts of the original product's policy, and ours that carries the facts."""
EMAIL = re.compile(r"[\w.]+@[\w.]+\w")
MONEY = re.compile(r"\bpay(ing|ment|s)?\b|Stripe|receipt|price|refund|donat|\bEUR\b", re.IGNORECASE)


@cache
def shown(operator: str) -> dict[str, Page]:
    """The texts of a copy: path -> page."""
    runs: Operator = getattr(operators, operator)
    outputs = gather((), runs)
    paths = [f"{page}/index.html" for page in (*legal_page.PAGES, "your-data")]
    return {path: Page(outputs[path].decode()) for path in paths if path in outputs}


@pytest.mark.parametrize(("theirs", "ours"), ORIGINAL)
def test_every_part_of_the_original_policy_is_there(theirs: str, ours: str) -> None:
    for operator in ("NOBODY", "SELLER"):
        assert shown(operator)["privacy/index.html"].all("section", id=ours), theirs


def test_a_copy_without_operator_says_so_and_gives_no_address() -> None:
    for page in ("privacy", "terms", "about"):
        text = shown("NOBODY")[f"{page}/index.html"].text
        assert "This copy has no operator" in text
        assert not EMAIL.search(text)


def test_an_operator_is_named_where_people_look() -> None:
    privacy = shown("SOMEBODY")["privacy/index.html"]
    for given in (
        "Example Ltd, 1 Example Street, London",
        "privacy@example.org",
        "help@example.org",
        "Example Host, Oslo",
    ):
        assert given in privacy.text
    assert privacy.all("a", href="mailto:privacy@example.org")
    assert "no operator" not in privacy.text
    assert "(United Kingdom)" in shown("SOMEBODY")["terms/index.html"].text


def test_without_payments_there_is_no_trace_of_money() -> None:
    for operator in ("NOBODY", "SOMEBODY"):
        assert "refunds/index.html" not in shown(operator)
        for path, page in shown(operator).items():
            assert not MONEY.search(page.text), (path, MONEY.search(page.text))


def test_a_seller_says_price_refund_and_how_long_records_are_kept() -> None:
    pages = shown("SELLER")
    assert "cost 3.90 EUR, once, tax included" in pages["terms/index.html"].text
    assert "within 14 days of paying" in pages["refunds/index.html"].text
    assert "Records of payments: 7 years" in pages["privacy/index.html"].text
    assert pages["privacy/index.html"].all("section", id="paid")
    assert all(page.all("a", href="/refunds/") for page in pages.values())


def test_donations_buy_nothing() -> None:
    assert "buys nothing" in shown("GIVEN")["terms/index.html"].text
    assert "refunds/index.html" not in shown("GIVEN")


def test_the_date_of_the_last_change_stands_above() -> None:
    for page in ("privacy", "cookies", "terms"):
        assert "Last updated: 13 March 2026" in shown("NOBODY")[f"{page}/index.html"].text.replace("\xa0", " ")


def test_conditions_are_known_and_excluded_parts_stay_out() -> None:
    assert prose.holds("rights", ())
    assert prose.holds("retention_paid", ("paid",))
    assert not prose.holds("retention_paid", ("free",))
    assert not prose.holds("paid", ("donation", "known"))
