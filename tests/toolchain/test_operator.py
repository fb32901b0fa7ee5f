"""Who runs the site: what is given is checked, what is not given stays unsaid."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from toolchain import operator
from toolchain.errors import BuildError

RECEIPT_KEY = "A" * 43 + "="
UPDATED = '[updated]\nprivacy = "2026-01-02"\nterms = "2026-01-02"\nrefunds = "2026-01-02"\n'
SELLER = """[operator]
name = "Example Ltd"
address = "1 Example Street, London"
country = "GB"
support_email = "help@example.org"
site = "https://example.org"
[payments]
mode = "paid"
price = "3.90"
currency = "EUR"
records_years = 7
refund_days = 14
receipt_key = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
"""


def read(folder: Path, text: str) -> operator.Operator:
    file = folder / "operator.toml"
    file.write_text(text)
    return operator.read(file)


def test_a_copy_may_say_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, UPDATED)
    assert not found.known
    assert (found.name, found.address, found.privacy_email, found.site) == ("", "", "", "")
    assert found.payments.mode == "free"
    assert not found.payments.paid
    assert found.payments.price is None
    assert found.updated["terms"] == date(2026, 1, 2)


def test_the_tree_has_no_invented_operator() -> None:
    found = operator.read()
    assert not found.known
    assert found.payments.mode == "free"


def test_a_seller_is_read_whole(tmp_path: Path) -> None:
    found = read(tmp_path, SELLER + UPDATED)
    assert found.known
    assert found.privacy_email == "help@example.org"
    assert found.payments == operator.Payments("paid", Decimal("3.90"), "EUR", 7, 14, RECEIPT_KEY)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"help@example.org"', '"help at example"', "support_email is not an e-mail address"),
        ('"https://example.org"', '"https://example.org/photos"', "without a path"),
        ('country = "GB"', 'country = "Britain"', "two capital letters"),
        ('price = "3.90"', 'price = "about 4"', "price is not a price"),
        ('price = "3.90"', "price = 3.90", "price must be text"),
        ('"paid"', '"sold"', "mode is one of free, paid, donation"),
        ("refund_days = 14", "", "Who sells must give refund_days"),
        ('address = "1 Example Street, London"', "", "Who sells must give address"),
        ("AAA=", "AAAA", "a public key as docs/payments.md makes one"),
        ("refund_days = 14", 'checkout_page = "http://x"', "checkout_page is not an address"),
        ("records_years = 7", "records_years = true", "a whole number"),
        ("records_years = 7", "records_years = -1", "negative"),
        ('name = "Example Ltd"', 'name = "Example Ltd"\nphone = "1"', r"\[operator\] phone is unknown"),
        ('terms = "2026-01-02"', 'terms = "soon"', r"\[updated\] terms must be a day"),
        ("[payments]", "[money]", r"\[money\] is unknown"),
        ("[payments]", "[payments", "operator.toml"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = SELLER + UPDATED
    assert old in text
    with pytest.raises(BuildError, match=said):
        read(tmp_path, text.replace(old, new))


def test_a_missing_file_is_told_plainly(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"operator\.toml is missing"):
        operator.read(tmp_path / "operator.toml")


def test_a_donation_suggests_an_amount_with_its_currency(tmp_path: Path) -> None:
    asked = '[payments]\nmode = "donation"\nprice = "2"\ncurrency = "EUR"\n'
    assert read(tmp_path, asked + UPDATED).payments.price == 2
    for part in ('price = "2"\n', 'currency = "EUR"\n'):
        with pytest.raises(BuildError, match="price and currency"):
            read(tmp_path, asked.replace(part, "") + UPDATED)
