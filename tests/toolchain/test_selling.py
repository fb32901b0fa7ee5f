"""What a copy sells: prices as Stripe counts them, its table, and a policy that names Stripe only where it must."""

import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from tests.toolchain.committed import documents as rulebook
from tests.toolchain.pages.operators import NOBODY, SELLER
from toolchain import headers, operator, selling
from toolchain.errors import BuildError
from toolchain.pages.language import ENGLISH
from toolchain.paths import ROOT

PAID = SELLER._replace(payments=SELLER.payments._replace(receipt_key="A" * 43 + "="))


@pytest.mark.parametrize(
    ("price", "currency", "wanted"),
    [("3.90", "EUR", 390), ("400", "JPY", 400), ("1.5", "KWD", 1500), ("500", "ISK", 50_000)],
)
def test_prices_as_stripe_counts_them(price: str, currency: str, wanted: int) -> None:
    assert selling.minor_units(Decimal(price), currency) == wanted


@pytest.mark.parametrize(("price", "currency"), [("3.905", "EUR"), ("400.5", "JPY"), ("0", "EUR"), ("5.50", "ISK")])
def test_prices_there_are_none_of(price: str, currency: str) -> None:
    with pytest.raises(BuildError, match="no price"):
        selling.minor_units(Decimal(price), currency)


def test_a_free_copy_leaves_the_tree_as_it_is(tmp_path: Path) -> None:
    for name in (selling.TABLE, headers.NETLIFY.name):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    selling.write(tmp_path, NOBODY, rulebook(), [ENGLISH])
    assert operator.read().payments.mode == "free"
    for name in (selling.TABLE, headers.NETLIFY.name):
        assert (tmp_path / name).read_bytes() == (ROOT / name).read_bytes(), name
    assert "stripe" not in (ROOT / "netlify.toml").read_text().lower()


def test_who_sells_gets_a_table_and_a_policy(tmp_path: Path) -> None:
    for name in (selling.TABLE, headers.NETLIFY.name):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    selling.write(tmp_path, PAID, rulebook(), [ENGLISH])
    table = (tmp_path / selling.TABLE).read_text()
    assert '"amount": 390' in table and '"schengen-visa"' in table
    refused = [data["id"] for data in rulebook() if data["self_made"]["status"] == "not_accepted"]
    assert refused and not any(f'"{id}"' in table for id in refused)
    policy = headers.of("/", headers.rules(tmp_path / "netlify.toml"))["Content-Security-Policy"]
    assert "form-action 'self' https://checkout.stripe.com;" in policy
    selling.write(tmp_path, NOBODY, rulebook(), [ENGLISH])  # and back
    assert (tmp_path / "netlify.toml").read_bytes() == (ROOT / "netlify.toml").read_bytes()


def test_rules_follow_the_operator() -> None:
    assert selling.rules(NOBODY) == headers.rules()
    assert "checkout.stripe.com" in headers.meta_policy(selling.rules(PAID))
